public import FoundationEssentials
public import Programme

/// The programme's one database: the only door to reading and changing what is on record.
public struct Records: Sendable {
    private let engine: any SQLEngine
    private let digest: @Sendable ([UInt8]) -> [UInt8]
    /// Whether changes are rolled back after they were shown to be possible (`--dry-run`).
    public let rehearses: Bool

    /// Opens records on an engine and brings the schema up to date.
    ///
    /// `digest` is SHA-256; it chains the audit trail.
    public init(
        engine: any SQLEngine,
        rehearses: Bool = false,
        digest: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) async throws {
        self.engine = engine
        self.rehearses = rehearses
        self.digest = digest
        let isCurrent = try await engine.read { connection in try connection.schemaIsCurrent() }
        if !isCurrent { try await engine.write { connection in try connection.migrate(digest: digest) } }
    }

    /// Reads one consistent state.
    public func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        try await engine.read { connection in try body(Reader(connection: connection)) }
    }

    /// Makes one change in one transaction: reads, decides, writes, notes it in the audit trail, commits.
    ///
    /// An error thrown in the body, or a body that notes nothing, leaves the database as it was.
    public func change<Value: Sendable>(
        _ actor: Actor,
        _ action: Action,
        at now: Date,
        _ body: @escaping @Sendable (Ledger) throws -> Value
    ) async throws -> Value {
        let (digest, rehearses) = (digest, rehearses)
        do {
            return try await engine.write { connection in
                let trail = AuditTrail(connection: connection, actor: actor, action: action, at: now, digest: digest)
                let value = try body(Ledger(connection: connection, trail: trail))
                guard trail.entries > 0 else { throw UnauditedChange(action: action) }
                guard !rehearses else { throw Rehearsed(value: value) }
                return value
            }
        } catch let rehearsed as Rehearsed<Value> {
            return rehearsed.value
        }
    }

    /// Makes a consistent copy at a path where nothing is yet, while others go on reading and writing.
    public func copy(to path: String) async throws { try await engine.copy(to: path) }

    /// Lets go of the file.
    public func close() throws { try engine.close() }

    /// Recomputes the audit chain; the number of the first row that does not fit, or nil when all do.
    public func brokenAuditRow() async throws -> Int? {
        let digest = digest
        return try await engine.read { connection in try AuditTrail.firstBroken(connection, digest: digest) }
    }

    private struct Rehearsed<Value: Sendable>: Error { let value: Value }
}

/// A change that told the audit trail nothing: a fault of the program.
public struct UnauditedChange: Error, Sendable, CustomStringConvertible {
    /// The action.
    public let action: Action
    /// The sentence for the log.
    public var description: String {
        "The change \"\(action.rawValue)\" noted nothing in the audit trail and was undone."
    }
}

/// What a key of a reason names.
enum GivenReason {}

/// Reading in one consistent state.
public struct Reader {
    let connection: any SQLConnection
}

/// Reading and writing in one transaction.
public struct Ledger {
    let connection: any SQLConnection
    let trail: AuditTrail
    /// The instant of the change.
    public var now: Date { trail.at }
    /// Reading inside the transaction.
    public var read: Reader { Reader(connection: connection) }

    /// Notes what was changed. `detail` holds numbers, codes and states, never a name or an address.
    public func note(_ subject: String, _ detail: [String: String] = [:], as action: Action? = nil) throws {
        try trail.append(subject: subject, detail: detail, action: action)
    }

    /// Keeps words that somebody gave as a reason apart from the audit trail, so that they can be erased and the chain stay
    /// whole; returns what the trail says in their place.
    public func keepReason(_ text: String) throws -> String {
        "reason:\(try reasonKey(text))"
    }

    func reasonKey(_ text: String) throws -> ID<GivenReason> {
        try inserted("INSERT INTO reason (text) VALUES ($1) RETURNING id", [.text(text)])
    }

    /// Queues a letter; the same purpose, subject and occasion are queued once only.
    public func queueLetter(_ purpose: String, subject: Int64, occasion: String) throws {
        try connection.run(
            """
            INSERT INTO outbox (purpose, subject, occasion, queued_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (purpose, subject, occasion) DO NOTHING
            """,
            .text(purpose),
            .integer(subject),
            .text(occasion),
            .instant(trail.at)
        )
    }

    /// The key that the last insertion gave, from its RETURNING row.
    func inserted<Entity>(_ sql: String, _ values: [SQLValue]) throws -> ID<Entity> {
        guard let row = try connection.rows(sql, values).first else {
            throw SQLRow.Mismatch(column: "id", expected: "key")
        }
        return try row.id("id")
    }
}
