import Statistics
import Testing

@Suite("Effect sizes and ranks") struct EffectTests {
    @Test("agree with R and effectsize") func effects() throws {
        for row in try ReferenceTable("effects.csv").rows {
            let known = row[3...].map { Double($0) }
            let effect = try PairedEffect(from: numbers(row[1]), to: numbers(row[2]))
            func same(_ value: Double?, _ column: Int, _ tolerance: Double = 1e-8) {
                guard let expected = known[column] else { return #expect(value == nil, "\(row[0]) \(column)") }
                #expect(
                    agree(value ?? .nan, expected, relative: tolerance, floor: 1e-12),
                    "\(row[0]) \(column): \(String(describing: value))"
                )
            }
            same(effect.dz, 0)
            same(effect.gz, 1)
            same(effect.gzInterval.lowerBound, 2, 1e-7)
            same(effect.gzInterval.upperBound, 3, 1e-7)
            same(effect.gzInterval.lowerBound, 4, 5e-6)
            same(effect.gzInterval.upperBound, 5, 5e-6)
            same(effect.dav, 6)
            same(effect.gav, 7)
            same(effect.gavCousineau, 8)
            same(effect.gavLakens, 9)
            same(effect.davInterval?.lowerBound, 10)
            same(effect.davInterval?.upperBound, 11)
            same(effect.drm, 12)
        }
    }

    @Test("swapping the waves mirrors every size, interval included") func symmetry() throws {
        let from = [3.0, 4, 5, 2, 6, 5, 4, 3], to = [5.0, 4, 7, 3, 6, 8, 5, 2]
        let forward = try PairedEffect(from: from, to: to), backward = try PairedEffect(from: to, to: from)
        #expect(forward.gz == -backward.gz && forward.gzInterval.lowerBound == -backward.gzInterval.upperBound)
        #expect(agree(forward.gav ?? 0, -(backward.gav ?? 0), relative: 1e-12))
    }

    @Test("two pairs have no corrected effect, constant changes none at all") func degenerate() {
        #expect(throws: StatisticsError.tooFew(needed: 3, given: 2)) { try PairedEffect(from: [1, 2], to: [2, 5]) }
        #expect(throws: StatisticsError.noSpread) { try PairedEffect(from: [1, 2, 3], to: [2, 3, 4]) }
        #expect(throws: StatisticsError.self) { try smallSampleFactor(degreesOfFreedom: 1) }
    }

    @Test("signed ranks agree with exactRankTests and wilcox.test, Hodges-Lehmann with its definition") func ranks()
        throws
    {
        for row in try ReferenceTable("ranks.csv").rows {
            let changes = zip(numbers(row[1]), numbers(row[2])).map { $1 - $0 }
            let test = try WilcoxonSignedRank(differences: changes)
            #expect(test.v == Double(row[3]), "\(row[0])")
            #expect(agree(test.p, Double(row[4]) ?? .nan, relative: 1e-8), "\(row[0]): \(test.p)")
            #expect(test.method.rawValue == row[5])
            #expect(agree(test.rankBiserial, Double(row[6]) ?? .nan, relative: 1e-12), "\(row[0])")
            let typical = try HodgesLehmann(differences: changes)
            #expect(agree(typical.estimate, Double(row[7]) ?? .nan, relative: 1e-9, floor: 1e-10), "\(row[0])")
            #expect(
                agree(typical.interval.lowerBound, Double(row[8]) ?? .nan, relative: 1e-9, floor: 1e-10),
                "\(row[0])"
            )
            #expect(
                agree(typical.interval.upperBound, Double(row[9]) ?? .nan, relative: 1e-9, floor: 1e-10),
                "\(row[0])"
            )
        }
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
