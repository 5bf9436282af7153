import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

/// Sheets keyed from paper by staff: once, twice, corrected, or never to come.
@Suite struct KeyingTests {
    private struct Desk {
        let rehearsal: Rehearsal
        let run: ID<Run>
        let people: [RegisterLine]
        func path(_ index: Int) -> String { "/staff/runs/\(run)/surveys/\(people[index].booking)" }
        func given(_ index: Int) async throws -> [String: String] {
            try await rehearsal.office.surveyForm(of: people[index].booking, wave: .post, by: Rehearsal.terminal).given
        }
    }

    private func desk() async throws -> Desk {
        let rehearsal = try await Rehearsal()
        let sheet = try await rehearsal.office.register(of: rehearsal.held, by: Rehearsal.terminal)
        return Desk(rehearsal: rehearsal, run: rehearsal.held, people: sheet.lines)
    }

    @Test func numbersBecomeAnswersAndTheNextSheetComes() async throws {
        let desk = try await desk()
        try await withSite(desk.rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: desk.rehearsal.office)
            let page = try await visitor.get(desk.path(0) + "?wave=post")
            #expect(page.text.contains("3 sheets to key in this wave") && page.text.contains("value=\"2026-03-02\""))
            let answer = try await visitor.post(
                desk.path(0),
                [
                    ("wave", "post"), ("A1", "9"), ("A2", "x"), ("C1", "1"), ("answered_on", "2026-03-02"),
                    ("next", "yes"),
                ],
                from: desk.path(0) + "?wave=post"
            )
            #expect(answer.location == desk.path(1) + "?wave=post&kept=\(desk.people[0].reference)")
            let form = try await desk.rehearsal.office.surveyForm(
                of: desk.people[0].booking,
                wave: .post,
                by: Rehearsal.terminal
            )
            let shown = try form.guardForms["C1"].orThrow()
            #expect(form.given == ["A1": "9", "A2": "cannot-say", "C1": "\(shown.code):\(shown.options[0].code)"])
            #expect(form.sheet?.keyedBy?.hasPrefix("account:") == true)
            let wrong = try await visitor.post(
                desk.path(1),
                [("wave", "post"), ("A1", "12")],
                from: desk.path(1) + "?wave=post"
            )
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"12\""))
            let last = try await visitor.post(
                desk.path(2),
                [("wave", "post"), ("A1", "1"), ("next", "yes")],
                from: desk.path(2) + "?wave=post"
            )
            #expect(last.location == desk.path(1) + "?wave=post&kept=\(desk.people[2].reference)")
            let done = try await visitor.post(
                desk.path(1),
                [("wave", "post"), ("A1", "2"), ("next", "yes")],
                from: desk.path(1) + "?wave=post"
            )
            #expect(done.location == "/staff/runs/\(desk.run)/surveys?done=keyed")
        }
    }

    @Test func aCorrectionNeedsAReasonAndShowsWhatItSaidBefore() async throws {
        let desk = try await desk()
        _ = try await desk.rehearsal.office.key(
            ["A1": "7", "A2": "5"],
            wave: .post,
            of: desk.people[0].booking,
            mode: .paper,
            answeredOn: CalendarDate("2026-03-02"),
            by: Rehearsal.terminal
        )
        try await withSite(desk.rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: desk.rehearsal.office)
            let from = desk.path(0) + "?wave=post"
            let fields = [
                ("wave", "post"), ("entry", "correct"), ("A1", "1"), ("A3", "4"), ("mode", "paper"),
                ("answered_on", "2026-03-02"),
            ]
            let without = try await visitor.post(desk.path(0), fields, from: from)
            #expect(without.status == .unprocessableContent && without.text.contains("id=\"reason-error\""))
            #expect(without.text.contains("name=\"A1\" value=\"1\""))
            let done = try await visitor.post(desk.path(0), fields + [("reason", "Read 1 as 7.")], from: from)
            #expect(done.location == "/staff/runs/\(desk.run)/surveys?done=correct")
            #expect(try await desk.given(0) == ["A1": "1", "A3": "4"])
            let page = try await visitor.get(from).text
            #expect(
                page.contains("What it said before") && page.contains("Read 1 as 7.") && page.contains("Tariq Trainer")
            )
            #expect(page.contains("entry=again"))
        }
    }

    @Test func aSecondKeyingIsBlindAndWhatDiffersIsSettled() async throws {
        let desk = try await desk()
        _ = try await desk.rehearsal.office.key(
            ["A1": "7", "A2": "5"],
            wave: .post,
            of: desk.people[0].booking,
            mode: .paper,
            answeredOn: CalendarDate("2026-03-02"),
            by: Rehearsal.terminal
        )
        try await withSite(desk.rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: desk.rehearsal.office)
            let again = desk.path(0) + "?wave=post&entry=again"
            let blind = try await visitor.get(again)
            #expect(
                blind.status == .ok && !blind.text.contains("name=\"A1\" value=\"7\"")
                    && !blind.text.contains("name=\"F10\"")
            )
            let sent = try await visitor.post(
                desk.path(0),
                [("wave", "post"), ("entry", "again"), ("A1", "1"), ("A2", "5"), ("next", "yes")],
                from: again
            )
            #expect(sent.location == "/staff/runs/\(desk.run)/surveys?done=again")
            #expect(try await visitor.get("/staff/runs/\(desk.run)/surveys").text.contains("1 disagreement to settle"))
            let list = "/staff/runs/\(desk.run)/disagreements"
            let page = try await visitor.get(list)
            #expect(
                page.text.contains("first keying, operator:tester")
                    && page.text.contains("second keying, Tariq Trainer")
            )
            let line = try page.hidden("line").orThrow()
            for (fields, words) in [
                ([("line", line), ("reason", "x")], "Choose which answer"),
                ([("line", line), ("keep", "second")], "Say in a few words why"),
                ([("line", line), ("keep", "other"), ("other", "12"), ("reason", "x")], "from 0 to 10"),
                ([("line", "999-post-A1"), ("keep", "first"), ("reason", "x")], "settled already"),
            ] {
                let refused = try await visitor.post(list, fields)
                #expect(refused.status == .unprocessableContent && refused.text.contains(words), "\(words)")
            }
            let done = try await visitor.post(
                list,
                [("line", line), ("keep", "other"), ("other", "x"), ("reason", "The box is ticked.")]
            )
            #expect(done.location == list + "?done=settled")
            #expect(try await desk.given(0) == ["A1": "cannot-say", "A2": "5"])
            #expect(try await visitor.get(list).text.contains("The box is ticked."))
            #expect(try await visitor.get(again).status == .unprocessableContent)
        }
    }

    @Test func thatNoSheetWillComeIsNotedAndTheNextPersonAsked() async throws {
        let desk = try await desk()
        try await withSite(desk.rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: desk.rehearsal.office)
            let from = desk.path(1) + "?wave=post"
            let nothing = try await visitor.post(desk.path(1) + "/note", [("wave", "post")], from: from)
            #expect(nothing.status == .unprocessableContent && nothing.text.contains("Choose what is known."))
            let noted = try await visitor.post(
                desk.path(1) + "/note",
                [("wave", "post"), ("kind", "refused"), ("words", "In a hurry.")],
                from: from
            )
            #expect(noted.location == "/staff/runs/\(desk.run)/surveys?done=noted")
            #expect(try await visitor.get("/staff/runs/\(desk.run)/surveys").text.contains("said no"))
            #expect(try await visitor.get(from).text.contains("In a hurry."))
            let kept = try await visitor.post(
                desk.path(0),
                [("wave", "post"), ("A1", "1"), ("next", "yes")],
                from: desk.path(0) + "?wave=post"
            )
            #expect(kept.location?.hasPrefix(desk.path(2)) == true)
        }
    }

    @Test func aSheetThatAsksForHelpIsToldToWhoKeysIt() async throws {
        let desk = try await desk()
        desk.rehearsal.clock.move(to: "2026-06-03T12:00:00Z")
        try await withSite(desk.rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: desk.rehearsal.office)
            for (fields, isTold) in [([("F6", "2")], true), ([("A1", "5")], false)] {
                let index = isTold ? 0 : 1
                let sent = try await visitor.post(
                    desk.path(index),
                    [("wave", "followup-3"), ("next", "yes")] + fields,
                    from: desk.path(index) + "?wave=followup-3"
                )
                let next = try await visitor.get(try sent.location.orThrow()).text
                #expect(next.contains("tells of a threat or an injury") == isTold)
                #expect(next.contains("\(desk.people[index].reference) is saved."))
            }
        }
    }
}
