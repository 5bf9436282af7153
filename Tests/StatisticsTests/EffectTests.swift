import Statistics
import Testing

@Suite("Effect sizes and ranks") struct EffectTests {
    @Test("swapping the waves mirrors every size, interval included") func symmetry() throws {
        let from = [3.0, 4, 5, 2, 6, 5, 4, 3], to = [5.0, 4, 7, 3, 6, 8, 5, 2]
        let forward = try PairedEffect(from: from, to: to), backward = try PairedEffect(from: to, to: from)
        let gz = try #require(forward.gz), mirrored = try #require(backward.gz)
        #expect(gz == -mirrored)
        let interval = try #require(forward.gzInterval), other = try #require(backward.gzInterval)
        #expect(interval.lowerBound == -other.upperBound)
        for convention in PairedEffect.AverageConvention.allCases {
            let size = try #require(forward.gav(by: convention))
            #expect(agree(size, -(backward.gav(by: convention) ?? 0), relative: 1e-12))
        }
        let average = try #require(forward.gavInterval)
        #expect(agree(average.lowerBound, -(backward.gavInterval?.upperBound ?? 0), relative: 1e-12))
    }

    @Test("two pairs have no corrected effect, constant changes none at all") func degenerate() throws {
        let two = try PairedEffect(from: [1, 2], to: [2, 5])
        #expect(two.gz == nil && two.gzInterval == nil && two.gav == nil && two.dav != nil && two.glass != nil)
        #expect(throws: StatisticsError.noSpread) { try PairedEffect(from: [1, 2, 3], to: [2, 3, 4]) }
        #expect(throws: StatisticsError.self) { try smallSampleFactor(degreesOfFreedom: 1) }
    }

    @Test("the counted median equals the listed one") func selection() throws {
        var random = SeededNumbers(seed: 8)
        for _ in 0..<60 {
            let count = Int.random(in: 1...40, using: &random)
            let values = (0..<count).map { _ in Double(Int.random(in: -20...20, using: &random)) / 4 }
            let means = values.indices.flatMap { i in values[i...].map { (values[i] + $0) / 2 } }.sorted()
            let middle =
                means.count % 2 == 1
                ? means[means.count / 2] : (means[means.count / 2 - 1] + means[means.count / 2]) / 2
            #expect(try HodgesLehmann(differences: values).estimate == middle)
        }
    }

    @Test("5,000 differences take counting, not listing") func large() throws {
        let values = (0..<5000).map { Double(($0 * 7919) % 1000) / 100 }
        let typical = try HodgesLehmann(differences: values)
        // The values are 0, 0.01 … 9.99 five times over, so the means are symmetric about 4.995.
        #expect(abs(typical.estimate - 4.995) < 1e-9)
        #expect(abs((typical.interval.lowerBound + typical.interval.upperBound) / 2 - 4.995) < 0.006)
    }

    @Test("signs turned around mirror V; the smallest exact p is 2^(1 - n)") func mirror() throws {
        let values = [1.5, -0.5, 2, 3, 3, -1, 0]
        let one = try WilcoxonSignedRank(differences: values),
            other = try WilcoxonSignedRank(differences: values.map { -$0 })
        #expect(
            one.p == other.p && one.v + other.v == 21 && one.rankBiserial == -other.rankBiserial && one.nonZero == 6
        )
        #expect(try WilcoxonSignedRank(differences: [1, 2, 3, 4, 5]).p == 0.0625)
    }

    @Test("nothing but zeros has no rank test, one value no spread") func nothing() throws {
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) {
            try WilcoxonSignedRank(differences: [0, 0, 1e-12])
        }
        #expect(throws: StatisticsError.notFinite) { try WilcoxonSignedRank(differences: [.nan]) }
        #expect(try HodgesLehmann(differences: [0, 0]).interval == 0...0)
        #expect(try HodgesLehmann(differences: [3]).estimate == 3)
        #expect(throws: StatisticsError.tooFew(needed: 1, given: 0)) { try HodgesLehmann(differences: []) }
    }
}
