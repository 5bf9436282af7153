/// An interrupted time series: did the level or the slope of monthly counts change when training started?
///
/// ln μ = ln exposure + intercept + time + level + slope + seasons + events. One series has an intercept; of several each
/// has its own level, taken out (``FixedEffects``) but for a negative binomial model, and one common effect. Agrees with R's
/// `glm`, `MASS::glm.nb` and `sandwich::NeweyWest`; reference values: `Tests/StatisticsTests/Reference/series.R`.
///
/// Source: A. K. Wagner and others, Journal of Clinical Pharmacy and Therapeutics 27 (2002), 299-309; J. Lopez Bernal and
/// others, International Journal of Epidemiology 46 (2017), 348-355.
public struct InterruptedTimeSeries: Sendable {
    /// The family.
    public let family: CountModel.Family
    /// How errors were computed.
    public let errors: CellErrors
    /// The table: intercept (one series), time, level, slope, sin1, cos1, …, events.
    public let coefficients: [Coefficient]
    /// Columns left out since others say the same already.
    public let dropped: [String]
    /// The effect.
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
    /// Observations less coefficients and levels.
    public let degreesOfFreedom: Int
    /// Places of series without any event, which tell nothing of a ratio.
    public let emptySeries: [Int]
    /// The autocorrelation of Pearson residuals at up to 12 lags; nil when there is no spread.
    public let autocorrelation: ResidualAutocorrelation?
    /// The months used with what was seen, fitted, and expected without the training.
    public let fits: [SeriesFit]
    let regression: SeriesRegression

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
        let fit = try SeriesRegression(cells, terms, family)
        (self.family, self.errors) = (family, errors)
        coefficients = try fit.cells.table(errors, confidence)
        effect = try SeriesEffect(fit.cells, fit.place("level", "slope", interruption.start), errors, confidence)
        (dropped, dispersion, theta) = (fit.dropped, fit.dispersion, fit.theta)
        (hitAlternationLimit, logLikelihood) = (fit.hitAlternationLimit, fit.logLikelihood)
        (observations, degreesOfFreedom) = (fit.cells.means.count, fit.degreesOfFreedom)
        emptySeries = fit.emptySeries
        autocorrelation = try? ResidualAutocorrelation(fit.residualRuns)
        fits = fit.fits(effect: ["level", "slope"])
        regression = fit
    }
}
