import CSpecialFunctions

/// The beta distribution on `0...1`, whose quantiles give exact intervals for proportions.
public struct Beta: Hashable, Sendable {
    /// The first shape, above 0.
    public let a: Double
    /// The second shape, above 0.
    public let b: Double

    /// A distribution with these shapes.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless both are finite and above 0.
    public init(a: Double, b: Double) throws(StatisticsError) {
        self.a = try positive(a, "the first shape")
        self.b = try positive(b, "the second shape")
    }

    /// P(X ≤ `x`) for `x` in `0...1`: the regularised incomplete beta function.
    public func cdf(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_beta_cdf(a, b, argument(x)), "the beta distribution")
    }

    /// P(X > `x`) for `x` in `0...1`.
    public func upperTail(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_beta_upper(a, b, argument(x)), "the beta distribution")
    }

    /// The `x` with P(X ≤ x) = `p`, for 0 < `p` < 1.
    public func quantile(_ p: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_beta_quantile(a, b, probability(p)), "the beta quantile")
    }

    /// The `x` with P(X > x) = `q`, for 0 < `q` < 1.
    public func upperQuantile(_ q: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_beta_upper_quantile(a, b, probability(q)), "the beta quantile")
    }
}
