/// The rows of one category in one published month of a force.
public struct CategoryCounts: Hashable, Sendable {
    /// What the rows are about.
    public var category: CrimeCategory
    /// Rows with a place.
    public var places: PackedCounts
    /// Rows without one, kept as unallocated.
    public var unallocated: Int

    /// Counts.
    public init(category: CrimeCategory, places: PackedCounts, unallocated: Int) {
        self.category = category
        self.places = places
        self.unallocated = unallocated
    }

    /// All rows.
    public var total: Int { places.total + unallocated }
}
