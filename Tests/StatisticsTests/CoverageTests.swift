import Statistics
import Testing

/// How often intervals cover the truth and tests reject a true null, by seeded simulation.
///
/// A share seen in `runs` samples may be four binomial standard errors off, which happens once in 16,000 times;
/// `slack` is what the method itself is known to be off at that size.
@Suite("Coverage") struct CoverageTests {
    private static func normal(_ random: inout SeededNumbers) -> Double {
        (try? Normal.quantile(Double.random(in: 1e-12..<1, using: &random))) ?? 0
    }

    private static func expect(
        _ covered: Int,
        of runs: Int,
        near level: Double = 0.95,
        slack: Double = 0,
        _ what: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        let error = 4 * (level * (1 - level) / Double(runs)).squareRoot() + slack
        let share = Double(covered) / Double(runs)
        #expect(abs(share - level) < error, "\(what): \(share), not \(level) ± \(error)", sourceLocation: location)
    }

    @Test("g_z covers the corrected true effect", arguments: [0.0, 0.6]) func gz(_ effect: Double) throws {
        var random = SeededNumbers(seed: 41), covered = 0
        let factor = try smallSampleFactor(degreesOfFreedom: 17)
        for _ in 0..<500 {
            let changes = (0..<18).map { _ in effect + Self.normal(&random) }
            let found = try PairedEffect(from: changes.map { _ in 0 }, to: changes)
            if found.gzInterval?.contains(factor * effect) == true { covered += 1 }
        }
        Self.expect(covered, of: 500, "g_z")
    }

    @Test("Bonett's interval covers d_av") func bonett() throws {
        var random = SeededNumbers(seed: 42), covered = 0
        for _ in 0..<3000 {
            let people = (0..<50).map { _ in (level: Self.normal(&random), noise: Self.normal(&random)) }
            // Both waves have variance 1 and the correlation 0.6.
            let to = people.map { 0.5 + 0.6 * $0.level + 0.8 * $0.noise }
            if try PairedEffect(from: people.map(\.level), to: to).davInterval?.contains(0.5) == true { covered += 1 }
        }
        Self.expect(covered, of: 3000, slack: 0.01, "d_av")
    }

    @Test("Hodges-Lehmann covers the centre as often as it says", arguments: [6, 13, 40])
    func hodgesLehmann(_ count: Int) throws {
        var random = SeededNumbers(seed: 43), covered = 0, achieved = 0.0
        for _ in 0..<3000 {
            let changes = (0..<count).map { _ in pow3(Self.normal(&random)) + 2 }
            let found = try HodgesLehmann(differences: changes)
            achieved = found.achievedConfidence
            if found.interval.contains(2) { covered += 1 }
        }
        Self.expect(covered, of: 3000, near: achieved, "Hodges-Lehmann")
    }

    @Test("BCa covers the mean of normal and of skewed changes") func bca() throws {
        var random = SeededNumbers(seed: 44), normal = 0, skewed = 0
        for run in 0..<600 {
            let changes = (0..<60).map { _ in Self.normal(&random) }
            let seed = UInt64(run)
            if try BootstrapMean(changes, resamples: 1000, seed: seed).interval.contains(0) { normal += 1 }
            let squares = changes.map { $0 * $0 }
            if try BootstrapMean(squares, resamples: 1000, seed: seed).interval.contains(1) { skewed += 1 }
        }
        // Resampling lacks the t quantile's widening, and a chi-squared law of 60 people some third-order skewness.
        Self.expect(normal, of: 600, slack: 0.01, "BCa, normal")
        Self.expect(skewed, of: 600, slack: 0.03, "BCa, skewed")
    }

    @Test("Clopper-Pearson never covers less than it says, Wilson on average just that", arguments: [12, 30, 89])
    func shares(_ trials: Int) throws {
        var wilson: [Double] = []
        for step in 1..<100 {
            let chance = Double(step) / 100, law = try Binomial(trials: trials, probability: chance)
            var exact = 0.0, score = 0.0
            for successes in 0...trials {
                let density = try law.density(successes)
                if try clopperPearsonInterval(successes: successes, trials: trials).contains(chance) {
                    exact += density
                }
                if try wilsonInterval(successes: successes, trials: trials).contains(chance) { score += density }
            }
            #expect(exact >= 0.95 - 1e-12, "\(chance)")
            wilson.append(score)
        }
        #expect(abs(wilson.reduce(0, +) / Double(wilson.count) - 0.95) < 0.01)
        #expect((wilson.min() ?? 0) > 0.83)
    }

    @Test("Newcombe's intervals cover the difference of shares") func newcombe() throws {
        var random = SeededNumbers(seed: 45), paired = 0, independent = 0
        let runs = 4000
        for _ in 0..<runs {
            // Yes/yes 0.35, gained 0.25, lost 0.1, no/no 0.3.
            var counts = [0, 0, 0, 0]
            for _ in 0..<45 {
                let u = Double.random(in: 0..<1, using: &random)
                counts[u < 0.35 ? 0 : u < 0.6 ? 1 : u < 0.7 ? 2 : 3] += 1
            }
            let found = try PairedProportions(both: counts[0], gained: counts[1], lost: counts[2], neither: counts[3])
            if found.interval.contains(0.15) { paired += 1 }
            let one = (0..<35).count { _ in Double.random(in: 0..<1, using: &random) < 0.4 }
            let other = (0..<50).count { _ in Double.random(in: 0..<1, using: &random) < 0.7 }
            let difference = try ProportionDifference(
                successes: one,
                trials: 35,
                laterSuccesses: other,
                laterTrials: 50
            )
            if difference.interval.contains(0.3) { independent += 1 }
        }
        Self.expect(paired, of: runs, slack: 0.015, "paired")
        Self.expect(independent, of: runs, slack: 0.015, "independent")
    }

    @Test("Feldt's interval covers alpha") func feldt() throws {
        var random = SeededNumbers(seed: 46), covered = 0
        for _ in 0..<2000 {
            let answers = (0..<40).map { _ -> [Double] in
                let level = Self.normal(&random)
                return (0..<4).map { _ in level + Self.normal(&random) }
            }
            // Four parallel items of reliability 1/2: 4 / (4 + 1).
            if try CronbachAlpha(answers).interval.contains(0.8) { covered += 1 }
        }
        Self.expect(covered, of: 2000, "alpha")
    }

    @Test("tests without an effect reject no more often than they say") func size() throws {
        var random = SeededNumbers(seed: 47), flips = 0, signs = 0, ranks = 0, courses = 0
        let runs = 2000
        for _ in 0..<runs {
            let changes = (0..<14).map { _ in Self.normal(&random) }
            if try SignFlipTest(differences: changes).p <= 0.05 { flips += 1 }
            if try WilcoxonSignedRank(differences: changes).p <= 0.05 { ranks += 1 }
            if try SignTest(differences: changes).p <= 0.05 { signs += 1 }
            let groups = (0..<8).map { size in
                let shared = Self.normal(&random)
                return (0..<(3 + size)).map { _ in shared + Self.normal(&random) }
            }
            if try SignFlipTest(groups: groups).p <= 0.05 { courses += 1 }
        }
        // 2^-7 apart, the p values of eight courses reach 0.046875; those of 14 signs 0.0129, of 14 ranks 0.0494.
        Self.expect(flips, of: runs, near: 0.05, "sign flips")
        Self.expect(courses, of: runs, near: 6.0 / 128, "courses")
        Self.expect(signs, of: runs, near: 0.012939453125, "signs")
        Self.expect(ranks, of: runs, near: 0.0494384765625, "ranks")
    }
}

private func pow3(_ x: Double) -> Double { x * x * x }
