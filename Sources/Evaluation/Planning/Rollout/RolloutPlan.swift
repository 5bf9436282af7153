public import Programme

/// Where people were trained so far, by where they live and work, and what comes next.
public struct RolloutPlan: Hashable, Sendable {
    /// One area.
    public struct Area: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its residents, when known.
        public var residents: Double?
        /// Calls a year, when known, above 0.
        public var callsPerYear: Double?
        /// φ of its own months, when there are enough.
        public var dispersion: Dispersion?
        /// People trained by month, in the order of months.
        public var trained: [TrainedCount]

        /// An area.
        public init(
            name: String,
            residents: Double? = nil,
            callsPerYear: Double? = nil,
            dispersion: Dispersion? = nil,
            trained: [TrainedCount] = []
        ) {
            (self.name, self.residents, self.callsPerYear) = (name, residents, callsPerYear)
            (self.dispersion, self.trained) = (dispersion, trained)
        }
    }

    /// A rollout in steps.
    public struct Steps: Hashable, Sendable {
        /// How many steps.
        public var count: Int
        /// Months of each.
        public var months: Int
        /// The seed of the order.
        public var seed: UInt64
        /// Whether every step gets its share of large and small areas.
        public var isBalanced: Bool
        /// The factor by which the correlation of an area's periods falls from one to the next; 1 for none.
        public var decay: Double

        /// Steps.
        public init(count: Int = 4, months: Int = 3, seed: UInt64 = 1, isBalanced: Bool = false, decay: Double = 1) {
            (self.count, self.months, self.seed) = (count, months, seed)
            (self.isBalanced, self.decay) = (isBalanced, decay)
        }
    }

    /// The areas in the order people list them.
    public var areas: [Area]
    /// People whose home and work place nobody knows.
    public var unknown: Int
    /// People trained, each once; nil when only areas are known, where a person may stand in two.
    public var people: Int?
    /// The months compared in every area.
    public var windows: ComparisonWindows
    /// φ where an area has none of its own, or everywhere when ``overridesDispersion``.
    public var dispersion: Dispersion
    /// Whether ``dispersion`` stands instead of the areas' own.
    public var overridesDispersion: Bool
    /// How much the areas' calls differ, as a coefficient of variation; nil takes that of the areas' own calls.
    public var variation: Double?
    /// What one trained person is assumed to do.
    public var effect: TrainingEffect
    /// Further people that could be trained next.
    public var furtherPeople: Int
    /// The order in steps.
    public var steps: Steps
    /// The fall expected in a rollout in steps; nil takes what the further people could give, spread evenly.
    public var expectedFall: Double?
    /// What is counted; nil for assumed calls.
    public var source: CountSource?
    /// What whoever gathered the numbers has to say of them.
    public var remarks: [String]

    /// A plan; the areas come from a record or from ``init(areas:callsPerYear:residents:)``.
    public init(areas: [Area], unknown: Int = 0, people: Int? = nil, source: CountSource? = nil, remarks: [String] = [])
    {
        (self.areas, self.unknown, self.people, self.source, self.remarks) = (areas, unknown, people, source, remarks)
        (windows, dispersion, overridesDispersion) = (.yearOnYear, .usualAssumption, false)
        (variation, effect, furtherPeople, steps, expectedFall) = (nil, TrainingEffect(), 100, Steps(), nil)
    }

    /// So many areas without names, each with an equal part of calls and residents: the pilot's until overwritten.
    public init(areas count: Int, callsPerYear: Double = 45_090, residents: Double? = 250_000) {
        let part = Double(max(1, count))
        self.init(
            areas: (0..<max(0, count)).map {
                Area(name: "Area \($0 + 1)", residents: residents.map { $0 / part }, callsPerYear: callsPerYear / part)
            }
        )
    }

    /// φ of an area and where it comes from.
    func dispersion(of area: Area) -> Dispersion {
        overridesDispersion ? dispersion : area.dispersion ?? dispersion
    }

    /// Refuses numbers that cannot be.
    func check() throws(DilutionRefusal) {
        try effect.check()
        try DilutionPlan.require(Double(areas.count), "number of areas", 0...1e4, "at most 10,000")
        try DilutionPlan.require(Double(windows.monthsBefore), "window before", 1...600, "1 to 600 months")
        try DilutionPlan.require(Double(windows.monthsAfter), "window after", 1...600, "1 to 600 months")
        try DilutionPlan.require(dispersion.value, "dispersion", 1e-6...1e6, "above 0; 1 is pure chance")
        try DilutionPlan.require(Double(furtherPeople), "number of further people", 0...1e9, "0 or more")
        try DilutionPlan.require(Double(steps.count), "number of steps", 2...100, "2 to 100")
        try DilutionPlan.require(Double(steps.months), "length of a step", 1...60, "1 to 60 months")
        try DilutionPlan.require(steps.decay, "decay", 0...1, "between 0 and 1; 1 is none")
        if let variation { try DilutionPlan.require(variation, "variation between areas", 0...10, "0 or more") }
        if let expectedFall {
            try DilutionPlan.require(expectedFall, "expected fall", 1e-9...0.99, "above 0 and at most 0.99")
        }
        for area in areas {
            if let calls = area.callsPerYear {
                try DilutionPlan.require(calls, "number of calls a year", 1e-9...1e12, "above 0")
            }
        }
    }
}
