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
