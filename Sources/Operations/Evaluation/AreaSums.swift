import Programme

/// Adds packed counts up by area; each small area is looked up once, however many months there are.
struct AreaSums {
    /// What stands in place of an area for rows without a place.
    static let unallocated = "unallocated"

    private let allocator: AreaAllocator
    private let book: PlaceBook
    private var words: [String]
    private var indices: [Slug<PolicingArea>: Int] = [:]
    private var known: [UInt32: Int] = [:]

    /// - Parameters:
    ///   - areas: The areas.
    ///   - allocator: Finds the area of a small one.
    ///   - book: Knows the names of small areas.
    init(areas: [PolicingArea], allocator: AreaAllocator, book: PlaceBook) {
        (self.allocator, self.book) = (allocator, book)
        words = [Self.unallocated, ""]
        for area in areas where indices[area.code] == nil {
            indices[area.code] = words.count
            words.append(area.name)
        }
    }

    /// The counts by the areas' names, rows without a place as ``unallocated``; only what is not 0. Rows in a place outside every
    /// area belong to no comparison and are left out.
    mutating func of(_ counts: CategoryCounts) -> [(area: String, count: Int)] {
        var sums = [Int](repeating: 0, count: words.count)
        sums[0] = counts.unallocated
        var (known, strangers) = (known, [(UInt32, Int)]())
        counts.places.forEach { place, count in
            if let index = known[place] { sums[index] += count } else { strangers.append((place, count)) }
        }
        for (place, count) in strangers {
            let area = book.area(of: LSOA.code(ofNumber: place), by: allocator)
            let index = area.flatMap { indices[$0] } ?? 1
            known[place] = index
            sums[index] += count
        }
        self.known = known
        return sums.indices.filter { $0 != 1 && sums[$0] > 0 }.map { (words[$0], sums[$0]) }
    }
}
