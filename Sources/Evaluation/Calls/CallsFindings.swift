public import Programme

/// What counts by area and month show around the start of training.
public struct CallsFindings: Hashable, Sendable {
    /// One treated area.
    public struct Area: Hashable, Sendable {
        /// The area.
        public let area: String
        /// The first month with training.
        public let start: Month
        /// The months before; nil when there is none.
        public internal(set) var before: CallsWindow?
        /// The months after; nil when there is none.
        public internal(set) var after: CallsWindow?
        /// The change.
        public internal(set) var change: RateChange
        /// The change with all counts of no area in this area, best and worst; nil when nothing is known of such counts.
        public internal(set) var unallocatedBounds: UnallocatedBounds?
    }

    /// The design they follow.
    public let design: CallsDesign
    /// The method.
    public var method: CallsDesign.Method { design.method }
    /// What was counted.
    public let source: CountSource
    /// Whether rates are per resident and day rather than per day.
    public let perResident: Bool
    /// The treated areas in the order people list them.
    public internal(set) var areas: [Area]
    /// The change common to all of them, each with its own level.
    public let pooled: RateChange
    /// The model, when the method is not a comparison of windows; ``areas`` is then empty.
    public let model: CallsModel?
    /// Every treated area month by month, then the treated areas together, then the comparison areas together.
    public let series: [CallsSeries]
    /// Dated events that touch the months and areas used, in the order of their first months.
    public let events: [CallsEvent]
    /// How much the design by itself can tell.
    public let evidence: EvidenceLevel
    /// The effect by other means; nil where the method has none.
    public internal(set) var sensitivity: CallsSensitivity?
    /// Analyses in which the course cannot show; nil when there is no effect to hold against them.
    public internal(set) var falsification: CallsFalsification?
    /// The effect with counts of no area allocated best and worst; nil when nothing is known of such counts.
    public internal(set) var unallocatedBounds: UnallocatedBounds?
    /// Outcomes that say whether fewer counts mean less behaviour or less reporting.
    public internal(set) var companions: [CompanionOutcome] = []
    /// Outcomes declared as secondary.
    public internal(set) var secondaryOutcomes: [SecondaryOutcome] = []
    /// The smallest fall this comparison would have shown (5 %, power 80 %), as a share; nil when it cannot be told.
    public let detectableFall: Double?
    /// The longest windows used, in months.
    public let windowMonths: Int
    /// The share of the windows' counts that belong to no area; nil when not known.
    public let unallocatedShare: Double?
    /// What a reader must know about the data.
    public let quality: [QualityFlag]
    /// What may be said.
    public internal(set) var verdict: CallsVerdict
    /// The findings as plain sentences, none of which names a cause.
    public internal(set) var statements: [String]
    /// The number below which counts are hidden, when any.
    public let suppressedBelow: Int?
}
