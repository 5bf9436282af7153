import Foundation
import Programme
import Testing

@Suite struct AnswerHistoryTests {
    private static func step(_ item: String, _ from: Double?, _ to: Double?) -> AnswerChange {
        AnswerChange(
            item: item,
            from: from.map { AnswerValue(score: $0) },
            to: to.map { AnswerValue(score: $0) },
            source: .correction,
            by: "account:1",
            at: Date(timeIntervalSince1970: 0),
            reason: "slip"
        )
    }

    @Test(
        "a history is whole when each step begins where the last ended and the last ends at what is on record",
        arguments: [
            ([], ["A1": 5], []), ([step("A1", 4, 5)], ["A1": 5], []), ([step("A1", 4, 5)], ["A1": 6], ["A1"]),
            ([step("A1", 4, 5), step("A1", 5, 7)], ["A1": 7], []),
            ([step("A1", 4, 5), step("A1", 6, 7)], ["A1": 7], ["A1"]),
            ([step("A1", 4, nil)], [:], []), ([step("A1", 4, nil)], ["A1": 4], ["A1"]),
            ([step("B1", nil, 3), step("A1", 4, 5)], ["A1": 5], ["B1"]),
        ] as [([AnswerChange], [String: Double], [String])]
    )
    func whole(_ changes: [AnswerChange], _ current: [String: Double], _ faults: [String]) {
        #expect(AnswerHistory.faults(changes, current: current.mapValues { AnswerValue(score: $0) }) == faults)
    }

    @Test("going back through the changes gives what was keyed first")
    func original() {
        let changes = [Self.step("A1", 4, 5), Self.step("A2", nil, 1), Self.step("A1", 5, 9), Self.step("A3", 2, nil)]
        let current = ["A1": AnswerValue(score: 9), "A2": AnswerValue(score: 1), "B1": AnswerValue(score: 8)]
        #expect(
            AnswerHistory.original(changes, current: current) == [
                "A1": AnswerValue(score: 4), "A3": AnswerValue(score: 2), "B1": AnswerValue(score: 8),
            ]
        )
    }

    @Test(arguments: [
        (AnswerValue(score: 7), "7"), (AnswerValue(score: 2.5), "2.5"), (AnswerValue(), "cannot-say"),
        (AnswerValue(score: 1, choice: "a:away"), "a:away"), (AnswerValue(choice: "home"), "home"),
    ])
    func text(_ value: AnswerValue, _ text: String) { #expect(value.text == text) }
}
