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

    @Test("BCa agrees with scipy within the Monte Carlo error of 60,000 resamples") func agreesWithScipy() throws {
        for row in try ReferenceTable("bootstrap.csv").rows {
            let sample = numbers(row[1])
            let deviation = try #require(Double(row[2])), low = try #require(Double(row[3])),
                high = try #require(Double(row[4]))
            let result = try BootstrapMean(sample, resamples: 60_000)
            // The specification allows 0.03 standard deviations of the sample.
            #expect(abs(result.interval.lowerBound - low) < 0.03 * deviation, "\(row[0]) \(result.interval)")
            #expect(abs(result.interval.upperBound - high) < 0.03 * deviation, "\(row[0]) \(result.interval)")
        }
    }

    @Test("drawing counts has the same law as drawing people") func multinomial() throws {
        // 64 values of 7 kinds are drawn as counts; the same values told apart by a hair are drawn person by person.
        let values = (0..<64).map { Double($0 % 7) }
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
    }
}
