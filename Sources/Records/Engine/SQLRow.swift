public import FoundationEssentials
public import Programme

/// One row, read by column name.
public struct SQLRow: Sendable {
    /// A column that is missing or holds another kind of value than expected: a fault of the program or the file.
    public struct Mismatch: Error, Sendable, CustomStringConvertible {
        /// The column.
        public let column: String
        /// What was expected.
        public let expected: String
        /// The sentence for the log.
        public var description: String {
            "The database holds no \(expected) in column \(column). Run \"commonground verify\" and restore a backup if it finds faults."
        }
    }

    let columns: [String: Int]
    let values: [SQLValue]

    private subscript(column: String) -> SQLValue? { columns[column].map { values[$0] } }

    /// The text of a column.
    public func text(_ column: String) throws(Mismatch) -> String {
        guard case .text(let text)? = self[column] else { throw Mismatch(column: column, expected: "text") }
        return text
    }

    /// The text of a column, or nil when null.
    public func optionalText(_ column: String) throws(Mismatch) -> String? {
        self[column] == .null ? nil : try text(column)
    }

    /// The whole number of a column.
    public func int(_ column: String) throws(Mismatch) -> Int {
        guard case .integer(let number)? = self[column] else {
            throw Mismatch(column: column, expected: "whole number")
        }
        return Int(number)
    }

    /// The whole number of a column, or nil when null.
    public func optionalInt(_ column: String) throws(Mismatch) -> Int? { self[column] == .null ? nil : try int(column) }

    /// Whether a column holds anything but 0.
    public func flag(_ column: String) throws(Mismatch) -> Bool { try int(column) != 0 }

    /// The number of a column, or nil when null.
    public func optionalReal(_ column: String) throws(Mismatch) -> Double? {
        switch self[column] {
        case .null?: nil
        case .real(let number)?: number
        case .integer(let number)?: Double(number)
        default: throw Mismatch(column: column, expected: "number")
        }
    }

    /// The bytes of a column.
    public func bytes(_ column: String) throws(Mismatch) -> [UInt8] {
        guard case .bytes(let bytes)? = self[column] else { throw Mismatch(column: column, expected: "bytes") }
        return bytes
    }

    /// The bytes of a column, or nil when null.
    public func optionalBytes(_ column: String) throws(Mismatch) -> [UInt8]? {
        self[column] == .null ? nil : try bytes(column)
    }

    /// The key in a column.
    public func id<Entity>(_ column: String) throws(Mismatch) -> ID<Entity> { ID(rawValue: Int64(try int(column))) }

    /// The key in a column, or nil when null.
    public func optionalID<Entity>(_ column: String) throws(Mismatch) -> ID<Entity>? {
        try optionalInt(column).map { ID(rawValue: Int64($0)) }
    }

    /// A column's text read by `parse`, which returns nil for text that is not `expected`.
    public func parsed<Value>(_ column: String, _ expected: String, _ parse: (String) -> Value?) throws(Mismatch)
        -> Value
    {
        guard let value = parse(try text(column)) else { throw Mismatch(column: column, expected: expected) }
        return value
    }

    /// A column's text read by `parse`, or nil when null.
    public func parsedIfPresent<Value>(
        _ column: String,
        _ expected: String,
        _ parse: (String) -> Value?
    ) throws(Mismatch) -> Value? {
        self[column] == .null ? nil : try parsed(column, expected, parse)
    }

    /// The day in a column.
    public func date(_ column: String) throws(Mismatch) -> CalendarDate {
        try parsed(column, "date") { CalendarDate($0) }
    }

    /// The wall-clock reading in a column.
    public func local(_ column: String) throws(Mismatch) -> LocalDateTime {
        try parsed(column, "date and time") { LocalDateTime($0) }
    }

    /// The month in a column.
    public func month(_ column: String) throws(Mismatch) -> Month { try parsed(column, "month") { Month($0) } }

    /// The instant in a column.
    public func instant(_ column: String) throws(Mismatch) -> Date {
        try parsed(column, "instant") { StoredInstant.date($0) }
    }

    /// The instant in a column, or nil when null.
    public func optionalInstant(_ column: String) throws(Mismatch) -> Date? {
        self[column] == .null ? nil : try instant(column)
    }
}
