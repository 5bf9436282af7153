import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct IssuingTests {
    @Test("who earned one gets one, and the others read why not")
    func issues() async throws {
        let taught = try await TaughtRun()
        let (test, run, receipts) = (taught.test, taught.run, taught.receipts)
        let report = try await test.office.issueCertificates(run: run, by: TestOffice.staff)
        #expect(report.issued.map(\.booking) == [receipts[0].entry.booking.id] && report.issued[0].isNew)
        let facts = report.issued[0].facts
        #expect(facts.givenName == "Asha Patel" && facts.contactMinutes == 345 && facts.version == 1)
        #expect(facts.dates.map(\.description) == ["2026-07-04"] && facts.refreshBy?.description == "2029-07-04")
        #expect(facts.area == "Milton Keynes" && facts.verifyAddress.contains(facts.number.description))
        let reasons = Dictionary(uniqueKeysWithValues: report.notIssued.map { ($0.line.name.given, $0.reason) })
        #expect(
            reasons["Bo Late"]
                == "Bo Late was there for 275 of the 276 contact minutes a certificate needs. Offer the missing part on another run."
        )
        #expect(reasons["Cy Absent"]?.contains("0 of the 276") == true)
        #expect(reasons["Di Unmarked"]?.contains("no mark for sitting 1") == true)
        #expect(reasons["\u{12000}\u{12001}"]?.contains("12000") == true)
        #expect(try await test.rows("SELECT purpose AS said FROM outbox WHERE purpose = 'certificate'").count == 1)
        let again = try await test.office.issueCertificates(run: run, by: TestOffice.staff)
        #expect(again.issued.map(\.facts) == [facts] && !again.issued[0].isNew)
        #expect(try await test.rows("SELECT purpose AS said FROM outbox WHERE purpose = 'certificate'").count == 1)
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("two trainers issuing at once issue once")
    func together() async throws {
        let taught = try await TaughtRun()
        let (test, run) = (taught.test, taught.run)
        let offices = [test.office, try await test.another()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for office in offices {
                group.addTask { _ = try await office.issueCertificates(run: run, by: TestOffice.staff) }
            }
            try await group.waitForAll()
        }
        #expect(try await test.rows("SELECT number AS said FROM certificate").count == 1)
    }

    @Test("nothing is issued before the last sitting, for a draft, a cancelled or an unknown run, or without the right")
    func refusals() async throws {
        let test = try await TestOffice()
        let (other, _) = try await test.account(.trainer, "o@example.org")
        let (evaluator, _) = try await test.account(.evaluator, "e@example.org")
        let run = try await test.run()
        try test.clock.set("2026-07-04T08:14:59Z")
        await expectRefusal("starts 2026-07-04 at 09:15", "after that") {
            _ = try await test.office.issueCertificates(run: run, by: TestOffice.staff)
        }
        for actor in [other, evaluator, .visitor, .linkHolder] {
            await expectRefusal("not allowed") { _ = try await test.office.issueCertificates(run: run, by: actor) }
        }
        let draft = try await test.run(at: "2026-08-01T09:15", opened: false)
        await expectRefusal("is draft") {
            _ = try await test.office.issueCertificates(run: draft, by: TestOffice.staff)
        }
        await expectRefusal("no run 99") {
            _ = try await test.office.issueCertificates(run: ID(rawValue: 99), by: TestOffice.staff)
        }
        await expectRefusal("attendence", "attendance") {
            _ = try await test.office.issueCertificates(run: run, design: "attendence", by: TestOffice.staff)
        }
    }

    @Test("holds for three years, and not once it was taken back with a reason")
    func ends() async throws {
        let taught = try await TaughtRun()
        let (test, run, receipts) = (taught.test, taught.run, taught.receipts)
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        let number = try await test.office.issueCertificates(run: run, by: TestOffice.staff).issued[0].facts.number
            .description
        for (now, status) in [
            ("2029-07-04T20:00:00Z", CertificateStanding.Status.valid), ("2029-07-04T23:00:00Z", .expired),
        ] {
            try test.clock.set(now)
            #expect(try await test.office.standing(ofCertificate: number).status == status)
        }
        await expectRefusal("reason") {
            _ = try await test.office.revokeCertificate(number, reason: "", by: TestOffice.staff)
        }
        await expectRefusal("not allowed") {
            _ = try await test.office.revokeCertificate(number, reason: "x", by: trainer)
        }
        #expect(
            try await test.office.revokeCertificate(number, reason: "wrong person", by: TestOffice.staff).status
                == .revoked
        )
        #expect(try await test.office.standing(ofCertificate: number).status == .revoked)
        await expectRefusal("revoked already") {
            _ = try await test.office.revokeCertificate(number, reason: "x", by: TestOffice.staff)
        }
        let again = try await test.office.issueCertificates(run: run, by: TestOffice.staff)
        #expect(again.issued.isEmpty)
        let reason = again.notIssued.first { $0.line.name.given == "Asha Patel" }?.reason
        #expect(reason?.contains("\(number) was revoked on 2029-07-05") == true)
        try test.clock.set("2026-08-01T08:00:00Z")
        await expectRefusal("certificate link") { _ = try await test.office.ownCertificate(with: receipts[0].token) }
    }
}
