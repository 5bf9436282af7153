import CSpecialFunctions

/// The smallest fall in a rate that a comparison of two windows would show.
///
/// - Parameters:
///   - expectedBefore: Events expected in the whole window before, above 0.
///   - expectedAfter: Events expected in the whole window after if nothing changed, above 0.
///   - dispersion: φ, how much the counts vary beyond pure chance (1).
///   - alpha: The two-sided significance level.
///   - power: The chance of seeing a fall of this size.
/// - Returns: The fall as a share in `0..<1`: 1 - exp(-(z₀.₉₇₅ + z₀.₈) √(φ (1/m₁ + 1/m₀))).
/// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` for an argument outside its range.
/// - Complexity: O(1).
///
/// Trend, seasons and autocorrelation are not in it; they make the true figure larger.
public func detectableRateFall(
    expectedBefore: Double,
    expectedAfter: Double,
    dispersion: Double,
    alpha: Double = 0.05,
    power: Double = 0.8
) throws(StatisticsError) -> Double {
    let before = try positive(expectedBefore, "the expected count before")
    let after = try positive(expectedAfter, "the expected count after")
    let phi = try positive(dispersion, "the dispersion")
    let level = try probability(alpha, "the significance level")
    let z = try Normal.twoSidedQuantile(confidence: 1 - level) + Normal.quantile(probability(power, "the power"))
    return -cg_expm1(-z * (phi * (1 / after + 1 / before)).squareRoot())
}

/// The smallest fall in a rate that an estimate of its logarithm would show.
///
/// - Parameters:
///   - logError: The standard error of the logarithm of the ratio, above 0.
///   - alpha: The two-sided significance level.
///   - power: The chance of seeing a fall of this size.
/// - Returns: The fall as a share in `0..<1`: 1 - exp(-(z₀.₉₇₅ + z₀.₈) × error).
/// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` for an argument outside its range.
/// - Complexity: O(1).
public func detectableRateFall(
    logError: Double,
    alpha: Double = 0.05,
    power: Double = 0.8
) throws(StatisticsError) -> Double {
    let error = try positive(logError, "the standard error")
    let level = try probability(alpha, "the significance level")
    let z = try Normal.twoSidedQuantile(confidence: 1 - level) + Normal.quantile(probability(power, "the power"))
    return -cg_expm1(-z * error)
}

/// The standard error of the logarithm of a ratio, read from its interval as if that were the normal law's.
///
/// - Parameters:
///   - interval: The interval, its lower bound above 0.
///   - confidence: Its coverage.
/// - Returns: The error.
/// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
public func logError(
    of interval: ClosedRange<Double>,
    confidence: Double = 0.95
) throws(StatisticsError) -> Double {
    let lower = try positive(interval.lowerBound, "the lower bound of the ratio")
    return cg_log(interval.upperBound / lower) / (2 * (try Normal.twoSidedQuantile(confidence: confidence)))
}
