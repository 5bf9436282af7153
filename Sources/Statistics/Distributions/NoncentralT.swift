import CSpecialFunctions

/// The noncentral t distribution: the law of a t statistic when the true effect is not zero.
///
/// Absolute error below 1e-12 for |noncentrality| up to 37 (Boost.Math); used for power and for intervals of
/// standardised effects. Reference values: `Tests/StatisticsTests/Reference/distributions.py` (quadrature with 150 digits).
public struct NoncentralT: Hashable, Sendable {
    /// The degrees of freedom, above 0.
    public let degreesOfFreedom: Double
    /// The noncentrality: the true effect in standard errors.
    public let noncentrality: Double

    /// A distribution with these parameters.
    /// - Throws: ``StatisticsError`` unless the degrees of freedom are above 0 and both are finite.
    public init(degreesOfFreedom: Double, noncentrality: Double) throws(StatisticsError) {
        self.degreesOfFreedom = try positive(degreesOfFreedom, "the degrees of freedom")
        guard noncentrality.isFinite else { throw .notFinite }
        self.noncentrality = noncentrality
    }

    /// P(T ≤ `x`), in `0...1`.
    public func cdf(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_noncentral_t_cdf(degreesOfFreedom, noncentrality, argument(x)), "noncentral t")
    }

    /// P(T > `x`), in `0...1`.
    public func upperTail(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_noncentral_t_upper(degreesOfFreedom, noncentrality, argument(x)), "noncentral t")
    }
}
