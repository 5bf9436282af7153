/// The Wilson score interval for a proportion, without continuity correction.
///
/// - Parameters:
///   - successes: Count in `0...trials`.
///   - trials: Sample size, at least 1.
///   - confidence: The coverage, between 0 and 1.
/// - Returns: Bounds in `0...1` that enclose `successes / trials`; the lower bound is exactly 0 at no success, the upper
///   exactly 1 at no failure.
/// - Throws: ``StatisticsError/tooFew(needed:given:)`` when there are no trials;
///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for an impossible count.
/// - Complexity: O(1).
///
/// Source: E. B. Wilson, JASA 22 (1927), 209-212. Agrees with R's `prop.test(correct = FALSE)`; reference values:
/// `Tests/StatisticsTests/Reference/proportions.R`.
public func wilsonInterval(
    successes: Int,
    trials: Int,
    confidence: Double = 0.95
) throws(StatisticsError) -> ClosedRange<Double> {
    try checkCounts(successes: successes, trials: trials)
    let z = try Normal.twoSidedQuantile(confidence: confidence)
    let n = Double(trials), p = Double(successes) / n, shrink = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / shrink
    let half = z / shrink * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let lower = successes == 0 ? 0 : max(0, centre - half)
    let upper = successes == trials ? 1 : min(1, centre + half)
    return lower...upper
}

/// Refuses an empty sample and a count that is not among the trials.
func checkCounts(successes: Int, trials: Int) throws(StatisticsError) {
    guard trials > 0 else { throw .tooFew(needed: 1, given: max(0, trials)) }
    guard (0...trials).contains(successes) else {
        throw .outsideDomain(quantity: "the count", value: Double(successes), expected: "0 to \(trials)")
    }
}
