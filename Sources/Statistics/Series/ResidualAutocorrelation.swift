/// Whether what a model leaves over is correlated from month to month.
///
/// Several series are put together: their products add up, none across two series. Agrees with R's `acf`, `Box.test(type =
/// "Ljung-Box")` and the Durbin-Watson statistic of a single series; reference values:
/// `Tests/StatisticsTests/Reference/series.R`.
///
/// Source: J. Durbin, G. S. Watson, Biometrika 37 (1950), 409-428; G. M. Ljung, G. E. P. Box, Biometrika 65 (1978), 297-303.
public struct ResidualAutocorrelation: Hashable, Sendable {
    /// The autocorrelations at lags 1, 2, …
    public let correlations: [Double]
    /// Durbin and Watson's statistic: near 2 without autocorrelation, below it with neighbours alike.
    public let durbinWatson: Double
    /// Ljung and Box's statistic over all of ``correlations``.
    public let ljungBox: Double
    /// Its p value by χ² with as many degrees of freedom as lags.
    public let p: Double

    /// Examines residuals.
    ///
    /// - Parameters:
    ///   - residuals: Those of each series, in the order of months.
    ///   - lags: How many lags, at least 1; fewer when the longest series is shorter.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 3 residuals; ``StatisticsError/noSpread``;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(residuals × lags).
    public init(_ residuals: [[Double]], lags: Int = 12) throws(StatisticsError) {
        guard lags >= 1 else {
            throw .outsideDomain(quantity: "the number of lags", value: Double(lags), expected: "at least 1")
        }
        let longest = residuals.map(\.count).max() ?? 0
        guard longest >= 3 else { throw .tooFew(needed: 3, given: longest) }
        let all = residuals.flatMap { $0 }
        let mean = try Moments(all).mean
        let squares = compensatedSum(all.map { ($0 - mean) * ($0 - mean) })
        let raw = compensatedSum(all.map { $0 * $0 })
        guard squares > 0, raw > 0 else { throw .noSpread }
        var correlations: [Double] = [], statistic = 0.0
        let n = Double(all.count)
        for lag in 1...min(lags, longest - 1) {
            var sum = 0.0
            for series in residuals where series.count > lag {
                for place in lag..<series.count { sum += (series[place] - mean) * (series[place - lag] - mean) }
            }
            correlations.append(sum / squares)
            statistic += sum / squares * sum / squares / (n - Double(lag))
        }
        var steps = 0.0
        for series in residuals {
            for (earlier, later) in zip(series, series.dropFirst()) { steps += (later - earlier) * (later - earlier) }
        }
        self.correlations = correlations
        durbinWatson = steps / raw
        ljungBox = n * (n + 2) * statistic
        p = try ChiSquared(degreesOfFreedom: Double(correlations.count)).upperTail(ljungBox)
    }
}
