import Programme
import Testing

@Suite struct GuardRotationTests {
    private static let forms = SampleSurvey.forms

    private func order(item: String, seed: UInt64) -> [String] {
        (0..<4).compactMap { GuardRotation.form(of: Self.forms, item: item, turn: $0, seed: seed)?.code }
    }

    @Test func nobodySeesAFormTwiceInFourWaves() {
        for seed in UInt64(0)..<500 {
            #expect(order(item: "C1", seed: seed).sorted() == ["a", "b", "c", "d"])
        }
    }

    /// 24 orders of four forms; with 24,000 seeds each is expected 1,000 times, and a chi-squared of 23 degrees of freedom
    /// exceeds 49.7 once in a thousand (R: qchisq(0.999, 23)).
    @Test func everyOrderIsAsCommonAsEveryOther() {
        var counts: [[String]: Int] = [:]
        for seed in UInt64(1)...24_000 { counts[order(item: "C1", seed: seed), default: 0] += 1 }
        #expect(counts.count == 24)
        let statistic = counts.values.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
        #expect(statistic < 49.7)
    }

    @Test func twoItemsRotateIndependently() {
        let same = (UInt64(1)...2400).count { order(item: "C1", seed: $0) == order(item: "C2", seed: $0) }
        #expect((60...140).contains(same))  // 2400/24 = 100, standard deviation 9.8
    }

    /// Stored answers name the form, but a printed sheet does not say whose order it was: the order must never change.
    /// Expected values: SplitMix64 and Fisher-Yates written out in Python.
    @Test func theOrderOfASeedNeverChanges() {
        #expect(order(item: "C1", seed: 1) == ["a", "b", "d", "c"])
        #expect(order(item: "C2", seed: 1) == ["b", "c", "a", "d"])
        #expect(order(item: "C1", seed: .max) == ["b", "c", "a", "d"])
    }

    @Test func anInstrumentTurnsTheFormsWithItsWaves() throws {
        let survey = SampleSurvey.instrument
        let shown = [Wave.pre, .post, .followUp(months: 3)].compactMap {
            survey.guardForm(of: "C1", in: $0, seed: 9)?.code
        }
        #expect(shown == Array(order(item: "C1", seed: 9).prefix(3)))
        #expect(survey.guardForm(of: "C1", in: .booking, seed: 9) == nil)
        #expect(survey.guardForm(of: "A1", in: .pre, seed: 9) == nil)
        #expect(GuardRotation.form(of: [], item: "C1", turn: 0, seed: 1) == nil)
    }
}
