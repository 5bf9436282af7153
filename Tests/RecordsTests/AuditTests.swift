import Foundation
import Programme
import Testing

@testable import Records

@Suite struct AuditTests {
    private func trail(_ rows: Int) async throws -> (SampleRecords, SQLiteEngine) {
        let sample = try await SampleRecords()
        for row in 1..<rows {
            try await sample.records.change(SampleRecords.actor, .registerMarked, at: SampleRecords.now) { ledger in
                try ledger.note("booking:\(row)", ["sitting": "\(row)", "to": "pres\"ent\\\n"])
            }
        }
        #expect(try await sample.records.brokenAuditRow() == nil)
        return (sample, try SQLiteEngine(path: sample.folder.database))
    }

    @Test("an empty trail is whole")
    func empty() async throws {
        let folder = try TemporaryFolder()
        #expect(try await Records.open(folder.database).brokenAuditRow() == nil)
    }

    @Test(
        "an edit of any column of any row shows",
        arguments: 1...5,
        [
            "at = '2026-01-01T00:00:00.000Z'", "actor = 'visitor'", "terminal = 'root'", "action = 'run.held'",
            "subject = 'booking:99'", "detail = '{\"a\":\"b\"}'", "previous = x'00'", "hash = x'01'",
        ]
    )
    func edit(_ row: Int, _ change: String) async throws {
        let (sample, engine) = try await trail(5)
        try await engine.write { try $0.run("UPDATE audit SET \(change) WHERE number = \(row)") }
        let broken = try #require(try await sample.records.brokenAuditRow())
        #expect(broken == row)
    }

    @Test("the removal of any row shows, the newest too, and a later row does not hide it", arguments: 1...5)
    func removal(_ row: Int) async throws {
        let (sample, engine) = try await trail(5)
        try await engine.write { try $0.run("DELETE FROM audit WHERE number = \(row)") }
        #expect(try await sample.records.brokenAuditRow() != nil)
        _ = try await sample.change { _ in }
        #expect(try await sample.records.brokenAuditRow() != nil)
    }

    @Test("the removal of everything shows")
    func removalOfAll() async throws {
        let (sample, engine) = try await trail(3)
        try await engine.write { try $0.run("DELETE FROM audit") }
        #expect(try await sample.records.brokenAuditRow() == 1)
    }

    @Test("two rows that changed places show", arguments: [(1, 2), (2, 4), (1, 5), (4, 5)])
    func reordering(_ one: Int, _ other: Int) async throws {
        let (sample, engine) = try await trail(5)
        try await engine.write { connection in
            try connection.run("UPDATE audit SET number = 99 WHERE number = \(one)")
            try connection.run("UPDATE audit SET number = \(one) WHERE number = \(other)")
            try connection.run("UPDATE audit SET number = \(other) WHERE number = 99")
        }
        #expect(try await sample.records.brokenAuditRow() == one)
    }

    @Test("a row added past the trail shows")
    func addition() async throws {
        let (sample, engine) = try await trail(3)
        try await engine.write { connection in
            try connection.run(
                """
                INSERT INTO audit SELECT 4, at, actor, terminal, action, subject, detail, hash, x'05' FROM audit WHERE number = 3
                """
            )
        }
        #expect(try await sample.records.brokenAuditRow() == 4)
        _ = try await sample.change { _ in }
        #expect(try await sample.records.brokenAuditRow() == 4)
    }

    @Test("a change that notes nothing is undone")
    func unnoted() async throws {
        let sample = try await SampleRecords()
        let before = try await sample.contents()
        await #expect(throws: UnauditedChange.self) {
            try await sample.records.change(SampleRecords.actor, .bookingMade, at: SampleRecords.now) { ledger in
                try ledger.set("quiet", to: "yes")
            }
        }
        #expect(try await sample.contents() == before)
    }

    @Test("a refusal in the middle undoes everything, audit and letters included")
    func refused() async throws {
        let sample = try await SampleRecords()
        let before = try await sample.contents()
        await #expect(throws: BookingRefusal.unknownInvitation) {
            try await sample.records.change(SampleRecords.actor, .bookingMade, at: SampleRecords.now) { ledger in
                try ledger.set("loud", to: "yes")
                try ledger.queueLetter("confirmation", subject: 1, occasion: "made")
                try ledger.note("booking:1")
                throw BookingRefusal.unknownInvitation
            }
        }
        #expect(try await sample.contents() == before)
    }

    @Test("a rehearsal says what would be and leaves every row as it was")
    func rehearsal() async throws {
        let sample = try await SampleRecords()
        let before = try await sample.contents()
        let rehearsing = try await Records.open(sample.folder.database, rehearses: true)
        let said = try await rehearsing.change(SampleRecords.actor, .bookingMade, at: SampleRecords.now) { ledger in
            try ledger.set("loud", to: "yes")
            try ledger.note("setting:loud")
            return try ledger.read.setting("loud")
        }
        #expect(said == "yes")
        #expect(try await sample.contents() == before)
    }

    @Test("says who, from where and what")
    func says() async throws {
        let sample = try await SampleRecords()
        let account = Account(
            id: ID(rawValue: 12),
            email: try EmailAddress(parsing: "asha@example.org"),
            name: "Asha",
            role: .trainer,
            areas: [],
            isDisabled: false
        )
        for actor in [Actor.signedIn(account), .terminal(user: "root", as: account), .visitor, .linkHolder] {
            try await sample.records.change(actor, .signedIn, at: SampleRecords.now) {
                try $0.note("x", ["b": "2", "a": "1"])
            }
        }
        let rows = try await SQLiteEngine(path: sample.folder.database).read { connection in
            try connection.rows("SELECT * FROM audit WHERE subject = 'x' ORDER BY number").map {
                "\(try $0.text("actor")) \(try $0.optionalText("terminal") ?? "-") \(try $0.text("action")) \(try $0.text("detail"))"
            }
        }
        #expect(
            rows == [
                #"account:12 - signed-in {"a":"1","b":"2"}"#, #"account:12 root signed-in {"a":"1","b":"2"}"#,
                #"visitor - signed-in {"a":"1","b":"2"}"#, #"link-holder - signed-in {"a":"1","b":"2"}"#,
            ]
        )
    }

    @Test("a detail is JSON whatever it holds", arguments: ["", "a\"b\\c", "line\nbreak\u{1}", "نستعلیق 李"])
    func detail(_ text: String) throws {
        let json = CanonicalDetail.text(["key": text, "\"odd\"": "1"])
        let back = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
        #expect(back == ["key": text, "\"odd\"": "1"])
    }
}
