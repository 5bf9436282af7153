import Programme

/// Adds packed counts up by area.
enum AreaSums {
    /// What stands in place of an area for rows without a place.
    static let unallocated = "unallocated"

    /// The counts by the areas' names, rows without a place as ``unallocated``; only what is not 0. Rows in a place outside every
    /// area belong to no comparison and are left out.
    static func of(_ counts: CategoryCounts, by finder: inout AreaFinder) throws -> [(area: String, count: Int)] {
        var sums = [Int](repeating: 0, count: finder.names.count)
        var start = 0
        try counts.places.forEach { number, count in
            if let area = try finder.area(of: number, from: &start) { sums[area] += count }
        }
        return ([(unallocated, counts.unallocated)] + zip(finder.names, sums)).filter { $0.1 > 0 }
    }
}
