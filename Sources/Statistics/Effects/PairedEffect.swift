/// Standardised sizes of a paired mean change.
///
/// They are for comparison with other studies, not for significance, and without a control group they are inflated by
/// regression to the mean and response shift. Reference values: `Tests/StatisticsTests/Reference/effects.R`.
public struct PairedEffect: Hashable, Sendable {
    /// d_z: the mean change over the standard deviation of the changes.
    public let dz: Double
    /// g_z = J(n - 1) d_z; equals R's `effectsize::hedges_g(paired = TRUE)`.
    public let gz: Double
    /// The interval of ``gz``: the noncentral t interval of d_z times J(n - 1).
    public let gzInterval: ClosedRange<Double>
    /// d_av: the mean change over the root mean square of the two standard deviations; nil when both waves are constant.
    public let dav: Double?
    /// g_av = J(n - 1) d_av (Cumming 2012), the convention used in all output.
    public let gav: Double?
    /// J(2 (n - 1) / (1 + r²)) d_av (D. Cousineau, J.-C. Goulet-Pelletier, TQMP 17 (2021), 51-75).
    public let gavCousineau: Double?
    /// d_av (1 - 3 / (8n - 9)) (D. Lakens, Frontiers in Psychology 4 (2013), 863, his spreadsheet).
    public let gavLakens: Double?
    /// The interval of ``dav`` with the normal quantile (D. G. Bonett, Psychological Methods 13 (2008), 99-109).
    public let davInterval: ClosedRange<Double>?
    /// d_rm = d_z √(2 (1 - r)); nil when r is not defined.
    public let drm: Double?

    /// Measures the changes `to[i] - from[i]`.
    ///
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 3 pairs, where the correction is not defined;
    ///   ``StatisticsError/noSpread`` when all changes agree; ``StatisticsError/notConverged(function:)`` when the change
    ///   is so many times its deviation that the noncentral t cannot be evaluated.
    /// - Complexity: O(n) and about 100 evaluations of the noncentral t distribution.
    public init(from: [Double], to: [Double], confidence: Double = 0.95) throws(StatisticsError) {
        let test = try PairedT(from: from, to: to, confidence: confidence)
        let (n, v) = (Double(test.pairs), Double(test.degreesOfFreedom))
        let factor = try smallSampleFactor(degreesOfFreedom: v)
        let dz = test.meanChange / test.standardDeviation
        self.dz = dz
        gz = factor * dz
        let bounds = try noncentralityInterval(t: test.t, degreesOfFreedom: v, confidence: confidence)
        let scale = factor / n.squareRoot()
        gzInterval = (bounds.lowerBound * scale)...(bounds.upperBound * scale)
        let first = try Moments(from).variance ?? 0, second = try Moments(to).variance ?? 0
        let mean = (first + second) / 2
        guard mean > 0 else {
            (dav, gav, gavCousineau, gavLakens, davInterval, drm) = (nil, nil, nil, nil, nil, nil)
            return
        }
        let d = test.meanChange / mean.squareRoot()
        let changes = test.standardDeviation * test.standardDeviation
        let covariance = (first + second - changes) / 2
        let spread = (first * second).squareRoot()
        let r = spread > 0 ? covariance / spread : nil
        (dav, gav, gavLakens) = (d, factor * d, d * (1 - 3 / (8 * n - 9)))
        gavCousineau = try r.map { r throws(StatisticsError) in
            d * (try smallSampleFactor(degreesOfFreedom: 2 * v / (1 + r * r)))
        }
        drm = r.map { dz * max(0, 2 * (1 - $0)).squareRoot() }
        let shape = first * first + second * second + 2 * covariance * covariance
        let error = (d * d * shape / (8 * v * mean * mean) + changes / (v * mean)).squareRoot()
        let half = try Normal.twoSidedQuantile(confidence: confidence) * error
        davInterval = (d - half)...(d + half)
    }
}
