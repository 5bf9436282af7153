import CSpecialFunctions

/// The chi-squared distribution.
public struct ChiSquared: Hashable, Sendable {
    /// The degrees of freedom, above 0.
    public let degreesOfFreedom: Double

    /// A distribution with these degrees of freedom.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless they are finite and above 0.
    public init(degreesOfFreedom: Double) throws(StatisticsError) {
        self.degreesOfFreedom = try positive(degreesOfFreedom, "the degrees of freedom")
    }

    /// P(X ≤ `x`), for `x` from 0.
    public func cdf(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_chi_squared_cdf(degreesOfFreedom, argument(x)), "the chi-squared distribution")
    }

    /// P(X > `x`), for `x` from 0.
    public func upperTail(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_chi_squared_upper(degreesOfFreedom, argument(x)), "the chi-squared distribution")
    }

    /// The `x` with P(X ≤ x) = `p`, for 0 < `p` < 1.
    public func quantile(_ p: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_chi_squared_quantile(degreesOfFreedom, probability(p)), "the chi-squared quantile")
    }
}

/// The gamma distribution with scale 1.
public struct Gamma: Hashable, Sendable {
    /// The shape, above 0.
    public let shape: Double

    /// A distribution with this shape.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless it is finite and above 0.
    public init(shape: Double) throws(StatisticsError) { self.shape = try positive(shape, "the shape") }

    /// P(X ≤ `x`), for `x` from 0.
    public func cdf(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_gamma_cdf(shape, argument(x)), "the gamma distribution")
    }

    /// P(X > `x`), for `x` from 0.
    public func upperTail(_ x: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_gamma_upper(shape, argument(x)), "the gamma distribution")
    }

    /// The `x` with P(X ≤ x) = `p`, for 0 < `p` < 1.
    public func quantile(_ p: Double) throws(StatisticsError) -> Double {
        try evaluated(cg_gamma_quantile(shape, probability(p)), "the gamma quantile")
    }
}
