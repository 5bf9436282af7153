public import Programme

/// How counts are to be read and judged.
public struct CallsOptions: Hashable, Sendable {
    /// What was counted.
    public var source: CountSource
    /// The name under which counts without an area stand; nil when there are none.
    public var unallocatedArea: String?
    /// The smallest fall that would matter, as a share; a plan's expected fall when there was a plan.
    public var relevantFall: Double
    /// Whether ``relevantFall`` is what a plan expected.
    public var isPlanned: Bool
    /// Hides counts of an area's window below this; nil hides nothing.
    public var suppressBelow: Int?
    /// What whoever gathered the counts noticed in months of the source; only that of months used is told.
    public var remarks: [QualityFlag]
    /// Dated events of the reference data, beside those of the design.
    public var events: [CallsEvent]
    /// Counts of a category the training cannot touch; nil when there are none.
    public var unaffected: UnaffectedCounts?
    /// The force of each area, where counts without an area are known by force.
    public var forces: [String: String] = [:]
    /// Counts without an area by force and month; empty takes those of ``unallocatedArea`` for one force's.
    public var unallocatedByForce: [String: [Month: Int]] = [:]
    /// Outcomes that say whether fewer counts mean less behaviour or less reporting, beside those of the design.
    public var companions: [CompanionOutcome] = []
    /// Outcomes declared as secondary: what share of the calls was attended, or escalated.
    public var secondary: [SecondaryCounts] = []

    /// Options; a fall of 5 % matters unless a plan said otherwise.
    public init(
        source: CountSource = .countsFile,
        unallocatedArea: String? = "unallocated",
        relevantFall: Double = 0.05,
        isPlanned: Bool = false,
        suppressBelow: Int? = nil,
        remarks: [QualityFlag] = [],
        events: [CallsEvent] = []
    ) {
        self.source = source
        self.unallocatedArea = unallocatedArea
        self.relevantFall = relevantFall
        self.isPlanned = isPlanned
        self.suppressBelow = suppressBelow
        self.remarks = remarks
        self.events = events
    }

    /// The events that touch these months and areas, those of the design and of the reference data, by their first months.
    func events(of design: CallsDesign, in months: Set<Int>, areas: [String]) -> [CallsEvent] {
        (design.events + events).filter { $0.touches(anyOf: areas, in: months) }
            .sorted { ($0.from, $0.name) < ($1.from, $1.name) }
    }

    /// The remarks about these months, counted from January of year 0, and those about no month.
    func remarks(in months: Set<Int>) -> [QualityFlag] {
        remarks.filter { flag in flag.month.map { months.contains($0.index) } ?? true }
    }
}
