/// One estimate from several imputed data sets, by Rubin's rules with the degrees of freedom of Barnard and Rubin.
///
/// Agrees with R's `mice::pool.scalar`; reference values: `Tests/StatisticsTests/Reference/pooling.R`.
///
/// Source: D. B. Rubin, Multiple Imputation for Nonresponse in Surveys (1987), 76; J. Barnard, D. B. Rubin, Biometrika 86
/// (1999), 948-955.
public struct PooledEstimate: Hashable, Sendable {
    /// The mean of the estimates.
    public let estimate: Double
    /// The mean of the variances within data sets.
    public let within: Double
    /// The variance of the estimates between data sets.
    public let between: Double
    /// within + (1 + 1/m) between.
    public let variance: Double
    /// (1 + 1/m) between / within.
    public let relativeIncrease: Double
    /// The share of information about the estimate that is missing, in `0...1`.
    public let missingInformation: Double
    /// The estimate with its test and interval.
    public let line: Coefficient

    /// Pools estimates.
    ///
    /// - Parameters:
    ///   - estimates: One a data set.
    ///   - variances: Their squared standard errors.
    ///   - completeDegreesOfFreedom: Those the analysis would have without missing values; nil for the normal law.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 data sets; ``StatisticsError/unequalLengths(_:_:)``;
    ///   ``StatisticsError/noSpread`` when the variance within is zero; ``StatisticsError/notFinite``.
    public init(
        estimates: [Double],
        variances: [Double],
        completeDegreesOfFreedom: Double?,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard estimates.count == variances.count else { throw .unequalLengths(estimates.count, variances.count) }
        guard estimates.count >= 2 else { throw .tooFew(needed: 2, given: estimates.count) }
        let moments = try Moments(estimates), count = Double(estimates.count)
        estimate = moments.mean
        within = try Moments(variances).mean
        between = moments.variance ?? 0
        guard within > 0 else { throw .noSpread }
        let added = (1 + 1 / count) * between
        variance = within + added
        relativeIncrease = added / within
        // As mice does: without a floor equal estimates would have infinite degrees of freedom.
        let share = max(added / variance, 1e-4)
        let large = (count - 1) / (share * share)
        let degrees: Double
        if let complete = completeDegreesOfFreedom {
            let observed = (complete + 1) / (complete + 3) * complete * (1 - share)
            degrees = large * observed / (large + observed)
        } else {
            degrees = large
        }
        missingInformation = (relativeIncrease + 2 / (degrees + 3)) / (relativeIncrease + 1)
        line = try Coefficient(
            "pooled",
            estimate: estimate,
            standardError: variance.squareRoot(),
            degreesOfFreedom: degrees,
            confidence: confidence
        )
    }
}
