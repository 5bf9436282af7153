/// How the errors of single observations are taken to vary.
public enum ErrorVariance: String, Hashable, Sendable, CaseIterable {
    /// All alike: σ² (X'WX)⁻¹.
    case classical
    /// White's: each observation's squared residual.
    case hc0
    /// White's times n / (n - p).
    case hc1
    /// Squared residuals over 1 - leverage, without bias when all errors are alike.
    case hc2
    /// Squared residuals over (1 - leverage)², near the jackknife.
    case hc3
}

extension LinearModel {
    /// The covariance of the coefficients.
    ///
    /// Agrees with R's `sandwich::vcovHC`; reference values: `Tests/StatisticsTests/Reference/regression.R`.
    ///
    /// Source: H. White, Econometrica 48 (1980), 817-838; J. G. MacKinnon, H. White, Journal of Econometrics 29 (1985),
    /// 305-325.
    /// - Throws: ``StatisticsError/noSpread`` when the outcome is fitted without any residual;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` when HC2 or HC3 meets an observation with leverage 1.
    /// - Complexity: O(observations × coefficients²).
    public func covariance(_ kind: ErrorVariance = .classical) throws(StatisticsError) -> Matrix {
        guard !isExact else { throw .noSpread }
        guard kind != .classical else { return unscaledCovariance * residualVariance }
        let leverages = leverages
        if kind == .hc2 || kind == .hc3, let largest = leverages.max(), largest > 1 - 1e-10 {
            throw .outsideDomain(quantity: "the largest leverage", value: largest, expected: "below 1")
        }
        let sizes = residuals.indices.map { row in
            let residual = residuals[row] * (rootWeights?[row] ?? 1), room = 1 - leverages[row]
            switch kind {
            case .classical, .hc0, .hc1: return abs(residual)
            case .hc2: return abs(residual) / room.squareRoot()
            case .hc3: return abs(residual) / room
            }
        }
        let scaled = basis.scalingRows(by: sizes)
        let factor = kind == .hc1 ? Double(residuals.count) / Double(degreesOfFreedom) : 1
        return sandwich(scaled.transposedTimes(scaled)) * factor
    }

    /// The table of coefficients, by Student's t with the residuals' degrees of freedom.
    /// - Throws: What ``covariance(_:)`` throws.
    public func table(
        _ kind: ErrorVariance = .classical,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> [Coefficient] {
        let covariance = try covariance(kind)
        var table: [Coefficient] = []
        for (index, name) in names.enumerated() {
            table.append(
                try Coefficient(
                    name,
                    estimate: coefficients[index],
                    standardError: covariance[index, index].squareRoot(),
                    degreesOfFreedom: Double(degreesOfFreedom),
                    confidence: confidence
                )
            )
        }
        return table
    }

    /// R⁻¹ `meat` R⁻ᵀ, for a meat in terms of Q.
    func sandwich(_ meat: Matrix) -> Matrix {
        var half = Matrix(rows: meat.rows, columns: meat.columns)
        for column in 0..<meat.columns {
            half.replace(column: column, with: decomposition.solveTriangle(meat.column(column)))
        }
        let turned = half.transposed
        var result = turned
        for column in 0..<turned.columns {
            result.replace(column: column, with: decomposition.solveTriangle(turned.column(column)))
        }
        return result
    }
}
