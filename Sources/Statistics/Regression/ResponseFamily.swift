import CSpecialFunctions

/// A family of a generalised linear model with its link: how the mean follows from the linear part, and how observations
/// vary about their mean.
public protocol ResponseFamily: Sendable {
    /// A first guess of the mean of an observation.
    func start(_ outcome: Double, weight: Double) -> Double
    /// The linear part of a mean (the link).
    func linear(_ mean: Double) -> Double
    /// The mean of a linear part.
    func mean(_ linear: Double) -> Double
    /// The derivative of the mean by the linear part, above 0.
    func slope(_ linear: Double) -> Double
    /// The variance of an observation with this mean, but for the dispersion.
    func variance(_ mean: Double) -> Double
    /// The deviance of one observation, 0 where it equals its mean.
    func deviance(_ outcome: Double, _ mean: Double) -> Double
}

/// Shares between 0 and 1, or answers 0 and 1, with the logistic link.
public struct BinomialFamily: ResponseFamily {
    /// The family.
    public init() {}

    /// The share drawn half an answer towards the middle.
    public func start(_ outcome: Double, weight: Double) -> Double { (weight * outcome + 0.5) / (weight + 1) }

    /// The logarithm of the odds.
    public func linear(_ mean: Double) -> Double { cg_log(mean / (1 - mean)) }

    /// The share with these log odds, in `0...1`.
    public func mean(_ linear: Double) -> Double {
        linear < 0 ? cg_exp(linear) / (1 + cg_exp(linear)) : 1 / (1 + cg_exp(-linear))
    }

    /// μ (1 - μ), kept above 0.
    public func slope(_ linear: Double) -> Double {
        let small = cg_exp(-abs(linear))
        return max(small / ((1 + small) * (1 + small)), .ulpOfOne)
    }

    /// μ (1 - μ), kept above 0.
    public func variance(_ mean: Double) -> Double { max(mean * (1 - mean), .ulpOfOne) }

    /// Twice the gap between the largest log likelihood and that of the mean.
    public func deviance(_ outcome: Double, _ mean: Double) -> Double {
        func part(_ share: Double, _ expected: Double) -> Double { share > 0 ? share * cg_log(share / expected) : 0 }
        return 2 * (part(outcome, mean) + part(1 - outcome, 1 - mean))
    }
}
