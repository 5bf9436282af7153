import Programme

/// What one person called in the windows around their start.
struct CallerCase {
    /// Whether the person was trained.
    var isTrained: Bool
    /// Calls and exposed days in the baseline.
    var before = 0, daysBefore = 0
    /// Calls and exposed days after.
    var after = 0, daysAfter = 0
    /// Calls and exposed days in the window of the same length before the baseline.
    var earlier = 0, daysEarlier = 0
    /// Months of the windows without a row, within the months of the source.
    var missingMonths = 0
    /// Months of the windows with fewer days than the calendar's.
    var shortMonths = 0
}

/// Everybody's windows.
struct CallerCases {
    /// Why nobody can be compared; nil when somebody can.
    private(set) var why: String?
    private(set) var cases: [CallerCase] = []
    /// Whether the source parts those trained from others.
    private(set) var hasComparison = false
    /// The start of those without a day of training.
    private(set) var start: Month?
    /// The starts of the trained, in order.
    private(set) var starts: [Month] = []
    /// Trained people whose day lies inside a month.
    private(set) var trainedInsideMonth = 0
    /// The months of the source.
    private(set) var months: ClosedRange<Month>?
    /// Months of the earlier window, for the person who has most of them.
    private(set) var earlierMonths = 0

    init(_ records: CallerRecords, _ options: CallersOptions) throws(CallersRefusal) {
        guard !records.callers.isEmpty else {
            why = "there is no caller with a name or number of their own"
            return
        }
        let roles = try Roles(records.callers, options)
        why = roles.why
        hasComparison = roles.hasComparison
        let first = records.callers.compactMap { $0.months.first?.month }.min()
        let last = records.callers.compactMap { $0.months.last?.month }.max()
        guard let first, let last else {
            why = "nobody has an exposed day"
            return
        }
        months = first...last
        starts = zip(records.callers, roles.areTrained).compactMap { caller, isTrained in
            isTrained ? caller.trainedOn?.monthOfYear ?? options.start : nil
        }.sorted()
        start = options.start ?? (starts.isEmpty ? nil : starts[(starts.count - 1) / 2])
        guard why == nil else { return }
        guard start != nil else {
            why = "no start is known: nobody has a day of training, and no first month after was given"
            return
        }
        for (caller, isTrained) in zip(records.callers, roles.areTrained) {
            add(caller, isTrained, first...last, options)
        }
    }

    private mutating func add(
        _ caller: CallerHistory,
        _ isTrained: Bool,
        _ months: ClosedRange<Month>,
        _ options: CallersOptions
    ) {
        let own = isTrained ? caller.trainedOn?.monthOfYear : nil
        guard let start = own ?? self.start else { return }
        if isTrained, let day = caller.trainedOn, day != day.monthOfYear.firstDay { trainedInsideMonth += 1 }
        // Somebody who waits and is trained later is compared until then.
        let end = isTrained ? nil : caller.trainedOn?.monthOfYear
        let begin = start.adding(options.transitionMonths)
        var person = CallerCase(isTrained: isTrained), present = 0, earlier = 0
        let before = start.adding(-options.monthsBefore)..<start, after = begin..<begin.adding(options.monthsAfter)
        let selection = start.adding(-2 * options.monthsBefore)..<start.adding(-options.monthsBefore)
        for month in caller.months where end.map({ month.month < $0 }) ?? true {
            if before.contains(month.month) {
                person.before += month.calls
                person.daysBefore += month.days
            } else if after.contains(month.month) {
                person.after += month.calls
                person.daysAfter += month.days
            } else {
                if selection.contains(month.month) {
                    person.earlier += month.calls
                    person.daysEarlier += month.days
                    earlier += 1
                }
                continue
            }
            present += 1
            if month.days < month.month.days { person.shortMonths += 1 }
        }
        let wanted = [before, after].reduce(0) { $0 + Self.overlap($1, months) }
        person.missingMonths = max(0, wanted - present)
        earlierMonths = max(earlierMonths, earlier)
        cases.append(person)
    }

    private static func overlap(_ window: Range<Month>, _ months: ClosedRange<Month>) -> Int {
        let last = min(window.upperBound.index - 1, months.upperBound.index)
        return max(0, last - max(window.lowerBound.index, months.lowerBound.index) + 1)
    }
}

/// Who was trained.
private struct Roles {
    var areTrained: [Bool] = []
    var hasComparison = false
    var why: String?

    init(_ callers: [CallerHistory], _ options: CallersOptions) throws(CallersRefusal) {
        let groups = Set(callers.compactMap { $0.group?.lowercased() })
        for group in options.trainedGroups where !groups.contains(group.lowercased()) {
            throw .unknownGroup(group, known: Set(callers.compactMap(\.group)).sorted())
        }
        let isNamed = !options.trainedGroups.isEmpty
        let named = isNamed ? Set(options.trainedGroups.map { $0.lowercased() }) : CallersOptions.usualTrainedGroups
        areTrained = callers.map { caller in
            let group = caller.group?.lowercased()
            if let group, named.contains(group) { return true }
            if let group, isNamed || CallersOptions.usualComparisonGroups.contains(group) { return false }
            return caller.trainedOn != nil
        }
        let trained = areTrained.count { $0 }
        if trained == 0, groups.isEmpty {
            areTrained = callers.map { _ in true }
        } else if trained == 0 {
            why =
                "nobody is known to be trained: no day of training, and none of the groups (\(groups.sorted().joined(separator: ", "))) is named as theirs"
        }
        hasComparison = trained > 0 && trained < callers.count
    }
}
