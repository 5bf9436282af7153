/// An interrupted time series beside one that was not: did the treated series change more than the comparison?
///
/// The columns are intercept, time, level, slope, seasons, events, treated, treated:time, treated:level and treated:slope;
/// the effect is treated:level and treated:slope, and treated:time says whether the two ran apart before. Several areas of
/// a side share its level, so give their sum unless they are alike. Reference values:
/// `Tests/StatisticsTests/Reference/series.R`.
///
/// Source: J. Lopez Bernal, S. Cummins, A. Gasparrini, International Journal of Epidemiology 47 (2018), 2082-2093.
@dynamicMemberLookup
public struct ControlledTimeSeries: Sendable {
    /// What was found.
    public let model: SeriesModel

    /// What was found, by the names of ``SeriesModel``.
    public subscript<Value>(dynamicMember part: KeyPath<SeriesModel, Value>) -> Value { model[keyPath: part] }

    /// The difference of trends before the start; nil when it cannot be told.
    public var pretrend: Coefficient? { model.coefficients.first { $0.name == "treated:time" } }

    /// Fits treated and comparison series together.
    ///
    /// - Parameters:
    ///   - treated: The months of each treated series.
    ///   - comparison: The months of each comparison series.
    ///   - interruption: When it started in the treated series, and seasons and events of both.
    ///   - family: The law of the outcome.
    ///   - errors: The family's own errors or Newey and West's.
    ///   - confidence: The coverage of intervals, between 0 and 1.
    /// - Throws: As ``InterruptedTimeSeries``, for either side; ``StatisticsError/tooFew(needed:given:)`` when a side has no
    ///   series.
    public init(
        treated: [[SeriesMonth]],
        comparison: [[SeriesMonth]],
        interruption: Interruption,
        family: CountModel.Family = .quasipoisson,
        errors: CellErrors = .model,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard !treated.isEmpty, !comparison.isEmpty else {
            throw .tooFew(needed: 2, given: min(1, treated.count + comparison.count))
        }
        for side in [treated, comparison] {
            let cells = StackedSeries(side.map(interruption.used), treated: side.map { _ in true })
            try interruption.check(cells.months)
            if family.isLogarithmic { try cells.checkEvents(from: interruption.start) }
        }
        let cells = StackedSeries(
            (treated + comparison).map(interruption.used),
            treated: treated.map { _ in true } + comparison.map { _ in false }
        )
        let first = interruption.firstMonth ?? cells.months.min() ?? interruption.start
        let trend = interruption.trend(cells.months, from: first)
        let circumstances = try interruption.circumstances(cells.months, of: cells.series, from: first)
        let indicator = cells.treated.map { $0 ? 1.0 : 0 }
        let own = trend.map { (name: "treated:\($0.name)", values: zip($0.values, indicator).map { $0 * $1 }) }
        let fit = try SeriesRegression(
            cells,
            trend + circumstances + [("treated", indicator)] + own,
            family,
            levels: false
        )
        model = try SeriesModel(
            fit,
            level: "treated:level",
            slope: "treated:slope",
            start: interruption.start,
            family,
            errors,
            confidence
        )
    }
}
