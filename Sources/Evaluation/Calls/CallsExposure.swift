import Programme

/// What counts are counted over, as a design says.
struct CallsExposure {
    /// Whether residents are part of it.
    let perResident: Bool
    private let days: Bool

    init(_ table: CountTable, _ design: CallsDesign) {
        switch design.offset {
        case .populationDays: (perResident, days) = (true, true)
        case .population: (perResident, days) = (true, false)
        case .days: (perResident, days) = (false, true)
        case .nothing: (perResident, days) = (false, false)
        case nil: (perResident, days) = (table.hasPopulation, true)
        }
    }

    /// The exposure of a cell; nil when its residents are wanted and not known.
    func amount(_ count: AreaMonthCount) -> Double? {
        let length = days ? Double(count.month.days) : 1
        guard perResident else { return length }
        guard let population = count.population, population > 0, population.isFinite else { return nil }
        return population * length
    }
}

extension CallsDesign {
    /// The treated areas that have counts, in the order people list them; every area named must have some.
    func treated(in table: CountTable) throws(CallsRefusal) -> [String] {
        for area in treated + (comparison ?? []) + starts.keys.sorted() + neighbours
            + events.flatMap({ $0.areas ?? [] })
        where !table.areas.contains(area) && !table.areas.isEmpty {
            throw .unknownArea(area, known: table.areas)
        }
        let chosen = treated.isEmpty ? (start == nil ? Array(starts.keys) : table.areas) : treated
        return Set(chosen).sorted(by: NaturalOrder.precedes)
    }

    /// The areas to compare with, in the order people list them.
    func comparison(in table: CountTable, treated: [String]) -> [String] {
        let chosen = comparison ?? table.areas
        return chosen.filter { !treated.contains($0) }.sorted(by: NaturalOrder.precedes)
    }
}
