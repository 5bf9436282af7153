/// An interrupted time series beside one that was not: did the treated series change more than the comparison?
///
/// The columns are intercept, time, level, slope, seasons, events, treated, treated:time, treated:level and treated:slope;
/// the effect is treated:level and treated:slope, and treated:time says whether the two ran apart before. Several areas of
/// a side share its level, so give their sum unless they are alike. Reference values:
/// `Tests/StatisticsTests/Reference/series.R`.
///
/// Source: J. Lopez Bernal, S. Cummins, A. Gasparrini, International Journal of Epidemiology 47 (2018), 2082-2093.
public struct ControlledTimeSeries: Sendable {
    /// The family.
    public let family: CountModel.Family
    /// How errors were computed.
    public let errors: CellErrors
    /// The table.
    public let coefficients: [Coefficient]
    /// Columns left out since others say the same already.
    public let dropped: [String]
    /// The effect in the treated series.
    public let effect: SeriesEffect
    /// Pearson's χ² over ``degreesOfFreedom``.
    public let dispersion: Double
    /// θ of a negative binomial model; nil for others and at the alternation limit.
    public let theta: Double?
    /// Whether θ grew without end, so that the fit is Poisson's.
    public let hitAlternationLimit: Bool
    /// The log-likelihood; nil for quasi-Poisson.
    public let logLikelihood: Double?
    /// Months used, over all series.
    public let observations: Int
    /// Observations less coefficients.
    public let degreesOfFreedom: Int
    /// The autocorrelation of Pearson residuals at up to 12 lags; nil when there is no spread.
    public let autocorrelation: ResidualAutocorrelation?
    /// The months used with what was seen, fitted, and expected without the training.
    public let fits: [SeriesFit]
    let regression: SeriesRegression

    /// The difference of trends before the start; nil when it cannot be told.
    public var pretrend: Coefficient? { coefficients.first { $0.name == "treated:time" } }

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
        (self.family, self.errors) = (family, errors)
        coefficients = try fit.cells.table(errors, confidence)
        let place = fit.place("treated:level", "treated:slope", interruption.start)
        effect = try SeriesEffect(fit.cells, place, errors, confidence)
        (dropped, dispersion, theta) = (fit.dropped, fit.dispersion, fit.theta)
        (hitAlternationLimit, logLikelihood) = (fit.hitAlternationLimit, fit.logLikelihood)
        (observations, degreesOfFreedom) = (fit.cells.means.count, fit.degreesOfFreedom)
        autocorrelation = try? ResidualAutocorrelation(fit.residualRuns)
        fits = fit.fits(effect: ["treated:level", "treated:slope"])
        regression = fit
    }
}
