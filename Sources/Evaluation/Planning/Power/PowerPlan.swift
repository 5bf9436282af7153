import Programme
import Statistics

/// A comparison of calls put as numbers before anybody is trained: areas, months, and how counts vary.
public struct PowerPlan: Hashable, Sendable {
    /// How the months would be compared.
    public enum Method: String, CaseIterable, Hashable, Sendable {
        /// Two windows of the treated areas' total.
        case beforeAfter = "before_after"
        /// An interrupted time series of the treated areas' total: time, level, slope and seasons.
        case series = "its"
        /// Treated against comparison areas by Poisson with levels of areas and months.
        case differences = "did"
    }

    /// One area.
    public struct Area: Hashable, Sendable {
        /// Its name; nil when the plan has only a number of areas.
        public var name: String?
        /// Calls expected in a month of average length, above 0.
        public var callsPerMonth: Double

        /// An area.
        public init(name: String? = nil, callsPerMonth: Double) {
            (self.name, self.callsPerMonth) = (name, callsPerMonth)
        }
    }

    /// What training is expected to do.
    public enum Expectation: Hashable, Sendable {
        /// Nobody said.
        case unknown
        /// This share of calls fewer.
        case fall(Double)
        /// What so many people could give, by the ways of a plan.
        case people(DilutionPlan)
    }

    /// How the months would be compared.
    public var method: Method
    /// The areas to be trained in.
    public var treated: [Area]
    /// The areas to compare with.
    public var comparison: [Area]
    /// The months before and after the start.
    public var windows: ComparisonWindows
    /// φ; nil when the record could not tell it.
    public var dispersion: Dispersion?
    /// ρ.
    public var autocorrelation: Autocorrelation
    /// The shape of the year.
    public var seasons: YearShape
    /// What training is expected to do.
    public var expectation: Expectation
    /// The chance with which a fall is to be seen.
    public var power: Double
    /// How many simulations of each kind; 0 for the closed form alone.
    public var simulations: Int
    /// The seed of the simulations.
    public var seed: UInt64
    /// What is counted; nil for assumed calls.
    public var source: CountSource?
    /// What whoever gathered the numbers has to say of them.
    public var remarks: [String]

    /// A plan.
    public init(
        method: Method,
        treated: [Area],
        comparison: [Area] = [],
        windows: ComparisonWindows = .yearOnYear,
        dispersion: Dispersion? = .usualAssumption,
        autocorrelation: Autocorrelation = .assumed(0),
        seasons: YearShape = .flat,
        expectation: Expectation = .unknown,
        power: Double = 0.8,
        simulations: Int = 1000,
        seed: UInt64 = 1,
        source: CountSource? = nil,
        remarks: [String] = []
    ) {
        (self.method, self.treated, self.comparison, self.windows) = (method, treated, comparison, windows)
        (self.dispersion, self.autocorrelation, self.seasons) = (dispersion, autocorrelation, seasons)
        (self.expectation, self.power, self.simulations, self.seed) = (expectation, power, simulations, seed)
        (self.source, self.remarks) = (source, remarks)
    }

    /// The pilot's plan, before and after, from its own figures and assumptions.
    public static let thamesValleyPilot = PowerPlan(
        method: .beforeAfter,
        treated: areas(14, callsPerMonth: 45_090 / 12, spread: 0),
        expectation: .people(.thamesValleyPilot)
    )

    /// So many areas with these calls a month together. They differ by a coefficient of variation `spread`, spaced evenly over
    /// the quantiles of a lognormal law.
    public static func areas(_ count: Int, callsPerMonth: Double, spread: Double) -> [Area] {
        let sizes = LogNormalSpread.sizes(count, variation: spread)
        return sizes.map { Area(callsPerMonth: callsPerMonth * $0) }
    }

    /// Calls a month in all treated areas.
    public var callsPerMonth: Double { treated.reduce(0) { $0 + $1.callsPerMonth } }

    /// The analysis of the plan, with so many months after the start and so many treated areas of average size.
    func analysis(monthsAfter: Int? = nil, areas: Int? = nil) throws(StatisticsError) -> any PowerAnalysis {
        let after = monthsAfter ?? windows.monthsAfter
        let shape = seasons.factors(before: windows.monthsBefore, after: after)
        let share = Double(areas ?? treated.count) / Double(max(1, treated.count))
        let phi = dispersion?.value ?? 0, total = callsPerMonth * share
        switch method {
        case .beforeAfter:
            return try WindowPower(
                expected: shape.map { $0 * total },
                monthsBefore: windows.monthsBefore,
                dispersion: phi,
                autocorrelation: autocorrelation.value
            )
        case .series:
            return try SeriesPower(
                expected: shape.map { $0 * total },
                monthsBefore: windows.monthsBefore,
                dispersion: phi,
                autocorrelation: autocorrelation.value,
                harmonics: 2
            )
        case .differences:
            let own = areas.map { Self.areas($0, callsPerMonth: total, spread: 0) } ?? treated
            return try PanelPower(
                expected: (own + comparison).map { area in shape.map { $0 * area.callsPerMonth } },
                treated: Set(own.indices),
                monthsBefore: windows.monthsBefore,
                dispersion: phi,
                autocorrelation: autocorrelation.value
            )
        }
    }
}
