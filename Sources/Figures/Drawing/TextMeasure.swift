/// A cautious guess at how wide text will be, since the reader's font is not known here.
enum TextMeasure {
    /// The width of `text` in a sans-serif of this size, on the wide side.
    static func width(of text: String, size: Double, bold: Bool = false) -> Double {
        let em = text.reduce(0) { $0 + width($1) }
        return em * size * (bold ? 1.07 : 1)
    }

    /// `text` broken so that each line fits into `width`: between words, between ideographs, and inside a word only when it
    /// is wider than a whole line.
    static func lines(of text: String, width: Double, size: Double, bold: Bool = false) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            let isWide = self.width(of: String(word), size: size, bold: bold) > width
            let pieces = isWide || word.contains(where: isIdeograph) ? word.map(String.init) : [String(word)]
            for (number, piece) in pieces.enumerated() {
                let longer = current.isEmpty ? piece : current + (number == 0 ? " " : "") + piece
                if current.isEmpty || self.width(of: longer, size: size, bold: bold) <= width {
                    current = longer
                } else {
                    lines.append(current)
                    current = piece
                }
            }
        }
        return current.isEmpty ? lines : lines + [current]
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
    }

    /// `text`, cut with an ellipsis when it would be wider than `width`.
    static func shortened(_ text: String, width: Double, size: Double) -> String {
        guard self.width(of: text, size: size) > width else { return text }
        var kept = text
        while !kept.isEmpty, self.width(of: kept + "…", size: size) > width { kept.removeLast() }
        return kept + "…"
    }

    private static func width(_ character: Character) -> Double {
        switch character {
        case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", "(", ")", " ", "-": 0.36
        case "m", "w", "M", "W", "%", "…": 0.9
        case "A"..."Z": 0.68
        case "a"..."z", "0"..."9": 0.58
        default: character.unicodeScalars.contains { $0.value >= 0x2E80 } ? 1.05 : 0.62
        }
    }
}
