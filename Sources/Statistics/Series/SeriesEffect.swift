import CSpecialFunctions

/// What an interruption did, as ratios (or differences) and in calls, each with its error by the delta method.
public struct SeriesEffect: Hashable, Sendable {
    /// The change of level at the start: the logarithm of a ratio, or for a Gaussian model a difference.
    public let level: Coefficient
    /// The change twelve months after the start, level and slope together, in the same form.
    public let atTwelveMonths: Coefficient
    /// Expected without the training less fitted, a year, over the months used: positive when there were fewer.
    public let avertedPerYear: Coefficient
    /// The same, summed over the months used and not brought to a year.
    public let averted: Coefficient
    /// Distinct months from the start on that were used.
    public let monthsAfter: Int
    /// Whether ``level`` and ``atTwelveMonths`` are logarithms of ratios.
    public let isLogarithmic: Bool

    /// exp of ``level``; nil for a Gaussian model.
    public var ratio: Double? { isLogarithmic ? level.ratio : nil }
    /// The interval of ``ratio``.
    public var ratioInterval: ClosedRange<Double>? { isLogarithmic ? level.ratioInterval : nil }
    /// exp of ``atTwelveMonths``; nil for a Gaussian model.
    public var ratioAtTwelveMonths: Double? { isLogarithmic ? atTwelveMonths.ratio : nil }
    /// The interval of ``ratioAtTwelveMonths``.
    public var ratioAtTwelveMonthsInterval: ClosedRange<Double>? { isLogarithmic ? atTwelveMonths.ratioInterval : nil }

    /// Where the training shows in a fitted regression.
    struct Place {
        /// The columns that would be zero without the training.
        let level: String
        let slope: String
        /// The cells with training and the month of each.
        let cells: [Int]
        let months: [Int]
    }

    init(
        _ fit: FittedCells,
        _ place: Place,
        _ errors: CellErrors,
        _ confidence: Double
    ) throws(StatisticsError) {
        guard let levelAt = fit.names.firstIndex(of: place.level), let slopeAt = fit.names.firstIndex(of: place.slope)
        else {
            throw .rankDeficient(columns: [place.level, place.slope].filter { !fit.names.contains($0) })
        }
        isLogarithmic = fit.isLogarithmic
        monthsAfter = Set(place.months).count
        level = try fit.contrast("level", fit.weights([(place.level, 1)]), errors, confidence)
        atTwelveMonths = try fit.contrast(
            "level + 12 slope",
            fit.weights([(place.level, 1), (place.slope, 12)]),
            errors,
            confidence
        )
        let averted = Averted(fit, place, levelAt, slopeAt)
        self.averted = try averted.coefficient("averted", fit, place.cells.map { _ in 1 }, errors, confidence)
        avertedPerYear = try averted.coefficient(
            "averted per year",
            fit,
            averted.yearly(fit, place),
            errors,
            confidence
        )
    }
}

/// Expected without the training less fitted, cell by cell.
private struct Averted {
    private let cells: [Int]
    private let columns: (level: Int, slope: Int)
    private let without: [Double]

    init(_ fit: FittedCells, _ place: SeriesEffect.Place, _ level: Int, _ slope: Int) {
        (cells, columns) = (place.cells, (level, slope))
        without = place.cells.map { cell in
            let effect =
                fit.coefficients[level] * fit.columns[level][cell] + fit.coefficients[slope] * fit.columns[slope][cell]
            return fit.isLogarithmic ? fit.means[cell] * cg_exp(-effect) : fit.means[cell] - effect
        }
    }

    /// Twelve over the months of each cell's series, so that every series counts as a year.
    func yearly(_ fit: FittedCells, _ place: SeriesEffect.Place) -> [Double] {
        var factors = Array(repeating: 0.0, count: cells.count)
        for run in fit.runs {
            let own = cells.indices.filter { run.contains(cells[$0]) }
            for index in own { factors[index] = 12 / Double(own.count) }
        }
        return factors
    }

    func coefficient(
        _ name: String,
        _ fit: FittedCells,
        _ factors: [Double],
        _ errors: CellErrors,
        _ confidence: Double
    ) throws(StatisticsError) -> Coefficient {
        var gradient = Array(repeating: 0.0, count: fit.names.count), estimate = 0.0
        var byCell = Array(repeating: 0.0, count: fit.means.count)
        for (index, cell) in cells.enumerated() {
            let difference = without[index] - fit.means[cell]
            estimate += factors[index] * difference
            if fit.isLogarithmic { byCell[cell] = factors[index] * difference }
            for column in gradient.indices {
                let isEffect = column == columns.level || column == columns.slope
                let value = fit.columns[column][cell]
                let slope = fit.isLogarithmic ? (isEffect ? -fit.means[cell] : difference) : (isEffect ? -1 : 0)
                gradient[column] += factors[index] * slope * value
            }
        }
        let byLevel = fit.runs.map { run in run.reduce(0) { $0 + byCell[$1] } }
        return try Coefficient(
            name,
            estimate: estimate,
            standardError: fit.error(of: fit.influence(gradient, levels: byLevel), errors),
            degreesOfFreedom: fit.law,
            confidence: confidence
        )
    }
}
