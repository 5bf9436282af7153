/// Welch's t test of "two separate groups have the same mean", whose spreads may differ.
///
/// The degrees of freedom are Satterthwaite's. Agrees with R's `t.test(first, second)`; reference values:
/// `Tests/StatisticsTests/Reference/two_samples.R`.
///
/// Source: B. L. Welch, Biometrika 34 (1947), 28-35.
public struct WelchT: Hashable, Sendable {
    /// The mean of the first group less that of the second.
    public let difference: Double
    /// The means, first and second.
    public let means: [Double]
    /// The sizes, first and second.
    public let counts: [Int]
    /// The standard error of the difference, above 0.
    public let standardError: Double
    /// The t statistic.
    public let t: Double
    /// Satterthwaite's degrees of freedom, between the smaller size less 1 and both sizes less 2.
    public let degreesOfFreedom: Double
    /// The two-sided p value.
    public let p: Double
    /// The interval of the difference.
    public let interval: ClosedRange<Double>

    /// Compares two groups.
    ///
    /// - Parameters:
    ///   - first: The values of one group.
    ///   - second: Those of the other.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` with fewer than 2 values in a group;
    ///   ``StatisticsError/noSpread`` when neither group has a spread; ``StatisticsError/notFinite``.
    /// - Complexity: O(n).
    public init(_ first: [Double], _ second: [Double], confidence: Double = 0.95) throws(StatisticsError) {
        let left = try Moments(first), right = try Moments(second)
        guard let leftVariance = left.variance, let rightVariance = right.variance else {
            throw .tooFew(needed: 2, given: min(first.count, second.count))
        }
        let one = leftVariance / Double(left.count), other = rightVariance / Double(right.count)
        let scale = max(abs(left.mean), abs(right.mean))
        guard one + other > 1e-30 * scale * scale, one + other > 0 else { throw .noSpread }
        let degrees =
            (one + other) * (one + other)
            / (one * one / Double(left.count - 1) + other * other / Double(right.count - 1))
        let line = try Coefficient(
            "difference",
            estimate: left.mean - right.mean,
            standardError: (one + other).squareRoot(),
            degreesOfFreedom: degrees,
            confidence: confidence
        )
        (means, counts) = ([left.mean, right.mean], [left.count, right.count])
        (difference, standardError, degreesOfFreedom) = (line.estimate, line.standardError, degrees)
        (t, p, interval) = (line.statistic, line.p, line.interval)
    }
}
