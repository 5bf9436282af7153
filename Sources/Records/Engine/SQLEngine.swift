public import Programme

/// A value as a database holds it.
public enum SQLValue: Hashable, Sendable {
    /// Nothing known.
    case null
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction.
    case real(Double)
    /// Text in UTF-8.
    case text(String)
    /// Bytes.
    case bytes([UInt8])

    /// Text, or null for none.
    public static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
    /// A whole number, or null for none.
    public static func optional(_ number: Int?) -> SQLValue { number.map { .integer(Int64($0)) } ?? .null }
    /// A number, or null for none.
    public static func optional(_ number: Double?) -> SQLValue { number.map(SQLValue.real) ?? .null }
    /// A whole number.
    public static func integer(_ number: Int) -> SQLValue { .integer(Int64(number)) }
    /// 1 or 0.
    public static func flag(_ flag: Bool) -> SQLValue { .integer(flag ? 1 : 0) }
    /// A key.
    public static func id<Entity>(_ id: ID<Entity>) -> SQLValue { .integer(id.rawValue) }
}

/// A statement that the schema or the database refused: the last guard, after every rule has failed to.
public struct StatementRefused: Error, Sendable, Equatable, CustomStringConvertible {
    /// What the database said; it names tables and columns, never a value.
    public let reason: String
    /// The sentence for the log and whoever asked.
    public var description: String {
        "The database refused the change: \(reason). Nothing was changed; please report this as a fault of the program."
    }
}

/// One open transaction or reading. Placeholders are `$1`, `$2`, … and may repeat.
public protocol SQLConnection {
    /// All rows of a query.
    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow]
    /// Runs a statement that returns nothing.
    func run(_ sql: String, _ values: [SQLValue]) throws
}

/// A database: an asynchronous door with a synchronous body, so that a page never blocks a cooperative thread.
public protocol SQLEngine: Sendable {
    /// Reads one consistent state.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> Value) async throws -> Value
    /// Writes in one transaction that holds the write lock from its start; an error rolls everything back.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> Value) async throws -> Value
    /// Makes a consistent copy of everything at a path where nothing is yet, while others go on reading and writing.
    func copy(to path: String) async throws
    /// Lets go of files and connections.
    func close() throws
}

extension SQLConnection {
    /// All rows of a query.
    public func rows(_ sql: String, _ values: SQLValue...) throws -> [SQLRow] { try rows(sql, values) }
    /// Runs a statement that returns nothing.
    public func run(_ sql: String, _ values: SQLValue...) throws { try run(sql, values) }
    /// The first row, or nil when there is none.
    public func first(_ sql: String, _ values: SQLValue...) throws -> SQLRow? { try rows(sql, values).first }
    /// The whole number in the first column called `n` of the first row; 0 when there is no row.
    public func count(_ sql: String, _ values: SQLValue...) throws -> Int { try rows(sql, values).first?.int("n") ?? 0 }
}
