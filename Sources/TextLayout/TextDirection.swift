/// Which way the lines of a paragraph run, whatever letters stand in them.
public enum TextDirection: Hashable, Sendable {
    /// The way of the first letter with one; left to right without. For a name or a text of its own.
    case ofFirstLetter
    /// From left to right, like English.
    case leftToRight
    /// From right to left, like Arabic.
    case rightToLeft

    /// The way a language is written, by its BCP 47 tag.
    public init(ofLanguage tag: String) {
        let parts = tag.lowercased().split(separator: "-")
        let isLatin = parts.dropFirst().contains("latn")
        self = parts.first.map { Self.fromTheRight.contains($0) } == true && !isLatin ? .rightToLeft : .leftToRight
    }

    private static let fromTheRight: Set<Substring> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
    ]

    /// As ICU takes it: 0xFE leaves the choice to the first letter.
    var level: UInt8 {
        switch self {
        case .ofFirstLetter: 0xFE
        case .leftToRight: 0
        case .rightToLeft: 1
        }
    }
}
