/// Compares bytes eight at a time.
public enum SameBytes {
    /// Whether two pieces of memory hold the same bytes.
    @inlinable
    @inline(__always)
    public static func are(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        let count = left.count
        guard count == right.count else { return false }
        guard count >= 8 else {
            for index in 0..<count where left[index] != right[index] { return false }
            return true
        }
        var index = 0
        while index &+ 8 < count {
            guard word(left, index) == word(right, index) else { return false }
            index &+= 8
        }
        return word(left, count &- 8) == word(right, count &- 8)
    }

    @inlinable
    @inline(__always)
    static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}
