import Foundation
import Testing

@testable import Records

@Suite struct MigrationTests {
    private static let schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"

    @Test("each step's name begins with its number")
    func numbers() {
        for (index, migration) in Migration.all.enumerated() {
            let digits = String(index + 1)
            #expect(migration.name.hasPrefix(String(repeating: "0", count: 3 - digits.count) + digits + " "))
        }
    }

    @Test("leaves no word for the engine to supply", arguments: Migration.all.map(\.forSQLite))
    func supplies(_ sql: String) { #expect(!sql.contains("{{") && !sql.contains("}}")) }

    @Test("a database stopped after any step opens and is brought up to date", arguments: 0...Migration.all.count)
    func continues(_ steps: Int) async throws {
        let (stopped, fresh) = (try TemporaryFolder(), try TemporaryFolder())
        let engine = try SQLiteEngine(path: stopped.database)
        try await engine.write { connection in
            try connection.run("CREATE TABLE schema_version (version INTEGER NOT NULL, name TEXT NOT NULL) STRICT")
            for (index, migration) in Migration.all.prefix(steps).enumerated() {
                try connection.run(migration.forSQLite)
                try connection.run(
                    "INSERT INTO schema_version (version, name) VALUES ($1, $2)",
                    .integer(index + 1),
                    .text(migration.name)
                )
            }
            if steps > 0 {
                try connection.run(
                    "INSERT INTO outbox (purpose, subject, occasion, queued_at) VALUES ('kept', 1, 'before', 'then')"
                )
            }
        }
        try engine.close()
        try await Records.open(stopped.database).close()
        try await Records.open(fresh.database).close()
        #expect(try await schema(of: stopped.database) == schema(of: fresh.database))
        let kept = try await SQLiteEngine(path: stopped.database).read { connection in
            try connection.count("SELECT COUNT(*) AS n FROM outbox WHERE purpose = 'kept'")
        }
        #expect(kept == min(steps, 1))
    }

    private func schema(of path: String) async throws -> [String] {
        let engine = try SQLiteEngine(path: path)
        let tables = try await engine.read { connection in
            try connection.rows(Self.schema).map { try $0.text("sql") }
                + connection.rows("SELECT name FROM schema_version ORDER BY version").map { try $0.text("name") }
        }
        try engine.close()
        return tables
    }

    @Test("every table is STRICT")
    func strict() async throws {
        let folder = try TemporaryFolder()
        try await Records.open(folder.database).close()
        let loose = try await SQLiteEngine(path: folder.database).read { connection in
            try connection.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0").map {
                try $0.text("name")
            }
        }
        #expect(loose == ["sqlite_schema"])
    }

    @Test("a database of a newer program is refused with a sentence, and left alone")
    func newer() async throws {
        let folder = try TemporaryFolder()
        try await Records.open(folder.database).close()
        let known = Migration.all.count
        let engine = try SQLiteEngine(path: folder.database)
        try await engine.write { connection in
            try connection.run(
                "INSERT INTO schema_version (version, name) VALUES ($1, 'of tomorrow')",
                .integer(known + 1)
            )
        }
        let before = try await engine.read { try $0.contents() }
        let refusal = NewerSchema(found: known + 1, known: known)
        await #expect(throws: refusal) { try await Records.open(folder.database) }
        #expect(refusal.description.contains("newer CommonGround") && refusal.description.contains("Install the newer"))
        #expect(try await engine.read { try $0.contents() } == before)
    }

    @Test("ten tasks may open a new file at once")
    func together() async throws {
        let folder = try TemporaryFolder()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { try await Records.open(folder.database).close() } }
            try await group.waitForAll()
        }
        #expect(try await schema(of: folder.database).filter { $0.contains("CREATE TABLE audit") }.count == 1)
    }
}
