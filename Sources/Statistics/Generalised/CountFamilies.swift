import CSpecialFunctions

/// Counts whose variance is their mean, or a multiple of it, with the logarithm as link.
struct PoissonFamily: ResponseFamily {
    /// The family.
    init() {}

    func start(_ outcome: Double, weight: Double) -> Double { outcome + 0.1 }
    func linear(_ mean: Double) -> Double { cg_log(mean) }
    func mean(_ linear: Double) -> Double { max(cg_exp(linear), .ulpOfOne) }
    func slope(_ linear: Double) -> Double { max(cg_exp(linear), .ulpOfOne) }
    func variance(_ mean: Double) -> Double { mean }

    func deviance(_ outcome: Double, _ mean: Double) -> Double {
        2 * ((outcome > 0 ? outcome * cg_log(outcome / mean) : 0) - (outcome - mean))
    }
}

/// Counts whose variance is μ + μ²/θ with a given θ, with the logarithm as link.
struct NegativeBinomialFamily: ResponseFamily {
    /// θ, above 0; the larger, the nearer to Poisson.
    let theta: Double

    /// The family with this θ.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless it is finite and above 0.
    init(theta: Double) throws(StatisticsError) { self.theta = try positive(theta, "θ") }

    func start(_ outcome: Double, weight: Double) -> Double { outcome + (outcome == 0 ? 1.0 / 6 : 0) }
    func linear(_ mean: Double) -> Double { cg_log(mean) }
    func mean(_ linear: Double) -> Double { max(cg_exp(linear), .ulpOfOne) }
    func slope(_ linear: Double) -> Double { max(cg_exp(linear), .ulpOfOne) }
    func variance(_ mean: Double) -> Double { mean + mean * mean / theta }

    func deviance(_ outcome: Double, _ mean: Double) -> Double {
        let own = outcome > 0 ? outcome * cg_log(outcome / mean) : 0
        return 2 * (own - (outcome + theta) * cg_log1p((outcome - mean) / (mean + theta)))
    }
}

/// Values with constant variance, with no link.
struct GaussianFamily: ResponseFamily {
    /// The family.
    init() {}

    func start(_ outcome: Double, weight: Double) -> Double { outcome }
    func linear(_ mean: Double) -> Double { mean }
    func mean(_ linear: Double) -> Double { linear }
    func slope(_ linear: Double) -> Double { 1 }
    func variance(_ mean: Double) -> Double { 1 }
    func deviance(_ outcome: Double, _ mean: Double) -> Double { (outcome - mean) * (outcome - mean) }
}
