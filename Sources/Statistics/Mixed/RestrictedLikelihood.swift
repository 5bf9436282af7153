import CSpecialFunctions

/// The restricted likelihood of a model with random intercepts as a function of the ratios λ of group variance to residual
/// variance, fixed effects and residual variance profiled out.
struct RestrictedLikelihood {
    let sums: NestedSums
    /// The number of fixed effects.
    var effects: Int { sums.columns - 1 }
    /// Observations less fixed effects.
    var freedom: Double { Double(sums.observations - effects) }

    /// The state at one pair of ratios.
    struct State {
        let ratios: [Double]
        /// The deviance but for its constant.
        let deviance: Double
        /// Its derivatives by the two ratios.
        let gradient: [Double]
        /// The fixed effects in terms of the orthonormal columns, less those of least squares.
        let shift: [Double]
        /// (X'V⁻¹X)⁻¹ in terms of the orthonormal columns.
        let covariance: Matrix
        /// The derivatives of X'V⁻¹X by the two ratios.
        let slopes: [Matrix]
        /// The weighted sum of squared residuals, and its derivatives by the two ratios.
        let squares: Double
        let squaresSlopes: [Double]
        /// The derivatives of ln|V| + ln|X'V⁻¹X| by the two ratios.
        let determinantSlopes: [Double]
    }

    /// Evaluates the likelihood at ratios (outer, inner), each 0 or more.
    func state(_ ratios: [Double]) throws(StatisticsError) -> State {
        let weighted = sums.weighted(outer: ratios[0], inner: ratios[1])
        let places = Array(0..<effects), last = effects
        let information = weighted.products.selecting(columns: places).selecting(rows: places)
        let cholesky = try CholeskyDecomposition(information)
        let right = places.map { weighted.products[$0, last] }
        let shift = cholesky.solve(right)
        let squares = weighted.products[last, last] - dotProduct(right, shift)
        guard squares > 0, squares.isFinite else { throw .noSpread }
        let residual = shift.map { -$0 } + [1], covariance = cholesky.inverse
        var slopes: [Matrix] = [], squaresSlopes: [Double] = [], determinantSlopes: [Double] = []
        for (slope, determinant) in [
            (weighted.byOuter, weighted.logDeterminantByOuter), (weighted.byInner, weighted.logDeterminantByInner),
        ] {
            let block = slope.selecting(columns: places).selecting(rows: places)
            var trace = 0.0
            for column in places { for row in places { trace += covariance[row, column] * block[row, column] } }
            slopes.append(block)
            squaresSlopes.append(slope.quadraticForm(residual))
            determinantSlopes.append(determinant + trace)
        }
        return State(
            ratios: ratios,
            deviance: weighted.logDeterminant + cholesky.logDeterminant + freedom * cg_log(squares),
            gradient: [0, 1].map { determinantSlopes[$0] + freedom * squaresSlopes[$0] / squares },
            shift: shift,
            covariance: covariance,
            slopes: slopes,
            squares: squares,
            squaresSlopes: squaresSlopes,
            determinantSlopes: determinantSlopes
        )
    }
}
