/// Looks for bytes that are not UTF-8.
enum UTF8Check {
    /// The offset of the first byte of the first sequence that is not well formed; nil when all are.
    ///
    /// Source: Unicode 15.0, table 3-7, well-formed UTF-8 byte sequences.
    static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                continue
            }
            let (length, second): (Int, ClosedRange<UInt8>)
            switch first {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
            for place in 2..<max(2, length) where bytes[index + place] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }
}
