import Foundation
import GRDB

/// SQLite through GRDB: the embedded default. No GRDB type leaves this file.
public final class SQLiteEngine: SQLEngine {
    /// Why a database file cannot be used.
    public enum Unusable: Error, Sendable, Equatable, CustomStringConvertible {
        /// The file cannot be opened or is no database.
        case cannotOpen(path: String, reason: String)
        /// The disk's promise could not be had.
        case notDurable(path: String)
        /// The SQLite library lacks STRICT tables and RETURNING.
        case libraryTooOld(version: String)
        /// Another process held the lock for longer than we wait.
        case busy(path: String)

        /// The sentence for whoever started the program.
        public var description: String {
            switch self {
            case .cannotOpen(let path, let reason):
                "The database \(path) cannot be opened: \(reason). Check the path and the rights of its folder."
            case .notDurable(let path):
                "The database \(path) cannot be opened safely: SQLite refused full synchronisation. Use a local disk."
            case .libraryTooOld(let version):
                "SQLite \(version) is too old for CommonGround. Install version 3.40 or later."
            case .busy(let path):
                "The database \(path) is busy with another program's change. Try again in a moment."
            }
        }
    }

    private let pool: DatabasePool
    private let path: String

    /// Opens or creates a database file in WAL mode with foreign keys on and every commit synchronised to the disk.
    public init(path: String) throws(Unusable) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(15)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            let (version, level) = try pool.writeWithoutTransaction { database in
                // The pool has just set NORMAL, which may lose the last commits in a power cut.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                return (
                    try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
                    try Int.fetchOne(database, sql: "PRAGMA synchronous")
                )
            }
            let parts = version.split(separator: ".").compactMap { Int($0) }
            guard parts.lexicographicallyPrecedes([3, 40]) == false else {
                throw Unusable.libraryTooOld(version: version)
            }
            guard level == 2 else { throw Unusable.notDurable(path: path) }
        } catch let unusable as Unusable {
            throw unusable
        } catch {
            throw Self.unusable(error, path)
        }
    }

    /// Reads one consistent state on a connection of its own.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.read { try body(SQLiteConnection(database: $0)) }
        } catch let error as DatabaseError {
            throw Self.translated(error, path)
        }
    }

    /// Writes in one IMMEDIATE transaction.
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.write { try body(SQLiteConnection(database: $0)) }
        } catch let error as DatabaseError {
            throw Self.translated(error, path)
        }
    }

    /// Copies the database by SQLite's backup interface into one file without a write-ahead log.
    public func copy(to path: String) async throws {
        do {
            let target = try DatabaseQueue(path: path)
            try pool.backup(to: target)
            try await target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
        } catch let error as DatabaseError {
            throw Self.unusable(error, path)
        }
    }

    /// Whether another connection, of this process or another, has the database file open.
    public static func isInUse(_ path: String) -> Bool {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
        do {
            let alone = try DatabaseQueue(path: path, configuration: configuration)
            try alone.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE; COMMIT") }
            try alone.close()
            return false
        } catch let error as DatabaseError {
            return error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        } catch { return false }
    }

    /// Checkpoints the write-ahead log and closes every connection.
    public func close() throws { try pool.close() }

    private static func translated(_ error: DatabaseError, _ path: String) -> any Error {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: Unusable.busy(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_NOTADB, .SQLITE_CORRUPT:
            unusable(error, path)
        default: StatementRefused(reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }

    private static func unusable(_ error: any Error, _ path: String) -> Unusable {
        guard let error = error as? DatabaseError else {
            return .cannotOpen(path: path, reason: "\(error.localizedDescription)")
        }
        return .cannotOpen(path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
}

private struct SQLiteConnection: SQLConnection {
    let database: Database

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [SQLRow] {
        let statement = try prepared(sql)
        let cursor = try Row.fetchCursor(statement, arguments: arguments(values))
        var columns: [String: Int] = [:]
        var rows: [SQLRow] = []
        while let row = try cursor.next() {
            if columns.isEmpty {
                for (index, name) in row.columnNames.enumerated() { columns[name] = index }
            }
            rows.append(SQLRow(columns: columns, values: row.databaseValues.map(SQLValue.init)))
        }
        return rows
    }

    func run(_ sql: String, _ values: [SQLValue]) throws {
        guard !values.isEmpty else { return try database.execute(sql: sql) }
        try prepared(sql).execute(arguments: arguments(values))
    }

    private func prepared(_ sql: String) throws -> Statement {
        try database.cachedStatement(sql: NumberedPlaceholders.forSQLite(sql))
    }

    private func arguments(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(values.map(\.databaseValue))
    }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .blob(let data): .bytes([UInt8](data))
            }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
