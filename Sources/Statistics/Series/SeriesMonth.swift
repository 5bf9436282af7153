/// What one area had in one month.
public struct SeriesMonth: Hashable, Sendable {
    /// The month, counted from any fixed month and the same for all areas.
    public var month: Int
    /// The count, or for a Gaussian model the value.
    public var outcome: Double
    /// The logarithm of what it is counted over; 0 for nothing. A Gaussian model ignores it.
    public var offset: Double

    /// A month of a series.
    public init(month: Int, outcome: Double, offset: Double = 0) {
        (self.month, self.outcome, self.offset) = (month, outcome, offset)
    }
}

/// Something else that happened in known months and gets a level of its own, such as a change of recording.
public struct DatedEvent: Hashable, Sendable {
    /// The name its coefficient takes.
    public var name: String
    /// The months in which it holds.
    public var months: ClosedRange<Int>
    /// The places of the series it touches, treated ones first; nil for all.
    public var series: Set<Int>?

    /// An event.
    public init(name: String, months: ClosedRange<Int>, series: Set<Int>? = nil) {
        (self.name, self.months, self.series) = (name, months, series)
    }
}

/// When a series was interrupted, and how it is described but for that.
public struct Interruption: Hashable, Sendable {
    /// Months a series needs before the start.
    public static let monthsNeededBefore = 12
    /// Months a series needs from the start on.
    public static let monthsNeededAfter = 6

    /// The first month with training.
    public var start: Int
    /// Months from the start that belong to neither side and are left out.
    public var transitionMonths: Int
    /// The month that time counts from as 1; nil takes the first month of the series.
    public var firstMonth: Int?
    /// Pairs of seasonal terms, `0...6`.
    public var harmonics: Int
    /// Events with a level of their own.
    public var events: [DatedEvent]

    /// An interruption.
    public init(
        start: Int,
        transitionMonths: Int = 0,
        firstMonth: Int? = nil,
        harmonics: Int = 2,
        events: [DatedEvent] = []
    ) {
        (self.start, self.transitionMonths, self.firstMonth) = (start, transitionMonths, firstMonth)
        (self.harmonics, self.events) = (harmonics, events)
    }

    /// Months without those in transition, in order.
    func used(_ series: [SeriesMonth]) -> [SeriesMonth] {
        series.filter { !(start..<start + max(0, transitionMonths)).contains($0.month) }.sorted { $0.month < $1.month }
    }

    /// Refuses a series that is too short on one side.
    func check(_ months: [Int]) throws(StatisticsError) {
        let distinct = Set(months)
        let before = distinct.count { $0 < start }, after = distinct.count - before
        guard before >= Self.monthsNeededBefore, after >= Self.monthsNeededAfter else {
            throw .shortSeries(
                before: before,
                after: after,
                neededBefore: Self.monthsNeededBefore,
                neededAfter: Self.monthsNeededAfter
            )
        }
    }

    /// time, level and slope: months from 1, whether it has started, and months since the start, 0 in the first.
    func trend(_ months: [Int], from first: Int) -> [(name: String, values: [Double])] {
        [
            ("time", months.map { Double($0 - first + 1) }),
            ("level", months.map { $0 >= start ? 1 : 0 }),
            ("slope", months.map { Double(max(0, $0 - start)) }),
        ]
    }

    /// Seasons and events.
    func circumstances(
        _ months: [Int],
        of series: [Int]? = nil,
        from first: Int
    ) throws(StatisticsError) -> [(name: String, values: [Double])] {
        let seasons = try SeasonalTerms.columns(harmonics: harmonics, times: months.map { $0 - first + 1 })
        return seasons
            + events.map { event in
                let isTouched = series.map { $0.map { event.series?.contains($0) ?? true } }
                let values = months.indices.map { cell -> Double in
                    event.months.contains(months[cell]) && isTouched?[cell] ?? true ? 1 : 0
                }
                return (event.name, values)
            }
    }
}
