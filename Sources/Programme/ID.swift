/// A database key that remembers which kind of thing it names.
public struct ID<Entity>: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number the database gave.
    public let rawValue: Int64
    /// Wraps a number the database gave.
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// The number as digits, as shown in addresses and on the command line.
    public var description: String { String(rawValue) }
    /// Orders keys as the database gave them out.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ID {
    /// Reads a number as typed on a command line or found in an address; nil unless it is a positive whole number.
    public init?(_ text: some StringProtocol) {
        guard let number = Int64(text), number > 0 else { return nil }
        self.init(rawValue: number)
    }
}

extension ID: Codable {
    /// Reads a bare number.
    public init(from decoder: any Decoder) throws { rawValue = try Int64(from: decoder) }
    /// Writes a bare number.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}
