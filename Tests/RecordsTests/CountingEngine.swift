import Records
import Synchronization

/// Counts the statements that pass on their way to another engine.
final class CountingEngine: SQLEngine {
    private let engine: any SQLEngine
    private let count = Counter()

    init(_ engine: any SQLEngine) { self.engine = engine }

    /// The statements since the last call.
    func statements() -> Int { count.value.exchange(0, ordering: .relaxed) }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> Value) async throws -> Value {
        try await engine.read { [count] in try body(CountingConnection(connection: $0, count: count)) }
    }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> Value) async throws -> Value {
        try await engine.write { [count] in try body(CountingConnection(connection: $0, count: count)) }
    }

    func copy(to path: String) async throws { try await engine.copy(to: path) }

    func close() throws { try engine.close() }
}

private final class Counter: Sendable {
    let value = Atomic(0)
}

private struct CountingConnection: SQLConnection {
    let connection: any SQLConnection
    let count: Counter

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        count.value.add(1, ordering: .relaxed)
        return try connection.rows(sql, values)
    }

    func run(_ sql: String, _ values: [SQLValue]) throws {
        count.value.add(1, ordering: .relaxed)
        try connection.run(sql, values)
    }
}
