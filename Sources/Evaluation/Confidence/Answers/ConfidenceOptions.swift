/// How answers are to be read and compared.
public struct ConfidenceOptions: Hashable, Sendable {
    /// The scores the instrument allows; nil allows any number.
    public var range: ScoreRange?
    /// Items worded the other way round, turned with ``range`` before anything else.
    public var reversedItems: [String]
    /// Named scales; the first is the primary outcome, `scale` (all items) when there is none.
    public var scales: [ScaleDefinition]
    /// How many items of a scale a person must have answered to have a mean; nil means all of them.
    public var minimumAnswered: Int?
    /// The smallest mean change that would matter, in points; nil takes half a standard deviation of the first wave's
    /// scores (G. R. Norman, J. A. Sloan, K. W. Wyrwich, Medical Care 41 (2003), 582-592).
    public var smallestChange: Double?
    /// How far below the day of the course a follow-up may lie and still count as lasting, in points above 0; nil tests nothing.
    public var margin: Double?
    /// Hides whatever rests on fewer people than this; nil hides nothing.
    public var suppressBelow: Int?

    /// The bootstrap to put beside each interval; nil leaves it out, which suits a page: it takes most of the time.
    public var bootstrap: Bootstrap?

    /// How to bootstrap.
    public struct Bootstrap: Hashable, Sendable {
        /// How often to resample, at least 100.
        public var resamples: Int
        /// The seed, which decides every digit.
        public var seed: UInt64

        /// A bootstrap; 10,000 resamples unless told otherwise.
        public init(resamples: Int = 10_000, seed: UInt64 = 1) { (self.resamples, self.seed) = (resamples, seed) }
    }

    /// Options; without arguments any number is a score, every item must be answered and nothing is hidden.
    public init(
        range: ScoreRange? = nil,
        reversedItems: [String] = [],
        scales: [ScaleDefinition] = [],
        minimumAnswered: Int? = nil,
        smallestChange: Double? = nil,
        margin: Double? = nil,
        suppressBelow: Int? = nil,
        bootstrap: Bootstrap? = nil
    ) {
        self.range = range
        self.reversedItems = reversedItems
        self.scales = scales
        self.minimumAnswered = minimumAnswered
        self.smallestChange = smallestChange
        self.margin = margin
        self.suppressBelow = suppressBelow
        self.bootstrap = bootstrap
    }
}
