/// A fitted model of one or more interrupted series: what ``InterruptedTimeSeries`` and ``ControlledTimeSeries`` found.
public struct SeriesModel: Sendable {
    /// The family.
    public let family: CountModel.Family
    /// How errors were computed.
    public let errors: CellErrors
    /// The table: intercept or treated and comparison levels, time, level, slope, sin1, cos1, …, events.
    public let coefficients: [Coefficient]
    /// Columns left out since others say the same already.
    public let dropped: [String]
    /// The effect, in treated series where there are others.
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
    /// Places of series without any event, which tell nothing of a ratio; none where series share a level.
    public let emptySeries: [Int]
    /// The autocorrelation of Pearson residuals at up to 12 lags; nil when there is no spread.
    public let autocorrelation: ResidualAutocorrelation?
    /// The months used with what was seen, fitted, and expected without the training.
    public let fits: [SeriesFit]
    let regression: SeriesRegression
    /// The columns that would be zero without the training.
    let columns: [String]

    init(
        _ fit: SeriesRegression,
        level: String,
        slope: String,
        start: Int,
        _ family: CountModel.Family,
        _ errors: CellErrors,
        _ confidence: Double
    ) throws(StatisticsError) {
        (regression, columns) = (fit, [level, slope])
        (self.family, self.errors) = (family, errors)
        coefficients = try fit.cells.table(errors, confidence)
        effect = try SeriesEffect(fit.cells, fit.place(level, slope, start), errors, confidence)
        (dropped, dispersion, theta) = (fit.dropped, fit.dispersion, fit.theta)
        (hitAlternationLimit, logLikelihood) = (fit.hitAlternationLimit, fit.logLikelihood)
        (observations, degreesOfFreedom) = (fit.cells.means.count, fit.degreesOfFreedom)
        emptySeries = fit.emptySeries
        autocorrelation = try? ResidualAutocorrelation(fit.residualRuns)
        fits = fit.fits(effect: columns)
    }
}
