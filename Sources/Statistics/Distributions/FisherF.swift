import CSpecialFunctions

/// The F distribution: the law of a ratio of two independent variances.
public struct FisherF: Hashable, Sendable {
    /// The degrees of freedom above the line, above 0.
    public let numerator: Double
    /// The degrees of freedom below the line, above 0.
    public let denominator: Double

    /// A distribution with these degrees of freedom.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless both are finite and above 0.
    public init(numerator: Double, denominator: Double) throws(StatisticsError) {
        self.numerator = try positive(numerator, "the degrees of freedom")
        self.denominator = try positive(denominator, "the degrees of freedom")
    }

    /// P(F ≤ `x`), for `x` from 0.
    public func cdf(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_f_cdf(numerator, denominator, argument(x)), "the F distribution")
    }

    /// P(F > `x`), for `x` from 0.
    public func upperTail(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_f_upper(numerator, denominator, argument(x)), "the F distribution")
    }

    /// The `x` with P(F ≤ x) = `p`, for 0 < `p` < 1.
    public func quantile(_ p: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_f_quantile(numerator, denominator, probability(p)), "the F quantile")
    }
}
