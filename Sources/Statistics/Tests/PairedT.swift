/// Student's paired t test of "the mean change is zero", with the interval of the mean change.
///
/// t = m / (s / √n) on n - 1 degrees of freedom, m ± t₀.₉₇₅ s / √n. It assumes that the pairs are independent of one
/// another and the mean change is roughly normal. Agrees with R's `t.test(to, from, paired = TRUE)`; reference values:
/// `Tests/StatisticsTests/Reference/paired.R`.
public struct PairedT: Hashable, Sendable {
    /// The number of pairs, at least 2.
    public let pairs: Int
    /// The mean of the changes, in the unit of the scores.
    public let meanChange: Double
    /// The standard deviation of the changes, above 0, with divisor `pairs - 1`.
    public let standardDeviation: Double
    /// The t statistic.
    public let t: Double
    /// The degrees of freedom, `pairs - 1`.
    public let degreesOfFreedom: Int
    /// The two-sided p value.
    public let p: Double
    /// The interval of the mean change.
    public let interval: ClosedRange<Double>

    /// Tests the changes `to[i] - from[i]`.
    ///
    /// - Parameters:
    ///   - from: The first scores.
    ///   - to: The second scores of the same people in the same order.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` below 2 pairs;
    ///   ``StatisticsError/noSpread`` when all changes agree to ten decimals; ``StatisticsError/notFinite``.
    /// - Complexity: O(n).
    public init(from: [Double], to: [Double], confidence: Double = 0.95) throws(StatisticsError) {
        guard from.count == to.count else { throw .unequalLengths(from.count, to.count) }
        guard from.count >= 2 else { throw .tooFew(needed: 2, given: from.count) }
        let moments = try Moments(zip(from, to).map { $1 - $0 })
        let decimals = zip(from, to).map { Differences.decimal(from: $0, to: $1) }
        guard let first = decimals.first, !decimals.allSatisfy({ $0 == first }),
            let deviation = moments.standardDeviation, deviation > 0
        else { throw .noSpread }
        let distribution = try StudentT(degreesOfFreedom: Double(moments.count - 1))
        let error = deviation / Double(moments.count).squareRoot()
        let half = try distribution.twoSidedQuantile(confidence: confidence) * error
        pairs = moments.count
        meanChange = moments.mean
        standardDeviation = deviation
        t = moments.mean / error
        degreesOfFreedom = moments.count - 1
        p = try distribution.twoSidedP(t)
        interval = (meanChange - half)...(meanChange + half)
    }
}
