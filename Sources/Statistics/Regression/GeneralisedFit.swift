/// A generalised linear model by iteratively reweighted least squares, each step by QR.
///
/// Steps that raise the deviance are halved. Agrees with R's `glm` at `epsilon = 1e-14`.
///
/// Source: P. McCullagh, J. A. Nelder, Generalized Linear Models (1989), 2.5.
public struct GeneralisedFit: Sendable {
    /// The columns that are estimated, in the order of the design.
    public let names: [String]
    /// The columns left out since others say the same already.
    public let dropped: [String]
    /// The coefficients, one for each of ``names``.
    public let coefficients: [Double]
    /// The linear part of each observation, offset included.
    public let linear: [Double]
    /// The mean of each observation.
    public let means: [Double]
    /// The weights of the last least squares, at the final coefficients.
    public let workingWeights: [Double]
    /// The deviance, prior weights included.
    public let deviance: Double
    /// Observations less coefficients.
    public let degreesOfFreedom: Int
    /// The steps taken.
    public let iterations: Int
    /// The inverse of X'WX at the final weights; times the dispersion, the covariance of the coefficients.
    public let unscaledCovariance: Matrix
    /// √W X = Q R at the final weights.
    public let decomposition: QRDecomposition

    /// Fits a model.
    ///
    /// - Parameters:
    ///   - outcome: The observations, of a kind that the family knows.
    ///   - design: The columns.
    ///   - family: The family with its link.
    ///   - offset: A part of the linear part whose coefficient is 1; nil for none.
    ///   - weights: Prior weights above 0, such as numbers of trials; nil for all 1.
    ///   - start: The linear part to start from; nil lets the family guess.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite``;
    ///   ``StatisticsError/rankDeficient(columns:)`` when no column is left;
    ///   ``StatisticsError/tooFew(needed:given:)`` with fewer observations than coefficients;
    ///   ``StatisticsError/notConverged(function:)`` after 100 steps, which separation may cause.
    /// - Complexity: O(steps × observations × columns²), 4 to 10 steps.
    public init(
        _ outcome: [Double],
        on design: Design,
        family: some ResponseFamily,
        offset: [Double]? = nil,
        weights: [Double]? = nil,
        start: [Double]? = nil
    ) throws(StatisticsError) {
        let rows = design.rows
        for list in [outcome, offset, weights, start] {
            guard let list else { continue }
            guard list.count == rows else { throw .unequalLengths(rows, list.count) }
            guard list.allSatisfy(\.isFinite) else { throw .notFinite }
        }
        for weight in weights ?? [] { _ = try positive(weight, "a weight") }
        let independent = QRDecomposition(design.matrix)
        guard independent.rank > 0 else { throw .rankDeficient(columns: design.names) }
        guard rows >= independent.rank else { throw .tooFew(needed: independent.rank, given: rows) }
        names = independent.kept.map { design.names[$0] }
        dropped = independent.dependent.sorted().map { design.names[$0] }
        let problem = ReweightedLeastSquares(
            outcome: outcome,
            matrix: design.matrix.selecting(columns: independent.kept),
            offset: offset ?? Array(repeating: 0, count: rows),
            prior: weights ?? Array(repeating: 1, count: rows),
            family: family
        )
        let solution = try problem.solve(from: start)
        (coefficients, linear) = (solution.coefficients, solution.linear)
        (deviance, iterations) = (solution.deviance, solution.steps)
        means = linear.map { family.mean($0) }
        workingWeights = problem.weights(linear)
        decomposition = problem.decomposition(workingWeights)
        unscaledCovariance = decomposition.inverseOfCrossProduct
        degreesOfFreedom = rows - independent.rank
        guard unscaledCovariance.elements.allSatisfy(\.isFinite) else { throw .notFinite }
    }
}
