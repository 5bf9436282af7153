public import Programme

/// What became of one file of counts.
public struct CountImport: Hashable, Sendable {
    /// New, the same as before, or another edition of a month that was there.
    public enum State: String, Hashable, Sendable {
        /// Nothing was there for this force and month.
        case new
        /// The same bytes were there already; nothing was changed.
        case unchanged
        /// It replaced an earlier edition of the same month.
        case restated
    }

    /// The file.
    public let path: String
    /// The force's slug, or `own-areas`.
    public let force: String
    /// The month.
    public let month: Month
    /// What became of it.
    public let state: State
    /// Rows in the file for this month.
    public let rows: Int
    /// Anti-social behaviour counted; for a counts file the sum of its counts.
    public let incidents: Int
    /// Of these, those without a place.
    public let unallocated: Int
    /// What a reader of the counts should know.
    public internal(set) var notes: [String]
    /// Rows that are not as published, with their lines; the first hundred.
    public internal(set) var malformedRows: [String] = []
}
