import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct WaveNoteTests {
    private static let later = Wave.followUp(months: 3)

    private func held() async throws -> (test: TestOffice, run: ID<Run>, ids: [ID<Booking>], links: [PrivateToken]) {
        let test = try await TestOffice()
        let run = try await test.run(5)
        var (ids, links) = ([ID<Booking>](), [PrivateToken]())
        for name in ["Asha", "Bo", "Cem"] {
            let request = BookingRequest(
                name: try PersonName(parsing: name),
                consents: ConsentChoices(granted: [.surveys])
            )
            let receipt = try await test.office.book(request, on: run, by: TestOffice.staff)
            ids.append(receipt.entry.booking.id)
            links.append(receipt.token)
        }
        try test.clock.set("2026-07-04T12:00:00Z")
        _ = try await test.office.markAllPresent(on: run, by: TestOffice.staff)
        try test.clock.set("2026-10-04T08:00:00Z")
        return (test, run, ids, links)
    }

    private func statuses(_ test: TestOffice, _ run: ID<Run>? = nil, wave: Wave = later) async throws
        -> [WaveFlowStatus]
    {
        try await test.office.waveFlows(of: run, by: TestOffice.staff).filter { $0.wave == wave }.map(\.status)
    }

    @Test("notes of staff, opened links and answers make the flow of a wave")
    func flow() async throws {
        let (test, run, ids, links) = try await held()
        #expect(try await statuses(test) == [.due, .due, .due])
        #expect(try await statuses(test, wave: .pre) == [.due, .due, .due])
        #expect(try await statuses(test, wave: .followUp(months: 6)) == [.notYetDue, .notYetDue, .notYetDue])
        for _ in 0..<3 { _ = try await test.office.surveyForm(with: links[0]) }
        #expect(try await test.rows("SELECT kind AS said FROM wave_event") == ["opened"])
        try await test.office.note(.refused, wave: Self.later, of: ids[1], reason: "No time.", by: TestOffice.staff)
        #expect(try await statuses(test, run) == [.reached, .refused, .due])
        // Who said no is due and not waited for.
        let waited = try await test.office.missingAnswers(by: TestOffice.staff).filter { $0.wave == Self.later }
        #expect(waited.map(\.due) == [3] && waited.map(\.references.count) == [2])
        _ = try await test.office.answer(["A1": "5"], wave: Self.later, with: links[0])
        try await test.office.note(.takenBack, wave: Self.later, of: ids[1], by: TestOffice.staff)
        try await test.office.note(.withdrawn, wave: .post, of: ids[2], by: TestOffice.staff)
        #expect(try await statuses(test) == [.answered, .due, .withdrawn])
        _ = try await test.office.surveyLinks(of: run, by: TestOffice.staff)
        #expect(try await statuses(test) == [.answered, .reached, .withdrawn])
        // Keyed after the window, answered inside it, and answered after it.
        try test.clock.set("2026-12-01T08:00:00Z")
        for (id, day) in [(ids[1], "2026-10-05"), (ids[2], "2026-11-30")] {
            _ = try await test.office.key(
                ["A1": "5"],
                wave: Self.later,
                of: id,
                mode: .telephone,
                answeredOn: CalendarDate(day),
                by: TestOffice.staff
            )
        }
        #expect(try await statuses(test) == [.answered, .answered, .late])
        let flows = try await test.office.waveFlows(of: run, by: TestOffice.staff).filter { $0.wave == Self.later }
        #expect(
            flows.allSatisfy {
                $0.isOver && $0.opens.description == "2026-09-27" && $0.closes.description == "2026-11-15"
            }
        )
        let (notes, names) = try await test.office.waveNotes(of: ids[1], by: TestOffice.staff)
        #expect(notes.map(\.event.kind) == [.refused, .takenBack, .link])
        #expect(notes[0].reason == "No time." && names[notes[0].by] == "operator:tester")
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("what the program notes itself, what is answered, and what was never noted are refused")
    func refusals() async throws {
        let (test, _, ids, links) = try await held()
        func note(
            _ kind: WaveEvent.Kind,
            _ wave: Wave = Self.later,
            on day: String? = nil,
            by actor: Programme.Actor = TestOffice.staff
        ) async throws {
            try await test.office.note(kind, wave: wave, of: ids[0], on: day.flatMap { CalendarDate($0) }, by: actor)
        }
        let before = try await test.contents()
        await expectRefusal("noted by itself") { try await note(.opened) }
        await expectRefusal("no note to take back") { try await note(.takenBack) }
        await expectRefusal("followup-9") { try await note(.refused, .followUp(months: 9)) }
        await expectRefusal("still to come") { try await note(.refused, on: "2026-10-05") }
        let (evaluator, _) = try await test.account(.evaluator, "e@example.org")
        await expectRefusal("not allowed") { try await note(.refused, by: evaluator) }
        #expect(
            try await test.contents().filter { $0.hasPrefix("wave_event") }
                == before.filter { $0.hasPrefix("wave_event") }
        )
        _ = try await test.office.answer(["A1": "5"], wave: Self.later, with: links[0])
        await expectRefusal("is answered") { try await note(.unreachable) }
        _ = try await test.office.waveFlows(by: evaluator)
        await expectRefusal("not allowed") { _ = try await test.office.waveFlows(by: .visitor) }
    }

    @Test("words stand apart, leave only with the right, and go when their time is over")
    func words() async throws {
        let (test, _, ids, links) = try await held()
        let office = test.office
        _ = try await office.answer(["F10": "Quiet now.", "A1": "5"], wave: Self.later, with: links[0])
        #expect(try await office.exportWords(by: TestOffice.staff).map(\.mayQuote) == [false])
        _ = try await office.answer(["F10-quote": "yes"], wave: Self.later, with: links[0])
        let words = try await office.exportWords(by: TestOffice.staff)
        #expect(
            words.map(\.text) == ["Quiet now."] && words[0].mayQuote && words[0].keptUntil?.description == "2028-10-04"
        )
        _ = try await office.correct(
            ["F10": "Quieter now."],
            wave: Self.later,
            of: ids[0],
            reason: "x",
            by: TestOffice.staff
        )
        #expect(
            try await office.exportWords(by: TestOffice.staff).map { "\($0.text) \($0.mayQuote)" } == [
                "Quieter now. true"
            ]
        )
        _ = try await office.answer(["F10-quote": "no"], wave: Self.later, with: links[0])
        #expect(try await office.exportWords(by: TestOffice.staff).map(\.mayQuote) == [false])
        let (evaluator, _) = try await test.account(.evaluator, "e@example.org")
        await expectRefusal("not allowed") { _ = try await office.exportWords(by: evaluator) }
        await expectRefusal("not allowed") { _ = try await office.eraseWords(by: evaluator) }
        #expect(try await office.exportResponses(by: evaluator).map(\.item) == ["A1"])
        let (guardian, _) = try await test.account(.dataProtectionOfficer, "d@example.org")
        #expect(try await office.exportWords(by: guardian).count == 1)
        let (manager, _) = try await test.account(.manager, "m@example.org", areas: ["woking"])
        #expect(try await office.exportWords(by: manager).isEmpty)
        #expect(try await test.rows("SELECT COUNT(*) AS said FROM audit WHERE action = 'words.exported'") == ["6"])
        #expect(try await office.eraseWords(by: guardian) == 0)
        try test.clock.set("2028-10-05T08:00:00Z")
        #expect(try await office.eraseWords(by: guardian) == 1)
        #expect(try await !test.contents().contains { $0.contains("Quiet") })
        #expect(try await office.verify(by: TestOffice.staff) == [])
    }
}
