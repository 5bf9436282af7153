import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct IssuingTests {
    /// A run taught on 4 July 2026: there all day, there but for 85 minutes, not there, not marked, and a name no font has.
    private func taught() async throws -> (test: TestOffice, run: ID<Run>, receipts: [BookingReceipt]) {
        let test = try await TestOffice()
        let run = try await test.run(8)
        var receipts: [BookingReceipt] = []
        for name in ["Asha Patel", "Bo Late", "Cy Absent", "Di Unmarked", "\u{12000}\u{12001}"] {
            receipts.append(try await test.book(name, on: run))
        }
        try test.clock.set("2026-07-04T08:30:00Z")
        let marks: [RegisterMark?] = [.present, .late(minutes: 85), .absent, nil, .present]
        _ = try await test.office.mark(
            zip(receipts, marks).map { RegisterEntry(booking: $0.entry.booking.id, mark: $1) },
            on: run,
            by: TestOffice.staff
        )
        return (test, run, receipts)
    }

    @Test("who earned one gets one, and the others read why not")
    func issues() async throws {
        let (test, run, receipts) = try await taught()
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
        let (test, run, _) = try await taught()
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

    @Test("a certificate verifies by its number typed carelessly and by its file, and not when one byte differs")
    func verifies() async throws {
        let (test, run, receipts) = try await taught()
        let issued = try await test.office.issueCertificates(run: run, by: TestOffice.staff).issued[0]
        let number = issued.facts.number.description
        for code in [number, number.lowercased(), number.replacing("-", with: " ")] {
            let standing = try await test.office.standing(ofCertificate: code)
            #expect(standing.status == .valid && standing.number == number && standing.contactMinutes == 345)
        }
        await expectRefusal("CG-") { _ = try await test.office.standing(ofCertificate: "CG-0000-0000-0000-1") }
        await expectRefusal("no certificate", "typing errors") {
            _ = try await test.office.standing(ofCertificate: "CG-0000-0000-0000-0")
        }
        let pdf = try test.office.pdf(of: issued)
        #expect(try test.office.pdf(of: issued) == pdf)
        #expect(try await test.office.standing(ofFile: pdf, named: "a.pdf").status == .valid)
        for place in [pdf.count / 2, pdf.count - 1] {
            var altered = pdf
            altered[place] ^= 1
            await expectRefusal("a.pdf", "Do not rely on it") {
                _ = try await test.office.standing(ofFile: altered, named: "a.pdf")
            }
        }
        await expectRefusal("b.pdf holds no certificate number") {
            _ = try await test.office.standing(ofFile: Array("%PDF-2.0".utf8), named: "b.pdf")
        }
        #expect(try await test.office.ownCertificate(with: receipts[0].token).facts == issued.facts)
        await expectRefusal("certificate link") { _ = try await test.office.ownCertificate(with: receipts[1].token) }
        await expectRefusal("certificate link") { _ = try await test.office.ownCertificate(with: PrivateToken("x")) }
    }

    @Test("holds for three years, and not once it was taken back with a reason")
    func ends() async throws {
        let (test, run, receipts) = try await taught()
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
        try test.clock.set("2026-08-01T08:00:00Z")
        await expectRefusal("certificate link") { _ = try await test.office.ownCertificate(with: receipts[0].token) }
    }
}
