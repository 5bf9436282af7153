/// Positions in words, for a person who waits.
public enum Ordinal {
    private static let words = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]

    /// `first` to `tenth`, then `11th`, `21st` and so on.
    public static func words(_ position: Int) -> String {
        guard !words.indices.contains(position - 1) else { return words[position - 1] }
        let suffix =
            switch (position % 10, position % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(position)\(suffix)"
    }
}
