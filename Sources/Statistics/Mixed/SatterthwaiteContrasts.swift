import CSpecialFunctions

/// Errors and Satterthwaite's degrees of freedom of weighted sums of fixed effects: 2 v² / (g'A g), where v is the variance
/// of the sum, g its derivatives by the variance parameters and A the covariance of these from the curvature of the deviance.
///
/// A parameter at the boundary 0 is left out: v depends on its square root evenly, so it would bring nothing.
struct SatterthwaiteContrasts: Sendable {
    private let triangle: QRDecomposition
    /// (X'V⁻¹X)⁻¹ and the derivatives of X'V⁻¹X, in terms of Q.
    private let covariance: Matrix
    private let slopes: [Matrix]
    private let residualVariance: Double
    /// A: the active ratios, then the residual variance.
    private let parameterCovariance: Matrix

    init(
        _ likelihood: RestrictedLikelihood,
        _ state: RestrictedLikelihood.State,
        _ triangle: QRDecomposition
    ) throws(StatisticsError) {
        let active = [0, 1].filter { state.ratios[$0] > 0 }, size = active.count
        let variance = state.squares / likelihood.freedom
        var curvature = Matrix(rows: size + 1, columns: size + 1)
        for (place, index) in active.enumerated() {
            let column = try Self.derivative(likelihood, state, index, variance)
            for (row, other) in active.enumerated() { curvature[row, place] = column[other] }
            let mixed = -state.squaresSlopes[index] / (variance * variance)
            curvature[place, size] = mixed
            curvature[size, place] = mixed
        }
        curvature[size, size] = likelihood.freedom / (variance * variance)
        // Scaled to a unit diagonal, so that the units of the parameters do not matter to the threshold.
        let scale = (0...size).map { 1 / max(curvature[$0, $0], .leastNormalMagnitude).squareRoot() }
        let eigen = try SymmetricEigen(((curvature + curvature.transposed) * 0.5).scaled(scale))
        parameterCovariance = (eigen.mapped { $0 > 1e-10 ? 2 / $0 : 0 }).scaled(scale)
        (self.triangle, covariance, residualVariance) = (triangle, state.covariance, variance)
        slopes = active.map { state.slopes[$0] }
    }

    func line(
        _ weights: [Double],
        _ estimates: [Double],
        _ name: String,
        _ confidence: Double
    ) throws(StatisticsError) -> Coefficient {
        let turned = triangle.solveTransposedTriangle(weights)
        let solved = covariance.times(turned)
        let plain = dotProduct(turned, solved), variance = residualVariance * plain
        let gradient = slopes.map { -residualVariance * $0.quadraticForm(solved) } + [plain]
        let spread = parameterCovariance.quadraticForm(gradient)
        guard variance > 0, spread > 0 else { throw .noSpread }
        return try Coefficient(
            name,
            estimate: dotProduct(weights, estimates),
            standardError: variance.squareRoot(),
            degreesOfFreedom: 2 * variance * variance / spread,
            confidence: confidence
        )
    }

    /// The derivatives by ratio `index` of the deviance's slopes by both ratios, the residual variance held: central
    /// differences at two widths, combined (Richardson).
    private static func derivative(
        _ likelihood: RestrictedLikelihood,
        _ state: RestrictedLikelihood.State,
        _ index: Int,
        _ variance: Double
    ) throws(StatisticsError) -> [Double] {
        func slopes(_ ratio: Double) throws(StatisticsError) -> [Double] {
            var ratios = state.ratios
            ratios[index] = ratio
            let moved = try likelihood.state(ratios)
            return [0, 1].map { moved.determinantSlopes[$0] + moved.squaresSlopes[$0] / variance }
        }
        func central(_ width: Double) throws(StatisticsError) -> [Double] {
            let ratio = state.ratios[index]
            let above = try slopes(ratio * (1 + width)), below = try slopes(ratio * (1 - width))
            return zip(above, below).map { ($0 - $1) / (2 * width * ratio) }
        }
        let wide = try central(2e-3), narrow = try central(1e-3)
        return zip(wide, narrow).map { ($1 * 4 - $0) / 3 }
    }
}

extension Matrix {
    /// D A D for a diagonal D.
    fileprivate func scaled(_ factors: [Double]) -> Matrix {
        scalingRows(by: factors).transposed.scalingRows(by: factors)
    }
}
