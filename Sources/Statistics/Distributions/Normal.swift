import CSpecialFunctions

/// The standard normal distribution.
///
/// Relative error below 1e-12 into both tails (Boost.Math). Reference values: `Tests/StatisticsTests/Reference/distributions.py`.
public enum Normal {
    /// P(Z ≤ `x`), in `0...1`.
    /// - Throws: ``StatisticsError/notFinite`` when `x` is not a number.
    public static func cdf(_ x: Double) throws(StatisticsError) -> Double { cg_normal_cdf(try argument(x)) }

    /// P(Z > `x`), in `0...1`, precise where `1 - cdf` would be zero.
    /// - Throws: ``StatisticsError/notFinite`` when `x` is not a number.
    public static func upperTail(_ x: Double) throws(StatisticsError) -> Double { cg_normal_upper(try argument(x)) }

    /// The `x` with P(Z ≤ x) = `p`.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless 0 < `p` < 1.
    public static func quantile(_ p: Double) throws(StatisticsError) -> Double {
        cg_normal_quantile(try probability(p))
    }

    /// Half the width, in standard errors, of a two-sided interval with this `confidence`: 1.959964 for 0.95.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless 0 < `confidence` < 1.
    public static func twoSidedQuantile(confidence: Double) throws(StatisticsError) -> Double {
        cg_normal_upper_quantile((1 - (try probability(confidence, "the confidence"))) / 2)
    }
}
