/// Bytes in the making: the spelling of PDF's tokens. Numbers are spelled by our own code, so that they never depend on a
/// locale or a C library.
struct PDFBytes {
    var bytes: [UInt8] = []

    init() {}

    /// Without bytes, but with room for some.
    init(room: Int) { bytes.reserveCapacity(room) }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(_ number: Int) {
        guard number < 0 || number > 9 else {
            bytes.append(UInt8(48 + number))
            return
        }
        var digits: (UInt64, UInt64, UInt32) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { buffer in
            var rest = number.magnitude
            var position = buffer.count
            repeat {
                position -= 1
                buffer[position] = UInt8(48 + rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            bytes.append(contentsOf: buffer[position...])
        }
    }

    /// At most three decimals, without zeros at the end; beyond ten million the nearest that can be said.
    mutating func append(_ number: Double) {
        let limited = number.isFinite ? min(max(number, -1e7), 1e7) : 0
        let thousandths = Int((limited * 1000).rounded())
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
        append(Int(whole))
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(48 + rest / 100))
        guard rest % 100 > 0 else { return }
        bytes.append(UInt8(48 + rest / 10 % 10))
        guard rest % 10 > 0 else { return }
        bytes.append(UInt8(48 + rest % 10))
    }

    mutating func append(hex value: UInt16) {
        for shift in [12, 8, 4, 0] { append(hexDigit: UInt8(value >> UInt16(shift) & 15)) }
    }

    mutating func append(hex byte: UInt8) {
        append(hexDigit: byte >> 4)
        append(hexDigit: byte & 15)
    }

    private mutating func append(hexDigit digit: UInt8) { bytes.append(digit < 10 ? 48 + digit : 55 + digit) }

    mutating func append(_ object: PDFObject) {
        switch object {
        case .boolean(let value): append(value ? "true" : "false")
        case .integer(let value): append(value)
        case .real(let value): append(value)
        case .name(let name): append(name: name)
        case .text(let text): append(string: text)
        case .bytes(let data):
            append("<")
            for byte in data { append(hex: byte) }
            append(">")
        case .array(let elements):
            append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { append(" ") }
                append(element)
            }
            append("]")
        case .dictionary(let entries):
            append("<<")
            for entry in entries {
                append(name: entry.key)
                if entry.value.needsSpace { append(" ") }
                append(entry.value)
            }
            append(">>")
        case .reference(let reference):
            append(reference.number)
            append(" 0 R")
        }
    }

    private mutating func append(name: String) {
        append("/")
        var name = name
        name.withUTF8 { buffer in
            for byte in buffer {
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: bytes.append(byte)
                default:
                    append("#")
                    append(hex: byte)
                }
            }
        }
    }

    /// As a literal what PDFDocEncoding shares with Latin-1, letters beyond ASCII in octal; everything else, and what has signs
    /// that need care in a literal, as UTF-16 in hexadecimal (7.3.4.2, 7.9.2.2, D.2).
    private mutating func append(string: String) {
        let isLatin = string.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "(", ")", "\\", "\u{AD}": false
            case " "..."~", "\u{A1}"..."\u{FF}": true
            default: false
            }
        }
        guard isLatin else {
            append("<FEFF")
            for unit in string.utf16 { append(hex: unit) }
            append(">")
            return
        }
        append("(")
        for scalar in string.unicodeScalars {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            if byte < 0x80 {
                bytes.append(byte)
            } else {
                bytes += [0x5C, 48 + (byte >> 6), 48 + (byte >> 3 & 7), 48 + (byte & 7)]
            }
        }
        append(")")
    }
}

extension PDFObject {
    fileprivate var needsSpace: Bool {
        switch self {
        case .boolean, .integer, .real, .reference: true
        case .name, .text, .bytes, .array, .dictionary: false
        }
    }
}
