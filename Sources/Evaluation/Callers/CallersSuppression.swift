extension CallersFindings {
    /// Hides numbers of people and calls below `least`, and what could be told from the rest if only one were hidden.
    mutating func suppress(below least: Int) {
        func isSmall(_ count: Int?) -> Bool { (1..<max(1, least)).contains(count ?? 0) }
        let why = "suppressed: fewer than \(least) people or calls"
        let hidesTrained = isSmall(trained), hidesOthers = isSmall(comparisonCallers)
        if isSmall(adjusted.change.people) || isSmall(adjusted.change.observed) {
            (adjusted.change, adjusted.naive) = (.none(why), .none(why))
            for place in adjusted.sensitivity.indices { adjusted.sensitivity[place].ratio = nil }
            (daysBefore, daysAfter, trainedInsideMonth) = (nil, nil, nil)
        }
        if isSmall(adjusted.law.people) { adjusted.law = Law(tailFrom: adjusted.law.tailFrom, isWeak: false, why: why) }
        if isSmall(second.change.people) || isSmall(second.change.observed) {
            second.change = .none(why)
            second.ratioBeforeTraining = nil
        }
        if hidesTrained || hidesOthers {
            (trained, comparisonCallers) = (nil, nil)
            comparison?.hide(why)
        }
        hideExcluded(isSmall)
        for place in concentration.indices
        where isSmall(concentration[place].people) || isSmall(concentration[place].calls) {
            (concentration[place].people, concentration[place].calls, concentration[place].share) = (nil, nil, nil)
        }
        if isSmall(unresolvedRows) || isSmall(unresolvedCalls) { (unresolvedRows, unresolvedCalls) = (nil, nil) }
        if isSmall(trainedInsideMonth) { trainedInsideMonth = nil }
        if isSmall(missingMonths) { missingMonths = nil }
        if isSmall(shortMonths) { shortMonths = nil }
    }

    /// One hidden reason alone could be told from the totals, so a second one and the totals are hidden with it.
    private mutating func hideExcluded(_ isSmall: (Int?) -> Bool) {
        let small = excluded.indices.filter { isSmall(excluded[$0].people) }
        for place in small { excluded[place].people = nil }
        guard !small.isEmpty else { return }
        let others = excluded.indices.filter { (excluded[$0].people ?? 0) > 0 }
        if small.count == 1, let least = others.min(by: { (excluded[$0].people ?? 0) < (excluded[$1].people ?? 0) }) {
            excluded[least].people = nil
        }
        (listed, inBaseline, adjusted.law.people) = (nil, nil, nil)
    }
}

extension CallersFindings.Comparison {
    fileprivate mutating func hide(_ why: String) {
        (ancova, difference) = (.none(why), .none(why))
        (ancovaLog, differenceLog, theta, naiveError) = (nil, nil, nil, nil)
        (clusters, comparisonPeople) = (nil, nil)
    }
}
