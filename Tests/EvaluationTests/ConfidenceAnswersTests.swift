import Evaluation
import Programme
import Testing

@Suite("Answers behind the findings") struct ConfidenceAnswersTests {
    @Test("every score of the scale is counted, blanks apart") func distribution() throws {
        let records = pairs([(1, 3), (1, 3), (3, nil)]) + pairs([(2, 2), (nil, 1), (2, 2)], item: "A2")
        let findings = try ConfidenceFindings(
            evaluating: records,
            options: ConfidenceOptions(range: ScoreRange("1...3"), reversedItems: ["A2"])
        )
        #expect(findings.distributions.map(\.item) == ["A1", "A1", "A2", "A2"])
        #expect(findings.distributions[0].counts.map(\.people) == [2, 0, 1])
        #expect(findings.distributions[0].counts.map(\.score) == [1, 2, 3])
        // 1 turned round on 1 to 3 is 3.
        #expect(findings.distributions[3].counts.map(\.people) == [0, 2, 1])
        #expect(findings.distributions.map(\.answered) == [3, 2, 2, 3])
        #expect(findings.distributions.map(\.blank) == [0, 1, 1, 0])
        let free = try ConfidenceFindings(evaluating: records).distributions[0]
        #expect(free.counts == [.init(score: 1, people: 2), .init(score: 3, people: 1)])
        let hidden = try ConfidenceFindings(evaluating: records, options: ConfidenceOptions(suppressBelow: 3))
        #expect(hidden.distributions.allSatisfy { $0.counts.isEmpty && $0.why != nil })
    }

    @Test("the flow counts every state, and what was due, reached and answered") func flow() throws {
        let states: [WaveFlowStatus] = [
            .answered, .answered, .late, .refused, .unreachable, .withdrawn, .reached, .due, .notYetDue, .notAgreed,
            .skipped,
        ]
        let flow = SurveyFlow(
            people: states.enumerated().map { SurveyFlow.Person(reference: "p\($0)", states: [.post: $1]) }
        )
        let tally = try #require(try ConfidenceFindings(evaluating: pairs([(1, 2)]), flow: flow).flow.first)
        #expect(tally.attended == 11 && tally.due == 8 && tally.reached == 5 && tally.answered == 3)
        #expect(tally.silent == 1 && tally[.refused] == 1 && tally[.late] == 1)
        let hidden = try ConfidenceFindings(
            evaluating: pairs([(1, 2)]),
            options: ConfidenceOptions(suppressBelow: 5),
            flow: flow
        )
        #expect(hidden.flow[0].due == nil && hidden.flow[0][.refused] == nil && hidden.flow[0].why != nil)
        #expect(nullsWithoutReason(hidden.json) == [])
    }

    @Test("late answers stay in the comparisons and out of the main question") func windows() throws {
        let records = pairs([(1, 3), (2, 3), (3, 5), (1, 9)])
        let flow = SurveyFlow(
            people: (0..<4).map {
                SurveyFlow.Person(reference: "p\($0)", states: [.pre: .answered, .post: $0 == 3 ? .late : .answered])
            }
        )
        let findings = try ConfidenceFindings(evaluating: records, flow: flow)
        #expect(findings.comparisons.allSatisfy { $0.pairs == 4 })
        #expect(findings.primaryComparison?.pairs == 3)
        #expect(agree(findings.primaryComparison?.meanChange, 5.0 / 3))
        #expect(findings.outOfWindow.map(\.people) == [0, 1])
        #expect(findings.statements.contains { $0.contains("1 answer") && $0.contains("outside") })
    }

    @Test("in a file an answer dated before an earlier wave's is out of its window") func orderOfDays() throws {
        var records = pairs([(1, 3), (2, 3), (3, 5)])
        for (number, day) in ["2026-03-02", "2026-03-02", "2026-03-02", "2026-03-01"].enumerated() {
            records[number].answeredOn = CalendarDate(day)
        }
        let findings = try ConfidenceFindings(evaluating: records)
        #expect(findings.primaryComparison?.pairs == 2 && findings.comparisons[0].pairs == 3)
        #expect(findings.outOfWindow.map(\.people) == [0, 1])
    }

    @Test("groups take what the earliest wave says, whatever the order of rows") func groups() throws {
        var records = pairs((0..<12).map { (Double($0 % 4), Double($0 % 4 + $0 % 3)) })
        for place in records.indices {
            records[place].area = Int(records[place].attendee.dropFirst()).map { $0 < 6 ? "North" : "South" }
            if records[place].wave == .post { records[place].area = "Elsewhere" }
        }
        let findings = try ConfidenceFindings(evaluating: records)
        #expect(findings.groups.map(\.name) == ["North", "South"] && findings.groups.allSatisfy { $0.kind == .area })
        #expect(findings.groups.map(\.comparison.pairs) == [6, 6])
        #expect(try ConfidenceFindings(evaluating: records.reversed()).groups == findings.groups)
        let ps = findings.groups.compactMap(\.comparison.p), adjusted = findings.groups.compactMap(\.adjusted)
        #expect(ps.count == 2 && zip(ps, adjusted).allSatisfy { $0 <= $1 })
        let hidden = try ConfidenceFindings(evaluating: records, options: ConfidenceOptions(suppressBelow: 10))
        #expect(hidden.groups.allSatisfy { $0.comparison.meanChange == nil && $0.adjusted == nil })
        #expect(nullsWithoutReason(hidden.json) == [])
    }

    @Test("a single small group takes the smallest other one along, and small questions lose their p") func complement()
        throws
    {
        var records = pairs(
            (0..<40).map { number -> (Double?, Double?) in
                let start = number % 4
                return (Double(start), Double(start + 1 + number % 3))
            }
        )
        for place in records.indices {
            let number = Int(records[place].attendee.dropFirst()) ?? 0
            records[place].area = number < 5 ? "A" : number < 17 ? "B" : "C"
        }
        let hidden = try ConfidenceFindings(evaluating: records, options: ConfidenceOptions(suppressBelow: 10))
        #expect(hidden.groups.map(\.comparison.pairs) == [nil, nil, 23])
        #expect(nullsWithoutReason(hidden.json) == [])
        let few = try ConfidenceFindings(
            evaluating: records.filter { $0.area == "A" },
            options: ConfidenceOptions(suppressBelow: 10)
        )
        #expect(
            !few.questions.isEmpty && few.questions.allSatisfy { $0.p == nil && $0.isShown == nil && $0.why != nil }
        )
    }

    @Test("attrition is told by course") func courses() throws {
        let records = pairs([(1, 2), (1, nil), (2, 3)]).map { record in
            var copy = record
            copy.course = record.attendee == "p2" ? "c10" : "c9"
            return copy
        }
        let courses = try ConfidenceFindings(evaluating: records).attrition.courses
        #expect(courses.map(\.name) == ["c9", "c10"] && courses.map(\.attended) == [2, 1])
        #expect(courses[0].waves.map(\.answered) == [2, 1] && courses[0].waves.map(\.due) == [2, 2])
    }

    @Test("below six courses the exact turning of whole courses decides, and can show nothing") func fewCourses() throws
    {
        func verdict(courses: Int) throws -> ConfidenceFindings {
            let records = pairs((0..<30).map { (3, 5 + Double($0 % 3) / 2) }).map { record in
                var copy = record
                copy.course = "c\((Int(record.attendee.dropFirst()) ?? 0) % courses)"
                return copy
            }
            return try ConfidenceFindings(evaluating: records)
        }
        let few = try verdict(courses: 5)
        // All five sums point one way: 2 of 2^5 patterns.
        #expect(few.primaryComparison?.leadingP == 2.0 / 32)
        #expect(few.verdict == .noEvidence(detectable: nil, couldHaveSeen: false))
        #expect(try verdict(courses: 10).verdict == .clearRise)
    }
}
