/// A count and what it was counted over: one area in one month.
public struct RateCell: Hashable, Sendable {
    /// The number of events, 0 or more.
    public var count: Int
    /// The time, people or both that could have produced them, above 0; for example the days of the month.
    public var exposure: Double

    /// A count over an exposure.
    public init(count: Int, exposure: Double) { (self.count, self.exposure) = (count, exposure) }
}

/// The months of one area on the two sides of a date.
public struct RateStratum: Hashable, Sendable {
    /// The months before.
    public var before: [RateCell]
    /// The months after.
    public var after: [RateCell]

    /// One area's months.
    public init(before: [RateCell], after: [RateCell]) { (self.before, self.after) = (before, after) }
}
