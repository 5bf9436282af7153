import Programme

extension ConfidenceFindings {
    /// Hides whatever rests on fewer than `least` people, also where it could be found by subtraction.
    mutating func suppress(below least: Int) {
        for position in comparisons.indices { comparisons[position].suppress(below: least) }
        attrition.suppress(below: least)
        for position in guardItems.indices { guardItems[position].suppress(below: least) }
        for position in distributions.indices { distributions[position].suppress(below: least) }
        for position in flow.indices { flow[position].suppress(below: least) }
        for position in lasting.indices { lasting[position].suppress(below: least) }
        for position in attrition.stayersLeavers.indices { attrition.stayersLeavers[position].suppress(below: least) }
        suppressGroups(below: least)
        for position in outOfWindow.indices where (1..<least).contains(outOfWindow[position].people ?? 0) {
            outOfWindow[position].people = nil
        }
        primaryComparison?.suppress(below: least)
        supporting.suppress(below: least)
        for position in questions.indices where isHidden(questions[position].question) {
            questions[position].suppress(below: least)
        }
    }
}

extension ConfidenceFindings {
    /// Whether the numbers that answer a question are suppressed.
    private func isHidden(_ question: PrimaryQuestion) -> Bool {
        let answer = question == primary ? primaryComparison : comparisons.first(where: question.isAsked)
        return answer?.pairs == nil
    }

    /// Hides small groups, and where only one of a kind is hidden the smallest other one too, which would give it away.
    private mutating func suppressGroups(below least: Int) {
        for position in groups.indices { groups[position].suppress(below: least) }
        for kind in GroupKind.allCases {
            let places = groups.indices.filter { groups[$0].kind == kind }
            let shown = places.filter { groups[$0].comparison.pairs != nil }
            guard shown.count == places.count - 1,
                let smallest = shown.min(by: { (groups[$0].comparison.pairs ?? 0) < (groups[$1].comparison.pairs ?? 0) }
                )
            else { continue }
            groups[smallest].suppress(below: .max)
            groups[smallest].comparison.reasons = [
                MissingReason(["every number"], "suppressed: it would give away a group of fewer than \(least) people")
            ]
        }
    }
}

/// Whether a count of `part` among `whole` tells about fewer than `least` people, itself or by subtraction.
private func tells(_ part: Int?, of whole: Int?, below least: Int) -> Bool {
    guard let part, let whole else { return false }
    return (1..<least).contains(part) || (1..<least).contains(whole - part)
}

extension ConfidenceComparison {
    mutating func suppress(below least: Int) {
        let reason = "suppressed: fewer than \(least) people"
        guard let pairs, pairs > 0 else { return }
        guard pairs >= least else {
            (self.pairs, meanFrom, meanTo, meanChange, standardDeviation) = (nil, nil, nil, nil, nil)
            (interval, t, degreesOfFreedom, p, holm) = (nil, nil, nil, nil, nil)
            (improved, unchanged, worse, improvedShare) = (nil, nil, nil, nil)
            (standardised, ranks, bootstrap, clustered, clusteredByTrainer) = (nil, nil, nil, nil, nil)
            (detectableChange, spreadFrom, scores) = (nil, nil, [])
            reasons = [MissingReason(["every number"], reason)]
            return
        }
        let parts = [improved, unchanged, worse]
        guard parts.contains(where: { tells($0, of: pairs, below: least) }) else { return }
        var names = ["unchanged", "worse"]
        if tells(improved, of: pairs, below: least) {
            names = ["improved"] + names + ["improved_share_ci95"]
            (improved, improvedShare) = (nil, nil)
        }
        (unchanged, worse, scores) = (nil, nil, [])
        reasons.append(MissingReason(names, reason))
    }
}

extension Attrition {
    mutating func suppress(below least: Int) {
        let reason = "suppressed: fewer than \(least) people"
        var names: [String] = []
        for position in waves.indices { waves[position].suppress(below: least, of: attended, reason) }
        for position in courses.indices { courses[position].suppress(below: least, reason) }
        let limit = waves.filter { $0.wave == .pre || $0.wave == .post }.compactMap(\.answered).min() ?? attended
        if tells(preAndPost, of: limit, below: least) {
            preAndPost = nil
            names.append("pre_and_post")
        }
        if let all = attended, (1..<least).contains(all) {
            attended = nil
            names.append("attended")
        }
        if !names.isEmpty { reasons.append(MissingReason(names, reason)) }
    }
}

extension Attrition.Response {
    mutating func suppress(below least: Int, of attended: Int?, _ reason: String) {
        let (whole, all) = (due, answered)
        if tells(all, of: whole, below: least) { answered = nil }
        if tells(whole, of: attended, below: least) { due = nil }
        if let extra = answeredNotDue, (1..<least).contains(extra) { answeredNotDue = nil }
        if answered == nil || due == nil { why = reason }
    }
}

extension Attrition.Course {
    mutating func suppress(below least: Int, _ reason: String) {
        for position in waves.indices { waves[position].suppress(below: least, of: attended, reason) }
        guard let all = attended, (1..<least).contains(all) else { return }
        attended = nil
        for position in waves.indices {
            (waves[position].due, waves[position].answered, waves[position].answeredNotDue) = (nil, nil, nil)
        }
        why = reason
    }
}

extension LastingChange {
    mutating func suppress(below least: Int) {
        guard let people = pairs, (1..<least).contains(people) else { return }
        (pairs, gainP, gain, meanChange, lower, p, holds) = (nil, nil, nil, nil, nil, nil, nil)
        (clustered, retention, retentionInterval) = (nil, nil, nil)
        reasons = [MissingReason(["every number"], "suppressed: fewer than \(least) people")]
    }
}

extension GuardComparison {
    mutating func suppress(below least: Int) {
        let cells = [safeFrom, safeTo, gained, lost]
        let small =
            (pairs.map { (1..<least).contains($0) } ?? false) || cells.contains { tells($0, of: pairs, below: least) }
        guard small else { return }
        (pairs, safeFrom, safeTo, gained, lost, p) = (nil, nil, nil, nil, nil, nil)
        reasons = [MissingReason(["every number"], "suppressed: fewer than \(least) people")]
    }
}
