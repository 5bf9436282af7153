/// An e-mail address that a letter could be sent to.
///
/// The check is the one browsers make for `<input type="email">` (HTML Living Standard, "valid e-mail address"),
/// and a dot in the domain.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// Why an address cannot be taken.
    public struct Invalid: Refusal, Equatable {
        /// What was typed.
        public let input: String
        /// The sentence for the person who typed it.
        public var description: String {
            "\"\(input)\" is not an e-mail address. It should look like name@example.org; check for spaces and missing dots."
        }
    }

    /// The address as typed, without white space at its ends.
    public let text: String
    /// The address in lower case, by which two addresses are the same.
    public var key: String { text.lowercased() }

    /// Reads an address as typed.
    public init(parsing input: String) throws(Invalid) {
        let trimmed = input.split(whereSeparator: \.isWhitespace)
        guard trimmed.count == 1, let address = trimmed.first, address.utf8.count <= 254 else {
            throw Invalid(input: input)
        }
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, (1...64).contains(halves[0].utf8.count), halves[0].utf8.allSatisfy(Self.isLocal) else {
            throw Invalid(input: input)
        }
        let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(Self.isLabel) else { throw Invalid(input: input) }
        text = String(address)
    }

    /// The address as typed.
    public var description: String { text }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        guard (1...63).contains(label.utf8.count), label.first != "-", label.last != "-" else { return false }
        return label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
