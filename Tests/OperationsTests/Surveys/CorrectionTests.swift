import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct CorrectionTests {
    @Test("a correction takes the place of the answer, and what it was stays with who, when and why")
    func corrects() async throws {
        let keyed = try await KeyedRun()
        let changes = try await keyed.test.office.correct(
            ["A1": "1", "A2": "", "A3": "5", "C1": "a:away"],
            wave: .pre,
            of: keyed.booking,
            facts: SheetCorrection(answeredOn: CalendarDate("2026-07-03"), language: "en-GB"),
            reason: "Read 1 as 7.",
            by: keyed.second
        )
        #expect(changes.map(\.item) == ["answered_on", "A1", "A3", "A2"])
        #expect(changes.allSatisfy { $0.by == keyed.second.hand && $0.at == keyed.test.clock.now })
        #expect(try await keyed.given() == ["A1": "1", "A3": "5", "C1": "a:away", "D1": "4+"])
        #expect(
            try await keyed.history() == [
                "answered_on 2026-07-04 2026-07-03 correction Read 1 as 7.", "A1 7 1 correction Read 1 as 7.",
                "A3 - 5 correction Read 1 as 7.", "A2 cannot-say - correction Read 1 as 7.",
            ]
        )
        let rows = try await keyed.test.office.exportResponses(by: TestOffice.staff)
        #expect(
            rows.map { "\($0.item) \($0.score ?? -1) \($0.answeredOn?.description ?? "")" } == [
                "A1 1.0 2026-07-03", "A3 5.0 2026-07-03",
            ]
        )
        let history = try await keyed.test.office.sheetHistory(of: keyed.booking, wave: .pre, by: keyed.first)
        #expect(history.names[keyed.second.hand] == "Staff trainer")
        #expect(try await keyed.test.office.verify(by: TestOffice.staff) == [])
        let noted = try await keyed.test.rows(
            "SELECT action || ' ' || actor || ' ' || detail AS said FROM audit WHERE action = 'survey.corrected'"
        )
        #expect(noted.count == 1 && noted[0].contains("A1 A2 A3 answered_on") && !noted[0].contains("Read 1"))
    }

    @Test("keying what is on record otherwise is no way round a correction, and filling a blank is none")
    func keyingAgain() async throws {
        let keyed = try await KeyedRun()
        let before = try await keyed.test.contents()
        await expectRefusal("other answers to A1", "second time") { try await keyed.key(["A1": "8", "A3": "5"]) }
        #expect(try await keyed.test.contents() == before)
        try await keyed.key(["A1": "7", "A3": "5"])
        #expect(try await keyed.given()["A3"] == "5")
        #expect(try await keyed.history() == [])
    }

    @Test(
        "what cannot be corrected is refused whole",
        arguments: [
            (["A1": "11"], "x", "from 0 to 10"), (["A1": "7"], "x", "says so already"),
            (["A1": "5"], "  ", "with a reason"),
            (["Z1": "5"], "x", "no item \"Z1\""), (["F1": "yes"], "x", "not asked in the wave pre"),
            (["Z1": ""], "x", "no item \"Z1\""),
            ([:], "x", "says so already"),
        ] as [([String: String], String, String)]
    )
    func refuses(_ answers: [String: String], _ reason: String, _ words: String) async throws {
        let keyed = try await KeyedRun()
        let before = try await keyed.test.contents()
        await expectRefusal(words) {
            _ = try await keyed.test.office.correct(
                answers.merging(["A2": "cannot-say"]) { old, _ in old },
                wave: .pre,
                of: keyed.booking,
                reason: reason,
                by: keyed.first
            )
        }
        #expect(try await keyed.test.contents() == before)
    }

    @Test("a sheet that is not there, a day to come and a run of somebody else cannot be corrected")
    func beyond() async throws {
        let keyed = try await KeyedRun()
        let office = keyed.test.office
        await expectRefusal("is not on record") {
            _ = try await office.correct(["A1": "5"], wave: .post, of: keyed.booking, reason: "x", by: keyed.first)
        }
        await expectRefusal("still to come") {
            let facts = SheetCorrection(answeredOn: CalendarDate("2026-07-12"))
            _ = try await office.correct([:], wave: .pre, of: keyed.booking, facts: facts, reason: "x", by: keyed.first)
        }
        let (other, _) = try await keyed.test.account(.trainer, "other@example.org")
        for actor in [other, .visitor, .linkHolder] {
            await expectRefusal("not allowed") {
                _ = try await office.correct(["A1": "5"], wave: .pre, of: keyed.booking, reason: "x", by: actor)
            }
            await expectRefusal("not allowed") {
                _ = try await office.sheetHistory(of: keyed.booking, wave: .pre, by: actor)
            }
        }
    }

    @Test("a person's own change keeps what it was, and needs no reason")
    func ownChange() async throws {
        let keyed = try await KeyedRun([:])
        try keyed.test.clock.set("2026-07-04T08:00:00Z")
        _ = try await keyed.test.office.answer(["A1": "5", "A2": "3"], wave: .pre, with: keyed.link)
        _ = try await keyed.test.office.answer(["A1": "6", "A2": "3"], wave: .pre, with: keyed.link)
        #expect(try await keyed.given() == ["A1": "6", "A2": "3"])
        #expect(try await keyed.history() == ["A1 5 6 own -"])
    }

    @Test("a rehearsed correction leaves everything as it was")
    func rehearsal() async throws {
        let keyed = try await KeyedRun()
        let before = try await keyed.test.contents()
        let office = try await keyed.test.another(rehearses: true)
        let changes = try await office.correct(["A1": "1"], wave: .pre, of: keyed.booking, reason: "x", by: keyed.first)
        #expect(changes.map(\.item) == ["A1"])
        _ = try await office.keyAgain(["A1": "1"], wave: .pre, of: keyed.booking, by: keyed.second)
        try await office.note(.refused, wave: .post, of: keyed.booking, by: keyed.first)
        #expect(try await office.eraseWords(by: TestOffice.staff) == 0)
        #expect(try await keyed.test.contents() == before)
    }

    @Test("a file that says otherwise is refused without a reason, and corrects with one")
    func file() async throws {
        let keyed = try await KeyedRun()
        func row(_ item: String, _ score: Double?, mode: String? = nil, day: String? = nil, trainer: String? = nil)
            -> ResponseRecord
        {
            ResponseRecord(
                attendee: keyed.code,
                wave: .pre,
                item: item,
                score: score,
                answeredOn: day.flatMap { CalendarDate($0) },
                trainer: trainer,
                mode: mode
            )
        }
        let rows = [row("A1", 2, day: "2026-07-02"), row("A3", 4, mode: "telephone"), row("A2", nil), row("C1", 1)]
        let office = keyed.test.office
        func refused(_ words: String, _ index: Int, _ rows: [ResponseRecord]) async {
            await #expect { try await office.importResponses(rows, by: TestOffice.staff) } throws: { error in
                (error as? RowRefusal)?.row == index && "\(error)".contains(words)
            }
        }
        await refused("answered_on of \(keyed.code) in pre is 2026-07-04 on record and 2026-07-02 here", 0, rows)
        await refused("A1 of \(keyed.code) in pre is 7 on record and 2 here", 0, [row("A1", 2)])
        await refused("A2 of \(keyed.code) in pre is cannot-say on record and 3 here", 1, [row("A1", 7), row("A2", 3)])
        await refused("\"fax\" is not a way of answering; web, paper, telephone", 0, [row("A1", 7, mode: "fax")])
        await refused(
            "answered_on of \(keyed.code) in pre is 2026-07-03 here and 2026-07-02",
            1,
            [row("A1", 7, day: "2026-07-02"), row("A3", 7, day: "2026-07-03")]
        )
        await refused(
            "\"Nobody\" does not teach this run; leave trainer empty or give Staff trainer",
            0,
            [row("A1", 7, trainer: "Nobody")]
        )
        let done = try await office.importResponses(rows, reason: "The sheets were read again.", by: TestOffice.staff)
        #expect(done.corrected == 3 && done.responses == 1)
        #expect(try await keyed.given() == ["A1": "2", "A2": "cannot-say", "A3": "4", "C1": "a:away", "D1": "4+"])
        #expect(try await keyed.history().map { $0.prefix { $0 != " " } } == ["answered_on", "mode", "A1"])
        let sheet = try await office.surveyForm(of: keyed.booking, wave: .pre, by: keyed.first).sheet
        #expect(
            sheet?.mode == .telephone && sheet?.answeredOn.description == "2026-07-02" && sheet?.language == "en-GB"
        )
        // A file without days, modes or languages leaves those on record.
        _ = try await office.importResponses([row("A4", 1)], by: TestOffice.staff)
        #expect(
            try await office.surveyForm(of: keyed.booking, wave: .pre, by: keyed.first).sheet?.answeredOn.description
                == "2026-07-02"
        )
        #expect(try await office.verify(by: TestOffice.staff) == [])
    }
}
