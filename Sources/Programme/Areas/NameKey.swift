/// A name without what people vary when they type it: case, spaces, hyphens, apostrophes, "&" for "and".
enum NameKey {
    /// The letters and digits of `text`, small, with "&" read as "and".
    static func of(_ text: some StringProtocol) -> String {
        var key = ""
        for character in text.lowercased() {
            if character == "&" {
                key += "and"
            } else if character.isLetter || character.isNumber {
                key.append(character)
            }
        }
        return key
    }
}
