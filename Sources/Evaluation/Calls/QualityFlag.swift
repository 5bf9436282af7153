public import Programme

/// Something about the data that a reader of the result must know.
public struct QualityFlag: Hashable, Sendable {
    /// What there is to know.
    public enum Kind: String, Hashable, Sendable {
        /// A month of a window without a count; it is left out, never zero.
        case gap
        /// A row without residents where others have them; it is left out.
        case noPopulation = "no_population"
        /// A treated area without a month on one side of its start.
        case outsideMonths = "no_months_on_one_side"
        /// Windows that do not hold the same months of the year.
        case unequalSeasons = "windows_not_whole_years"
        /// Windows shorter than asked for.
        case shortWindows = "short_windows"
        /// Counts that vary less than chance would make them.
        case underdispersed
        /// A window that touches March 2020 to June 2021, when breaches of lockdown rules were counted as ASB.
        case pandemicMonths = "pandemic_months"
        /// Counts that belong to no area.
        case unallocated
        /// A month of which the source holds a part only, as its few rows say.
        case partialMonth = "partial_month"
        /// A month in which anti-social behaviour is an unusual share of what the source holds.
        case unusualShare = "unusual_share"
        /// A month in which counts changed unlike those of other forces: a change of recording, perhaps.
        case unusualChange = "unusual_change"
        /// An area or a month without any event; it tells nothing of a ratio and is left out.
        case noEvents = "no_events"
        /// An area left with one month, which its own level fits exactly.
        case singleMonth = "single_month"
        /// A month left with one area, which its own level fits exactly.
        case singleArea = "single_area"
        /// θ of a negative binomial model without end: the Poisson fit stands.
        case alternationLimit = "alternation_limit"
        /// Residuals that remember the months before.
        case autocorrelated
        /// Areas that started in different months.
        case staggered
        /// A synthetic control that does not follow the treated area before the start.
        case poorFit = "poor_fit_before"
        /// Weights of a synthetic control that are not the only ones to fit as well.
        case otherWeights = "weights_not_unique"
    }

    /// The months of ``Kind/pandemicMonths``, counted from January of year 0.
    static let pandemic = (2020 * 12 + 2)...(2021 * 12 + 5)

    /// What there is to know.
    public let kind: Kind
    /// The area, when it is about one.
    public let area: String?
    /// The month, when it is about one.
    public let month: Month?
    /// The number behind it, for example a share.
    public let value: Double?

    /// A flag.
    public init(_ kind: Kind, area: String? = nil, month: Month? = nil, value: Double? = nil) {
        (self.kind, self.area, self.month, self.value) = (kind, area, month, value)
    }
}
