import CSpecialFunctions

/// A model with random intercepts at the maximum of its restricted likelihood.
struct RestrictedFit {
    /// The same fixed effects by least squares.
    let model: LinearModel
    let nesting: Nesting
    let likelihood: RestrictedLikelihood
    let state: RestrictedLikelihood.State
    let residualVariance: Double
    /// The fixed effects.
    let estimates: [Double]

    /// - Throws: What ``RandomInterceptModel`` throws.
    init(_ outcome: [Double], on design: Design, groups: [Int], subgroups: [Int]?) throws(StatisticsError) {
        model = try LinearModel(outcome, on: design)
        guard !model.isExact else { throw .noSpread }
        nesting = try Nesting(groups: groups, subgroups: subgroups, count: outcome.count)
        let data = model.basis.beside(try Matrix(columns: [model.residuals]))
        likelihood = RestrictedLikelihood(
            sums: NestedSums(data, outer: nesting.outer, inner: nesting.inner, outerOf: nesting.outerOf)
        )
        state = try likelihood.maximum(free: subgroups == nil ? [0] : [0, 1])
        residualVariance = state.squares / likelihood.freedom
        guard residualVariance > 1e-20 * model.residualVariance else { throw .noSpread }
        estimates = zip(model.coefficients, model.decomposition.solveTriangle(state.shift)).map { $0 + $1 }
    }

    /// The variances of the groups' levels, the outer groups first.
    var variances: [Double] { state.ratios.map { $0 * residualVariance } }

    /// The restricted log likelihood.
    var logLikelihood: Double {
        let triangle = model.decomposition.triangular
        let size = (0..<triangle.rows).reduce(0) { $0 + cg_log(abs(triangle[$1, $1])) }
        let constant = likelihood.freedom * (1 + cg_log(2 * .pi / likelihood.freedom))
        return -(state.deviance + 2 * size + constant) / 2
    }
}
