import CSpecialFunctions

/// The number of successes in independent trials.
public struct Binomial: Hashable, Sendable {
    /// The number of trials, 0 or more.
    public let trials: Int
    /// The chance of success in each, in `0...1`.
    public let probability: Double

    /// A distribution with these parameters.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative number of trials or a chance
    ///   outside `0...1`.
    public init(trials: Int, probability: Double) throws(StatisticsError) {
        guard trials >= 0 else {
            throw .outsideDomain(quantity: "the number of trials", value: Double(trials), expected: "0 or more")
        }
        guard probability >= 0, probability <= 1 else {
            throw .outsideDomain(quantity: "the probability", value: probability, expected: "between 0 and 1")
        }
        (self.trials, self.probability) = (trials, probability)
    }

    /// P(X = `k`); 0 outside `0...trials`.
    public func density(_ k: Int) throws(StatisticsError) -> Double {
        guard (0...trials).contains(k) else { return 0 }
        return try evaluated(cg_binomial_density(Double(trials), probability, Double(k)), "the binomial distribution")
    }

    /// P(X ≤ `k`).
    public func cdf(_ k: Int) throws(StatisticsError) -> Double {
        guard k >= 0 else { return 0 }
        guard k < trials else { return 1 }
        return try evaluated(cg_binomial_cdf(Double(trials), probability, Double(k)), "the binomial distribution")
    }

    /// P(X > `k`).
    public func upperTail(_ k: Int) throws(StatisticsError) -> Double {
        guard k >= 0 else { return 1 }
        guard k < trials else { return 0 }
        return try evaluated(cg_binomial_upper(Double(trials), probability, Double(k)), "the binomial distribution")
    }
}
