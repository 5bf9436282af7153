/// The months compared, on both sides of the start.
public struct ComparisonWindows: Hashable, Sendable {
    /// Months before.
    public var monthsBefore: Int
    /// Months after.
    public var monthsAfter: Int

    /// Windows of so many months.
    public init(monthsBefore: Int, monthsAfter: Int) {
        (self.monthsBefore, self.monthsAfter) = (monthsBefore, monthsAfter)
    }

    /// A year against the year before.
    public static let yearOnYear = ComparisonWindows(monthsBefore: 12, monthsAfter: 12)

    /// What a sentence calls a comparison of these windows.
    var words: String {
        self == .yearOnYear
            ? "a year-on-year comparison" : "a comparison of \(monthsAfter) months with the \(monthsBefore) before"
    }
}
