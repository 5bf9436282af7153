import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct SurveyTests {
    /// A run on 4 July 2026 with one person who booked on 1 June.
    private func booked() async throws -> (test: TestOffice, run: ID<Run>, receipt: BookingReceipt) {
        let test = try await TestOffice()
        let run = try await test.run(5)
        return (test, run, try await test.book("Asha", on: run, email: "asha@example.org"))
    }

    @Test(
        "the wave that is open today is asked, in London's days",
        arguments: [
            ("2026-06-01T09:00:00Z", Wave.booking), ("2026-07-03T22:59:00Z", .booking), ("2026-07-03T23:00:00Z", .post),
            ("2026-07-07T22:59:00Z", .post), ("2026-07-07T23:00:00Z", nil),
            ("2026-09-26T23:00:00Z", .followUp(months: 3)),
            ("2026-09-26T22:59:00Z", nil), ("2026-11-15T23:59:00Z", .followUp(months: 3)),
            ("2026-11-16T00:00:00Z", nil),
            ("2027-01-04T12:00:00Z", .followUp(months: 6)),
        ] as [(String, Wave?)]
    )
    func openWave(_ now: String, _ wave: Wave?) async throws {
        let (test, _, receipt) = try await booked()
        try test.clock.set(now)
        #expect(try await test.office.surveyForm(with: receipt.token).wave == wave)
    }

    @Test("answers are kept by wave, and what is not given again stays")
    func answers() async throws {
        let (test, _, receipt) = try await booked()
        try test.clock.set("2026-07-04T08:00:00Z")
        _ = try await test.office.answer(
            ["A1": "0", "A2": "cannot-say", "C1": "a:away", "D1": "4+"],
            wave: .pre,
            with: receipt.token
        )
        let form = try await test.office.answer(["A1": "10", "A3": "", "B1": "7"], wave: .pre, with: receipt.token)
        #expect(form.given == ["A1": "10", "A2": "cannot-say", "B1": "7", "C1": "a:away", "D1": "4+"])
        #expect(form.standings.first { $0.wave == .pre }?.state == .answered)
        let records = try await test.office.exportResponses(by: TestOffice.staff)
        // Missing is missing, never zero; choices are no scores of the scale.
        #expect(records.map(\.item) == ["A1", "A2", "B1"] && records.map(\.score) == [10, nil, 7])
        #expect(records.allSatisfy { $0.attendee == receipt.entry.booking.reference && $0.mode == "web" })
    }

    @Test(
        "an answer outside the question is refused whole, with what is expected",
        arguments: [
            ("A1", "11", "from 0 to 10"), ("A1", "-1", "from 0 to 10"), ("A1", "5.5", "from 0 to 10"),
            ("A9", "5", "no item \"A9\""), ("A1-then", "5", "A1"), ("C1", "z:away", "safe"), ("D1", "often", "4+"),
            ("F1", "yes", "not asked in the wave pre"), ("C1", "cannot-say", "safe"),
        ]
    )
    func wrongAnswer(_ item: String, _ given: String, _ words: String) async throws {
        let (test, _, receipt) = try await booked()
        try test.clock.set("2026-07-04T08:00:00Z")
        let before = try await test.contents()
        await expectRefusal(words) {
            _ = try await test.office.answer(["A3": "5", item: given], wave: .pre, with: receipt.token)
        }
        #expect(try await test.contents() == before)
    }

    @Test("a link answers while the window is open, and cannot change the past")
    func windows() async throws {
        let (test, _, receipt) = try await booked()
        await expectRefusal("\"pre\"", "when it is due") {
            _ = try await test.office.answer(["A1": "5"], wave: .pre, with: receipt.token)
        }
        try test.clock.set("2026-07-04T08:00:00Z")
        _ = try await test.office.answer(["A1": "5"], wave: .pre, with: receipt.token)
        _ = try await test.office.answer(["A1": "6"], wave: .pre, with: receipt.token)
        try test.clock.set("2026-07-05T08:00:00Z")
        await expectRefusal("\"pre\"", "cannot be answered on this day") {
            _ = try await test.office.answer(["A1": "9"], wave: .pre, with: receipt.token)
        }
        #expect(try await test.office.surveyForm(with: receipt.token, wave: .pre).wave == nil)
        await expectRefusal("followup-9") {
            _ = try await test.office.surveyForm(with: receipt.token, wave: .followUp(months: 9))
        }
        #expect(try await test.office.exportResponses(by: TestOffice.staff).map(\.score) == [6])
    }

    @Test("each wave shows another form of the safety questions, the same one every time")
    func guardForms() async throws {
        let (test, _, receipt) = try await booked()
        var seen: [String: [String]] = [:]
        for (now, wave) in [
            ("2026-07-04T08:00:00Z", Wave.pre), ("2026-07-04T16:00:00Z", .post),
            ("2026-10-04T08:00:00Z", .followUp(months: 3)),
            ("2027-01-04T08:00:00Z", .followUp(months: 6)),
        ] {
            try test.clock.set(now)
            let form = try await test.office.surveyForm(with: receipt.token, wave: wave)
            #expect(form.guardForms == (try await test.office.surveyForm(with: receipt.token, wave: wave)).guardForms)
            #expect(Set(form.guardForms.keys) == ["C1", "C2"])
            for (item, shown) in form.guardForms { seen[item, default: []].append(shown.code) }
        }
        #expect(seen.values.allSatisfy { Set($0).count == 4 })
    }

    @Test(
        "an answer that asks for help queues one letter to who must know: with consent, or when somebody is at risk",
        arguments: [
            (["F6": "me"], nil, true), (["F6": "me", "F6-contact": "yes"], "alert-safeguarding", true),
            (["F6": "other", "F6-contact": "no", "F6-risk": "yes"], "alert-safeguarding", true),
            (["F6": "both", "F6-contact": "no", "F6-risk": "no"], nil, true),
            (["F6": "nobody", "F6-contact": "yes"], nil, false), (["F9": "yes"], "alert-support", true),
            (["F6": "nobody"], nil, false), (["F9": "no"], nil, false),
        ] as [([String: String], String?, Bool)]
    )
    func alerts(_ given: [String: String], _ letter: String?, _ support: Bool) async throws {
        let (test, _, receipt) = try await booked()
        try test.clock.set("2026-10-04T08:00:00Z")
        // Answered one by one or at once, twice over: what counts is the whole wave.
        for (item, answer) in given.sorted(by: { $0.key > $1.key }) {
            _ = try await test.office.answer([item: answer], wave: .followUp(months: 3), with: receipt.token)
        }
        let form = try await test.office.answer(given, wave: .followUp(months: 3), with: receipt.token)
        #expect(form.offersSupport == support)
        let letters = try await test.rows("SELECT purpose AS said FROM outbox WHERE purpose LIKE 'alert-%'")
        #expect(letters == [letter].compactMap { $0 })
    }

    @Test("staff key paper answers of any wave, by the right of the run, of a day that was")
    func keyed() async throws {
        let (test, run, receipt) = try await booked()
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        let id = receipt.entry.booking.id
        try test.clock.set("2026-07-20T08:00:00Z")
        func key(_ day: String?, by actor: Actor = TestOffice.staff) async throws {
            _ = try await test.office.key(
                ["A1": "5"],
                wave: .pre,
                of: id,
                mode: .paper,
                answeredOn: day.flatMap { CalendarDate($0) },
                by: actor
            )
        }
        try await key("2026-07-04")
        await expectRefusal("2026-07-21 is still to come") { try await key("2026-07-21") }
        await expectRefusal("own runs") { try await key("2026-07-04", by: trainer) }
        await expectRefusal("own runs") { _ = try await test.office.surveyForm(of: id, wave: .pre, by: trainer) }
        await expectRefusal("not allowed") { _ = try await test.office.surveyLinks(of: run, by: trainer) }
        #expect(try await test.office.surveyLinks(of: run, by: TestOffice.staff).count == 1)
    }

    @Test("a booking that was given up answers nothing more")
    func cancelled() async throws {
        let (test, _, receipt) = try await booked()
        _ = try await test.office.answer(["A1": "5"], wave: .booking, with: receipt.token)
        _ = try await test.office.cancelBooking(with: receipt.token)
        await expectRefusal("is cancelled") {
            _ = try await test.office.answer(["A1": "6"], wave: .booking, with: receipt.token)
        }
    }

    @Test("a course without a survey says so, and a wrong link is a survey link")
    func none() async throws {
        let test = try await TestOffice()
        let receipt = try await test.book("Asha", on: try await test.run(course: "talking-with-neighbours"))
        await expectRefusal("has no survey") { _ = try await test.office.surveyForm(with: receipt.token) }
        await expectRefusal("survey link does not work") {
            _ = try await test.office.surveyForm(with: PrivateToken("nothing"))
        }
    }
}
