import Evaluation
import Programme
import Testing

@Suite("Confidence verdicts") struct ConfidenceVerdictTests {
    private let rise = table { (2 + $0 % 5, 3 + $0 % 5 + $0 % 3) }
    private let level = table { (2 + $0 % 5, 2 + ($0 * 3 + 1) % 5) }

    private static func table(_ scores: (Int) -> (Int, Int)) -> [ResponseRecord] {
        pairs(
            (0..<20).map { number in
                let (from, to) = scores(number)
                return (Double(from), Double(to))
            }
        )
    }

    private func guards(_ answers: [(Bool, Bool?)]) -> [GuardAnswer] {
        answers.enumerated().flatMap { number, answer in
            [
                GuardAnswer(attendee: "p\(number)", wave: .pre, item: "C1", isSafe: answer.0),
                GuardAnswer(attendee: "p\(number)", wave: .post, item: "C1", isSafe: answer.1),
            ]
        }
    }

    @Test("a rise is claimed only when safe choices did not fall") func safetyGuard() throws {
        func verdict(_ answers: [(Bool, Bool?)]) throws -> ConfidenceVerdict {
            try ConfidenceFindings(evaluating: rise, guardAnswers: guards(answers)).verdict
        }
        #expect(try ConfidenceFindings(evaluating: rise).verdict == .clearRise)
        #expect(try verdict([(true, true), (false, true)]) == .clearRise)
        #expect(try verdict([(true, false), (false, true)]) == .clearRise)
        #expect(try verdict([(true, false), (true, true)]) == .riseButLessSafe(items: ["C1"]))
        #expect(try verdict([(true, nil), (true, nil)]) == .riseButSafetyUnknown)
        #expect(try !verdict([(true, false)]).claimsSuccess && !verdict([(true, nil)]).claimsSuccess)
        let told = try ConfidenceFindings(
            evaluating: rise,
            guardAnswers: guards([(true, false), (true, true), (false, true)])
        )
        // 2 of 3 safe before and after, one each way: binom.test(1, 2) gives p = 1.
        #expect(
            told.statements.contains(
                "Safe choices in C1: 2 of 3 before the course, 2 of 3 at the end of the course; "
                    + "1 came to choose safely, 1 no longer did (McNemar p = 1.00)."
            )
        )
    }

    @Test("the guard is compared over the waves of the primary question") func guardWaves() throws {
        let later = (0..<20).map {
            ResponseRecord(
                attendee: "p\($0)",
                wave: .followUp(months: 3),
                item: "A1",
                score: Double($0 % 5) + 4 + Double($0 % 2)
            )
        }
        var answers = guards([(true, true), (true, true)])
        answers.append(GuardAnswer(attendee: "p0", wave: .followUp(months: 3), item: "C1", isSafe: false))
        let findings = try ConfidenceFindings(evaluating: rise + later, guardAnswers: answers)
        #expect(findings.verdict == .riseButLessSafe(items: ["C1"]))
        #expect(findings.guardItems.first?.pairs == 1)
    }

    @Test("a fall is called a fall") func fall() throws {
        let fallen = rise.map { record in
            var copy = record
            copy.wave = record.wave == .pre ? .post : .pre
            return copy
        }
        #expect(try ConfidenceFindings(evaluating: fallen).verdict == .clearFall)
    }

    @Test("without evidence the verdict says what could have been seen") func power() throws {
        let options = ConfidenceOptions(smallestChange: 3)
        guard
            case .noEvidence(let detectable, true) = try ConfidenceFindings(evaluating: level, options: options).verdict
        else { return #expect(Bool(false), "a change of 3 points could have been seen") }
        // R: k <- 0:19; power.t.test(n = 20, sd = sd((k * 3 + 1) %% 5 - k %% 5), power = 0.8, type = "paired", strict = TRUE)
        #expect(agree(detectable, 1.355197681, relative: 1e-6))
        let strict = try ConfidenceFindings(evaluating: level, options: ConfidenceOptions(smallestChange: 0.1))
        #expect(strict.verdict.description.contains("could not have seen less than 1.36 points (too thin)"))
    }

    @Test("statements give estimate, interval, n of N and the missing control group") func statements() throws {
        let flow = SurveyFlow(
            people: (0..<25).map { SurveyFlow.Person(reference: "p\($0)", states: [.pre: $0 < 20 ? .answered : .due]) }
        )
        let options = ConfidenceOptions(
            range: ScoreRange("0...10"),
            scales: [ScaleDefinition(name: "A", title: "confidence", items: ["A1"])]
        )
        let findings = try ConfidenceFindings(evaluating: rise, options: options, flow: flow)
        let first = try #require(findings.statements.first)
        #expect(
            first.hasPrefix(
                "Confidence, from before the course to the end of the course: the mean rose from 4.00 to 5.95"
            )
        )
        #expect(first.contains("95 % interval") && first.contains("the 20 of 25 people who attended"))
        #expect(findings.statements.contains { $0.contains("20 of 25 (80 %) before the course") })
        #expect(findings.statements.last?.hasPrefix("There was no control group") == true)
        #expect(!findings.statements.contains { $0.contains("because of the course") })
    }

    @Test("few pairs and a full scale are cautioned about") func cautions() throws {
        let options = ConfidenceOptions(range: ScoreRange("0...10"))
        let findings = try ConfidenceFindings(evaluating: pairs([(9, 10), (9.5, 9.5), (10, 9)]), options: options)
        #expect(findings.statements.contains { $0.contains("fewer than 10 pairs") })
        #expect(findings.statements.contains { $0.contains("near the top of the scale") })
    }

    @Test("suppression hides small groups and what subtraction would give away") func suppression() throws {
        let hidden = try ConfidenceFindings(evaluating: rise, options: ConfidenceOptions(suppressBelow: 21))
        #expect(hidden.comparisons[0].pairs == nil && hidden.comparisons[0].meanChange == nil)
        #expect(hidden.comparisons[0].scores.isEmpty)
        #expect(nullsWithoutReason(hidden.json) == [])
        #expect(!hidden.json.compact.contains("\"pairs\":20"))
        let partly = try ConfidenceFindings(evaluating: level, options: ConfidenceOptions(suppressBelow: 10))
        let item = partly.comparisons[0]
        #expect(item.pairs == 20 && item.meanChange != nil)
        for count in [item.improved, item.unchanged, item.worse] {
            #expect(count == nil || (count ?? 0) == 0 || (count ?? 0) >= 10)
        }
        #expect([item.improved, item.unchanged, item.worse].count { $0 == nil } != 1)
    }
}
