import CSpecialFunctions

/// The number of rare events with a given mean.
public struct Poisson: Hashable, Sendable {
    /// The mean, above 0.
    public let mean: Double

    /// A distribution with this mean.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless it is finite and above 0.
    public init(mean: Double) throws(StatisticsError) { self.mean = try positive(mean, "the mean") }

    /// P(X ≤ `k`).
    public func cdf(_ k: Int) throws(StatisticsError) -> Double {
        k < 0 ? 0 : try evaluated(cg_poisson_cdf(mean, Double(k)), "the Poisson distribution")
    }

    /// P(X > `k`).
    public func upperTail(_ k: Int) throws(StatisticsError) -> Double {
        k < 0 ? 1 : try evaluated(cg_poisson_upper(mean, Double(k)), "the Poisson distribution")
    }
}

/// The number of failures before the `size`-th success: counts whose variance grows with the square of their mean.
public struct NegativeBinomial: Hashable, Sendable {
    /// The number of successes waited for, above 0; need not be whole (θ in R).
    public let size: Double
    /// The chance of success, between 0 and 1.
    public let probability: Double

    /// 1 - ``probability``, kept apart since it may be far smaller than the rounding of the other.
    private let failure: Double

    /// A distribution with this size and chance.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a parameter outside its range.
    public init(size: Double, probability: Double) throws(StatisticsError) {
        self.size = try positive(size, "the size")
        guard probability > 0, probability < 1 else {
            throw .outsideDomain(quantity: "the probability", value: probability, expected: "between 0 and 1")
        }
        (self.probability, failure) = (probability, 1 - probability)
    }

    /// A distribution with this size and mean, as in R's `dnbinom(size =, mu =)`.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless both are finite and above 0.
    public init(size: Double, mean: Double) throws(StatisticsError) {
        let (size, mean) = (try positive(size, "the size"), try positive(mean, "the mean"))
        (self.size, probability, failure) = (size, size / (size + mean), mean / (size + mean))
    }

    /// P(X ≤ `k`).
    public func cdf(_ k: Int) throws(StatisticsError) -> Double {
        guard k >= 0 else { return 0 }
        let (trial, name) = (Double(k) + 1, "the negative binomial")
        return failure < 0.5
            ? try evaluated(cg_beta_upper(trial, size, failure), name)
            : try evaluated(cg_beta_cdf(size, trial, probability), name)
    }

    /// P(X > `k`).
    public func upperTail(_ k: Int) throws(StatisticsError) -> Double {
        guard k >= 0 else { return 1 }
        let (trial, name) = (Double(k) + 1, "the negative binomial")
        return failure < 0.5
            ? try evaluated(cg_beta_cdf(trial, size, failure), name)
            : try evaluated(cg_beta_upper(size, trial, probability), name)
    }
}
