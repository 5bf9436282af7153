/// How the errors of a regression on months are computed.
public enum CellErrors: Hashable, Sendable {
    /// The family's own, its dispersion included where it has one.
    case model
    /// Newey and West's with this largest lag, within each series.
    case neweyWest(lag: Int)
}

/// A fitted regression on months, in the form that errors and effects need: whatever is estimated changes with the
/// outcomes through one weight a cell.
struct FittedCells {
    let names: [String]
    let coefficients: [Double]
    let columns: [[Double]]
    let isLogarithmic: Bool
    /// The linear part and the mean of each cell.
    let linear: [Double]
    let means: [Double]
    /// The weight of each cell in the information, and its score: the weight times the working residual.
    let weights: [Double]
    let scores: [Double]
    /// The cells of each series, in the order of months.
    let runs: [Range<Int>]
    /// The dispersion that errors carry, or 1.
    let scale: Double
    /// The degrees of freedom of Student's t; nil for the normal law.
    let law: Double?
    private let covariance: Matrix
    private let levels: Levels?

    /// Levels of series that were taken out: the columns without them, and how they are spread.
    private struct Levels {
        let within: [[Double]]
        let means: [[Double]]
        let totals: [Double]
    }

    init(_ model: CountModel, runs: [Range<Int>]) {
        (names, coefficients, columns) = (model.names, model.coefficients, model.columns)
        (isLogarithmic, linear, means) = (model.family.isLogarithmic, model.linear, model.means)
        (weights, self.runs, scale) = (model.workingWeights, runs, model.scale)
        scores = model.outcomes.indices.map {
            let residual = model.outcomes[$0] - model.means[$0]
            return model.family.isLogarithmic
                ? model.workingWeights[$0] * residual / model.means[$0] : model.workingWeights[$0] * residual
        }
        law = model.family.estimatesScale ? Double(model.degreesOfFreedom) : nil
        (covariance, levels) = (model.unscaledCovariance, nil)
    }

    /// A model with area levels taken out; `estimatesScale` lets errors carry the dispersion.
    init(_ model: FixedEffectsModel, estimatesScale: Bool) {
        (names, coefficients, columns) = (model.names, model.coefficients, model.panel.columns)
        (isLogarithmic, linear, means) = (model.family == .poisson, model.linear, model.fitted)
        (weights, scores) = (model.weights, model.residuals)
        let starts = model.effects.starts
        runs = zip(starts, starts.dropFirst()).map { $0..<$1 }
        scale = estimatesScale ? model.dispersion : 1
        law = estimatesScale ? Double(model.degreesOfFreedom) : nil
        covariance = model.unscaledCovariance
        let totals = model.effects.totals(model.weights)
        let means = zip(columns, model.within).map { column, within in
            starts.dropLast().map { column[$0] - within[$0] }
        }
        levels = Levels(within: model.within, means: means, totals: totals.areas)
    }

    /// The weight with which the score of each cell moves a quantity with this derivative by the coefficients, and by the
    /// levels of the series where they have them.
    func influence(_ gradient: [Double], levels byLevel: [Double]? = nil) -> [Double] {
        var inner = gradient
        if let levels, let byLevel {
            for index in inner.indices {
                for (series, slope) in byLevel.enumerated() { inner[index] -= slope * levels.means[index][series] }
            }
        }
        let direction = covariance.times(inner)
        let shape = levels?.within ?? columns
        var influence = Array(repeating: 0.0, count: means.count)
        for (column, factor) in zip(shape, direction) where factor != 0 {
            for cell in influence.indices { influence[cell] += factor * column[cell] }
        }
        if let levels, let byLevel {
            for (series, run) in runs.enumerated() {
                for cell in run { influence[cell] += byLevel[series] / levels.totals[series] }
            }
        }
        return influence
    }

    /// The standard error of a quantity with this influence.
    func error(of influence: [Double], _ errors: CellErrors) -> Double {
        switch errors {
        case .model:
            var sum = 0.0
            for cell in influence.indices { sum += influence[cell] * influence[cell] * weights[cell] }
            return (scale * sum).squareRoot()
        case .neweyWest(let lag):
            let terms = zip(influence, scores).map { $0 * $1 }
            return max(0, NeweyWest.variance(terms, runs: runs, lag: lag)).squareRoot()
        }
    }

    /// A weighted sum of coefficients with its error.
    func contrast(
        _ name: String,
        _ weights: [Double],
        _ errors: CellErrors,
        _ confidence: Double
    ) throws(StatisticsError) -> Coefficient {
        try Coefficient(
            name,
            estimate: zip(weights, coefficients).reduce(0) { $0 + $1.0 * $1.1 },
            standardError: error(of: influence(weights), errors),
            degreesOfFreedom: law,
            confidence: confidence
        )
    }

    /// The weights of a contrast from the names of its columns.
    func weights(_ parts: [(name: String, weight: Double)]) -> [Double] {
        names.map { name in parts.first { $0.name == name }?.weight ?? 0 }
    }

    /// Every coefficient.
    func table(_ errors: CellErrors, _ confidence: Double) throws(StatisticsError) -> [Coefficient] {
        var table: [Coefficient] = []
        for name in names { table.append(try contrast(name, weights([(name, 1)]), errors, confidence)) }
        return table
    }
}
