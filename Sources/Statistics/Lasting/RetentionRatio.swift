/// How much of a gain is still there later: mean(follow-up - pre) / mean(post - pre), of the same people.
///
/// The interval is Fieller's, from the covariance of the two means, with Student's t; by clusters that covariance is CR2.
/// Reference values: `Tests/StatisticsTests/Reference/lasting.R`.
///
/// Source: E. C. Fieller, Journal of the Royal Statistical Society B 16 (1954), 175-185.
public struct RetentionRatio: Hashable, Sendable {
    /// The ratio; 1 keeps all of the gain, 0 none.
    public let ratio: Double
    /// Fieller's interval.
    public let interval: ClosedRange<Double>
    /// The mean of the gains.
    public let gain: Double
    /// The mean of what was kept.
    public let kept: Double
    /// The degrees of freedom of Student's t.
    public let degreesOfFreedom: Double

    /// Estimates the ratio.
    ///
    /// - Parameters:
    ///   - gain: Post less pre, one a person.
    ///   - kept: Follow-up less pre of the same people in the same order.
    ///   - clusters: A code a person, equal for people of one cluster; nil when people are independent.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/denominatorNearZero`` when the interval of the mean gain holds 0, so that the ratio could
    ///   be anything; ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` below 2 people or
    ///   clusters; ``StatisticsError/noSpread`` when neither sample varies; ``StatisticsError/notFinite``.
    /// - Complexity: O(n).
    public init(
        gain: [Double],
        kept: [Double],
        clusters: [Int]? = nil,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard gain.count == kept.count else { throw .unequalLengths(gain.count, kept.count) }
        let members = try clusterMembers(clusters, count: gain.count)
        let shares = try ClusterShares(sizes: members.map(\.count))
        let below = try Moments(gain).mean, above = try Moments(kept).mean
        func sums(_ values: [Double], _ mean: Double) -> [Double] {
            members.map { places in compensatedSum(places.map { values[$0] - mean }) }
        }
        let gainSums = sums(gain, below), keptSums = sums(kept, above)
        let quantile = try StudentT(degreesOfFreedom: shares.degreesOfFreedom).twoSidedQuantile(confidence: confidence)
        let square = quantile * quantile
        let gainPart = square * shares.covariance(gainSums, gainSums)
        let bothPart = square * shares.covariance(gainSums, keptSums)
        let keptPart = square * shares.covariance(keptSums, keptSums)
        guard gainPart.isFinite, keptPart.isFinite else { throw .notFinite }
        let scale = max(below * below, above * above)
        guard max(gainPart, keptPart) > 1e-28 * scale, max(gainPart, keptPart) > 0 else { throw .noSpread }
        // (above - r below)² ≤ t² var(above - r below), a quadratic in r that opens upwards while 0 is outside the gain's interval.
        let leading = below * below - gainPart, middle = above * below - bothPart, last = above * above - keptPart
        guard middle.isFinite, last.isFinite, leading.isFinite else { throw .notFinite }
        guard leading > 1e-14 * below * below else { throw .denominatorNearZero }
        let root = max(0, middle * middle - leading * last).squareRoot()
        ratio = above / below
        interval = ((middle - root) / leading)...((middle + root) / leading)
        (self.gain, self.kept, degreesOfFreedom) = (below, above, shares.degreesOfFreedom)
    }
}
