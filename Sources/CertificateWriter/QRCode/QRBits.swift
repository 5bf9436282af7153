/// The data codewords of a QR code: mode, count, characters, padding.
///
/// Source: ISO/IEC 18004:2015, 7.4.
struct QRBits {
    private(set) var bytes: [UInt8] = []
    private var filled = 0

    /// The smallest version that holds `text`, and its data codewords; nil when none does.
    static func encoding(_ text: [UInt8]) -> (version: QRVersion, codewords: [UInt8])? {
        let values = text.compactMap(alphanumericValue)
        let isAlphanumeric = values.count == text.count
        for version in QRVersion.all {
            let count = isAlphanumeric ? version.alphanumericCountBits : version.byteCountBits
            let body = isAlphanumeric ? text.count / 2 * 11 + text.count % 2 * 6 : text.count * 8
            guard 4 + count + body <= version.capacity * 8 else { continue }
            var bits = QRBits()
            bits.append(isAlphanumeric ? 2 : 4, 4)
            bits.append(text.count, count)
            if isAlphanumeric { bits.append(pairs: values) } else { for byte in text { bits.append(Int(byte), 8) } }
            return (version, bits.padded(to: version.capacity))
        }
        return nil
    }

    private mutating func append(_ value: Int, _ count: Int) {
        var left = count
        while left > 0 {
            if filled % 8 == 0 { bytes.append(0) }
            let taken = min(left, 8 - filled % 8)
            let part = value >> (left - taken) & (1 << taken - 1)
            bytes[bytes.count - 1] |= UInt8(part << (8 - filled % 8 - taken))
            (left, filled) = (left - taken, filled + taken)
        }
    }

    private mutating func append(pairs values: [Int]) {
        for index in stride(from: 0, to: values.count, by: 2) {
            if index + 1 < values.count {
                append(values[index] * 45 + values[index + 1], 11)
            } else {
                append(values[index], 6)
            }
        }
    }

    private consuming func padded(to capacity: Int) -> [UInt8] {
        append(0, min(4, capacity * 8 - filled))
        while filled % 8 > 0 { append(0, 1) }
        var pad: UInt8 = 0xEC
        while bytes.count < capacity {
            bytes.append(pad)
            pad = pad == 0xEC ? 0x11 : 0xEC
        }
        return bytes
    }

    private static func alphanumericValue(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x5A: Int(byte) - 0x41 + 10
        default: signs.firstIndex(of: byte).map { $0 + 36 }
        }
    }

    private static let signs = Array(" $%*+-./:".utf8)
}
