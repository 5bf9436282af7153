/// The bank holidays of England and Wales in the years that have been listed.
public struct BankHolidays: Hashable, Sendable {
    /// One day off.
    public struct Day: Hashable, Sendable {
        /// The day.
        public var date: CalendarDate
        /// Its name: "Boxing Day (substitute day)".
        public var name: String

        /// A day off.
        public init(date: CalendarDate, name: String) { (self.date, self.name) = (date, name) }
    }

    /// The days in order.
    public let days: [Day]
    /// The years whose list is complete; about any other year nothing is known.
    public let years: Set<Int>
    /// Where they are from.
    public let provenance: Provenance
    private let names: [CalendarDate: String]

    /// A list; the years are those with at least one day.
    public init(days: [Day], provenance: Provenance) {
        self.days = days.sorted { $0.date < $1.date }
        self.provenance = provenance
        years = Set(days.map(\.date.year))
        names = Dictionary(days.map { ($0.date, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// The holiday's name on `date`, or nil on any other day.
    public func name(on date: CalendarDate) -> String? { names[date] }

    /// Whether `date` is neither a weekend nor a bank holiday; nil in a year that has not been listed.
    public func isWorkingDay(_ date: CalendarDate) -> Bool? {
        if date.weekday > 5 { return false }
        guard years.contains(date.year) else { return nil }
        return names[date] == nil
    }
}
