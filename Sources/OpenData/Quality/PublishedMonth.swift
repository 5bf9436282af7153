public import Programme

/// What a force published for one month, in four numbers.
public struct PublishedMonth: Hashable, Sendable {
    /// The force.
    public let force: String
    /// The month.
    public let month: Month
    /// Counted rows of every category.
    public let rows: Int
    /// Of these, anti-social behaviour.
    public let incidents: Int
    /// Of the anti-social behaviour, rows without an LSOA.
    public let unallocated: Int

    /// A month.
    public init(force: String, month: Month, rows: Int, incidents: Int, unallocated: Int) {
        (self.force, self.month) = (force, month)
        (self.rows, self.incidents, self.unallocated) = (rows, incidents, unallocated)
    }

    /// The share of anti-social behaviour without an LSOA; nil when there is none.
    public var unallocatedShare: Double? { incidents > 0 ? Double(unallocated) / Double(incidents) : nil }
    /// Anti-social behaviour as a share of all rows; nil without rows.
    public var incidentShare: Double? { rows > 0 ? Double(incidents) / Double(rows) : nil }
}
