import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct SurveyImportTests {
    private func row(
        _ attendee: String,
        _ item: String,
        _ score: Double?,
        wave: Wave = .pre,
        course: String? = nil,
        day: String? = "2026-07-04"
    ) -> ResponseRecord {
        ResponseRecord(
            attendee: attendee,
            wave: wave,
            item: item,
            score: score,
            course: course,
            answeredOn: day.flatMap { CalendarDate($0) }
        )
    }

    private func held() async throws -> (test: TestOffice, run: ID<Run>, codes: [String], ids: [ID<Booking>]) {
        let test = try await TestOffice()
        let run = try await test.run(5)
        let entries = [try await test.book("Asha", on: run).entry, try await test.book("Bo", on: run).entry]
        try test.clock.set("2026-07-10T08:00:00Z")
        return (test, run, entries.map(\.booking.reference), entries.map(\.booking.id))
    }

    @Test("stores people and waves by code or number, missing as missing")
    func imports() async throws {
        let (test, run, codes, ids) = try await held()
        let rows = [
            row(codes[0], "A1", 7, course: "\(run)"), row(codes[0].lowercased(), "A2", nil), row("\(ids[0])", "A3", 0),
            row(codes[0], "A1", 9, wave: .post), row(codes[1], "C1", 1), row(codes[1], "D1", 4),
        ]
        let result = try await test.office.importResponses(rows, by: TestOffice.staff)
        #expect(result.rows == 6 && result.responses == 3 && result.missing == 1)
        let kept = try await test.office.exportResponses(by: TestOffice.staff)
        #expect(
            kept.map { "\($0.attendee) \($0.wave.name) \($0.item) \($0.score.map { "\($0)" } ?? "-")" } == [
                "\(codes[0]) pre A1 7.0", "\(codes[0]) pre A2 -", "\(codes[0]) pre A3 0.0", "\(codes[0]) post A1 9.0",
            ]
        )
        let again = try await test.office.importResponses(rows, by: TestOffice.staff)
        #expect(again == result)
        #expect(try await test.office.exportResponses(by: TestOffice.staff) == kept)
    }

    @Test(
        "one wrong row stores nothing and is named with its reason",
        arguments: [
            ("A1", 11.0, Wave.pre, nil, "2026-07-04", "from 0 to 10"),
            ("A1", 5.5, .pre, nil, "2026-07-04", "from 0 to 10"),
            ("A7", 5, .pre, nil, "2026-07-04", "A7"), ("F1", 1, .pre, nil, "2026-07-04", "not asked in the wave pre"),
            ("A1", 5, .followUp(months: 9), nil, "2026-07-04", "followup-9"),
            ("A1", 5, .pre, "99", "2026-07-04", "not 99"),
            ("A1", 5, .pre, nil, "2026-07-11", "still to come"),
            ("F10", 5, .followUp(months: 3), nil, "2026-07-04", "no scores"),
        ] as [(String, Double?, Wave, String?, String, String)]
    )
    func wrongRow(
        _ item: String,
        _ score: Double?,
        _ wave: Wave,
        _ course: String?,
        _ day: String,
        _ words: String
    ) async throws {
        let (test, _, codes, _) = try await held()
        let before = try await test.contents()
        let rows = [row(codes[0], "A1", 7), row(codes[1], item, score, wave: wave, course: course, day: day)]
        await #expect {
            try await test.office.importResponses(rows, by: TestOffice.staff)
        } throws: { error in
            (error as? RowRefusal)?.row == 1 && "\(error)".contains(words)
        }
        #expect(try await test.contents() == before)
    }

    @Test("the first follow-up has one name, however a file calls it")
    func followUp() async throws {
        let (test, _, codes, _) = try await held()
        try test.clock.set("2026-10-10T08:00:00Z")
        let rows = [row(codes[0], "A1", 7, wave: .firstFollowUp, day: "2026-10-05")]
        _ = try await test.office.importResponses(rows, by: TestOffice.staff)
        #expect(
            try await test.office.exportResponses(by: TestOffice.staff).map(\.wave) == [.followUp(months: 3)]
        )
    }

    @Test("an unknown code, and one that was given up, are refused")
    func unknown() async throws {
        let (test, _, codes, ids) = try await held()
        await expectRefusalRow("no booking \"Z999999\"", 0) {
            _ = try await test.office.importResponses([row("Z999999", "A1", 5)], by: TestOffice.staff)
        }
        _ = try await test.office.cancel(ids[0], by: TestOffice.staff)
        await expectRefusalRow("is cancelled", 0) {
            _ = try await test.office.importResponses([row(codes[0], "A1", 5)], by: TestOffice.staff)
        }
    }

    private func expectRefusalRow(_ words: String, _ index: Int, _ body: () async throws -> Void) async {
        await #expect {
            try await body()
        } throws: { error in
            (error as? RowRefusal)?.row == index && "\(error)".contains(words)
        }
    }

    @Test("a trainer imports for own runs, an evaluator for all, others not at all")
    func rights() async throws {
        let test = try await TestOffice()
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        let (evaluator, _) = try await test.account(.evaluator, "e@example.org")
        let (own, other) = (try await test.run(trainers: ["t@example.org"]), try await test.run())
        let codes = [try await test.book("Asha", on: own), try await test.book("Bo", on: other)].map(
            \.entry.booking.reference
        )
        try test.clock.set("2026-07-10T08:00:00Z")
        _ = try await test.office.importResponses([row(codes[0], "A1", 5)], by: trainer)
        await expectRefusalRow("own runs", 1) {
            _ = try await test.office.importResponses([row(codes[0], "A1", 6), row(codes[1], "A1", 5)], by: trainer)
        }
        _ = try await test.office.importResponses([row(codes[1], "A1", 5)], by: evaluator)
        #expect(try await test.office.exportResponses(by: evaluator).map(\.score) == [5, 5])
        for actor in [trainer, .visitor, .linkHolder] {
            await expectRefusal("not allowed") { _ = try await test.office.exportResponses(by: actor) }
        }
    }
}
