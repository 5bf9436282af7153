import CSpecialFunctions

/// The power of a comparison of two windows of one series, by simulating months and comparing each as quasi-Poisson.
///
/// The analysis is that of ``QuasiPoissonRateRatio`` with one area: the two windows' rates, with the dispersion estimated from
/// the months about them, so that seasons and trend count as noise. In closed form it is ``detectableRateFall(expectedBefore:expectedAfter:dispersion:alpha:power:)``.
public struct WindowPower: PowerAnalysis {
    /// The expected count of each month without an effect.
    public let expected: [Double]
    /// How many of the months lie before the start.
    public let monthsBefore: Int
    /// φ, how much the counts vary beyond chance; below 1 counts as 1 in simulations.
    public let dispersion: Double
    /// ρ, the correlation of one month's surplus with the next's.
    public let autocorrelation: Double
    /// The two-sided significance level.
    public let alpha: Double
    private let critical: Double

    /// Plans two windows.
    ///
    /// - Parameters:
    ///   - expected: The count of each month expected without an effect, above 0.
    ///   - monthsBefore: How many of them lie before the start.
    ///   - dispersion: φ, above 0.
    ///   - autocorrelation: ρ, `0..<1`.
    ///   - alpha: The two-sided significance level.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` without a month on one side or below 3 months;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public init(
        expected: [Double],
        monthsBefore: Int,
        dispersion: Double,
        autocorrelation: Double = 0,
        alpha: Double = 0.05
    ) throws(StatisticsError) {
        for mean in expected { _ = try positive(mean, "an expected count") }
        guard monthsBefore >= 1, monthsBefore < expected.count, expected.count >= 3 else {
            throw .tooFew(needed: 3, given: min(2, expected.count))
        }
        self.dispersion = try positive(dispersion, "the dispersion")
        guard autocorrelation >= 0, autocorrelation < 1 else {
            throw .outsideDomain(quantity: "the autocorrelation", value: autocorrelation, expected: "0 to below 1")
        }
        self.alpha = try probability(alpha, "the significance level")
        critical = try StudentT(degreesOfFreedom: Double(expected.count - 2))
            .twoSidedQuantile(confidence: 1 - self.alpha)
        (self.expected, self.monthsBefore, self.autocorrelation) = (expected, monthsBefore, autocorrelation)
    }

    /// φ (1/m₁ + 1/m₀) of the windows' expected counts, and what neighbouring months share.
    public func variance(autocorrelated: Bool) throws(StatisticsError) -> Double {
        let before = compensatedSum(Array(expected[..<monthsBefore]))
        let after = compensatedSum(Array(expected[monthsBefore...]))
        let weights = expected.indices.map { $0 < monthsBefore ? -1 / before : 1 / after }
        return SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelated ? autocorrelation : 0)
            .variance(of: weights, expected)
    }

    /// Simulates months and compares the windows of each.
    /// - Complexity: O(simulations × months).
    public func tally(ratio: Double, simulations: Range<Int>, seed: UInt64) -> SimulationTally {
        let means = expected.indices.map { $0 < monthsBefore ? expected[$0] : expected[$0] * ratio }
        let spreads = SimulatedCounts(dispersion: dispersion, autocorrelation: 0).spreads(means)
        var counts = means, tally = SimulationTally()
        for simulation in simulations {
            var generator = SeededGenerator(seed: seed, simulation: simulation)
            var draws = SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelation)
            draws.draw(means, spreads: spreads, into: &counts, &generator)
            guard let t = statistic(counts) else {
                tally.failed += 1
                continue
            }
            if abs(t) > critical { tally.found += 1 }
        }
        return tally
    }

    /// The t statistic of the log ratio; nil when one window is empty or nothing varies.
    private func statistic(_ counts: [Double]) -> Double? {
        let sides = [counts[..<monthsBefore], counts[monthsBefore...]].map { side in
            let total = side.reduce(0, +), mean = total / Double(side.count)
            return (total: total, mean: mean, squares: side.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
        }
        guard sides.allSatisfy({ $0.total > 0 }) else { return nil }
        let pearson = sides.reduce(0) { $0 + $1.squares / $1.mean } / Double(counts.count - 2)
        let variance = pearson * sides.reduce(0) { $0 + 1 / $1.total }
        return variance > 0 ? cg_log(sides[1].mean / sides[0].mean) / variance.squareRoot() : nil
    }
}
