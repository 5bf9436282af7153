/// Why a text cannot be set in type. Each is one sentence: the thing, the reason, the next step.
public enum TextRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing visible remains.
    case blank
    /// More grapheme clusters than the limit.
    case tooLong(limit: Int)
    /// A mark at the beginning or after a space, where no letter carries it.
    case looseMark(Unicode.Scalar)
    /// A control character or a code point that is private or reserved for no character.
    case forbiddenCharacter(Unicode.Scalar)
    /// A code point that no font of the table draws, with the cluster it stands in.
    case uncovered(Unicode.Scalar, cluster: String)
    /// Words that are too long for their box at the smallest size allowed.
    case tooWide(String)
    /// A font file that is damaged.
    case font(FontFace.Fault)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .blank: "There is nothing to print: the text is empty or has only invisible characters. Type it again."
        case .tooLong(let limit): "The text is longer than \(limit) characters. Shorten it to what should be printed."
        case .forbiddenCharacter(let scalar):
            "The text holds \(Self.codePoint(scalar)), which is not a character that can be printed. Take it out."
        case .looseMark(let scalar):
            "The text holds \(Self.codePoint(scalar)), a mark that has no letter to stand on. Put the letter before it, or "
                + "take it out."
        case .uncovered(let scalar, let cluster):
            "No font can draw \(Self.codePoint(scalar)) \"\(cluster)\". Leave it out, or name a font that has it in the "
                + "font table."
        case .tooWide(let text):
            "\"\(text)\" does not fit its place on the page even at the smallest size. Shorten it."
        case .font(let fault): fault.description
        }
    }

    private static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
