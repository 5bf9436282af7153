import Evaluation
import Programme
import Testing

@Suite("Answers that cannot be evaluated") struct ConfidenceRefusalTests {
    private func refusal(
        _ records: [ResponseRecord],
        _ options: ConfidenceOptions = ConfidenceOptions(),
        guards: [GuardAnswer] = []
    ) -> ConfidenceRefusal? {
        do throws(ConfidenceRefusal) {
            _ = try ConfidenceFindings(evaluating: records, options: options, guardAnswers: guards)
            return nil
        } catch {
            return error
        }
    }

    private let good = pairs([(1, 2), (2, 4), (3, 3)])

    @Test func theSameAnswerTwice() {
        let refused = refusal(good + [ResponseRecord(attendee: "p1", wave: .post, item: "A1", score: nil)])
        #expect(refused == .duplicateAnswer(row: 6, attendee: "p1", wave: .post, item: "A1"))
        #expect(refused?.description == "Attendee p1 has two answers to A1 in wave post. Keep one of them.")
        #expect(refused?.row == 6 && refused?.column == "item")
    }

    @Test func onePersonInTwoCourses() {
        var records = good
        records[0].course = "c1"
        records[1].course = "c2"
        let refused = refusal(records)
        #expect(refused == .twoCourses(row: 1, attendee: "p0", first: "c1", second: "c2"))
        #expect(refused?.column == "course_id")
    }

    @Test func aScoreOutsideTheScale() {
        let refused = refusal(good, ConfidenceOptions(range: ScoreRange("0...3")))
        #expect(
            refused?.description
                == "Attendee p1 scored 4 on A1 in wave post, outside the scale 0 to 3. Correct the score or --scale."
        )
        #expect(refused?.row == 3)
        #expect(refusal(pairs([(1, .infinity)]))?.column == "score")
    }

    @Test func unknownItemsSuggestTheNearest() {
        let scale = ConfidenceOptions(scales: [ScaleDefinition(name: "A", items: ["A11"])])
        #expect(
            refusal(good, scale)?.description == "Scale A names item A11, which no one was asked. Did you mean \"A1\"?"
        )
        let reverse = ConfidenceOptions(range: ScoreRange("0...10"), reversedItems: ["zebra"])
        #expect(
            refusal(good, reverse)?.description
                == "Item zebra is to be reversed but no one was asked it. The items are A1."
        )
    }

    @Test func optionsThatContradictThemselves() {
        #expect(refusal(good, ConfidenceOptions(reversedItems: ["A1"])) == .reversalNeedsRange)
        #expect(refusal(good, ConfidenceOptions(minimumAnswered: 0)) == .tooSmall(option: "--min-answered", value: 0))
        #expect(refusal(good, ConfidenceOptions(suppressBelow: -1)) == .tooSmall(option: "--suppress", value: -1))
        #expect(refusal(good, ConfidenceOptions(smallestChange: 0)) == .smallestChangeNotPositive(0))
        let few = ConfidenceOptions.Bootstrap(resamples: 99)
        #expect(refusal(good, ConfidenceOptions(bootstrap: few)) == .tooFewResamples(99))
        let twice = ScaleDefinition(name: "A", items: ["A1"])
        #expect(refusal(good, ConfidenceOptions(scales: [twice, twice])) == .duplicateScale("A"))
        let empty = ScaleDefinition(name: "A", items: [])
        #expect(refusal(good, ConfidenceOptions(scales: [empty])) == .malformedScale("A", reason: "has no items"))
        let repeated = ScaleDefinition(name: "A", items: ["A1", "A1"])
        #expect(
            refusal(good, ConfidenceOptions(scales: [repeated])) == .malformedScale("A", reason: "names an item twice")
        )
    }

    @Test func aSafeChoiceTwice() {
        let answer = GuardAnswer(attendee: "p1", wave: .pre, item: "C1", isSafe: true)
        #expect(
            refusal(good, guards: [answer, answer]) == .duplicateAnswer(row: 1, attendee: "p1", wave: .pre, item: "C1")
        )
    }

    @Test(
        "a scale is written MIN...MAX",
        arguments: ["0..10", "10...0", "a...b", "3", "...", "0...10...20", "0...inf"]
    )
    func malformedRange(_ text: String) { #expect(ScoreRange(text) == nil) }

    @Test func rangesAreRead() {
        #expect(ScoreRange("0...10") == ScoreRange(lowest: 0, highest: 10))
        #expect(ScoreRange("-2...2.5")?.description == "-2 to 2.5")
    }

    @Test("thin and degenerate answers are not refused: nulls carry reasons, numbers are finite") func degenerate()
        throws
    {
        let tables: [[ResponseRecord]] = [
            [], pairs([(1, 2)]), pairs([(0, 0), (0, 0), (0, 0)]), pairs([(1, 2), (2, 3), (5, 6)]),
            pairs([(nil, nil), (nil, 3)]), pairs([(1, nil), (nil, 3)]),
            pairs([(1e308, -1e308), (-1e308, 1e308), (3, 4)]),
            [ResponseRecord(attendee: "p", wave: .pre, item: "A1", score: 3)],
            pairs([(1, 2), (2, 4)]) + [ResponseRecord(attendee: "p0", wave: .pre, item: "A2", score: 3)],
        ]
        for records in tables {
            let findings = try ConfidenceFindings(evaluating: records)
            #expect(nullsWithoutReason(findings.json) == [])
            #expect(!findings.text.contains("nan") && !findings.text.contains("inf "))
            #expect(!findings.statements.isEmpty)
        }
    }

    @Test("constant changes keep their mean and say why there is no interval") func constantChange() throws {
        let findings = try ConfidenceFindings(evaluating: pairs([(-0.2, 0.8), (0, 1), (0.1, 1.1)]))
        let comparison = findings.comparisons[0]
        #expect(comparison.meanChange == 1 && comparison.standardDeviation == 0)
        #expect(comparison.t == nil && comparison.interval == nil)
        #expect(comparison.reasons.contains { $0.reason == "all 3 changes are identical" })
        #expect(findings.verdict == .notEstimable("all 3 changes are identical"))
    }

    @Test("an item that a wave did not ask is said so") func missingItem() throws {
        let extra = ResponseRecord(attendee: "p0", wave: .pre, item: "A2", score: 3)
        let findings = try ConfidenceFindings(evaluating: good + [extra])
        #expect(findings.comparisons[1].reasons.first?.reason == "A2 was not asked in wave post")
        #expect(
            findings.comparisons[2].reasons.first?.reason
                == "A2 was not asked in wave post and a mean needs 2 of 2 items"
        )
    }
}
