public import Programme

/// Which areas were treated from when, and how they are to be compared: a `design.json`.
public struct CallsDesign: Hashable, Sendable {
    /// The ways to estimate an effect on counts.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// Equal windows before and after the start in each treated area.
        case beforeAfter = "before_after"
        /// Interrupted time series.
        case interruptedTimeSeries = "its"
        /// Interrupted time series with comparison areas.
        case controlledInterruptedTimeSeries = "controlled_its"
        /// Difference in differences.
        case differenceInDifferences = "did"
        /// Synthetic control.
        case syntheticControl = "synthetic_control"
        /// Exact ratio of two rates.
        case rateRatio = "rate_ratio"
    }

    /// The distribution of the counts.
    public enum Family: String, Hashable, Sendable, CaseIterable {
        /// Variance proportional to the mean.
        case quasipoisson
        /// Variance equal to the mean.
        case poisson
        /// Variance growing with the square of the mean.
        case negativeBinomial = "negbin"
        /// Constant variance.
        case gaussian
    }

    /// What a count is counted over.
    public enum Offset: String, Hashable, Sendable, CaseIterable {
        /// Residents times days of the month.
        case populationDays = "population_days"
        /// Residents.
        case population
        /// Days of the month.
        case days
        /// Nothing.
        case nothing = "none"
    }

    /// The method.
    public var method: Method
    /// The treated areas; empty takes every area with a start.
    public var treated: [String]
    /// The first month with training in every treated area without an entry in ``starts``.
    public var start: Month?
    /// The first month with training, area by area.
    public var starts: [String: Month]
    /// The areas to compare with; nil takes every area not treated.
    public var comparison: [String]?
    /// The distribution.
    public var family: Family
    /// Pairs of seasonal terms, 0 to 6.
    public var harmonics: Int
    /// Lags of the Newey-West errors; nil takes the model's own errors.
    public var lag: Int?
    /// The exposure; nil takes residents times days when there are residents, else days.
    public var offset: Offset?
    /// Months in each window of a before-and-after comparison, when there are so many.
    public var windowMonths: Int
    /// Months from the start that belong to neither window.
    public var transitionMonths: Int
    /// What else happened in known months.
    public var events: [CallsEvent]
    /// Outcomes that say whether fewer counts mean less behaviour or less reporting.
    public var companions: [CompanionOutcome] = []
    /// Areas beside treated ones, which a spillover may touch: left out of the comparison in a sensitivity analysis.
    public var neighbours: [String] = []
    /// A category of the police's files that the training cannot touch, for evaluations of the counts on record.
    public var unaffectedCategory: String?
    /// Whether the treated areas, or the order of their starts, were chosen by lot.
    public var isRandomised = false

    /// A design with the defaults of `design.json`.
    public init(
        method: Method = .beforeAfter,
        treated: [String] = [],
        start: Month? = nil,
        starts: [String: Month] = [:],
        comparison: [String]? = nil,
        family: Family = .quasipoisson,
        harmonics: Int = 2,
        lag: Int? = nil,
        offset: Offset? = nil,
        windowMonths: Int = 12,
        transitionMonths: Int = 0,
        events: [CallsEvent] = []
    ) {
        self.method = method
        self.treated = treated
        self.start = start
        self.starts = starts
        self.comparison = comparison
        self.family = family
        self.harmonics = harmonics
        self.lag = lag
        self.offset = offset
        self.windowMonths = windowMonths
        self.transitionMonths = transitionMonths
        self.events = events
    }

    /// The first month with training in an area; nil when the design does not say.
    public func start(of area: String) -> Month? { starts[area] ?? start }
}
