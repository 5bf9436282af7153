/// How many rows of one category a force published for one place in one month.
public struct PlaceCount: Hashable, Sendable {
    /// The place; nil for rows without one, which are kept as unallocated.
    public var place: LSOA?
    /// What the rows are about.
    public var category: CrimeCategory
    /// How many, 1 or more: a place and category without rows is not listed.
    public var count: Int

    /// A count.
    public init(place: LSOA?, category: CrimeCategory, count: Int) {
        self.place = place
        self.category = category
        self.count = count
    }
}
