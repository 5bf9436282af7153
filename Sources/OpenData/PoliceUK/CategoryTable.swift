import Programme

/// Finds a category by the words in the "Crime type" column: one look at their length and their first and last letters says
/// which one they can be, and one comparison whether they are.
final class CategoryTable: @unchecked Sendable {
    /// The one there is; never written to after it was made.
    static let published = CategoryTable()

    private static let size = 64
    /// The words of a category in 32 bytes, the bytes that they take, and their number; a number no words have where no category
    /// stands.
    private struct Entry {
        var words: SIMD4<UInt64> = .zero
        var mask: SIMD4<UInt64> = .zero
        var count = -1
        var index = 0
    }

    private let entries: UnsafeMutablePointer<Entry>
    private let factor: UInt32

    private init() {
        let names = CrimeCategory.allCases.map { Array($0.publishedName.utf8) }
        factor = Self.factor(for: names)
        entries = .allocate(capacity: Self.size)
        entries.initialize(repeating: Entry(), count: Self.size)
        for (index, name) in names.enumerated() {
            let padded = name + [UInt8](repeating: 0, count: 32)
            let mask = name.map { _ in 0xFF } + [UInt8](repeating: 0, count: 32)
            entries[name.withUnsafeBytes { Self.slot(of: $0, factor) }] = Entry(
                words: padded.withUnsafeBytes(Self.block),
                mask: mask.withUnsafeBytes(Self.block),
                count: name.count,
                index: index
            )
        }
    }

    deinit { entries.deallocate() }

    /// The place of a category in the order of categories; nil for words that nobody publishes. 32 bytes behind the beginning of
    /// the words must be readable.
    @inline(__always)
    func index(of words: UnsafeRawBufferPointer) -> Int? {
        guard words.count >= 4 else { return nil }
        let entry = entries + Self.slot(of: words, factor)
        let difference = (Self.block(words) ^ entry.pointee.words) & entry.pointee.mask
        return entry.pointee.count == words.count && difference == .zero ? entry.pointee.index : nil
    }

    @inline(__always)
    private static func block(_ bytes: UnsafeRawBufferPointer) -> SIMD4<UInt64> {
        bytes.baseAddress?.loadUnaligned(as: SIMD4<UInt64>.self) ?? .zero
    }

    /// A factor that puts every name into a slot of its own; a handful is tried before one does.
    private static func factor(for names: [[UInt8]]) -> UInt32 {
        var factor: UInt32 = 0x9E37_79B9
        while Set(names.map { name in name.withUnsafeBytes { slot(of: $0, factor) } }).count < names.count {
            factor = factor &* 0x0100_0193
        }
        return factor
    }

    @inline(__always)
    private static func slot(of words: UnsafeRawBufferPointer, _ factor: UInt32) -> Int {
        let first = words.loadUnaligned(as: UInt32.self)
        let last = words.loadUnaligned(fromByteOffset: words.count - 4, as: UInt32.self)
        let mixed = (first ^ last << 7 ^ UInt32(truncatingIfNeeded: words.count)) &* factor
        return Int(mixed >> 26)
    }
}
