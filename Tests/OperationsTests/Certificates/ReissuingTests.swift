import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct ReissuingTests {
    @Test(
        "a corrected name reissues under the same number, and the older PDF verifies as superseded without either name"
    )
    func correctsName() async throws {
        let taught = try await TaughtRun()
        let (office, first) = (taught.office, try await taught.issued())
        let old = try office.pdf(of: first)
        try taught.test.clock.set("2026-07-05T08:30:00Z")
        let correction = try await office.correctName(
            of: taught.person,
            to: try PersonName(parsing: "Aisha Patel-Khan"),
            reason: "married",
            by: TestOffice.staff
        )
        let second = try #require(correction.reissued.first)
        #expect(correction.reissued.count == 1 && correction.person.name.text == "Aisha Patel-Khan")
        #expect(second.facts.number == first.facts.number && second.facts.version == 2)
        #expect(second.facts.name == "Aisha Patel-Khan")
        let superseded = try await office.standing(ofFile: old, named: "old.pdf")
        #expect(superseded.status == .superseded && superseded.version == 1)
        #expect(!"\(superseded)".contains("Asha") && !"\(superseded)".contains("Aisha"))
        let new = try await office.standing(ofFile: try office.pdf(of: second), named: "new.pdf")
        #expect(new.status == .valid && new.version == 2)
        #expect(try await office.standing(ofCertificate: first.facts.number.description).status == .valid)
        #expect(
            try await office.register(of: taught.run, by: TestOffice.staff).lines[0].name.text == "Aisha Patel-Khan"
        )
        #expect(try await office.ownCertificate(with: taught.receipts[0].token).facts == second.facts)
        let former = try await taught.test.rows("SELECT given_name || ', ' || reason AS said FROM former_name")
        #expect(former == ["Asha Patel, married"])
        for table in ["audit", "outbox"] {
            let told = try await taught.test.contents().filter { $0.hasPrefix("\(table): ") }.joined()
            #expect(!told.contains("Patel") && !told.contains("married"))
        }
        #expect(
            try await taught.test.rows("SELECT occasion AS said FROM outbox WHERE purpose = 'certificate'").count == 2
        )
        #expect(try await office.verify(by: TestOffice.staff) == [])
    }

    @Test("staff see every version with reasons, key and fonts; others none") func history() async throws {
        let taught = try await TaughtRun()
        let (office, number) = (taught.office, try await taught.issued().facts.number.description)
        let name = try PersonName(parsing: "陈大文")
        _ = try await office.correctName(of: taught.person, to: name, reason: "married", by: TestOffice.staff)
        _ = try await office.revokeCertificate(number, reason: "wrong person", by: TestOffice.staff)
        let versions = try await office.certificateVersions(number.lowercased(), by: TestOffice.staff)
        #expect(versions.map(\.facts.name) == ["Asha Patel", "陈大文"])
        #expect(versions.map(\.reissueReason) == [nil, "married"])
        #expect(versions.map(\.revokedReason) == ["wrong person", "wrong person"])
        #expect(versions.allSatisfy { $0.standing.status == .revoked && $0.key?.count == 16 && !$0.fonts.isEmpty })
        #expect(versions[1].fonts.contains { $0.file == "NotoSerifCJK-Regular.ttc" && $0.sha256.count == 64 })
        #expect(!versions[0].fonts.contains { $0.file == "NotoSerifCJK-Regular.ttc" })
        let other = try await taught.test.account(.trainer, "t@example.org").actor
        for actor in [other, .visitor] {
            await expectRefusal("not allowed") { _ = try await office.certificateVersions(number, by: actor) }
        }
    }

    @Test("a corrected name leaves the facts as they were frozen, whatever the register has come to say")
    func keepsFacts()
        async throws
    {
        let taught = try await TaughtRun()
        let (office, first) = (taught.office, try await taught.issued())
        let entry = RegisterEntry(booking: taught.receipts[0].entry.booking.id, mark: .absent)
        _ = try await office.mark([entry], on: taught.run, by: TestOffice.staff)
        try taught.test.clock.set("2026-07-09T08:30:00Z")
        let correction = try await office.correctName(
            of: taught.person,
            to: try PersonName(parsing: "عائشہ پٹیل"),
            language: "ur",
            by: TestOffice.staff
        )
        var expected = first.facts
        (expected.givenName, expected.name, expected.language) = ("عائشہ پٹیل", "عائشہ پٹیل", "ur")
        (expected.version, expected.issuedOn) = (2, try #require(CalendarDate("2026-07-09")))
        #expect(correction.reissued.map(\.facts) == [expected])
    }

    @Test("a name that stays as it is, or that no font draws, changes nothing")
    func leavesAlone() async throws {
        let taught = try await TaughtRun()
        let (office, first) = (taught.office, try await taught.issued())
        let same = try await office.correctName(
            of: taught.person,
            to: try PersonName(parsing: "Asha Patel"),
            by: TestOffice.staff
        )
        #expect(same.reissued.isEmpty)
        await expectRefusal("U+12000") {
            _ = try await office.correctName(
                of: taught.person,
                to: try PersonName(parsing: "\u{12000}"),
                by: TestOffice.staff
            )
        }
        #expect(try await office.register(of: taught.run, by: TestOffice.staff).lines[0].name.text == "Asha Patel")
        #expect(try await taught.issued().facts == first.facts)
        #expect(try await taught.test.rows("SELECT given_name AS said FROM former_name") == [])
    }

    @Test("a corrected register reissues with the minutes it says now; unchanged facts do not")
    func correctsRegister() async throws {
        let taught = try await TaughtRun()
        let (office, number) = (taught.office, try await taught.issued().facts.number.description)
        await expectRefusal("would say again", "Correct the name or the register") {
            _ = try await office.reissueCertificate(number, reason: "again", by: TestOffice.staff)
        }
        let entry = RegisterEntry(booking: taught.receipts[0].entry.booking.id, mark: .late(minutes: 30))
        _ = try await office.mark([entry], on: taught.run, by: TestOffice.staff)
        let second = try await office.reissueCertificate(number, reason: "came late", by: TestOffice.staff)
        #expect(second.facts.version == 2 && second.facts.contactMinutes == 330)
        let absent = RegisterEntry(booking: taught.receipts[0].entry.booking.id, mark: .absent)
        _ = try await office.mark([absent], on: taught.run, by: TestOffice.staff)
        await expectRefusal("0 of the 276") {
            _ = try await office.reissueCertificate(number, reason: "x", by: TestOffice.staff)
        }
        await expectRefusal("no certificate CG-0000-0000-0000-0") {
            _ = try await office.reissueCertificate("CG-0000-0000-0000-0", reason: "x", by: TestOffice.staff)
        }
    }

    @Test("what was revoked by mistake comes back by its number, for who may revoke")
    func undoesRevoking() async throws {
        let taught = try await TaughtRun()
        let (office, first) = (taught.office, try await taught.issued())
        let number = first.facts.number.description
        let old = try office.pdf(of: first)
        _ = try await office.revokeCertificate(number, reason: "wrong person", by: TestOffice.staff)
        let trainer = try await taught.test.account(.trainer, "t@example.org").actor
        await expectRefusal("not allowed") {
            _ = try await office.reissueCertificate(number, reason: "x", by: trainer)
        }
        let second = try await office.reissueCertificate(number, reason: "right after all", by: TestOffice.staff)
        #expect(second.facts.version == 2)
        #expect(try await office.standing(ofCertificate: number).status == .valid)
        #expect(try await office.standing(ofFile: old, named: "old.pdf").status == .superseded)
        _ = try await office.revokeCertificate(number, reason: "wrong again", by: TestOffice.staff)
        #expect(try await office.standing(ofFile: old, named: "old.pdf").status == .revoked)
    }

    @Test("a trainer corrects names on runs of their own only")
    func rights() async throws {
        let test = try await TestOffice()
        let own = try await test.account(.trainer, "own@example.org").actor
        let other = try await test.account(.trainer, "other@example.org").actor
        let evaluator = try await test.account(.evaluator, "e@example.org").actor
        let run = try await test.run(trainers: ["own@example.org"])
        let person = try await test.book("Asha Patel", on: run).entry.person.id
        let name = try PersonName(parsing: "Asha Patél")
        for actor in [other, evaluator, .visitor, .linkHolder] {
            await expectRefusal("not allowed") {
                _ = try await test.office.correctName(of: person, to: name, by: actor)
            }
        }
        #expect(try await test.office.correctName(of: person, to: name, by: own).person.name.text == "Asha Patél")
        await expectRefusal("99") {
            _ = try await test.office.correctName(of: ID(rawValue: 99), to: name, by: TestOffice.staff)
        }
    }
}
