import CSpecialFunctions

/// The log-likelihood of a linear model at the maximum-likelihood variance.
enum GaussianLikelihood {
    static func of(deviance: Double, weights: [Double]?, count: Int) -> Double {
        let n = Double(count)
        let logWeights = weights.map { $0.reduce(0) { $0 + cg_log($1) } } ?? 0
        return (logWeights - n * (cg_log(2 * .pi * deviance / n) + 1)) / 2
    }
}
