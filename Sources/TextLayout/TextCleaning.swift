/// Text as a person gave it, and the form fit for print: invisible control characters gone, spaces tidy, NFC.
///
/// Nothing is folded: letters keep their case, compatibility letters and joiners their difference.
public struct CleanText: Hashable, Sendable {
    /// The text exactly as given.
    public let given: String
    /// The text for print, in Unicode normalisation form C.
    public let text: String
    /// Invisible characters that were taken out, in order; empty for nearly everybody.
    public let stripped: [Unicode.Scalar]
    /// Whether a letter carries more marks than any language uses; what is beyond eight on one letter was stripped.
    public let hasTooManyMarks: Bool

    /// The longest text accepted for a name, in grapheme clusters.
    public static let nameLimit = 200

    /// Cleans `given`.
    ///
    /// Direction marks and overrides (U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), soft hyphens, zero-width spaces,
    /// byte-order marks, blank fillers and tags are stripped; each run of white space becomes one space. ZWJ, ZWNJ and variation selectors
    /// stay between visible characters, where they belong to the spelling, and go elsewhere.
    /// - Throws: ``TextRefusal`` when nothing visible remains, when there is a control character, a code point that is private
    ///   or reserved for no character, a mark without a letter, or more than `limit` grapheme clusters.
    public init(_ given: String, limit: Int = nameLimit) throws(TextRefusal) {
        self.given = given
        guard given.utf8.count <= limit * 64 else { throw .tooLong(limit: limit) }
        if Self.isPlain(given) {
            text = Normalisation.nfc(given)
            guard text.utf8.count <= limit || text.count <= limit else { throw .tooLong(limit: limit) }
            (stripped, hasTooManyMarks) = ([], false)
            return
        }
        var kept = String.UnicodeScalarView()
        var stripped: [Unicode.Scalar] = []
        var marks = 0
        var surplus = false
        for scalar in given.unicodeScalars {
            switch Self.treatment(of: scalar) {
            case .keep:
                marks = scalar.properties.generalCategory.isNonspacingMark ? marks + 1 : 0
                if marks > Self.reasonableMarks { surplus = true }
                guard marks <= Self.marksLimit else {
                    stripped.append(scalar)
                    continue
                }
                kept.append(scalar)
            case .strip: stripped.append(scalar)
            case .space:
                marks = 0
                if !kept.isEmpty, kept.last != " " { kept.append(" ") }
            case .refuse: throw .forbiddenCharacter(scalar)
            }
        }
        let text = Self.withoutLooseJoiners(kept, stripped: &stripped)
        if let mark = Self.looseMark(in: text) { throw .looseMark(mark) }
        guard text.contains(where: { !$0.properties.isDefaultIgnorableCodePoint && $0 != " " }) else { throw .blank }
        self.text = Normalisation.nfc(String(text))
        guard self.text.utf8.count <= limit || self.text.count <= limit else { throw .tooLong(limit: limit) }
        self.stripped = stripped
        hasTooManyMarks = surplus
    }

    /// Whether there is nothing to do: words of letters with few marks, digits and visible ASCII, a space between each two. So
    /// nearly every name is, and every one that has been cleaned before.
    private static func isPlain(_ text: String) -> Bool {
        var before: Unicode.Scalar = " "
        var marks = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x21...0x7E: marks = 0
            case 0x20:
                guard before != " " else { return false }
                marks = 0
            default:
                let category = scalar.properties.generalCategory
                marks = category.isMark ? marks + 1 : 0
                guard category.isLetterOrMark, marks == 0 || before != " ", marks <= reasonableMarks,
                    !scalar.properties.isDefaultIgnorableCodePoint
                else { return false }
            }
            before = scalar
        }
        return before != " "
    }

    private enum Treatment { case keep, strip, space, refuse }

    private static let reasonableMarks = 4
    private static let marksLimit = 8

    private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
        switch scalar.value {
        case 0x09...0x0D, 0x2028, 0x2029: .space
        case 0x00...0x1F, 0x7F...0x9F: .refuse
        case 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: .strip
        case 0xFFFC, 0xFFFD: .refuse
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE007F: .strip
        default:
            if scalar.properties.isWhitespace {
                .space
            } else if scalar.properties.isNoncharacterCodePoint || scalar.properties.generalCategory == .privateUse {
                .refuse
            } else {
                .keep
            }
        }
    }

    /// The first mark that has no letter to stand on: at the beginning or after a space.
    private static func looseMark(in scalars: String.UnicodeScalarView) -> Unicode.Scalar? {
        var before: Unicode.Scalar = " "
        for scalar in scalars {
            if before == " ", scalar.properties.generalCategory.isMark { return scalar }
            before = scalar
        }
        return nil
    }

    /// Joiners and selectors mean something only between or after visible characters of one word; at its end a joiner does
    /// after a virama, where it makes a chillu or a half letter (Unicode 12.1 and 12.9).
    private static func withoutLooseJoiners(
        _ scalars: String.UnicodeScalarView,
        stripped: inout [Unicode.Scalar]
    ) -> String.UnicodeScalarView {
        var result = String.UnicodeScalarView()
        var waiting: [Unicode.Scalar] = []
        for scalar in scalars {
            if scalar == "\u{200C}" || scalar == "\u{200D}" {
                if result.isEmpty || result.last == " " || !waiting.isEmpty {
                    stripped.append(scalar)
                } else {
                    waiting.append(scalar)
                }
                continue
            }
            if scalar == " ", !result.endsWithVirama {
                stripped.append(contentsOf: waiting)
            } else {
                result.append(contentsOf: waiting)
            }
            waiting = []
            let isFirst = result.isEmpty || result.last == " "
            if scalar == " ", isFirst { continue }
            if isFirst, scalar.properties.isVariationSelector { stripped.append(scalar) } else { result.append(scalar) }
        }
        if result.endsWithVirama { result.append(contentsOf: waiting) } else { stripped.append(contentsOf: waiting) }
        while result.last == " " { result.removeLast() }
        return result
    }
}

extension String.UnicodeScalarView {
    fileprivate var endsWithVirama: Bool { last?.properties.canonicalCombiningClass == .virama }
}

extension Unicode.GeneralCategory {
    var isLetterOrMark: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: isMark
        }
    }
    var isMark: Bool { isNonspacingMark || self == .spacingMark }
    var isNonspacingMark: Bool { self == .nonspacingMark || self == .enclosingMark }
}
