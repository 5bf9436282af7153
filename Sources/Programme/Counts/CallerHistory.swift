/// One person's calls month by month, as `callers.csv` or a force's extract gives them.
public struct CallerHistory: Hashable, Sendable {
    /// A month in which the person could have called.
    public struct ExposedMonth: Hashable, Sendable {
        /// The month.
        public var month: Month
        /// The calls, 0 or more.
        public var calls: Int
        /// The days of the month on which the person could have called, 1 to 31: fewer for somebody who moved, died or was
        /// barred.
        public var days: Int

        /// A month; the whole of it unless `days` says otherwise.
        public init(_ month: Month, calls: Int, days: Int? = nil) {
            (self.month, self.calls, self.days) = (month, calls, days ?? month.days)
        }
    }

    /// What the source calls the person; a pseudonym.
    public var caller: String
    /// The group the source puts the person in; nil when it names none.
    public var group: String?
    /// The day the person was trained; nil for somebody who was not, or when the source does not say.
    public var trainedOn: CalendarDate?
    /// The months in order, each once; a month that is not there is missing, never zero.
    public var months: [ExposedMonth]

    /// A history.
    public init(caller: String, group: String? = nil, trainedOn: CalendarDate? = nil, months: [ExposedMonth]) {
        (self.caller, self.group, self.trainedOn, self.months) = (caller, group, trainedOn, months)
    }
}

/// Everybody a source of calls by person tells of.
public struct CallerRecords: Hashable, Sendable {
    /// The people, in the order of their names in the source.
    public var callers: [CallerHistory]
    /// Rows that name nobody: blank, withheld or unknown.
    public var unresolvedRows: Int
    /// The calls in those rows.
    public var unresolvedCalls: Int

    /// Records.
    public init(_ callers: [CallerHistory], unresolvedRows: Int = 0, unresolvedCalls: Int = 0) {
        self.callers = callers
        (self.unresolvedRows, self.unresolvedCalls) = (unresolvedRows, unresolvedCalls)
    }
}
