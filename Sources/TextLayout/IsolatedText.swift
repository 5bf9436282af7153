/// A text whose parts may stand between directional isolates (U+2068 … U+2069): what they say of the order of letters is kept,
/// they themselves are not.
///
/// Source: Unicode Standard Annex 9, section 2.4.
struct IsolatedText {
    /// The text without the isolates.
    let text: String
    /// The embedding level of each UTF-16 unit of ``text``.
    let levels: [UInt8]
    /// The units of parts isolated within an isolated part: members of a list, such as names, in which a line should not be
    /// broken as long as there is another way.
    let phrases: [Range<Int>]

    private static let opening: Unicode.Scalar = "\u{2068}"
    private static let closing: Unicode.Scalar = "\u{2069}"

    init(_ text: String, direction: TextDirection) {
        let all = BidiLevels.levels(of: Array(text.utf16), direction: direction)
        guard text.unicodeScalars.contains(Self.opening) else {
            (self.text, levels, phrases) = (text, all, [])
            return
        }
        var kept = String.UnicodeScalarView()
        var levels: [UInt8] = []
        var phrases: [Range<Int>] = []
        var open: [Int] = []
        var unit = 0
        for scalar in text.unicodeScalars {
            let width = scalar.value > 0xFFFF ? 2 : 1
            if scalar == Self.opening {
                open.append(levels.count)
            } else if scalar == Self.closing {
                if let start = open.popLast(), !open.isEmpty { phrases.append(start..<levels.count) }
            } else {
                kept.append(scalar)
                levels += all[unit..<(unit + width)]
            }
            unit += width
        }
        (self.text, self.levels, self.phrases) = (String(kept), levels, phrases)
    }
}

extension String {
    /// The text between directional isolates, so that its letters and those around it do not disturb one another's order. A
    /// ``Typesetter`` heeds them and shows none.
    public var isolated: String { "\u{2068}\(self)\u{2069}" }

    /// The text without the characters that isolate parts of it.
    public var withoutIsolates: String {
        var view = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar != "\u{2068}" && scalar != "\u{2069}" { view.append(scalar) }
        return String(view)
    }
}
