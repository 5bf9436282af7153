/// A telephone number as people in Britain write one, or an international number that starts with `+` or `00`.
public struct TelephoneNumber: Hashable, Sendable, CustomStringConvertible {
    /// Why a number cannot be taken.
    public struct Invalid: Refusal, Equatable {
        /// What was typed.
        public let input: String
        /// The sentence for the person who typed it.
        public var description: String {
            "\"\(input)\" is not a telephone number. Type digits, for example 01908 123456 or +44 7700 900123."
        }
    }

    /// The number as typed, without white space at its ends.
    public let text: String
    /// `+` and digits (ITU-T E.164), by which two numbers are the same.
    public let key: String

    /// Reads a number as typed; spaces, dots, hyphens and brackets are free.
    public init(parsing input: String) throws(Invalid) {
        text = input.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var digits = text.filter { !" .-()/".contains($0) }
        if digits.hasPrefix("00") { digits = "+" + digits.dropFirst(2) }
        if digits.hasPrefix("0") { digits = "+44" + digits.dropFirst() }
        if digits.hasPrefix("+440") { digits = "+44" + digits.dropFirst(4) }
        guard digits.hasPrefix("+"), (8...15).contains(digits.count - 1), digits.dropFirst().allSatisfy(\.isASCIIDigit)
        else { throw Invalid(input: input) }
        key = digits
    }

    /// The number as typed.
    public var description: String { text }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
