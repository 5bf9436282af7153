import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct SecondKeyingTests {
    @Test("a second person keys without seeing the first, and what differs waits to be settled")
    func differs() async throws {
        let keyed = try await KeyedRun()
        let office = keyed.test.office
        let blank = try await office.secondForm(of: keyed.booking, wave: .pre, by: keyed.second)
        #expect(blank.given.isEmpty && blank.sheet == nil && blank.wave == .pre && !blank.sections.isEmpty)
        let result = try await office.keyAgain(
            ["A1": "1", "A2": "cannot-say", "A3": "4", "C1": "a:talk"],
            wave: .pre,
            of: keyed.booking,
            by: keyed.second
        )
        // 6 + 4 + 2 + 4 items of the wave, words aside.
        #expect(result.compared == 16 && result.disagreements.map(\.item) == ["A1", "A3", "C1", "D1"])
        #expect(try await keyed.given() == ["A1": "7", "A2": "cannot-say", "C1": "a:away", "D1": "4+"])
        let lines = try await office.disagreements(of: keyed.run, by: keyed.first)
        #expect(
            lines.map {
                "\($0.stored.disagreement.item) \($0.stored.disagreement.first?.text ?? "-") \($0.stored.disagreement.second?.text ?? "-")"
            } == ["A1 7 1", "A3 - 4", "C1 a:away a:talk", "D1 4+ -"]
        )
        #expect(lines.allSatisfy { $0.name.text == "Asha" && $0.firstBy == "Staff trainer" && $0.item != nil })
        #expect(lines.map { $0.guardForm != nil } == [false, false, true, false])

        func settle(_ item: String, _ as: Settlement, reason: String = "Looked at the sheet.") async throws
            -> [AnswerChange]
        {
            try await office.settle(item, wave: .pre, of: keyed.booking, as: `as`, reason: reason, by: keyed.first)
        }
        await expectRefusal("with a reason") { _ = try await settle("A1", .first, reason: " ") }
        #expect(try await settle("A1", .first) == [])
        #expect(try await settle("A3", .second).map(\.to?.text) == ["4"])
        #expect(try await settle("C1", .other("a:film")).map(\.to?.text) == ["a:film"])
        #expect(try await settle("D1", .second).map { $0.to?.text ?? "-" } == ["-"])
        #expect(try await keyed.given() == ["A1": "7", "A2": "cannot-say", "A3": "4", "C1": "a:film"])
        #expect(try await keyed.history().allSatisfy { $0.hasSuffix("double-entry Looked at the sheet.") })
        await expectRefusal("no open disagreement on A1") { _ = try await settle("A1", .second) }
        await expectRefusal("no open disagreement on B1") { _ = try await settle("B1", .second) }
        let after = try await office.disagreements(of: keyed.run, by: keyed.first)
        #expect(
            after.allSatisfy { $0.settledBy == "Staff trainer" && $0.stored.settled?.reason == "Looked at the sheet." }
        )
        #expect(
            try await office.entryQuality(by: TestOffice.staff)
                == EntryQuality(keyed: 1, keyedTwice: 1, itemsCompared: 16, disagreements: 4, open: 0)
        )
        #expect(try await office.verify(by: TestOffice.staff) == [])
    }

    @Test("the same hand waits an hour, a third keying and a sheet from the website are refused")
    func freshEyes() async throws {
        let keyed = try await KeyedRun()
        func again(by actor: Programme.Actor, wave: Wave = .pre, _ answers: [String: String] = ["A1": "7"]) async throws
        {
            _ = try await keyed.test.office.keyAgain(answers, wave: wave, of: keyed.booking, by: actor)
        }
        await expectRefusal("same hand", "60 minutes") { try await again(by: keyed.first) }
        await expectRefusal("same hand") {
            _ = try await keyed.test.office.secondForm(of: keyed.booking, wave: .pre, by: keyed.first)
        }
        await expectRefusal("has not been keyed yet") { try await again(by: keyed.second, wave: .post) }
        await expectRefusal("without an answer") { try await again(by: keyed.second, [:]) }
        keyed.test.clock.advance(hours: 1)
        try await again(by: keyed.first)
        await expectRefusal("keyed twice already") { try await again(by: keyed.second) }
        await expectRefusal("not allowed") { try await again(by: .linkHolder) }
        try keyed.test.clock.set("2026-10-04T08:00:00Z")
        let later = Wave.followUp(months: 3)
        _ = try await keyed.test.office.answer(["A1": "5"], wave: later, with: keyed.link)
        await expectRefusal("answered on the website") { try await again(by: keyed.second, wave: later) }
    }

    @Test("a correction of an item settles what was open on it")
    func corrected() async throws {
        let keyed = try await KeyedRun()
        let office = keyed.test.office
        _ = try await office.keyAgain(
            ["A1": "1", "A2": "cannot-say", "C1": "a:away", "D1": "4+"],
            wave: .pre,
            of: keyed.booking,
            by: keyed.second
        )
        _ = try await office.correct(["A1": "2"], wave: .pre, of: keyed.booking, reason: "It says 2.", by: keyed.first)
        let line = try #require(try await office.disagreements(of: keyed.run, by: keyed.first).first)
        #expect(line.stored.settled?.reason == "It says 2." && line.stored.disagreement.first?.text == "7")
    }
}
