import Foundation
import Testing

@testable import Records

@Suite struct EngineTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("every commit reaches the disk: FULL on the writer, in a write-ahead log, foreign keys on")
    func isDurable() async throws {
        let engine = try SQLiteEngine(path: folder.database)
        let settings = try await engine.write { connection in
            try ["synchronous", "journal_mode", "foreign_keys", "trusted_schema"].map { name in
                try connection.rows("SELECT CAST(\(name) AS TEXT) AS said FROM pragma_\(name)").map {
                    try $0.text("said")
                }
            }
        }
        #expect(settings == [["2"], ["wal"], ["1"], ["0"]])
    }

    @Test func readsOnlyWhereItReads() async throws {
        let engine = try SQLiteEngine(path: folder.database)
        await #expect(throws: (any Error).self) {
            try await engine.read { connection in try connection.run("CREATE TABLE t (a)") }
        }
    }

    @Test(
        "gives every kind of value back",
        arguments: [
            SQLValue.null, .integer(Int64(0)), .integer(Int64.max), .integer(Int64.min), .real(0.1), .real(-1e300),
            .text(""),
            .text("O'Brien; \u{0}محمد 李"), .bytes([]), .bytes([0, 255, 36]),
        ]
    )
    func givesBack(_ value: SQLValue) async throws {
        let engine = try SQLiteEngine(path: folder.database)
        let kept = try await engine.write { connection in
            try connection.run("CREATE TABLE kept (value ANY) STRICT")
            try connection.run("INSERT INTO kept VALUES ($1)", value)
            return try connection.count("SELECT COUNT(*) AS n FROM kept WHERE value IS $1", value)
        }
        #expect(kept == 1)
    }

    @Test("numbers placeholders, whatever their order and however often they stand")
    func placeholders() async throws {
        let engine = try SQLiteEngine(path: folder.database)
        let said = try await engine.read { connection in
            try connection.first(
                "SELECT $2 || $1 || $2 || $10 AS said",
                .text("a"),
                .text("b"),
                .null,
                .null,
                .null,
                .null,
                .null,
                .null,
                .null,
                .text("j")
            )?.text("said")
        }
        #expect(said == "babj")
    }

    @Test("a failing body leaves nothing")
    func rollsBack() async throws {
        struct Stop: Error {}
        let engine = try SQLiteEngine(path: folder.database)
        try await engine.write { connection in try connection.run("CREATE TABLE t (a INTEGER CHECK (a < 5)) STRICT") }
        await #expect(throws: Stop.self) {
            try await engine.write { connection in
                try connection.run("INSERT INTO t VALUES ($1)", .integer(1))
                throw Stop()
            }
        }
        await #expect(throws: StatementRefused(reason: "CHECK constraint failed: a < 5")) {
            try await engine.write { connection in
                try connection.run("INSERT INTO t VALUES ($1)", .integer(1))
                try connection.run("INSERT INTO t VALUES ($1)", .integer(7))
            }
        }
        let count = try await engine.read { connection in try connection.count("SELECT COUNT(*) AS n FROM t") }
        #expect(count == 0)
    }

    @Test("says in one sentence why a file cannot be used")
    func unusable() throws {
        let text = "\(folder.path)/text.sqlite"
        try String(repeating: "no database ", count: 1000).write(toFile: text, atomically: true, encoding: .utf8)
        for (path, reason) in [
            (text, "file is not a database"), (folder.path, "unable to open database file"),
            ("\(folder.path)/nowhere/x.sqlite", "unable to open database file"),
        ] {
            let expected = SQLiteEngine.Unusable.cannotOpen(path: path, reason: reason)
            #expect(throws: expected) { try SQLiteEngine(path: path) }
            #expect(expected.description.contains(path) && expected.description.hasSuffix("."))
        }
    }

    @Test("a column read as what it is not is named")
    func mismatch() async throws {
        let engine = try SQLiteEngine(path: folder.database)
        let row = try #require(try await engine.read { try $0.first("SELECT 'x' AS word, NULL AS empty, 3 AS three") })
        #expect(throws: SQLRow.Mismatch.self) { try row.int("word") }
        #expect(throws: SQLRow.Mismatch.self) { try row.text("empty") }
        #expect(throws: SQLRow.Mismatch.self) { try row.text("missing") }
        #expect(throws: SQLRow.Mismatch.self) { try row.date("word") }
        #expect(try row.optionalText("empty") == nil)
        #expect(try row.optionalReal("three") == 3)
        #expect(try row.flag("three"))
    }
}
