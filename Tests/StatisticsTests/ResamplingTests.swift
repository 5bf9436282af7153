import Testing

@testable import Statistics

@Suite("Resampling") struct ResamplingTests {
    @Test("the generator gives its authors' numbers") func generator() {
        // Blackman and Vigna's xoshiro256** from the state 1, 2, 3, 4; SplitMix64 from 1234567 (their C programs).
        var plain = SeededGenerator(state: (1, 2, 3, 4))
        #expect(
            (0..<5).map { _ in plain.next() } == [
                11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
            ]
        )
        var state: UInt64 = 1_234_567
        let mixed = (0..<3).map { _ in SeededGenerator.mixed(&state) }
        #expect(mixed == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test("indices below a bound are equally likely") func indices() {
        var generator = SeededGenerator(seed: 4)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
        // Chi-squared on 6 degrees of freedom: 22.46 is its 0.999 quantile.
        #expect(counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 } < 22.46)
    }

    @Test("binomial draws follow their law", arguments: [(20, 0.1), (60, 0.5), (400, 0.07), (5000, 0.3), (90, 0.93)])
    func binomial(_ trials: Int, _ probability: Double) throws {
        var generator = SeededGenerator(seed: 12)
        let runs = 40_000
        var counts: [Int: Int] = [:]
        for _ in 0..<runs { counts[generator.binomial(trials: trials, probability: probability), default: 0] += 1 }
        let law = try Binomial(trials: trials, probability: probability)
        var squares = 0.0, cells = -1.0, rest = (0.0, 0.0)
        for k in 0...trials {
            let expected = try law.density(k) * Double(runs)
            guard expected >= 20 else {
                rest = (rest.0 + expected, rest.1 + Double(counts[k] ?? 0))
                continue
            }
            let miss = Double(counts[k] ?? 0) - expected
            squares += miss * miss / expected
            cells += 1
        }
        if rest.0 > 5 {
            squares += (rest.1 - rest.0) * (rest.1 - rest.0) / rest.0
            cells += 1
        }
        #expect(try ChiSquared(degreesOfFreedom: cells).upperTail(squares) > 1e-4, "χ² \(squares) on \(cells)")
    }

    @Test("certain and impossible trials need no luck") func certain() {
        var generator = SeededGenerator(seed: 1)
        #expect(generator.binomial(trials: 9, probability: 0) == 0)
        #expect(generator.binomial(trials: 9, probability: 1) == 9)
        #expect(generator.binomial(trials: 0, probability: 0.4) == 0)
    }

    @Test("intervals agree with scipy's within 0.03 standard deviations") func agreesWithScipy() throws {
        for row in try ReferenceTable("bootstrap.csv").rows {
            let scale = try #require(Double(row[2])), bounds = numbers(row[3])
            let lists = row[1].split(separator: "|").map { numbers(String($0)) }
            for (method, expected) in [(BootstrapMethod.bca, bounds[..<2]), (.percentile, bounds[2...])] {
                let interval: ClosedRange<Double>
                switch row[0] {
                case "mean": interval = try BootstrapMean(lists[0], resamples: 60_000, method: method).interval
                case "courses": interval = try BootstrapMean(groups: lists, resamples: 60_000, method: method).interval
                default:
                    let people = zip(lists[0], lists[1]).map { ($0, $1) }
                    let isRatio = row[0] == "ratio"
                    interval = try Bootstrap(people, resamples: 60_000, method: method) { people in
                        isRatio
                            ? people.reduce(0) { $0 + $1.1 } / people.reduce(0) { $0 + $1.0 }
                            : try? correlation(people.map(\.0), people.map(\.1))
                    }
                    .interval
                }
                // The specification allows 0.03 standard deviations.
                #expect(abs(interval.lowerBound - expected.first!) < 0.03 * scale, "\(row[0]) \(method) \(interval)")
                #expect(abs(interval.upperBound - expected.last!) < 0.03 * scale, "\(row[0]) \(method) \(interval)")
            }
        }
    }

    @Test("any statistic: the mean's interval is the fast one's, a group of one is a person") func general() throws {
        let values = (0..<40).map { Double(($0 * 17) % 11) - 3 }
        let fast = try BootstrapMean(values, resamples: 40_000)
        let plain = try Bootstrap(values, resamples: 40_000) { compensatedSum($0) / Double($0.count) }
        let single = try BootstrapMean(groups: values.map { [$0] }, resamples: 40_000)
        for other in [plain.interval, single.interval] {
            #expect(abs(fast.interval.lowerBound - other.lowerBound) < 0.03)
            #expect(abs(fast.interval.upperBound - other.upperBound) < 0.03)
        }
        #expect(agree(plain.standardError, fast.standardError, relative: 0.03))
        #expect(!fast.isSmallSample && fast.units == 40)
        #expect(try BootstrapMean([1, 2, 4]).isSmallSample && BootstrapMean(groups: [[1, 2], [4]]).isSmallSample)
    }

    @Test("a statistic without a value is counted, and refused when that is common") func undefined() throws {
        let people = (0..<30).map { Double($0) }
        let found = try Bootstrap(people, resamples: 5000) { $0.reduce(0, +) / Double($0.count) > 10 ? $0[0] : nil }
        #expect(found.undefined > 0 && Double(found.undefined) <= 0.01 * 5000)
        #expect(throws: StatisticsError.undefinedStatistic(resamples: 0)) { try Bootstrap(people) { _ in nil } }
        #expect(throws: StatisticsError.self) { try Bootstrap(people) { $0.contains(29) ? 1 / $0[0] : nil } }
        #expect(throws: StatisticsError.noSpread) { try Bootstrap(people) { Double($0.count) } }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try Bootstrap([1.0]) { $0[0] } }
    }

    @Test("one thread gives what many give") func threads() {
        let deviations = (0..<50).map { Double($0) - 24.5 }
        let means = ResampledMeans(deviations)
        let together = means.drawn(2000, seed: 3)
        // Blocks of 512 have streams of their own, so a shorter run is the beginning of a longer one.
        #expect(together.prefix(512).elementsEqual(means.drawn(512, seed: 3)))
        #expect(Set(together.prefix(512)).count > 100 && !together[512...].elementsEqual(together[..<1488]))
    }

    @Test("selection finds what sorting finds") func selection() {
        var random = SeededNumbers(seed: 30)
        for size in [1, 2, 3, 10, 57, 400] {
            let values = (0..<size).map { _ in Double(Int.random(in: 0...(size / 2), using: &random)) }
            for place in stride(from: 0, to: size, by: 1 + size / 9) {
                var copy = values
                #expect(copy.select(place) == values.sorted()[place])
                #expect(copy[..<place].allSatisfy { $0 <= copy[place] })
                #expect(copy[place...].allSatisfy { $0 >= copy[place] })
            }
        }
    }

    @Test("drawing counts has the same law as drawing people") func multinomial() throws {
        // 210 values of 7 kinds are drawn as counts; the same values told apart by a hair are drawn person by person.
        let values = (0..<210).map { Double($0 % 7) }
        let apart = values.enumerated().map { $1 + Double($0) * 1e-9 }
        let counted = try BootstrapMean(values, resamples: 40_000), drawn = try BootstrapMean(apart, resamples: 40_000)
        #expect(abs(counted.interval.lowerBound - drawn.interval.lowerBound) < 0.03)
        #expect(abs(counted.interval.upperBound - drawn.interval.upperBound) < 0.03)
    }

    @Test("the seed decides every digit, the order of the sample none") func determinism() throws {
        let values = (0..<30).map { Double(($0 * 17) % 11) }
        #expect(try BootstrapMean(values, seed: 7) == BootstrapMean(values.reversed(), seed: 7))
        #expect(try BootstrapMean(values, seed: 7) != BootstrapMean(values, seed: 8))
    }

    @Test("degenerate samples are refused") func degenerate() {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try BootstrapMean([1]) }
        #expect(throws: StatisticsError.noSpread) { try BootstrapMean([2, 2, 2]) }
        #expect(throws: StatisticsError.notFinite) { try BootstrapMean([2, .nan]) }
        #expect(throws: StatisticsError.self) { try BootstrapMean([1, 2], resamples: 10) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try BootstrapMean(groups: [[1, 2], []]) }
        #expect(throws: StatisticsError.noSpread) { try BootstrapMean(groups: [[1, 3], [2, 2], [0.1, 3.9]]) }
    }
}
