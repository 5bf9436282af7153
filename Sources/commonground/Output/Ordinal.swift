/// Positions in words.
enum Ordinal {
    /// "first", "second", … "12th".
    static func word(_ position: Int) -> String {
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        return words.indices.contains(position - 1) ? words[position - 1] : "\(position)th in line"
    }
}
