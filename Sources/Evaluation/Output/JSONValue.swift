/// A JSON document whose objects keep the order they were built in.
///
/// The same value always gives the same bytes. Numbers are written with the fewest digits that read back as the same
/// double; a number that is not finite cannot be held.
public enum JSONValue: Hashable, Sendable {
    /// `null`; beside it stands a `why`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A finite number. Make it with ``number(_:)-swift.type.method``, which turns anything else into `null`.
    case finite(Double)
    /// Text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Members in order.
    case object([JSONMember])

    /// A number, or `null` for nil, infinity and not-a-number. Negative zero becomes zero.
    public static func number(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .finite(value == 0 ? 0 : value)
    }

    /// A whole number, or `null`.
    public static func count(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }

    /// Text, or `null`.
    public static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

    /// The two bounds as a list, or `null`.
    public static func interval(_ value: ClosedRange<Double>?) -> JSONValue {
        guard let value else { return .null }
        return .array([.number(value.lowerBound), .number(value.upperBound)])
    }
}

/// A name and a value of a JSON object.
public struct JSONMember: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue
    /// A member.
    public init(_ name: String, _ value: JSONValue) { (self.name, self.value) = (name, value) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// An object with these members, in the order written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { JSONMember($0.0, $0.1) })
    }
}

extension JSONValue {
    /// This object with more members at its end; anything but an object stays as it is.
    func adding(_ members: [JSONMember]) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own + members)
    }

    /// This object with a `why` when one of its own members is null and none says why.
    func explained(_ why: String) -> JSONValue {
        guard case .object(let own) = self, own.contains(where: { $0.value == .null }), self["why"] == nil else {
            return self
        }
        return adding([JSONMember("why", .string(why))])
    }

    /// The member called `name`, when this is an object that has one.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}
