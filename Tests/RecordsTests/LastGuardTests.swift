import Foundation
import Programme
import Testing

@testable import Records

/// What the schema refuses although every rule has let it through: straight at the engine, without any ledger.
@Suite struct LastGuardTests {
    private static let stamp = "'2026-01-01T00:00:00.000Z'"
    private static func booking(_ run: String, _ person: String, _ state: String, _ reference: String) -> String {
        """
        INSERT INTO booking (reference, run, person, state, role, source, access_needs, made_at, queued_at)
        VALUES ('\(reference)', \(run), \(person), '\(state)', 'resident', 'staff', '', \(stamp), \(stamp))
        """
    }

    @Test(
        "refuses the impossible",
        arguments: [
            ("UPDATE run SET capacity = 0", "CHECK"), ("UPDATE run SET capacity = 501", "CHECK"),
            ("UPDATE run SET capacity = 'ten'", "cannot store TEXT value"), ("UPDATE run SET state = 'full'", "CHECK"),
            ("UPDATE run SET state = 'cancelled'", "CHECK"), ("UPDATE run SET title = NULL", "NOT NULL"),
            ("UPDATE run SET course_version = 2", "FOREIGN KEY"), ("DELETE FROM run", "FOREIGN KEY"),
            ("UPDATE sitting SET minutes = 0", "CHECK"), ("UPDATE sitting SET minutes = 1441", "CHECK"),
            ("UPDATE sitting SET number = 0", "CHECK"), ("UPDATE person SET name = ''", "CHECK"),
            ("DELETE FROM person", "FOREIGN KEY"),
            (booking("1", "1", "waiting", "B"), "UNIQUE"), (booking("1", "2", "confirmed", "A1"), "UNIQUE"),
            (booking("1", "99", "confirmed", "B"), "FOREIGN KEY"),
            (booking("99", "2", "confirmed", "B"), "FOREIGN KEY"),
            (booking("1", "2", "maybe", "B"), "CHECK"), (booking("1", "2", "cancelled", "B"), "CHECK"),
            ("UPDATE booking SET state = 'cancelled'", "CHECK"), ("UPDATE consent SET granted = 2", "CHECK"),
            ("UPDATE consent SET purpose = 'marketing'", "CHECK"), ("DELETE FROM booking", "FOREIGN KEY"),
            ("INSERT INTO register_mark VALUES (1, 1, 'here', 0, 0, \(stamp), 'x')", "CHECK"),
            ("INSERT INTO register_mark VALUES (1, 0, 'present', 0, 0, \(stamp), 'x')", "CHECK"),
            ("INSERT INTO register_mark VALUES (99, 1, 'present', 0, 0, \(stamp), 'x')", "FOREIGN KEY"),
            ("INSERT INTO response VALUES (5, 1, 'pre', '2026-01-01', 'fax', NULL, \(stamp), NULL)", "CHECK"),
            ("INSERT INTO wave_event VALUES (1, 1, 'pre', 'ghosted', '2026-01-01', NULL, 'x', \(stamp))", "CHECK"),
            (
                "INSERT INTO wave_event VALUES (1, 99, 'pre', 'refused', '2026-01-01', NULL, 'x', \(stamp))",
                "FOREIGN KEY"
            ),
            ("INSERT INTO second_keying VALUES (1, 99, 'x', \(stamp), 5)", "FOREIGN KEY"),
            ("INSERT INTO second_keying VALUES (1, 1, 'x', \(stamp), 0)", "CHECK"),
            (
                "INSERT INTO disagreement VALUES (99, 'A1', 1, 5, NULL, 1, 6, NULL, \(stamp), NULL, NULL)", "CHECK"
            ),
            (
                "INSERT INTO answer_change VALUES (1, 1, 'A1', 1, 5, NULL, 1, 6, NULL, 'correction', NULL, 'x', \(stamp))",
                "CHECK"
            ),
            (
                "INSERT INTO answer_change VALUES (1, 1, 'A1', 1, 5, NULL, 1, 6, NULL, 'whim', NULL, 'x', \(stamp))",
                "CHECK"
            ),
            (
                "INSERT INTO answer_change VALUES (1, 99, 'A1', 1, 5, NULL, 1, 6, NULL, 'own', NULL, 'x', \(stamp))",
                "FOREIGN KEY"
            ),
            ("INSERT INTO earlier_words VALUES (99, 'x')", "FOREIGN KEY"),
            ("INSERT INTO answer VALUES (99, 'A1', 5, NULL)", "FOREIGN KEY"),
            ("INSERT INTO account (email, email_key, name, role) VALUES ('x', 'x', 'x', 'operator')", "CHECK"),
            ("INSERT INTO session VALUES (x'00', 99, \(stamp), \(stamp))", "FOREIGN KEY"),
            (
                "INSERT INTO link VALUES ('text', 'booking', 1, \(stamp), \(stamp), NULL, NULL)",
                "cannot store TEXT value"
            ),
            ("INSERT INTO link VALUES (x'00', 'anything', 1, \(stamp), \(stamp), NULL, NULL)", "CHECK"),
            ("INSERT INTO invitation VALUES (x'00', 'Partner', 1, -1, \(stamp))", "CHECK"),
            ("INSERT INTO invitation VALUES (x'00', 'Partner', 2, 1, \(stamp))", "CHECK"),
            ("INSERT INTO caller_mark VALUES (99, 'x', NULL, \(stamp))", "FOREIGN KEY"),
            (
                "INSERT INTO programme VALUES ('x', 'x', 'x', 'x', 'x', 1, '2026-04-01', '2026-03-31', 0, NULL)",
                "CHECK"
            ),
            (
                "INSERT INTO target (programme, area, quarter, measure, planned, decided_on, reason) VALUES ('x', 'x', 'x', 'x', 1, 'x', 'y')",
                "FOREIGN KEY"
            ),
            (
                "INSERT INTO awareness_session (held_on, area, setting, audience, heads, estimated) VALUES ('x', 'x', 'school', '', 0, 0)",
                "CHECK"
            ),
            (
                "INSERT INTO awareness_session (held_on, area, setting, audience, heads, estimated) VALUES ('x', 'x', 'pub', '', 5, 0)",
                "CHECK"
            ),
            (
                "INSERT INTO count_file (kind, force, month, name, fingerprint, row_count, imported_at) VALUES ('guess', '', '', '', '', 1, '')",
                "CHECK"
            ),
            ("INSERT INTO category_count VALUES (99, 'asb', 1, 0, x'')", "FOREIGN KEY"),
            (
                "INSERT INTO certificate (number, version, booking, design, facts, issued_at, issued_by) VALUES ('x', 0, 1, '', '', '', '')",
                "CHECK"
            ),
            (
                "INSERT INTO certificate (number, version, booking, design, facts, issued_at, issued_by) VALUES ('x', 1, 99, '', '', '', '')",
                "FOREIGN KEY"
            ),
        ]
    )
    func refuses(_ sql: String, _ kind: String) async throws {
        let sample = try await SampleRecords()
        let run = try await sample.run()
        _ = try await sample.booking("Asha", on: run)
        _ = try await sample.change {
            try $0.insertPerson(name: PersonName(parsing: "Bo"), email: nil, telephone: nil, language: nil)
        }
        let before = try await sample.contents()
        let engine = try SQLiteEngine(path: sample.folder.database)
        await #expect {
            try await engine.write { try $0.run(sql) }
        } throws: { error in
            (error as? StatementRefused)?.reason.contains(kind) ?? false
        }
        #expect(try await sample.contents() == before)
    }

    @Test("one purpose, subject and occasion queue one letter")
    func outbox() async throws {
        let sample = try await SampleRecords()
        for _ in 0..<3 {
            _ = try await sample.change { ledger in
                try ledger.queueLetter("confirmation", subject: 1, occasion: "made")
                try ledger.queueLetter("confirmation", subject: 2, occasion: "made")
            }
        }
        let letters = try await sample.contents().filter { $0.hasPrefix("outbox") }
        #expect(letters.count == 2)
    }

    @Test("a person whose booking ended may book again")
    func again() async throws {
        let sample = try await SampleRecords()
        let run = try await sample.run()
        let first = try await sample.booking("Asha", on: run)
        _ = try await sample.change { try $0.cancel(first, reason: nil, at: SampleRecords.now) }
        await #expect(throws: Never.self) {
            try await SQLiteEngine(path: sample.folder.database).write { connection in
                try connection.run(Self.booking("1", "1", "confirmed", "B"))
            }
        }
    }
}
