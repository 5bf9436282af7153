/// Whether a plan could ever show an effect on calls.
public struct DilutionFindings: Hashable, Sendable {
    /// What one way could give, against what could be seen.
    public struct Reach: Hashable, Sendable {
        /// The way and its assumptions.
        public let reach: DilutionReach
        /// The expected fall as a share of all calls; nil when impossible there.
        public let expectedFall: Double?
        /// The detectable fall divided by the expected one; nil when nothing is expected.
        public let shortByFactor: Double?
        /// People of this way it would take to be seen; nil when not even everybody would do.
        public let neededPeople: Int?
        /// Why something is nil.
        public let why: String?
    }

    /// The same people in a few wards.
    public struct Concentrated: Hashable, Sendable {
        /// The wards.
        public let concentration: DilutionPlan.Concentration
        /// Calls a year in them.
        public let callsPerYear: Double
        /// Whether those calls are only the area's calls spread like its residents.
        public let spreadsCallsEvenly: Bool
        /// The smallest fall a comparison of the wards could see.
        public let detectableFall: Double
        /// The ways, with the wards' residents and calls.
        public let reaches: [Reach]
    }

    /// The plan as given.
    public let plan: DilutionPlan
    /// The smallest fall a comparison of the named windows could see, as a share: two-sided 5 %, power 80 %.
    public let detectableFall: Double
    /// The ways in the plan's order.
    public let reaches: [Reach]
    /// People it would take in all the areas together, with the same mix; nil when not even everybody would do.
    public let neededPeople: Int?
    /// The number of the areas, of equal size, in which the same people would just be enough; nil when not even one.
    public let neededAreas: Int?
    /// People it would take in one of the areas alone, each with an equal part of the calls; nil when not even everybody
    /// would do.
    public let neededPeopleInOneArea: Int?
    /// Why a need is nil.
    public let whyNeeded: String?
    /// The same people in a few wards, when the plan has some.
    public let concentrated: Concentrated?

    /// The way that promises most.
    public var best: Reach? {
        reaches.max { ($0.expectedFall ?? 0) < ($1.expectedFall ?? 0) }
    }
}
