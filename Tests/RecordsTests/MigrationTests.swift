import Foundation
import Testing

@testable import Records

@Suite struct MigrationTests {
    private static let schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"

    @Test("each step's name begins with a number of its own, higher than the one before")
    func numbers() {
        for migration in Migration.all {
            let digits = String(migration.number)
            #expect(migration.name.hasPrefix(String(repeating: "0", count: 3 - digits.count) + digits + " "))
        }
        #expect(zip(Migration.all, Migration.all.dropFirst()).allSatisfy { $0.number < $1.number })
        #expect(Migration.all.first?.number == 1)
    }

    @Test("a step that fills a gap in the numbers is taken by a database that is past it")
    func fillsAGap() async throws {
        let (folder, fresh) = (try TemporaryFolder(), try TemporaryFolder())
        try await Records.open(folder.database).close()
        let engine = try SQLiteEngine(path: folder.database)
        try await engine.write { connection in
            // As if it had been made by a program that did not know this step yet.
            try connection.run("DROP TABLE wave_event")
            try connection.run("DELETE FROM schema_version WHERE version = \(Migration.waveEvents.number)")
        }
        try engine.close()
        try await Records.open(folder.database).close()
        try await Records.open(fresh.database).close()
        #expect(try await Set(schema(of: folder.database)) == Set(schema(of: fresh.database)))
    }

    @Test("leaves no word for the engine to supply", arguments: Migration.all.map(\.forSQLite))
    func supplies(_ sql: String) { #expect(!sql.contains("{{") && !sql.contains("}}")) }

    @Test("a database stopped after any step opens and is brought up to date", arguments: 0...Migration.all.count)
    func continues(_ steps: Int) async throws {
        let (stopped, fresh) = (try TemporaryFolder(), try TemporaryFolder())
        let engine = try SQLiteEngine(path: stopped.database)
        try await engine.write { connection in
            try connection.run("CREATE TABLE schema_version (version INTEGER NOT NULL, name TEXT NOT NULL) STRICT")
            for migration in Migration.all.prefix(steps) {
                try connection.run(migration.forSQLite)
                try connection.run(
                    "INSERT INTO schema_version (version, name) VALUES ($1, $2)",
                    .integer(migration.number),
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
        let known = Migration.newest
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
