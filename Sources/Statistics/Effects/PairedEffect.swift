/// Standardised sizes of a paired mean change.
///
/// They are for comparison with other studies, not for significance, and without a control group they are inflated by
/// regression to the mean and response shift. Reference values: `Tests/StatisticsTests/Reference/paired.R`.
public struct PairedEffect: Hashable, Sendable {
    /// How d_av is corrected for the smallness of the sample; three ways are in circulation.
    public enum AverageConvention: String, Hashable, Sendable, CaseIterable {
        /// J(n - 1) d_av (G. Cumming, Understanding the New Statistics (2012)): the convention of all output.
        case cumming = "J(n - 1) d_av, Cumming 2012"
        /// J(2 (n - 1) / (1 + r²)) d_av (D. Cousineau, J.-C. Goulet-Pelletier, TQMP 17 (2021), 51-75).
        case cousineau = "J(2 (n - 1) / (1 + r^2)) d_av, Cousineau and Goulet-Pelletier 2021"
        /// (1 - 3 / (8n - 9)) d_av (D. Lakens, Frontiers in Psychology 4 (2013), 863, his spreadsheet).
        case lakens = "(1 - 3 / (8n - 9)) d_av, Lakens 2013"
    }

    /// d_z: the mean change over the standard deviation of the changes.
    public let dz: Double
    /// g_z = J(n - 1) d_z; equals R's `effectsize::hedges_g(paired = TRUE)`. nil for 2 pairs, where J is 0.
    public let gz: Double?
    /// The interval of ``gz``: the noncentral t interval of d_z times J(n - 1). nil for 2 pairs, and when the change is so
    /// many times its deviation that the noncentral t cannot be evaluated.
    public let gzInterval: ClosedRange<Double>?
    /// The correlation of the two waves; nil when either is constant.
    public let correlation: Double?
    /// d_av: the mean change over the root mean square of the two standard deviations; nil when both waves are constant.
    public let dav: Double?
    /// The interval of ``dav`` with the normal quantile (D. G. Bonett, Psychological Methods 13 (2008), 99-109).
    public let davInterval: ClosedRange<Double>?
    /// g_av by ``AverageConvention/cumming``; nil for 2 pairs and when both waves are constant.
    public let gav: Double?
    /// ``davInterval`` times J(n - 1).
    public let gavInterval: ClosedRange<Double>?
    /// g_av by ``AverageConvention/cousineau``; nil also when ``correlation`` is.
    public let gavCousineau: Double?
    /// g_av by ``AverageConvention/lakens``.
    public let gavLakens: Double?
    /// d_rm = d_z √(2 (1 - r)); nil when r is not defined.
    public let drm: Double?
    /// Glass's Δ: the mean change over the standard deviation of the first wave; nil when that is constant.
    public let glass: Double?

    /// Measures the changes `to[i] - from[i]`.
    ///
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 pairs; ``StatisticsError/noSpread`` when all changes
    ///   agree; ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite``.
    /// - Complexity: O(n) and about 100 evaluations of the noncentral t distribution.
    public init(from: [Double], to: [Double], confidence: Double = 0.95) throws(StatisticsError) {
        let test = try PairedT(from: from, to: to, confidence: confidence)
        let (n, v) = (Double(test.pairs), Double(test.degreesOfFreedom))
        let factor = try? smallSampleFactor(degreesOfFreedom: v)
        let dz = test.meanChange / test.standardDeviation
        self.dz = dz
        gz = factor.map { $0 * dz }
        let bounds = try? noncentralityInterval(t: test.t, degreesOfFreedom: v, confidence: confidence)
        gzInterval = bounds.flatMap { bounds in factor.map { scaled(bounds, by: $0 / n.squareRoot()) } }
        let first = try Moments(from), second = try Moments(to)
        let r = try? Statistics.correlation(from, to)
        correlation = r
        drm = r.map { dz * max(0, 2 * (1 - $0)).squareRoot() }
        glass = Self.spread(first).map { test.meanChange / $0 }
        guard Self.spread(first) != nil || Self.spread(second) != nil else {
            (dav, davInterval, gav, gavInterval, gavCousineau, gavLakens) = (nil, nil, nil, nil, nil, nil)
            return
        }
        let (one, two) = (first.variance ?? 0, second.variance ?? 0), mean = (one + two) / 2
        let d = test.meanChange / mean.squareRoot()
        let changes = test.standardDeviation * test.standardDeviation, covariance = (one + two - changes) / 2
        let shape = one * one + two * two + 2 * covariance * covariance
        let error = (d * d * shape / (8 * v * mean * mean) + changes / (v * mean)).squareRoot()
        let half = try Normal.twoSidedQuantile(confidence: confidence) * error
        let interval = (d - half)...(d + half)
        (dav, davInterval) = (d, interval)
        gav = factor.map { $0 * d }
        gavInterval = factor.map { scaled(interval, by: $0) }
        gavLakens = factor.map { _ in d * (1 - 3 / (8 * n - 9)) }
        gavCousineau = r.flatMap { r in
            factor.flatMap { _ in (try? smallSampleFactor(degreesOfFreedom: 2 * v / (1 + r * r))).map { d * $0 } }
        }
    }

    /// g_av by the convention asked for; nil for 2 pairs and when both waves are constant.
    public func gav(by convention: AverageConvention) -> Double? {
        switch convention {
        case .cumming: gav
        case .cousineau: gavCousineau
        case .lakens: gavLakens
        }
    }

    private static func spread(_ moments: Moments) -> Double? {
        moments.standardDeviation.flatMap { isSpread($0, around: moments.mean) ? $0 : nil }
    }
}

private func scaled(_ interval: ClosedRange<Double>, by factor: Double) -> ClosedRange<Double> {
    (interval.lowerBound * factor)...(interval.upperBound * factor)
}
