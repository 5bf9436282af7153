/// What SVG and HTML have in common.
public enum Markup {
    /// Text fit for XML content and attributes: the five special characters are escaped, characters that XML forbids become
    /// U+FFFD.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result.unicodeScalars.append(" ")
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Running text with minus signs (U+2212) before numbers and per cent signs that stay beside theirs.
    public static func typeset(_ text: String) -> String {
        let parts = text.withMinusSigns.split(separator: " ", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { result, part in
            result + (part.hasPrefix("%") ? "\u{A0}" : " ") + part
        }
    }
}

extension String {
    /// Hyphens that stand before a number as minus signs (U+2212), which are as wide as a plus.
    var withMinusSigns: String {
        guard utf8.contains(UInt8(ascii: "-")) else { return self }
        let characters = Array(self)
        return String(
            characters.indices.map { index in
                let opens = index == 0 || characters[index - 1] == " " || characters[index - 1] == "("
                let counts = index + 1 < characters.count && characters[index + 1].isWholeNumber
                return characters[index] == "-" && opens && counts ? "\u{2212}" : characters[index]
            }
        )
    }
}
