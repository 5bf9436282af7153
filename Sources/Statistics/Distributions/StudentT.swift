import CSpecialFunctions

/// Student's t distribution.
///
/// Relative error below 1e-12 into both tails (Boost.Math). Reference values: `Tests/StatisticsTests/Reference/distributions.py`.
public struct StudentT: Hashable, Sendable {
    /// The degrees of freedom, above 0; need not be whole.
    public let degreesOfFreedom: Double

    /// A distribution with these degrees of freedom.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless they are finite and above 0.
    public init(degreesOfFreedom: Double) throws(StatisticsError) {
        self.degreesOfFreedom = try positive(degreesOfFreedom, "the degrees of freedom")
    }

    /// P(T ≤ `x`), in `0...1`.
    public func cdf(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_t_cdf(degreesOfFreedom, argument(x)), "Student's t")
    }

    /// P(T > `x`), in `0...1`, precise where `1 - cdf` would be zero.
    public func upperTail(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_t_upper(degreesOfFreedom, argument(x)), "Student's t")
    }

    /// P(|T| ≥ |`x`|): the two-sided p of a t statistic.
    public func twoSidedP(_ x: Double) throws(StatisticsError) -> Double { min(1, 2 * (try upperTail(abs(x)))) }

    /// The `x` with P(T ≤ x) = `p`, for 0 < `p` < 1.
    public func quantile(_ p: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_t_quantile(degreesOfFreedom, probability(p)), "Student's t quantile")
    }

    /// Half the width, in standard errors, of a two-sided interval with this `confidence`, for 0 < `confidence` < 1.
    public func twoSidedQuantile(confidence: Double) throws(StatisticsError) -> Double {
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        return try evaluated(cg_t_upper_quantile(degreesOfFreedom, tail), "Student's t quantile")
    }
}
