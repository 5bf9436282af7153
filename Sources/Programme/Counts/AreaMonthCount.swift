/// How many incidents were recorded, or calls received, in one area in one month: a row of `counts.csv`.
///
/// A month without a row is a gap, never zero.
public struct AreaMonthCount: Hashable, Sendable {
    /// The area's name or code as the source writes it.
    public var area: String
    /// The month.
    public var month: Month
    /// The count, 0 or more.
    public var count: Int
    /// Residents in that month, when the source says.
    public var population: Double?

    /// A row of counts.
    public init(area: String, month: Month, count: Int, population: Double? = nil) {
        self.area = area
        self.month = month
        self.count = count
        self.population = population
    }
}
