import Programme

/// The spelling of SVG: numbers, colours and words that need care.
enum SVGText {
    /// At most three decimals, by our own code, so that no locale has a say.
    static func number(_ value: Double) -> String {
        let limited = value.isFinite ? min(max(value, -1e9), 1e9) : 0
        let thousandths = Int((limited * 1000).rounded())
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        let sign = thousandths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var digits = String(rest + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }

    /// `#1B2836`.
    static func colour(_ colour: DesignColour) -> String {
        let value = Int(colour.red) << 16 | Int(colour.green) << 8 | Int(colour.blue)
        return "#" + String(value + 0x100_0000, radix: 16, uppercase: true).dropFirst()
    }

    /// Words as text or as the value of an attribute.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Bytes in base 64 (RFC 4648, section 4).
    static func base64(_ bytes: [UInt8]) -> String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for sign in 0..<4 {
                result.append(sign <= group.count ? signs[value >> (18 - 6 * sign) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
