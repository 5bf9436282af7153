/// A person's name as given, and as one line of text fit for a certificate.
///
/// Names are never split, never re-cased and never translated; only runs of white space become one space.
public struct PersonName: Hashable, Sendable, CustomStringConvertible {
    /// Why a name cannot be taken.
    public enum Invalid: Refusal, Equatable {
        /// Nothing but white space.
        case blank
        /// More characters than a certificate can carry.
        case tooLong(count: Int)
        /// A control character, which no paper can print.
        case control(code: UInt32)

        /// The sentence for the person who typed the name.
        public var description: String {
            switch self {
            case .blank: "The name is empty. Type the name as it should stand on the certificate."
            case .tooLong(let count): "The name has \(count) characters; at most 200 fit. Type a shorter form of it."
            case .control(let code):
                "The name contains the control character U+\(Digits.hexadecimal(code, 4)). Type it without that character."
            }
        }
    }

    /// The longest name taken, in characters.
    public static let longest = 200

    /// What the person typed, untouched.
    public let given: String
    /// The given name with single spaces and no space at either end; at most 200 characters.
    public let text: String

    /// Reads a name as typed.
    public init(parsing input: String) throws(Invalid) {
        let words = input.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { throw .blank }
        given = input
        text = words.joined(separator: " ")
        guard text.count <= Self.longest else { throw .tooLong(count: text.count) }
        for scalar in text.unicodeScalars where scalar.properties.generalCategory == .control {
            throw .control(code: scalar.value)
        }
    }

    /// Whether two people could be one by their names: equal but for case, by Unicode canonical equivalence.
    public func matches(_ other: PersonName) -> Bool { text.lowercased() == other.text.lowercased() }

    /// The certificate line.
    public var description: String { text }
}
