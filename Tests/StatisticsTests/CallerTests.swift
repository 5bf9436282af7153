import Statistics
import Testing

@Suite("Callers") struct CallerTests {
    @Test("rates, comparison and truncated law agree with R", arguments: ["equal", "exposed"])
    func reference(_ name: String) throws {
        let expected = try KnownValues("callers.csv", of: name)
        let (callers, compared) = try Self.callers(name)
        let adjusted = try RegressionToTheMean(callers, resamples: 400)
        try expected.check("mean", adjusted.rates.mean, 1e-6)
        try expected.check("shape", try #require(adjusted.rates.shape), 1e-5)
        try expected.check("ratio", adjusted.ratio, 1e-6)
        try expected.check("expected", adjusted.expected, 1e-6)
        try expected.check("naive", try #require(adjusted.naiveRatio), 1e-12)
        #expect(adjusted.interval.contains(adjusted.ratio) && adjusted.undefined == 0)
        let comparison = try CallerComparison(compared)
        try expected.check("ancova", comparison.adjusted.estimate, 1e-6)
        try expected.check("ancova.se", comparison.adjusted.standardError, 1e-5)
        try expected.check("ancova.theta", try #require(comparison.theta), 1e-5)
        let difference = try #require(comparison.differenceInDifferences)
        try expected.check("did", difference.estimate, 1e-8)
        try expected.check("did.se", difference.standardError, 1e-7)
        let known = callers.filter { $0.before >= 3 }
        let truncated = try TruncatedRates(known, threshold: 3)
        try expected.check("truncated.loglik", truncated.logLikelihood, 1e-9)
        try expected.check("truncated.mean", truncated.rates.mean, 1e-4)
        try expected.check("truncated.shape", try #require(truncated.rates.shape), 1e-4)
    }

    @Test("callers who do not differ beyond chance are expected at the mean of all") func alike() throws {
        let callers = (0..<40).map { CallerPeriods(before: 3 + $0 % 2, after: 3, isTrained: $0 < 5) }
        let adjusted = try RegressionToTheMean(callers, resamples: 100)
        #expect(adjusted.rates.shape == nil && agree(adjusted.rates.mean, 3.5, relative: 1e-12))
        #expect(agree(adjusted.expected, 17.5, relative: 1e-12))
    }

    @Test("an untrained group chosen for its calls falls by itself, and the adjustment takes that out")
    func nothingHappened() throws {
        // Everybody keeps a rate of their own; those with ten calls or more are "trained" and nothing is done to them.
        var random = SeededNumbers(seed: 8), inside = 0, naive = 0.0
        for round in 0..<40 {
            let callers = (0..<800).map { _ in
                let rate = -logarithm(1 - Double.random(in: 0..<1, using: &random)) * 4
                let before = Self.poisson(rate, &random)
                return CallerPeriods(before: before, after: Self.poisson(rate, &random), isTrained: before >= 10)
            }
            let adjusted = try RegressionToTheMean(callers, resamples: 200, seed: UInt64(round))
            if adjusted.interval.contains(1) { inside += 1 }
            naive += try #require(adjusted.naiveRatio) / 40
        }
        #expect(naive < 0.9)
        #expect(inside >= 34)
    }

    @Test("the expected rate lies between the caller's own and the mean; the seed decides the interval")
    func shrinkage() throws {
        let (callers, _) = try Self.callers("equal")
        let rates = try CallRates(callers)
        for count in 0...40 {
            let own = Double(count) / 12
            let expected = rates.expectedRate(count: count, exposure: 12)
            #expect(expected >= min(own, rates.mean) && expected <= max(own, rates.mean))
        }
        let once = try RegressionToTheMean(callers, resamples: 100, seed: 4)
        #expect(once == (try RegressionToTheMean(callers, resamples: 100, seed: 4)))
    }

    @Test("a thin tail is told as weak, and impossible callers are refused") func edges() throws {
        let few = (0..<12).map { CallerPeriods(before: 5 + $0 % 3, after: 2, isTrained: true) }
        #expect(try TruncatedRates(few, threshold: 5).isWeak)
        #expect(throws: StatisticsError.tooFew(needed: 10, given: 3)) {
            try TruncatedRates(Array(few[..<3]), threshold: 5)
        }
        #expect(throws: StatisticsError.self) { try TruncatedRates(few, threshold: 6) }
        #expect(throws: StatisticsError.noEvents) {
            try CallRates([
                CallerPeriods(before: 0, after: 1, isTrained: true),
                CallerPeriods(before: 0, after: 1, isTrained: false),
            ])
        }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 0)) { try CallerComparison(few) }
        #expect(throws: StatisticsError.self) {
            try CallRates([CallerPeriods(before: -1, after: 1, isTrained: true), few[0]])
        }
    }

    @Test("cut off at its tail, an untrained group is still adjusted, and its law is told as weak when it is")
    func tail() throws {
        var random = SeededNumbers(seed: 21)
        let all = (0..<3000).map { _ in
            let rate = -logarithm(1 - Double.random(in: 0..<1, using: &random)) * 4
            let before = Self.poisson(rate, &random)
            return CallerPeriods(before: before, after: Self.poisson(rate, &random), isTrained: before >= 10)
        }
        let known = all.filter { $0.before >= 1 }
        let whole = try RegressionToTheMean(all, resamples: 100)
        let cut = try RegressionToTheMean(known, tailFrom: 1, resamples: 100)
        #expect(abs(cut.ratio - whole.ratio) < 0.02 && cut.interval.contains(cut.ratio) && !cut.isWeak)
        #expect(cut.naiveRatio == whole.naiveRatio)
        #expect(try cut.rates == TruncatedRates(known, threshold: 1).rates)
        // Without the cut the missing zeros would make callers look more alike, and too much be expected to go by itself.
        #expect(try RegressionToTheMean(known, resamples: 100).ratio > cut.ratio + 0.02)
        let few = (0..<12).map { CallerPeriods(before: 5 + $0 % 3, after: 2, isTrained: true) }
        #expect(try RegressionToTheMean(few, tailFrom: 5, resamples: 100).isWeak)
    }

    @Test("a second baseline is free of the fall that choosing makes; its ratio is plain division")
    func secondBaseline() throws {
        let chosen = [(4, 2), (6, 3), (0, 1), (10, 2)].map {
            CallerPeriods(before: $0.0, exposureBefore: 365, after: $0.1, exposureAfter: 73, isTrained: true)
        }
        let found = try SecondBaseline(chosen, resamples: 500, seed: 3)
        #expect(
            agree(found.expected, 4, relative: 1e-12) && found.observed == 8 && agree(found.ratio, 2, relative: 1e-12)
        )
        #expect(found.interval.contains(2))
        #expect(try found == SecondBaseline(chosen, resamples: 500, seed: 3))
        var random = SeededNumbers(seed: 4), inside = 0
        for round in 0..<60 {
            let people = (0..<600).compactMap { _ -> CallerPeriods? in
                let rate = -logarithm(1 - Double.random(in: 0..<1, using: &random)) * 4
                let earlier = Self.poisson(rate, &random), before = Self.poisson(rate, &random)
                let after = Self.poisson(rate, &random)
                return earlier >= 8 ? CallerPeriods(before: before, after: after, isTrained: true) : nil
            }
            if try SecondBaseline(people, resamples: 300, seed: UInt64(round)).interval.contains(1) { inside += 1 }
        }
        #expect(inside >= 51)
        #expect(throws: StatisticsError.noEvents) {
            try SecondBaseline([
                CallerPeriods(before: 0, after: 1, isTrained: true),
                CallerPeriods(before: 0, after: 0, isTrained: true),
            ])
        }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try SecondBaseline(Array(chosen[..<1])) }
    }

    @Test("the detectable fall of an error, and the error of an interval") func detectable() throws {
        #expect(
            agree(
                try detectableRateFall(logError: 0.1),
                1 - exponential(-0.1 * (1.959963984540054 + 0.8416212335729143)),
                relative: 1e-12
            )
        )
        #expect(agree(try logError(of: 0.5...2), 2 * logarithm(2) / (2 * 1.959963984540054), relative: 1e-12))
        #expect(throws: StatisticsError.self) { try logError(of: 0...2) }
    }

    private static func poisson(_ mean: Double, _ random: inout SeededNumbers) -> Int {
        var count = 0, product = Double.random(in: 0..<1, using: &random)
        let limit = exponential(-mean)
        while product > limit {
            count += 1
            product *= Double.random(in: 0..<1, using: &random)
        }
        return count
    }

    /// All callers of a case, and those with a place in the comparison.
    private static func callers(_ name: String) throws -> ([CallerPeriods], [CallerPeriods]) {
        var all: [CallerPeriods] = [], compared: [CallerPeriods] = []
        for row in try ReferenceTable("callers_data.csv").rows where row[0] == name {
            let caller = CallerPeriods(
                before: try #require(Int(row[1])),
                exposureBefore: try #require(Double(row[2])),
                after: try #require(Int(row[3])),
                exposureAfter: try #require(Double(row[4])),
                isTrained: row[5] == "1"
            )
            all.append(caller)
            if row[6] == "1" { compared.append(caller) }
        }
        return (all, compared)
    }
}
