public import Programme
import Statistics

extension PowerPlan {
    /// Plans with counts on record: the areas' own months say how many there are, how much they vary, how much they remember
    /// and what the year looks like.
    ///
    /// - Parameters:
    ///   - counts: Counts by area and month; rows without an area and outside the force are left out.
    ///   - treated: The areas to be trained in; empty takes all, and then there is nothing to compare with.
    ///   - method: nil compares with the other areas where there are some, else before and after.
    ///   - source: What was counted.
    /// - Throws: A ``CallsRefusal`` for counts given twice or below zero and for an area without counts.
    /// - Complexity: O(counts).
    public init(
        counts: [AreaMonthCount],
        treated: [String],
        method: Method?,
        source: CountSource
    ) throws(CallsRefusal) {
        let record = try CountRecord(counts)
        for area in treated { try record.require(area) }
        let own = treated.isEmpty ? record.areas : record.areas.filter(treated.contains)
        let others = record.areas.filter { !own.contains($0) }
        let method = method ?? (others.isEmpty ? .beforeAfter : .differences)
        func areas(_ names: [String]) -> [Area] {
            names.compactMap { name in record.level(name).map { Area(name: name, callsPerMonth: $0) } }
        }
        let compares = method == .differences
        self.init(method: method, treated: areas(own), comparison: compares ? areas(others) : [], source: source)
        let total = record.total(own), shape = try? MonthlyPattern(total)
        var pattern = shape
        if compares { pattern = record.panel(own + others).flatMap { try? MonthlyPattern($0) } ?? shape }
        dispersion = pattern.flatMap { pattern in
            pattern.dispersion > 0
                ? Dispersion(
                    value: pattern.dispersion,
                    source: .estimated(months: total.count, removesSeasons: pattern.hasSeasons || compares)
                ) : nil
        }
        autocorrelation = Autocorrelation(
            value: pattern?.autocorrelation ?? 0,
            source: .estimated(lagOne: pattern?.lagOne)
        )
        let start = (total.last.map { $0.month + 1 } ?? 0) % 12
        seasons = YearShape(
            months: shape?.seasons ?? YearShape.flat.months,
            source: shape?.hasSeasons == true ? .estimated : .flat,
            start: start
        )
        remarks = remarks(
            on: total,
            dropped: own.count + (compares ? others.count : 0) - self.treated.count - comparison.count
        )
    }

    private func remarks(on months: [SeriesMonth], dropped: Int) -> [String] {
        var remarks: [String] = []
        if dropped > 0 {
            remarks.append(
                "\(Wording.count(dropped, "area", "areas")) without anything counted in the last year of the record left out."
            )
        }
        if let first = months.first, let last = months.last, let from = Month(index: first.month),
            let to = Month(index: last.month)
        {
            remarks.append(
                "On record: \(Wording.count(months.count, "month", "months")) that all treated areas have, \(from) to \(to)."
            )
        }
        return remarks
    }
}

/// Counts on record by area, as plans read them.
struct CountRecord {
    let areas: [String]
    private let months: [String: [AreaMonthCount]]

    /// - Throws: A ``CallsRefusal`` for counts given twice or below zero.
    init(_ counts: [AreaMonthCount]) throws(CallsRefusal) {
        let table = try CountTable(counts, unallocatedArea: "unallocated")
        areas = table.areas.filter { $0 != "outside the force" }
        months = Dictionary(grouping: counts, by: \.area).mapValues { $0.sorted { $0.month.index < $1.month.index } }
    }

    /// Refuses an area without counts and suggests the nearest spelling.
    func require(_ area: String) throws(CallsRefusal) {
        guard areas.contains(area) else { throw .unknownArea(area, known: areas) }
    }

    /// Counts a month over the last year on record; nil when there is none or nothing in it.
    func level(_ area: String) -> Double? {
        guard let own = months[area], let last = own.last else { return nil }
        let year = own.filter { $0.month.index > last.month.index - 12 }
        let mean = Double(year.reduce(0) { $0 + $1.count }) / Double(year.count)
        return mean > 0 ? mean : nil
    }

    /// The residents of an area in its last month that says.
    func residents(_ area: String) -> Double? {
        months[area]?.last { ($0.population ?? 0) > 0 }?.population
    }

    /// The last month on record of any of these areas.
    func lastMonth(_ areas: [String]) -> Month? {
        areas.compactMap { months[$0]?.last?.month }.max { $0.index < $1.index }
    }

    /// The sum over areas, in the months in which all of them have a count.
    func total(_ areas: [String]) -> [SeriesMonth] {
        var sums: [Int: (count: Int, areas: Int, days: Int)] = [:]
        for area in areas {
            for count in months[area] ?? [] {
                let sum = sums[count.month.index] ?? (0, 0, 0)
                sums[count.month.index] = (sum.count + count.count, sum.areas + 1, count.month.days)
            }
        }
        return sums.filter { $0.value.areas == areas.count }.sorted { $0.key < $1.key }.map { index, sum in
            SeriesMonth(month: index, count: sum.count, exposure: Double(sum.days))
        }
    }

    /// The counts of these areas as a panel; nil without any.
    func panel(_ areas: [String]) -> Panel? {
        let cells = areas.enumerated().flatMap { place, area in (months[area] ?? []).map { (place, $0) } }
        return try? Panel(
            areas: cells.map(\.0),
            months: cells.map(\.1.month.index),
            outcomes: cells.map { Double($0.1.count) }
        )
    }
}

extension PowerPlan {
    /// The residents of the treated areas by the last month of each that says; nil when one never does.
    public func residents(in counts: [AreaMonthCount]) -> Int? {
        let byArea = Dictionary(grouping: counts.filter { ($0.population ?? 0) > 0 }, by: \.area)
        let known = treated.compactMap { area in
            area.name.flatMap { byArea[$0] }?.max { $0.month.index < $1.month.index }?.population
        }
        guard known.count == treated.count, !known.isEmpty else { return nil }
        return Int(exactly: known.reduce(0, +).rounded())
    }

    /// The plan of people to be trained in the treated areas, for what they could give.
    public func dilution(people: Int, residents: Int?, reaches: [DilutionReach]) -> DilutionPlan {
        DilutionPlan(
            people: people,
            areas: treated.count,
            callsPerYear: callsPerMonth * 12,
            residents: residents,
            windows: windows,
            dispersion: dispersion ?? .usualAssumption,
            reaches: reaches
        )
    }

    /// The comparison before and after that a plan of people means, in closed form alone.
    public init(_ people: DilutionPlan) {
        self.init(
            method: .beforeAfter,
            treated: Self.areas(people.areas, callsPerMonth: people.callsPerYear / 12, spread: 0),
            windows: people.windows,
            dispersion: people.dispersion,
            expectation: .people(people),
            simulations: 0
        )
    }
}
