public import Programme

/// Reads `callers.csv`: `caller_id,month,count[,group,trained_on,exposed_days]`.
public enum CallerSheet {
    enum Column: Int, SheetColumn {
        case caller, month, count, group, trainedOn, exposedDays

        static let sheet = "callers.csv"
        var isRequired: Bool { rawValue <= Column.count.rawValue }
        var name: String {
            switch self {
            case .caller: "caller_id"
            case .trainedOn: "trained_on"
            case .exposedDays: "exposed_days"
            default: "\(self)"
            }
        }
    }

    /// What stands in `caller_id` for a caller whom nobody could name, whatever the case; so does nothing at all.
    static let unresolved: Set<String> = [
        "", "unknown", "unresolved", "withheld", "anonymous", "not known", "not given", "n/a", "na", "null", "none",
        "-",
    ]

    /// The people, by their names, each with the months that have a row; a month without a row is missing, never zero.
    ///
    /// `group` and `trained_on` belong to a person and may be left blank on further rows. A row with no exposed day counts as no
    /// row. Rows that name nobody are counted and kept apart.
    ///
    /// - Parameters:
    ///   - source: The sheet.
    ///   - limits: What is refused.
    /// - Returns: Everybody in it.
    /// - Throws: ``OpenDataRefusal``: a month that is not `YYYY-MM`, a count that is negative or a fraction, exposed days that
    ///   the month does not have or none with calls, a person and month given twice, two groups or days of training for one
    ///   person; each with its line.
    public static func read(_ source: CSVSource, limits: CSVLimits = CSVLimits()) throws(OpenDataRefusal)
        -> CallerRecords
    {
        var sheet = try SheetReader<Column>.open(source, limits: limits)
        var reading = Reading()
        while try sheet.next() { reading.take(&sheet) }
        try sheet.throwFaults()
        return reading.records
    }

    /// What is known so far.
    private struct Reading: ~Copyable {
        private struct Person {
            var history: CallerHistory
            var lines: [Int: Int] = [:]
        }
        private var people: [String: Person] = [:]
        private var unresolvedRows = 0
        private var unresolvedCalls = 0

        var records: CallerRecords {
            let histories = people.values.map { person in
                var history = person.history
                history.months.sort { $0.month < $1.month }
                return history
            }
            return CallerRecords(
                histories.sorted { $0.caller < $1.caller },
                unresolvedRows: unresolvedRows,
                unresolvedCalls: unresolvedCalls
            )
        }

        mutating func take(_ sheet: inout SheetReader<Column>) {
            let month = sheet.required(.month, "a month like 2026-03").flatMap { _ in
                sheet.parsed(.month, "a month like 2026-03") { Month($0) }
            }
            let count = sheet.required(.count, "a whole number of 0 or more").flatMap { _ in
                sheet.parsed(.count, "a whole number of calls from 0 to a million") { text in
                    Numbers.count(text).flatMap { $0 <= 1_000_000 ? $0 : nil }
                }
            }
            let trained = sheet.parsed(.trainedOn, "a day like 2026-03-14") { text in
                CalendarDate(text) ?? Month(text)?.firstDay
            }
            guard let month, let count else { return }
            let days = sheet.parsed(.exposedDays, "a whole number of days from 0 to \(month.days)") { text in
                Numbers.count(text).flatMap { $0 <= month.days ? $0 : nil }
            }
            let caller = sheet.text(.caller)
            guard !CallerSheet.unresolved.contains(caller.lowercased()) else {
                unresolvedRows += 1
                return unresolvedCalls += count
            }
            if days == 0, count > 0 {
                return sheet.add(
                    .exposedDays,
                    "is 0, but there are calls in \(month); give the days, or leave it blank"
                )
            }
            var person =
                people.removeValue(forKey: caller) ?? Person(history: CallerHistory(caller: caller, months: []))
            defer { people[caller] = person }
            if let first = person.lines[month.index] {
                return sheet.add(.month, "this caller has a row for \(month) on line \(first) already; keep one")
            }
            person.lines[month.index] = sheet.line
            Self.settle(&person.history.group, sheet.optional(.group), .group, &sheet)
            Self.settle(&person.history.trainedOn, trained, .trainedOn, &sheet)
            if days != 0 { person.history.months.append(.init(month, calls: count, days: days)) }
        }

        /// Keeps what is said of a person, and refuses a second thing said of the same person.
        private static func settle<Value: Equatable>(
            _ known: inout Value?,
            _ said: Value?,
            _ column: Column,
            _ sheet: inout SheetReader<Column>
        ) {
            guard let said, said != known else { return }
            guard let first = known else { return known = said }
            sheet.add(column, "\"\(said)\" differs from \"\(first)\" on an earlier row of the same caller; keep one")
        }
    }
}
