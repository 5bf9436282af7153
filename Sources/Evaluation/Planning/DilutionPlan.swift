/// A plan to train people in an area, put as numbers before anybody is trained.
public struct DilutionPlan: Hashable, Sendable {
    /// A few small places to train the same people in instead.
    public struct Concentration: Hashable, Sendable {
        /// How many wards.
        public var wards: Int
        /// Residents of each.
        public var residentsEach: Int
        /// Calls a year in all of them; nil spreads the area's calls like its residents.
        public var callsPerYear: Double?

        /// So many wards of a size.
        public init(wards: Int, residentsEach: Int, callsPerYear: Double? = nil) {
            (self.wards, self.residentsEach, self.callsPerYear) = (wards, residentsEach, callsPerYear)
        }
    }

    /// People to be trained.
    public var people: Int
    /// Areas they are spread over.
    public var areas: Int
    /// Calls a year in all of these areas.
    public var callsPerYear: Double
    /// Residents of all of these areas, when known.
    public var residents: Int?
    /// The months to be compared.
    public var windows: ComparisonWindows
    /// How much the counts vary.
    public var dispersion: Dispersion
    /// The ways to be looked at side by side, in order.
    public var reaches: [DilutionReach]
    /// The same people in fewer places, when that is to be shown.
    public var concentration: Concentration?

    /// A plan.
    public init(
        people: Int,
        areas: Int,
        callsPerYear: Double,
        residents: Int? = nil,
        windows: ComparisonWindows = .yearOnYear,
        dispersion: Dispersion = .usualAssumption,
        reaches: [DilutionReach],
        concentration: Concentration? = nil
    ) {
        self.people = people
        self.areas = areas
        self.callsPerYear = callsPerYear
        self.residents = residents
        self.windows = windows
        self.dispersion = dispersion
        self.reaches = reaches
        self.concentration = concentration
    }

    /// The figures of the Thames Valley pilot of 2013: 45,090 incidents a year, 14 policing areas, and assumptions of
    /// the size its report allows (450 people; 300 of them sparing a call a year; 100 frequent complainants).
    ///
    /// The assumptions are examples to be overwritten, not results.
    public static let thamesValleyPilot = DilutionPlan(
        people: 450,
        areas: 14,
        callsPerYear: 45_090,
        residents: 250_000,
        reaches: [
            .residents(people: 450, of: 250_000, preventable: 1, effect: 0.3),
            .callsPerPerson(people: 300, callsAvoidedPerYear: 1),
            .ownCalls(people: 100, callsEachPerYear: 12, effect: 0.3),
        ],
        concentration: Concentration(wards: 3, residentsEach: 8000)
    )
}
