import Programme

extension ConfidenceFindings {
    /// Hides whatever rests on fewer than `least` people, also where it could be found by subtraction.
    mutating func suppress(below least: Int) {
        for position in comparisons.indices { comparisons[position].suppress(below: least) }
        attrition.suppress(below: least)
        for position in guardItems.indices { guardItems[position].suppress(below: least) }
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
            (standardised, ranks, bootstrap, clustered) = (nil, nil, nil, nil)
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
        for position in waves.indices {
            let wave = waves[position]
            if tells(wave.answered, of: wave.due, below: least) { waves[position].answered = nil }
            if tells(wave.due, of: attended, below: least) { waves[position].due = nil }
            if let extra = wave.answeredNotDue, (1..<least).contains(extra) { waves[position].answeredNotDue = nil }
            if waves[position].answered == nil || waves[position].due == nil { waves[position].why = reason }
        }
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
