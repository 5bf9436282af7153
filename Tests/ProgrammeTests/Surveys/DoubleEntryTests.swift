import Foundation
import Programme
import Testing

@Suite struct DoubleEntryTests {
    private static let first = Date(timeIntervalSince1970: 1_780_000_000)

    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        var isOnPaper = true
        var firstHand: String? = "account:1"
        var isKeyed = true
        var isKeyedTwice = false
        var hand = "account:2"
        var minutes = 0.0
        let refusal: DoubleEntryRefusal?
        var testDescription: String { what }
    }

    @Test(arguments: [
        Case(what: "another hand at once", refusal: nil),
        Case(what: "the same hand at once", hand: "account:1", refusal: .sameHand("S", minutes: 60)),
        Case(
            what: "the same hand after 59 minutes and a half",
            hand: "account:1",
            minutes: 59.5,
            refusal: .sameHand("S", minutes: 1)
        ),
        Case(what: "the same hand after an hour", hand: "account:1", minutes: 60, refusal: nil),
        Case(what: "a first hand that was not noted", firstHand: nil, refusal: nil),
        Case(what: "a sheet that nobody keyed", isKeyed: false, refusal: .notKeyed("S")),
        Case(what: "answers from the website", isOnPaper: false, refusal: .notOnPaper("S")),
        Case(what: "a third time", isKeyedTwice: true, refusal: .keyedTwice("S")),
    ])
    func freshEyes(_ example: Case) {
        func ask() throws(DoubleEntryRefusal) {
            try DoubleEntry.require(
                "S",
                isOnPaper: example.isOnPaper,
                first: example.isKeyed ? (example.firstHand, Self.first) : nil,
                isKeyedTwice: example.isKeyedTwice,
                by: example.hand,
                at: Self.first.addingTimeInterval(example.minutes * 60)
            )
        }
        if let refusal = example.refusal {
            #expect(throws: refusal) { try ask() }
            #expect(refusal.description.hasPrefix("S ") && refusal.description.hasSuffix("."))
        } else {
            #expect(throws: Never.self) { try ask() }
        }
    }

    @Test("what differs is named in the order of the sheet; a blank is not a cannot-say, and 1 is not a choice")
    func compares() {
        let first = [
            "A1": AnswerValue(score: 7), "A2": AnswerValue(), "C1": AnswerValue(score: 1, choice: "a:away"),
            "A4": AnswerValue(score: 1),
        ]
        let second = [
            "A1": AnswerValue(score: 7), "A3": AnswerValue(score: 0), "C1": AnswerValue(score: 0, choice: "a:talk"),
            "A4": AnswerValue(score: 1),
        ]
        let found = DoubleEntry.disagreements(first, second, items: ["A3", "A1", "A2", "A4", "C1"])
        #expect(found.map(\.item) == ["A3", "A2", "C1"])
        #expect(found.map { $0.first?.text } == [nil, "cannot-say", "a:away"])
        #expect(found.map { $0.second?.text } == ["0", nil, "a:talk"])
        #expect(DoubleEntry.disagreements(first, first, items: first.keys.sorted()).isEmpty)
    }
}
