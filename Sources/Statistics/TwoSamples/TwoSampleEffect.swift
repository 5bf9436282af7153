/// The difference of two separate groups in units of their pooled standard deviation.
///
/// The interval inverts the noncentral t and is multiplied by the same small-sample factor as the estimate. Agrees with R's
/// `effectsize::hedges_g(first, second)`; reference values: `Tests/StatisticsTests/Reference/two_samples.R`.
///
/// Source: L. V. Hedges, Journal of Educational Statistics 6 (1981), 107-128.
public struct TwoSampleEffect: Hashable, Sendable {
    /// Cohen's d with the pooled deviation: first less second.
    public let d: Double
    /// Hedges's g, d times the exact small-sample factor.
    public let g: Double
    /// The interval of ``g``.
    public let interval: ClosedRange<Double>

    /// Compares two groups.
    ///
    /// - Parameters:
    ///   - first: The values of one group.
    ///   - second: Those of the other.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` with fewer than 3 values together or an empty group;
    ///   ``StatisticsError/noSpread`` when no group has a spread; ``StatisticsError/notFinite``.
    public init(_ first: [Double], _ second: [Double], confidence: Double = 0.95) throws(StatisticsError) {
        let left = try Moments(first), right = try Moments(second)
        let (one, other) = (Double(left.count), Double(right.count)), degrees = one + other - 2
        guard degrees >= 1 else { throw .tooFew(needed: 3, given: left.count + right.count) }
        let pooled = ((left.variance ?? 0) * (one - 1) + (right.variance ?? 0) * (other - 1)) / degrees
        let scale = max(abs(left.mean), abs(right.mean))
        guard pooled > 1e-30 * scale * scale, pooled > 0 else { throw .noSpread }
        let factor = try smallSampleFactor(degreesOfFreedom: degrees)
        d = (left.mean - right.mean) / pooled.squareRoot()
        g = factor * d
        let size = (one * other / (one + other)).squareRoot()
        let range = try noncentralityInterval(t: d * size, degreesOfFreedom: degrees, confidence: confidence)
        interval = (factor * range.lowerBound / size)...(factor * range.upperBound / size)
    }
}
