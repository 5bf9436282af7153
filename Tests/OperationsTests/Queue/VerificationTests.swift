import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct VerificationTests {
    @Test("a place that did not pass to who waits is named, until a day before the run")
    func idlePlace() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        let first = try await test.book("Asha", on: run).entry.booking.id
        _ = try await test.book("Bo", on: run)
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
        let engine = try SQLiteEngine(path: test.path)
        try await engine.write { connection in
            try connection.run("UPDATE booking SET state = 'cancelled', ended_at = queued_at WHERE id = $1", .id(first))
        }
        let drift = try await test.office.verify(by: TestOffice.staff)
        #expect(drift.map(\.description) == ["Run \(run) has a free place although somebody waits for one."])
        try test.clock.set("2026-07-03T08:15:00Z")
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("a broken audit trail is named with its row")
    func audit() async throws {
        let test = try await TestOffice()
        _ = try await test.run()
        let engine = try SQLiteEngine(path: test.path)
        try await engine.write { try $0.run("UPDATE audit SET actor = 'visitor' WHERE number = 2") }
        for drift in [
            try await test.office.verify(by: TestOffice.staff), try await test.office.verifyAudit(by: TestOffice.staff),
        ] {
            #expect(drift.count == 1 && drift[0].description.contains("broken at row 2"))
        }
    }

    @Test("operator, manager and data protection officer verify; others do not", arguments: Role.ofAccounts)
    func rights(_ role: Role) async throws {
        let test = try await TestOffice()
        let (actor, _) = try await test.account(role, "a@example.org")
        if [.manager, .dataProtectionOfficer].contains(role) {
            #expect(try await test.office.verify(by: actor) == [])
        } else {
            await expectRefusal("not allowed") { _ = try await test.office.verify(by: actor) }
        }
        await expectRefusal("not allowed") { _ = try await test.office.verifyAudit(by: .visitor) }
    }
}
