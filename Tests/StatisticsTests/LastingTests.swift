import Statistics
import Testing

@Suite("Two samples, lasting and missing") struct LastingTests {
    @Test("Welch's t and Hedges's g agree with R") func twoSamples() throws {
        for row in try ReferenceTable("two_samples.csv", separator: ";").rows {
            let (first, second, known) = (numbers(row[0]), numbers(row[1]), numbers(row[2]))
            let welch = try WelchT(first, second), effect = try TwoSampleEffect(first, second)
            let actual = [
                welch.difference, welch.standardError, welch.t, welch.degreesOfFreedom, welch.p,
                welch.interval.lowerBound, welch.interval.upperBound, effect.d, effect.g, effect.interval.lowerBound,
                effect.interval.upperBound,
            ]
            for (index, (value, expected)) in zip(actual, known).enumerated() {
                #expect(agree(value, expected, relative: index < 9 ? 1e-7 : 1e-5), "\(index): \(value) \(expected)")
            }
        }
    }

    @Test("swapping the groups turns the sign") func symmetry() throws {
        let first = [1.0, 4, 2, 6], second = [3.0, 3.5, 9]
        let forth = try WelchT(first, second), back = try WelchT(second, first)
        #expect(forth.difference == -back.difference && forth.p == back.p)
        #expect(forth.interval.lowerBound == -back.interval.upperBound)
        #expect(try TwoSampleEffect(first, second).g == -TwoSampleEffect(second, first).g)
    }

    @Test("groups without people or spread are refused") func degenerate() {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try WelchT([1], [2, 3]) }
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) { try WelchT([], [2, 3]) }
        #expect(throws: StatisticsError.noSpread) { try WelchT([1.1, 1.1], [2.2, 2.2]) }
        #expect(throws: StatisticsError.noSpread) { try TwoSampleEffect([1.1, 1.1], [2.2, 2.2]) }
        #expect(throws: StatisticsError.tooFew(needed: 3, given: 2)) { try TwoSampleEffect([1], [2]) }
        #expect(throws: StatisticsError.notFinite) { try WelchT([1, .nan], [2, 3]) }
    }

    @Test("non-inferiority and retention agree with R") func lasting() throws {
        for row in try ReferenceTable("lasting.csv", separator: ";").rows {
            let (pre, post, follow) = (numbers(row[0]), numbers(row[1]), numbers(row[2]))
            let clusters = row[3].isEmpty ? nil : numbers(row[3]).map { Int($0) }
            let test = try NonInferiority(
                zip(follow, post).map { $0 - $1 },
                clusters: clusters,
                margin: numbers(row[4])[0]
            )
            let actual = [test.mean, test.standardError, test.degreesOfFreedom, test.t, test.p, test.lowerBound]
            for (value, known) in zip(actual, numbers(row[5])) {
                #expect(agree(value, known, relative: 1e-7, floor: 1e-14), "\(actual) \(row[5])")
            }
            #expect(test.isShown == (test.p < 0.05))
            let expected = row[6].split(separator: " ").map { Double($0) }
            let gain = zip(post, pre).map { $0 - $1 }, kept = zip(follow, pre).map { $0 - $1 }
            guard let known = expected[0], let low = expected[1], let high = expected[2] else {
                #expect(throws: StatisticsError.denominatorNearZero) {
                    try RetentionRatio(gain: gain, kept: kept, clusters: clusters)
                }
                continue
            }
            let ratio = try RetentionRatio(gain: gain, kept: kept, clusters: clusters)
            #expect(agree(ratio.ratio, known, relative: 1e-10))
            #expect(agree(ratio.interval.lowerBound, low, relative: 1e-8))
            #expect(agree(ratio.interval.upperBound, high, relative: 1e-8))
        }
    }

    @Test("lasting without spread, people or margin is refused") func lastingDegenerate() {
        #expect(throws: StatisticsError.noSpread) { try NonInferiority([1, 1, 1], margin: 0.5) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try NonInferiority([1], margin: 0.5) }
        #expect(throws: StatisticsError.self) { try NonInferiority([1, 2], margin: -0.1) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try NonInferiority([1, 2], clusters: [1, 1], margin: 1)
        }
        #expect(throws: StatisticsError.unequalLengths(1, 2)) { try RetentionRatio(gain: [1], kept: [1, 2]) }
        #expect(throws: StatisticsError.denominatorNearZero) { try RetentionRatio(gain: [1, -1, 0], kept: [1, 2, 3]) }
        #expect(throws: StatisticsError.noSpread) { try RetentionRatio(gain: [2, 2], kept: [1, 1]) }
    }

    @Test("a retention ratio does not depend on the unit, and a gain of one size gives the mean's interval")
    func units() throws {
        let gain = [1.0, 2, 1.5, 3, 2.5], kept = [0.5, 2, 1, 2, 3]
        let plain = try RetentionRatio(gain: gain, kept: kept)
        let scaled = try RetentionRatio(gain: gain.map { $0 * 7 }, kept: kept.map { $0 * 7 })
        #expect(agree(plain.interval.lowerBound, scaled.interval.lowerBound, relative: 1e-12))
        let flat = try RetentionRatio(gain: gain.map { _ in 2 }, kept: kept)
        let mean = try PairedT(from: kept.map { _ in 0 }, to: kept)
        #expect(agree(flat.interval.upperBound, mean.interval.upperBound / 2, relative: 1e-10))
    }

    @Test("shifted means, tipping points and worst cases agree with R") func missing() throws {
        for row in try ReferenceTable("missing.csv", separator: ";").rows {
            let changes = row[0].split(separator: " ").map { Double($0) }
            let known = row[4].split(separator: " ").map { Double($0) }
            let adjustment = try DeltaAdjustment(changes)
            let line = try adjustment.mean(shift: numbers(row[3])[0])
            let actual: [Double?] = [
                line.estimate, line.standardError, line.degreesOfFreedom, line.p, line.interval.lowerBound,
                line.interval.upperBound,
            ]
            for (value, expected) in zip(actual, known) {
                #expect(agree(try #require(value), try #require(expected), relative: 1e-8, floor: 1e-14))
            }
            switch try adjustment.tippingShift() {
            case .success(let shift): #expect(agree(shift, try #require(known[6]), relative: 1e-8))
            case .failure(let reason):
                #expect(known[6] == nil && (reason == .nobodyMissing) == (adjustment.missing == 0))
            }
            let bounds = try WorstCaseBounds(changes, lowest: numbers(row[1]), highest: numbers(row[2]))
            let worst = try #require(bounds.lowest), best = try #require(bounds.highest)
            let ends = [
                bounds.lowestMean, worst.interval.lowerBound, worst.interval.upperBound, bounds.highestMean,
                best.interval.lowerBound, best.interval.upperBound,
            ]
            for (value, expected) in zip(ends, known[7...]) {
                #expect(agree(value, try #require(expected), relative: 1e-8, floor: 1e-13))
            }
        }
    }

    @Test("at the tipping point the interval touches zero, also by courses") func tipping() throws {
        let changes: [Double?] = [2, 3, nil, 1.5, 2.5, nil, 3, 1, 2, nil, 2.2, 2.4]
        for clusters in [nil, (0..<12).map { $0 / 2 }] {
            let adjustment = try DeltaAdjustment(changes, clusters: clusters)
            let shift = try adjustment.tippingShift().get()
            #expect(abs(try adjustment.mean(shift: shift).interval.lowerBound) < 1e-10)
            #expect(try adjustment.mean(shift: shift * 0.9).interval.lowerBound > 0)
            let baseline = try adjustment.jumpToBaseline()
            #expect(agree(baseline.estimate, 2.1777777777777776 * 9 / 12, relative: 1e-12))
        }
    }

    @Test("all missing, one answer or none missing give a reason") func missingDegenerate() throws {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 0)) { try DeltaAdjustment([nil, nil]) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try DeltaAdjustment([nil, 1]) }
        #expect(throws: StatisticsError.noSpread) { try DeltaAdjustment([nil, 1, 1]) }
        let bounds = try WorstCaseBounds([nil, nil], lowest: [-2, -2], highest: [1, 3])
        #expect(bounds.lowestMean == -2 && bounds.highestMean == 2 && bounds.lowest == nil)
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) {
            try WorstCaseBounds([], lowest: [], highest: [])
        }
        #expect(throws: StatisticsError.unequalLengths(1, 0)) { try WorstCaseBounds([1], lowest: [], highest: [2]) }
    }
}
