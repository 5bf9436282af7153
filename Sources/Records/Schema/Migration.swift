/// One numbered step of the schema: one intention, never edited after release.
///
/// The text is portable but for the words an engine supplies: `{{strict}}`, `{{identity}}`, `{{int64}}`, `{{bytes}}`.
struct Migration: Sendable {
    let name: String
    let sql: String
    /// What SQL alone cannot compute for rows that are there already, with SHA-256.
    var fill: (@Sendable (any SQLConnection, (([UInt8]) -> [UInt8])) throws -> Void)?

    /// Every step in order. The numbers their names begin with rise and may leave gaps; a step that fills a gap later reaches
    /// databases that are past it all the same.
    static let all: [Migration] = [
        .audit, .accounts, .programmes, .material, .runs, .people, .bookings, .links, .register, .surveys, .awareness,
        .counts,
        .certificates, .settings, .reasons, .sealing, .names, .packedCounts, .countTables,
        .secondKeyings, .answerChanges, .waveEvents, .ownWords, .plans, .places, .extracts, .callerLinks,
        .countTotals,
    ]

    /// The number the name begins with; 0 for a name without one, which a test forbids.
    var number: Int { Int(name.prefix { $0 != " " }) ?? 0 }

    /// The highest number this program knows.
    static var newest: Int { all.map(\.number).max() ?? 0 }

    /// The text with SQLite's words.
    var forSQLite: String {
        [("strict", "STRICT"), ("identity", "INTEGER PRIMARY KEY"), ("int64", "INTEGER"), ("bytes", "BLOB")]
            .reduce(sql) { text, word in
                text.split(separator: "{{\(word.0)}}", omittingEmptySubsequences: false).joined(separator: word.1)
            }
    }
}

/// A database made by a newer program.
public struct NewerSchema: Error, Sendable, Equatable, CustomStringConvertible {
    /// The schema's version in the file.
    public let found: Int
    /// The newest this program knows.
    public let known: Int
    /// The sentence for whoever started the program.
    public var description: String {
        "The database was made by a newer CommonGround (schema \(found); this program knows up to \(known)). Install the newer program."
    }
}

extension SQLConnection {
    /// Whether the schema is the newest this program knows; refuses one that is newer.
    func schemaIsCurrent() throws -> Bool {
        guard try count("SELECT COUNT(*) AS n FROM sqlite_master WHERE name = 'schema_version'") > 0 else {
            return false
        }
        return try missingMigrations().isEmpty
    }

    /// The steps this database has not taken, in order; refuses one that has taken a step this program does not know.
    private func missingMigrations() throws -> [Migration] {
        let taken = Set(try rows("SELECT version FROM schema_version").map { try $0.int("version") })
        let unknown = taken.subtracting(Migration.all.map(\.number))
        if let found = unknown.max() { throw NewerSchema(found: found, known: Migration.newest) }
        return Migration.all.filter { !taken.contains($0.number) }
    }

    /// Brings the schema up to date; already up to date it reads the steps taken. `digest` is SHA-256.
    func migrate(digest: ([UInt8]) -> [UInt8]) throws {
        try run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, name TEXT NOT NULL) STRICT")
        for migration in try missingMigrations() {
            try run(migration.forSQLite)
            try migration.fill?(self, digest)
            try run(
                "INSERT INTO schema_version (version, name) VALUES ($1, $2)",
                .integer(migration.number),
                .text(migration.name)
            )
        }
    }
}
