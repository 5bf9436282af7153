import CSpecialFunctions

/// Pearson's correlation of two measurements of the same people, such as a scale answered twice (its test-retest
/// reliability).
///
/// - Parameters:
///   - first: The first measurements.
///   - second: The second measurements of the same people in the same order.
/// - Returns: A number in `-1...1`.
/// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` below 2 people;
///   ``StatisticsError/noSpread`` when either is constant; ``StatisticsError/notFinite``.
/// - Complexity: O(n).
public func correlation(_ first: [Double], _ second: [Double]) throws(StatisticsError) -> Double {
    guard first.count == second.count else { throw .unequalLengths(first.count, second.count) }
    guard first.count >= 2 else { throw .tooFew(needed: 2, given: first.count) }
    let (one, other) = (try Moments(first), try Moments(second))
    guard let spread = one.standardDeviation, let otherSpread = other.standardDeviation,
        isSpread(spread, around: one.mean), isSpread(otherSpread, around: other.mean)
    else { throw .noSpread }
    let products = zip(first, second).map { ($0 - one.mean) / spread * (($1 - other.mean) / otherSpread) }
    return max(-1, min(1, compensatedSum(products) / Double(first.count - 1)))
}

/// Whether a standard deviation is more than the rounding of numbers of this size.
func isSpread(_ deviation: Double, around mean: Double) -> Bool { deviation > 1e-14 * max(1e-290, abs(mean)) }

/// The interval of a correlation by Fisher's transformation with this standard error; nil at ±1.
func fisherInterval(_ r: Double, error: Double, confidence: Double) throws(StatisticsError) -> ClosedRange<Double>? {
    let half = try Normal.twoSidedQuantile(confidence: confidence) * error
    guard abs(r) < 1 else { return nil }
    let centre = (cg_log1p(r) - cg_log1p(-r)) / 2
    func correlation(_ z: Double) -> Double {
        let grown = cg_expm1(2 * z)
        return grown.isFinite ? grown / (grown + 2) : 1
    }
    return correlation(centre - half)...correlation(centre + half)
}
