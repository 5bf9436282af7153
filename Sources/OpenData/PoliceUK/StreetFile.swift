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
    /// The counts in order of LSOA code, rows without a place first, then of category.
    public var counts: [PlaceCount]
    /// What a reader of the counts should know.
    public var quality: StreetQuality

    /// The rows counted for a category, those without a place included.
    public func total(of category: CrimeCategory) -> Int {
        counts.reduce(0) { $1.category == category ? $0 + $1.count : $0 }
    }

    /// The rows counted for a category that have no place.
    public func unallocated(of category: CrimeCategory) -> Int {
        counts.reduce(0) { $1.category == category && $1.place == nil ? $0 + $1.count : $0 }
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
