/// JSON that is spelled in exactly one way, so that it can be signed (RFC 8785).
///
/// Only what certificates need: no fractions, no exponents.
indirect enum CanonicalJSON {
    case integer(Int)
    case text(String)
    case list([CanonicalJSON])
    case object([String: CanonicalJSON])

    /// The bytes: no white space, keys in the order of their UTF-16 units, the shortest escapes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .integer(let number): bytes += Array(String(number).utf8)
        case .text(let text): Self.write(text, to: &bytes)
        case .list(let members):
            bytes.append(UInt8(ascii: "["))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                member.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            for (index, member) in sorted.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case 0x08: bytes += Array(#"\b"#.utf8)
            case 0x09: bytes += Array(#"\t"#.utf8)
            case 0x0A: bytes += Array(#"\n"#.utf8)
            case 0x0C: bytes += Array(#"\f"#.utf8)
            case 0x0D: bytes += Array(#"\r"#.utf8)
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x00..<0x20:
                let digits = String(byte, radix: 16)
                bytes += Array(#"\u00"#.utf8) + Array((digits.count == 1 ? "0" + digits : digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
