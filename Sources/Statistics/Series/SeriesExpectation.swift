import CSpecialFunctions

/// What a series model expects without the training in one month, or in several cells together, with its interval.
public struct SeriesExpectation: Hashable, Sendable {
    /// The expected count, or for a Gaussian model the value.
    public let expected: Double
    /// The interval of the expectation, not of what would be counted: the noise of single months is not in it.
    public let interval: ClosedRange<Double>
}

extension SeriesModel {
    /// What is expected without the training, summed over the given places of ``fits``.
    ///
    /// The error is that of the model's other coefficients by the delta method, on the scale of the logarithm for counts: R's
    /// `predict(se.fit = TRUE)` with level and slope at zero. Reference values:
    /// `Tests/EvaluationTests/Reference/calls_series.R`.
    ///
    /// - Parameters:
    ///   - places: Places in ``fits``; at least one.
    ///   - confidence: The coverage, between 0 and 1.
    /// - Returns: The sum of what is expected, with its interval.
    /// - Throws: ``StatisticsError/noSpread`` or ``StatisticsError/notFinite`` where there is no error.
    /// - Complexity: O(months × columns).
    public func expectation(
        at places: [Int],
        confidence: Double = 0.95
    ) throws(StatisticsError) -> SeriesExpectation {
        try regression.expectation(places, without: columns, errors, confidence)
    }
}

extension SeriesRegression {
    func expectation(
        _ places: [Int],
        without names: [String],
        _ errors: CellErrors,
        _ confidence: Double
    ) throws(StatisticsError) -> SeriesExpectation {
        let all = fits(effect: names)
        let expected = places.reduce(0) { $0 + all[$1].counterfactual }
        guard expected != 0 || !cells.isLogarithmic else { throw .noSpread }
        var gradient = Array(repeating: 0.0, count: cells.names.count)
        var byCell = Array(repeating: 0.0, count: all.count)
        for place in places {
            let weight = cells.isLogarithmic ? all[place].counterfactual / expected : 1
            byCell[place] += weight
            for column in gradient.indices where !names.contains(cells.names[column]) {
                gradient[column] += weight * cells.columns[column][place]
            }
        }
        let byLevel = cells.runs.map { run in run.reduce(0) { $0 + byCell[$1] } }
        let influence = cells.influence(gradient, levels: byLevel)
        let line = try Coefficient(
            "expected",
            estimate: cells.isLogarithmic ? cg_log(expected) : expected,
            standardError: cells.error(of: influence, errors),
            degreesOfFreedom: cells.law,
            confidence: confidence
        )
        return SeriesExpectation(
            expected: expected,
            interval: cells.isLogarithmic ? line.ratioInterval : line.interval
        )
    }
}
