/// Least squares with named coefficients, plain or weighted, by QR.
///
/// Agrees with R's `lm`; reference values: `Tests/StatisticsTests/Reference/nist.py` (NIST's certified data sets) and
/// `regression.R`.
public struct LinearModel: Sendable {
    /// The columns that are estimated, in the order of the design.
    public let names: [String]
    /// The columns left out since others say the same already.
    public let dropped: [String]
    /// The coefficients, one for each of ``names``.
    public let coefficients: [Double]
    /// The outcome that the coefficients foretell.
    public let fitted: [Double]
    /// The outcome less what is fitted.
    public let residuals: [Double]
    /// Observations less coefficients, at least 1.
    public let degreesOfFreedom: Int
    /// The weighted sum of squared residuals over ``degreesOfFreedom``.
    public let residualVariance: Double
    /// The inverse of X'WX.
    public let unscaledCovariance: Matrix
    /// √W X = Q R.
    let decomposition: QRDecomposition
    /// Q, observations × coefficients.
    let basis: Matrix
    /// The square roots of the weights.
    let rootWeights: [Double]?
    /// Whether the residuals are no more than rounding.
    let isExact: Bool

    /// Fits a model.
    ///
    /// - Parameters:
    ///   - outcome: What is to be explained.
    ///   - design: The columns.
    ///   - weights: Weights above 0, such as inverse variances; nil for all alike.
    ///   - tolerance: The share of its length that a column must keep beside the others.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite``;
    ///   ``StatisticsError/tooFew(needed:given:)`` without an observation more than coefficients;
    ///   ``StatisticsError/rankDeficient(columns:)`` when no column is left;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a weight that is not above 0.
    /// - Complexity: O(observations × columns²).
    public init(
        _ outcome: [Double],
        on design: Design,
        weights: [Double]? = nil,
        tolerance: Double = 1e-10
    ) throws(StatisticsError) {
        guard outcome.count == design.rows else { throw .unequalLengths(design.rows, outcome.count) }
        guard outcome.allSatisfy(\.isFinite) else { throw .notFinite }
        let roots = try weights.map { weights throws(StatisticsError) in try Self.roots(weights, outcome.count) }
        let matrix = design.matrix
        decomposition = QRDecomposition(roots.map { matrix.scalingRows(by: $0) } ?? matrix, tolerance: tolerance)
        let needed = max(1, decomposition.rank) + 1
        guard outcome.count >= needed else { throw .tooFew(needed: needed, given: outcome.count) }
        guard decomposition.rank > 0 else { throw .rankDeficient(columns: design.names) }
        names = decomposition.kept.map { design.names[$0] }
        dropped = decomposition.dependent.sorted().map { design.names[$0] }
        let scaled = roots.map { zip(outcome, $0).map { $0 * $1 } } ?? outcome
        let effects = decomposition.transposedQ(scaled), rank = decomposition.rank
        coefficients = decomposition.solveTriangle(Array(effects[..<rank]))
        let left = decomposition.timesQ(Array(repeating: 0, count: rank) + effects[rank...])
        residuals = roots.map { zip(left, $0).map { $0 / $1 } } ?? left
        fitted = zip(outcome, residuals).map { $0 - $1 }
        degreesOfFreedom = outcome.count - rank
        let squares = compensatedSum(effects[rank...].map { $0 * $0 })
        residualVariance = squares / Double(degreesOfFreedom)
        guard residualVariance.isFinite, coefficients.allSatisfy(\.isFinite) else { throw .notFinite }
        isExact = squares <= 1e-26 * compensatedSum(effects.map { $0 * $0 }) || squares == 0
        unscaledCovariance = decomposition.inverseOfCrossProduct
        basis = decomposition.orthonormal
        rootWeights = roots
    }

    /// The share of each fitted value that comes from its own observation, in `0...1`; they add up to the coefficients.
    public var leverages: [Double] {
        (0..<basis.rows).map { row in
            min(1, (0..<basis.columns).reduce(0) { $0 + basis[row, $1] * basis[row, $1] })
        }
    }

    /// The coefficient of a column; nil when it was dropped or is not in the design.
    public func coefficient(_ name: String) -> Double? {
        names.firstIndex(of: name).map { coefficients[$0] }
    }

    private static func roots(_ weights: [Double], _ count: Int) throws(StatisticsError) -> [Double] {
        guard weights.count == count else { throw .unequalLengths(count, weights.count) }
        for weight in weights { _ = try positive(weight, "a weight") }
        return weights.map { $0.squareRoot() }
    }
}
