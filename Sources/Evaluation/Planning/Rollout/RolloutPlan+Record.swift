public import Programme
import Statistics

extension RolloutPlan {
    /// Puts together who was trained and what was counted.
    ///
    /// - Parameters:
    ///   - trained: People by area and month, where they live and work; ``TrainedCount/unknownArea`` for those without a place.
    ///   - counts: Counts by area and month; rows without an area and outside the force are left out.
    ///   - chosen: The areas to plan with; empty takes all that have either.
    ///   - people: People trained, each once, when known.
    ///   - source: What was counted; nil without counts.
    /// - Throws: A ``CallsRefusal`` for counts given twice or below zero and for a chosen area that has neither.
    /// - Complexity: O(rows).
    public init(
        trained: [TrainedCount],
        counts: [AreaMonthCount],
        chosen: [String] = [],
        people: Int? = nil,
        source: CountSource?
    ) throws(CallsRefusal) {
        let record = try CountRecord(counts)
        let byArea = Dictionary(grouping: trained.filter { !$0.hasNoPlace }, by: \.area)
            .mapValues { $0.sorted { $0.month.index < $1.month.index } }
        let known = Set(record.areas).union(byArea.keys).sorted(by: NaturalOrder.precedes)
        for area in chosen where !known.contains(area) { throw .unknownArea(area, known: known) }
        let areas = known.filter { chosen.isEmpty || chosen.contains($0) }.map { name in
            let rows = byArea[name] ?? [], months = record.total([name])
            let pattern = try? MonthlyPattern(months)
            return Area(
                name: name,
                residents: record.residents(name) ?? rows.last { $0.residents != nil }?.residents,
                callsPerYear: record.level(name).map { $0 * 12 },
                dispersion: pattern.flatMap { pattern in
                    pattern.dispersion > 0
                        ? Dispersion(
                            value: pattern.dispersion,
                            source: .estimated(months: months.count, removesSeasons: pattern.hasSeasons)
                        ) : nil
                },
                trained: rows
            )
        }
        var remarks: [String] = []
        for name in byArea.keys.sorted(by: NaturalOrder.precedes) where !counts.isEmpty && !record.areas.contains(name)
        {
            remarks.append(
                "\(name) has people trained but no counts.\(NearestSpelling.suggestion(for: name, among: record.areas))"
            )
        }
        self.init(
            areas: areas,
            unknown: trained.filter(\.hasNoPlace).reduce(0) { $0 + $1.trained },
            people: people,
            source: counts.isEmpty ? nil : source,
            remarks: remarks
        )
    }
}

extension TrainedCount {
    /// Whether nobody knows where these people live or work.
    var hasNoPlace: Bool { area.lowercased() == Self.unknownArea }
}
