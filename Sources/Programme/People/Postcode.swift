/// A United Kingdom postcode; looked up once for the small area it lies in, and then dropped.
public struct Postcode: Hashable, Sendable, CustomStringConvertible {
    /// Why a text is no postcode.
    public struct Invalid: Refusal, Equatable {
        /// What was typed.
        public let input: String
        /// The sentence for the person who typed it.
        public var description: String {
            "\"\(input)\" is not a postcode. Type one like MK9 3EJ, or leave it out and choose the area instead."
        }
    }

    /// Upper case without spaces, by which two postcodes are the same.
    public let key: String
    /// Upper case with one space before the last three characters.
    public var description: String { "\(key.dropLast(3)) \(key.suffix(3))" }

    /// Reads a postcode as typed; case and spaces are free. Form: BS 7666 (A9, A99, AA9, AA99, A9A or AA9A, then 9AA).
    public init(parsing input: String) throws(Invalid) {
        let text = input.uppercased().filter { !$0.isWhitespace }
        let kinds = text.utf8.map { byte -> Character in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): "A"
            case UInt8(ascii: "0")...UInt8(ascii: "9"): "9"
            default: "?"
            }
        }
        let outward = String(kinds.dropLast(3))
        guard kinds.suffix(3) == ["9", "A", "A"], ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(outward) else {
            throw Invalid(input: input)
        }
        key = text
    }
}
