/// The bias-corrected and accelerated (BCa) bootstrap interval of a mean, people resampled with replacement.
///
/// z₀ counts resampled means equal to the estimate half (the mid-rank form, as scipy; R's `boot` counts only smaller ones,
/// which matters for scores with ties), the acceleration comes from the jackknife, and quantiles are interpolated between
/// order statistics at α (B + 1). Where few distinct values occur, how often each is drawn comes from one multinomial draw,
/// which has the same law as drawing person by person. The same seed gives the same interval. Reference values:
/// `Tests/StatisticsTests/Reference/bootstrap.py`.
///
/// Source: B. Efron, JASA 82 (1987), 171-185.
public struct BootstrapMean: Hashable, Sendable {
    /// The number of resamples.
    public let resamples: Int
    /// The seed.
    public let seed: UInt64
    /// The interval of the mean.
    public let interval: ClosedRange<Double>

    /// Bootstraps the mean of `values`.
    ///
    /// - Parameters:
    ///   - values: The sample, in an order that does not matter.
    ///   - resamples: How often to resample, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 values; ``StatisticsError/noSpread`` when all are the
    ///   same; ``StatisticsError/notFinite``.
    /// - Complexity: O(resamples × the smaller of values and distinct values).
    public init(
        _ values: [Double],
        resamples: Int = 10_000,
        seed: UInt64 = 1,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard values.count >= 2 else { throw .tooFew(needed: 2, given: values.count) }
        guard resamples >= 100 else {
            throw .outsideDomain(
                quantity: "the number of resamples",
                value: Double(resamples),
                expected: "at least 100"
            )
        }
        let moments = try Moments(values)
        guard let variance = moments.variance, let low = values.min(), let high = values.max(), low < high, variance > 0
        else { throw .noSpread }
        (self.resamples, self.seed) = (resamples, seed)
        let means = Self.means(values.sorted(), centre: moments.mean, resamples, seed)
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        let below = means.count { $0 < 0 }, equal = means.count { $0 == 0 }
        let share = (Double(below) + Double(equal) / 2) / Double(resamples)
        guard share > 0, share < 1 else { throw .notConverged(function: "the bootstrap") }
        let bias = try Normal.quantile(share)
        let acceleration = Self.acceleration(values, moments.mean)
        func level(_ z: Double) throws(StatisticsError) -> Double {
            try Normal.cdf(bias + (bias + z) / (1 - acceleration * (bias + z)))
        }
        let z = try Normal.quantile(1 - tail)
        let bounds = (Self.quantile(means, try level(-z)), Self.quantile(means, try level(z)))
        interval = (moments.mean + min(bounds.0, bounds.1))...(moments.mean + max(bounds.0, bounds.1))
    }

    /// The resampled means less the estimate, in order; differences that are only rounding are zero.
    private static func means(_ sorted: [Double], centre: Double, _ resamples: Int, _ seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        let deviations = sorted.map { $0 - centre }
        let size = Double(sorted.count)
        let rounding = 1e-12 * max(abs(deviations[0]), abs(deviations[deviations.count - 1]))
        var groups: [(value: Double, count: Int)] = []
        for value in deviations {
            if let last = groups.last, last.value == value {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((value, 1))
            }
        }
        var means = Array(repeating: 0.0, count: resamples)
        for index in means.indices {
            let sum =
                groups.count * 8 < deviations.count
                ? multinomialSum(groups, deviations.count, &generator) : directSum(deviations, &generator)
            let mean = sum / size
            means[index] = abs(mean) <= rounding ? 0 : mean
        }
        return means.sorted()
    }

    private static func directSum(_ values: [Double], _ generator: inout SeededGenerator) -> Double {
        var sum = 0.0
        for _ in values.indices { sum += values[generator.index(below: values.count)] }
        return sum
    }

    private static func multinomialSum(
        _ groups: [(value: Double, count: Int)],
        _ people: Int,
        _ generator: inout SeededGenerator
    ) -> Double {
        var sum = 0.0, draws = people, left = people
        for group in groups {
            let drawn = generator.binomial(trials: draws, probability: Double(group.count) / Double(left))
            sum += Double(drawn) * group.value
            draws -= drawn
            left -= group.count
            if draws == 0 { break }
        }
        return sum
    }

    /// Σu³ / (6 (Σu²)^1.5) over the jackknife means, which for a mean are the deviations themselves but for a factor.
    private static func acceleration(_ values: [Double], _ mean: Double) -> Double {
        let squares = compensatedSum(values.map { ($0 - mean) * ($0 - mean) })
        let cubes = compensatedSum(values.map { ($0 - mean) * ($0 - mean) * ($0 - mean) })
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    }

    private static func quantile(_ sorted: [Double], _ level: Double) -> Double {
        let place = level * Double(sorted.count + 1) - 1
        guard place > 0 else { return sorted[0] }
        guard place < Double(sorted.count - 1) else { return sorted[sorted.count - 1] }
        let lower = Int(place)
        return sorted[lower] + (place - Double(lower)) * (sorted[lower + 1] - sorted[lower])
    }
}
