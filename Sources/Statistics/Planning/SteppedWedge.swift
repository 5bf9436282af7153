import CSpecialFunctions

/// A rollout in steps: every cluster starts without training and gets it in its own period, and none gives it back.
///
/// What one period's mean of one cluster varies by: σ² within, τ² between clusters, and with decay the correlation of a
/// cluster's periods falls by a factor for each period between them. For counts on the scale of logarithms σ² is the
/// dispersion over the mean count and τ² the squared coefficient of variation between clusters. Reference values:
/// `Tests/StatisticsTests/Reference/stepped_wedge.R`.
///
/// Source: M. A. Hussey, J. P. Hughes, Contemporary Clinical Trials 28 (2007), 182-191; decay: J. Kasza and others,
/// Statistical Methods in Medical Research 28 (2019), 703-716.
public struct SteppedWedge: Hashable, Sendable {
    /// The period in which each cluster starts, counted from 0; ``periods`` for never.
    public let starts: [Int]
    /// The number of periods.
    public let periods: Int

    /// A rollout.
    ///
    /// - Parameters:
    ///   - starts: The period in which each cluster starts, `0...periods`.
    ///   - periods: The number of periods, at least 2.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 clusters or periods; ``StatisticsError/noSpread`` when all
    ///   start together in one period that tells nothing;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a start outside the periods.
    public init(starts: [Int], periods: Int) throws(StatisticsError) {
        guard starts.count >= 2, periods >= 2 else { throw .tooFew(needed: 2, given: min(starts.count, periods)) }
        for start in starts where !(0...periods).contains(start) {
            throw .outsideDomain(quantity: "a start", value: Double(start), expected: "0 to \(periods)")
        }
        guard Set(starts).count > 1 else { throw .noSpread }
        (self.starts, self.periods) = (starts, periods)
    }

    /// Clusters dealt at random to steps of equal size, as far as they divide: the order of a rollout.
    ///
    /// - Parameters:
    ///   - clusters: How many clusters, at least one a step.
    ///   - steps: How many steps; step k starts in period k, after a first period without training.
    ///   - seed: Any number; the same gives the same order.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` with fewer clusters than steps, or below 2.
    public init(dealing clusters: Int, steps: Int, seed: UInt64) throws(StatisticsError) {
        guard steps >= 1, clusters >= max(2, steps) else { throw .tooFew(needed: max(2, steps), given: clusters) }
        var starts = (0..<clusters).map { $0 % steps + 1 }
        var generator = SeededGenerator(seed: seed)
        starts = generator.shuffled(starts)
        (self.starts, periods) = (starts, steps + 1)
        guard steps >= 2 else { throw .noSpread }
    }

    /// Clusters dealt at random within strata, so that every step gets its share of each: the restricted order of a rollout.
    ///
    /// - Parameters:
    ///   - strata: The stratum of each cluster. Within a stratum, clusters are dealt in rounds of one to each step; in the last,
    ///     shorter round the steps are drawn at random.
    ///   - steps: How many steps; step k starts in period k, after a first period without training.
    ///   - seed: Any number; the same gives the same order.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` with fewer clusters than steps, or below 2;
    ///   ``StatisticsError/noSpread`` when all would start together.
    public init(dealing strata: [Int], steps: Int, seed: UInt64) throws(StatisticsError) {
        guard steps >= 2, strata.count >= steps else { throw .tooFew(needed: max(2, steps), given: strata.count) }
        var generator = SeededGenerator(seed: seed)
        var starts = Array(repeating: 0, count: strata.count)
        for stratum in Set(strata).sorted() {
            let members = generator.shuffled(strata.indices.filter { strata[$0] == stratum })
            for first in stride(from: 0, to: members.count, by: steps) {
                let round = generator.shuffled(Array(1...steps))
                for (cluster, step) in zip(members[first...], round) { starts[cluster] = step }
            }
        }
        try self.init(starts: starts, periods: steps + 1)
    }

    /// The variance of the effect by Hussey and Hughes's closed form.
    ///
    /// - Parameters:
    ///   - within: σ², the variance of one cluster's mean in one period about its own level, above 0.
    ///   - between: τ², the variance between clusters, 0 or more.
    /// - Returns: The variance of the estimated effect, above 0.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(clusters × periods).
    public func variance(within: Double, between: Double) throws(StatisticsError) -> Double {
        let s = try positive(within, "the variance within")
        guard between >= 0, between.isFinite else {
            throw .outsideDomain(quantity: "the variance between", value: between, expected: "0 or more")
        }
        let (i, t) = (Double(starts.count), Double(periods))
        var u = 0.0, v = 0.0, w = 0.0
        for start in starts {
            let treated = Double(periods - start)
            u += treated
            v += treated * treated
        }
        for period in 0..<periods {
            let treated = Double(starts.count { $0 <= period })
            w += treated * treated
        }
        return i * s * (s + t * between)
            / ((i * u - w) * s + (u * u + i * t * u - t * w - i * v) * between)
    }

    /// The variance of the effect by generalised least squares when a cluster's periods are less alike the further apart.
    ///
    /// - Parameters:
    ///   - within: σ², above 0.
    ///   - between: τ², 0 or more.
    ///   - decay: The factor by which the correlation falls from one period to the next, `0...1`; 1 is Hussey and Hughes's.
    /// - Returns: The variance of the estimated effect, above 0.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(periods³ + clusters × periods²).
    public func variance(within: Double, between: Double, decay: Double) throws(StatisticsError) -> Double {
        let s = try positive(within, "the variance within")
        guard between >= 0, between.isFinite else {
            throw .outsideDomain(quantity: "the variance between", value: between, expected: "0 or more")
        }
        guard decay >= 0, decay <= 1 else {
            throw .outsideDomain(quantity: "the decay", value: decay, expected: "0 to 1")
        }
        var powers = [1.0]
        for _ in 1..<periods { powers.append((powers.last ?? 1) * decay) }
        var covariance = Matrix(rows: periods, columns: periods)
        for row in 0..<periods {
            for column in 0..<periods {
                covariance[row, column] = between * powers[abs(row - column)] + (row == column ? s : 0)
            }
        }
        let inverse = try CholeskyDecomposition(covariance).inverse
        var total = Array(repeating: 0.0, count: periods), own = 0.0
        for start in starts {
            let treated = (0..<periods).map { $0 >= start ? 1.0 : 0 }
            own += inverse.quadraticForm(treated)
            for period in 0..<periods { total[period] += treated[period] }
        }
        return 1 / (own - inverse.quadraticForm(total) / Double(starts.count))
    }

    /// The smallest effect that is seen with this chance: (z of the level + z of the power) × standard error.
    ///
    /// - Parameters:
    ///   - variance: Of the effect, by one of the two forms.
    ///   - alpha: The two-sided significance level.
    ///   - power: The chance of seeing it.
    /// - Returns: The effect, in the unit of the outcome; for counts the logarithm of a ratio.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public static func detectableEffect(
        variance: Double,
        alpha: Double = 0.05,
        power: Double = 0.8
    ) throws(StatisticsError) -> Double {
        let level = try probability(alpha, "the significance level")
        let z = try Normal.twoSidedQuantile(confidence: 1 - level) + Normal.quantile(probability(power, "the power"))
        return z * (try positive(variance, "the variance")).squareRoot()
    }

    /// The smallest fall of counts that is seen with this chance: 1 - exp(-``detectableEffect(variance:alpha:power:)``).
    ///
    /// - Parameters:
    ///   - variance: Of the effect on the scale of logarithms.
    ///   - alpha: The two-sided significance level.
    ///   - power: The chance of seeing it.
    /// - Returns: The fall as a share in `0..<1`.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public static func detectableFall(
        variance: Double,
        alpha: Double = 0.05,
        power: Double = 0.8
    ) throws(StatisticsError) -> Double {
        -cg_expm1(-(try detectableEffect(variance: variance, alpha: alpha, power: power)))
    }
}
