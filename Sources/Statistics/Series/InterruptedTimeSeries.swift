/// An interrupted time series: did the level or the slope of monthly counts change when training started?
///
/// ln μ = ln exposure + intercept + time + level + slope + seasons + events. One series has an intercept; of several each
/// has its own level, taken out (``FixedEffects``) but for a negative binomial model, and one common effect. Agrees with R's
/// `glm`, `MASS::glm.nb` and `sandwich::NeweyWest`; reference values: `Tests/StatisticsTests/Reference/series.R`.
///
/// Source: A. K. Wagner and others, Journal of Clinical Pharmacy and Therapeutics 27 (2002), 299-309; J. Lopez Bernal and
/// others, International Journal of Epidemiology 46 (2017), 348-355.
@dynamicMemberLookup
public struct InterruptedTimeSeries: Sendable {
    /// What was found.
    public let model: SeriesModel

    /// What was found, by the names of ``SeriesModel``.
    public subscript<Value>(dynamicMember part: KeyPath<SeriesModel, Value>) -> Value { model[keyPath: part] }

    /// Fits one or more series.
    ///
    /// - Parameters:
    ///   - series: The months of each area, in any order; a gap is simply not there.
    ///   - interruption: When it started, and seasons and events.
    ///   - family: The law of the outcome.
    ///   - errors: The family's own errors or Newey and West's.
    ///   - confidence: The coverage of intervals, between 0 and 1.
    /// - Throws: ``StatisticsError/shortSeries(before:after:neededBefore:neededAfter:)`` below 12 months before and 6 after;
    ///   ``StatisticsError/noEvents``; ``StatisticsError/separation`` when one side has no event;
    ///   ``StatisticsError/rankDeficient(columns:)`` when an event hides the level or the slope; and what
    ///   ``CountModel`` throws.
    /// - Complexity: O(steps × months × columns²).
    public init(
        _ series: [[SeriesMonth]],
        interruption: Interruption,
        family: CountModel.Family = .quasipoisson,
        errors: CellErrors = .model,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        let used = series.map(interruption.used)
        let cells = StackedSeries(used, treated: Array(repeating: true, count: used.count))
        try interruption.check(cells.months)
        if family.isLogarithmic { try cells.checkEvents(from: interruption.start) }
        let first = interruption.firstMonth ?? cells.months.min() ?? interruption.start
        let terms =
            try interruption.trend(cells.months, from: first)
            + interruption.circumstances(cells.months, of: cells.series, from: first)
        model = try SeriesModel(
            SeriesRegression(cells, terms, family),
            level: "level",
            slope: "slope",
            start: interruption.start,
            family,
            errors,
            confidence
        )
    }
}
