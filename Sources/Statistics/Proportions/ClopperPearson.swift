/// The exact (Clopper-Pearson) interval for a proportion: never covers less than it says, usually more.
///
/// - Parameters:
///   - successes: Count in `0...trials`.
///   - trials: Sample size, at least 1.
///   - confidence: The coverage, between 0 and 1.
/// - Returns: Bounds in `0...1` that enclose `successes / trials`.
/// - Throws: ``StatisticsError/tooFew(needed:given:)`` when there are no trials;
///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for an impossible count.
/// - Complexity: O(1).
///
/// Source: C. J. Clopper, E. S. Pearson, Biometrika 26 (1934), 404-413. Agrees with R's `binom.test`; reference values:
/// `Tests/StatisticsTests/Reference/proportions.R`.
public func clopperPearsonInterval(
    successes: Int,
    trials: Int,
    confidence: Double = 0.95
) throws(StatisticsError) -> ClosedRange<Double> {
    try checkCounts(successes: successes, trials: trials)
    let tail = (1 - (try probability(confidence, "the confidence"))) / 2
    let hits = Double(successes), misses = Double(trials - successes)
    let lower = successes == 0 ? 0 : try Beta(a: hits, b: misses + 1).quantile(tail)
    let upper = successes == trials ? 1 : try Beta(a: hits + 1, b: misses).upperQuantile(tail)
    return lower...upper
}
