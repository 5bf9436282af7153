public import Programme

/// One month of one force as data.police.uk published it, counted by place and category.
public struct StreetFile: Hashable, Sendable {
    /// The path it was read from.
    public var path: String
    /// The force.
    public var force: Slug<PoliceForce>
    /// The force's name in the rows.
    public var reportedBy: String
    /// The month.
    public var month: Month
    /// Tells this file from any other, so that importing it twice changes nothing.
    public var fingerprint: Fingerprint
    /// Rows after the header, whatever became of them.
    public var rows: Int
    /// The places that have rows, in order of their codes.
    public var places: PlaceNames
    /// The counts of every category that has any, in the order of categories.
    public var categories: [CategoryCounts]
    /// What a reader of the counts should know.
    public var quality: StreetQuality

    /// The rows counted for a category, those without a place included.
    public func total(of category: CrimeCategory) -> Int {
        categories.first { $0.category == category }?.total ?? 0
    }

    /// The rows counted for a category that have no place.
    public func unallocated(of category: CrimeCategory) -> Int {
        categories.first { $0.category == category }?.unallocated ?? 0
    }

    /// The counts one by one, in order of LSOA code, rows without a place first, then of category.
    public var counts: [PlaceCount] {
        let names = Dictionary(places.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        var cells: [(number: UInt32, cell: PlaceCount)] = []
        for counts in categories {
            if counts.unallocated > 0 {
                cells.append((0, PlaceCount(place: nil, category: counts.category, count: counts.unallocated)))
            }
            counts.places.forEach { number, count in
                let code = LSOA.code(ofNumber: number)
                let place = LSOA(code: code, name: names[code] ?? "")
                cells.append((number, PlaceCount(place: place, category: counts.category, count: count)))
            }
        }
        return cells.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
            .map(\.element.cell)
    }

    /// The rows of a category by area; every row is in exactly one of the tally's three parts.
    public func tally(of category: CrimeCategory, by allocator: AreaAllocator) -> AreaTally {
        var tally = AreaTally()
        for cell in counts where cell.category == category {
            switch allocator.allocation(ofLSOA: cell.place?.code, named: cell.place?.name) {
            case .area(let area): tally.areas[area, default: 0] += cell.count
            case .unallocated: tally.unallocated += cell.count
            case .outside(let district): tally.outside[district, default: 0] += cell.count
            }
        }
        return tally
    }
}

/// Rows of one category, one force and one month by area.
public struct AreaTally: Hashable, Sendable {
    /// Rows by area; an area without a row is not listed.
    public var areas: [Slug<PolicingArea>: Int] = [:]
    /// Rows without a place.
    public var unallocated = 0
    /// Rows placed in districts that no area holds, by district: map points are snapped across borders.
    public var outside: [String: Int] = [:]

    /// All rows.
    public var total: Int { areas.values.reduce(unallocated + outside.values.reduce(0, +), +) }
}
