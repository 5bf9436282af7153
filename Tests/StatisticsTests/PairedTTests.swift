import Statistics
import Testing

@Suite("Paired t") struct PairedTTests {
    @Test("p reaches far into the tail", arguments: [100.0, 1000])
    func farTail(_ shift: Double) throws {
        let from = (0..<30).map { Double($0 % 7) }
        let to = from.enumerated().map { $1 + shift + Double($0 % 3) }
        let p = try PairedT(from: from, to: to).p
        #expect(p > 0 && p < 1e-30)
    }

    @Test("swapping the waves only turns the sign") func symmetry() throws {
        var random = SeededNumbers(seed: 1)
        for _ in 0..<50 {
            let (from, to) = Self.sample(&random)
            let forward = try PairedT(from: from, to: to), backward = try PairedT(from: to, to: from)
            #expect(agree(forward.t, -backward.t, relative: 1e-12, floor: 1e-14))
            #expect(agree(forward.p, backward.p, relative: 1e-12))
            #expect(agree(forward.interval.lowerBound, -backward.interval.upperBound, relative: 1e-12, floor: 1e-13))
        }
    }

    @Test("shifting and stretching the scale leaves t and p") func affine() throws {
        var random = SeededNumbers(seed: 2)
        for _ in 0..<50 {
            let (from, to) = Self.sample(&random)
            let factor = Double.random(in: 0.1...20, using: &random),
                shift = Double.random(in: -100...100, using: &random)
            let plain = try PairedT(from: from, to: to)
            let moved = try PairedT(from: from.map { shift + factor * $0 }, to: to.map { shift + factor * $0 })
            #expect(agree(plain.t, moved.t, relative: 1e-9, floor: 1e-11))
            #expect(agree(plain.p, moved.p, relative: 1e-8))
            #expect(agree(plain.standardDeviation * factor, moved.standardDeviation, relative: 1e-9))
        }
    }

    @Test("the interval covers the true change about 95 times in 100") func coverage() throws {
        var random = SeededNumbers(seed: 3)
        var covered = 0
        let runs = 2000
        for _ in 0..<runs {
            let changes = (0..<12).map { _ in
                (0..<12).reduce(-6.0) { sum, _ in sum + .random(in: 0...1, using: &random) } + 0.7
            }
            let test = try PairedT(from: changes.map { _ in 0 }, to: changes)
            if test.interval.contains(0.7) { covered += 1 }
        }
        // Four binomial standard errors around 0.95.
        #expect(abs(Double(covered) / Double(runs) - 0.95) < 4 * (0.95 * 0.05 / Double(runs)).squareRoot())
    }

    @Test("degenerate samples are refused with a reason") func degenerate() {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) { try PairedT(from: [1], to: [2]) }
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 0)) { try PairedT(from: [], to: []) }
        #expect(throws: StatisticsError.noSpread) { try PairedT(from: [1, 2, 3], to: [2, 3, 4]) }
        #expect(throws: StatisticsError.noSpread) { try PairedT(from: [-0.2, 0.0], to: [0.8, 1.0]) }
        #expect(throws: StatisticsError.noSpread) { try PairedT(from: [0, 0, 0], to: [0, 0, 0]) }
        #expect(throws: StatisticsError.unequalLengths(2, 1)) { try PairedT(from: [1, 2], to: [2]) }
        #expect(throws: StatisticsError.notFinite) { try PairedT(from: [1, .infinity], to: [2, 3]) }
        #expect(throws: StatisticsError.notFinite) { try PairedT(from: [1e300, -1e300], to: [-1e300, 1e300]) }
    }

    @Test("power, detectable change and pairs needed agree with R's power.t.test") func power() throws {
        for row in try ReferenceTable("paired_power.csv").rows {
            let tails = try #require(PairedPower.Tails(rawValue: row[0]))
            let n = row.dropFirst().map { Double($0) }
            guard let pairs = n[0], let spread = n[1], let change = n[2], let alpha = n[3], let power = n[4] else {
                Issue.record("\(row)")
                continue
            }
            let plan = try PairedPower(pairs: Int(pairs), standardDeviation: spread, alpha: alpha, tails: tails)
            #expect(agree(try plan.power(toSee: change), power, relative: 1e-9), "\(row)")
            if let detectable = n[5] {
                #expect(agree(try plan.detectableChange(), detectable, relative: 1e-8), "\(row)")
            }
            let needed = try PairedPower.pairsNeeded(
                toSee: change,
                standardDeviation: spread,
                power: 0.9,
                alpha: alpha,
                tails: tails
            )
            // R refuses where two pairs are enough.
            #expect(agree(needed, n[6] ?? 2, relative: 1e-7), "\(row): \(needed)")
        }
    }

    @Test("plans that cannot be are refused") func plans() {
        #expect(throws: StatisticsError.tooFew(needed: 2, given: 1)) {
            try PairedPower(pairs: 1, standardDeviation: 1)
        }
        #expect(throws: StatisticsError.self) { try PairedPower(pairs: 9, standardDeviation: 0) }
        #expect(throws: StatisticsError.self) {
            try PairedPower.pairsNeeded(toSee: 0, standardDeviation: 1)
        }
        #expect(throws: StatisticsError.self) {
            try PairedPower.pairsNeeded(toSee: 1, standardDeviation: 1, power: 0.04)
        }
        #expect(throws: StatisticsError.notConverged(function: "the search for enough power")) {
            try PairedPower.pairsNeeded(toSee: 1e-6, standardDeviation: 1)
        }
    }

    @Test("no change is seen as often as the level says") func size() throws {
        #expect(agree(try PairedPower(pairs: 9, standardDeviation: 2).power(toSee: 0), 0.05, relative: 1e-10))
    }

    private static func sample(_ random: inout SeededNumbers) -> ([Double], [Double]) {
        let count = Int.random(in: 3...40, using: &random)
        let from = (0..<count).map { _ in Double.random(in: 0...10, using: &random) }
        return (from, from.map { $0 + .random(in: -2...4, using: &random) })
    }
}
