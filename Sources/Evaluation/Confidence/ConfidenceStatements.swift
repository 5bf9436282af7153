import Programme

/// The findings in plain sentences: estimate, interval, n of N, who is missing, what the design cannot show.
struct ConfidenceStatements {
    private let findings: ConfidenceFindings

    init(_ findings: ConfidenceFindings) { self.findings = findings }

    var all: [String] {
        guard let primary = findings.primaryComparison else { return [nothingToCompare] + responses }
        let others = findings.comparisons.filter { $0.measure == primary.measure && $0 != primary }
        return [headline(primary), directions(primary)].compactMap { $0 }
            + others.filter { $0.to >= .post && $0.from < .post }.compactMap(further)
            + others.filter { $0.from == .booking && $0.to == .pre }.compactMap(beforeTeaching)
            + responses + [lasting(primary)].compactMap { $0 } + safety + cautions(primary)
    }

    private var nothingToCompare: String {
        findings.attendees == 0
            ? "There are no answers yet, so nothing can be said about confidence."
            : "The answers are of one wave, so no change can be estimated; it takes the same people's answers in two waves."
    }

    private func headline(_ comparison: ConfidenceComparison) -> String {
        let subject = capitalised(findings.title(of: comparison.measure))
        guard let from = comparison.meanFrom, let to = comparison.meanTo, let change = comparison.meanChange else {
            let reason = comparison.reasons.first?.reason ?? "no reason is known"
            return "\(subject), \(span(comparison)): not estimable, \(reason)."
        }
        let verb = change > 0 ? "rose" : change < 0 ? "fell" : "stayed"
        let means = change == 0 ? "at \(points(from))" : "from \(points(from)) to \(points(to))"
        let scale = findings.range.map { " (scale \($0))" } ?? ""
        return "\(subject), \(span(comparison)): the mean \(verb) \(means)\(scale), \(estimate(comparison)), "
            + "in \(people(comparison))."
    }

    private func estimate(_ comparison: ConfidenceComparison) -> String {
        let change = "a change of \(Wording.signed(comparison.meanChange ?? 0)) points"
        guard let interval = comparison.leadingInterval, let p = comparison.leadingP else {
            let reason = comparison.reasons.first { $0.names.contains("t") }?.reason ?? "the spread is unknown"
            return "\(change) without an interval (\(reason))"
        }
        let reading =
            interval.contains(0) ? "; the interval holds zero, so this is no evidence of a change" : ""
        let courses = comparison.leadingCluster.map { ", allowing for \($0.courses) courses" } ?? ""
        let bounds = "\(Wording.signed(interval.lowerBound)) to \(Wording.signed(interval.upperBound))"
        return "\(change) (95 % interval \(bounds), \(Wording.p(p))\(courses)\(reading))"
    }

    private func people(_ comparison: ConfidenceComparison) -> String {
        let pairs = Wording.count(comparison.pairs ?? 0)
        guard let attended = findings.attrition.attended else { return "the \(pairs) people who answered both times" }
        let whole = Wording.count(attended, "person", "people")
        return findings.attrition.knowsDue
            ? "the \(pairs) of \(whole) who attended and answered both times"
            : "the \(pairs) of \(whole) in the answers who answered both times"
    }

    private func directions(_ comparison: ConfidenceComparison) -> String? {
        guard let pairs = comparison.pairs, pairs > 0, let improved = comparison.improved,
            let share = comparison.improvedShare
        else { return nil }
        let range = "95 % interval \(Wording.percent(share.lowerBound)) to \(Wording.percent(share.upperBound))"
        let part = "\(Wording.count(improved)) of \(Wording.count(pairs)) scored higher"
        let percent = "\(Wording.percent(Double(improved) / Double(pairs))), \(range)"
        guard let unchanged = comparison.unchanged, let worse = comparison.worse else { return "\(part) (\(percent))." }
        return "\(part) (\(percent)), \(Wording.count(unchanged)) the same and \(Wording.count(worse)) lower."
    }

    private func further(_ comparison: ConfidenceComparison) -> String? {
        guard comparison.interval != nil else { return nil }
        return "The same, \(span(comparison)): \(estimate(comparison)), in \(people(comparison))."
    }

    private func beforeTeaching(_ comparison: ConfidenceComparison) -> String? {
        guard comparison.interval != nil else { return nil }
        return "From booking to the door, before any teaching: \(estimate(comparison)), in \(people(comparison)). "
            + "Compare the change after the course with this one."
    }

    private var responses: [String] {
        let attrition = findings.attrition
        let parts = attrition.waves.compactMap { wave -> String? in
            guard let due = wave.due, let answered = wave.answered, due > 0 else { return nil }
            let rate = Wording.percent(Double(answered) / Double(due))
            return "\(Wording.count(answered)) of \(Wording.count(due)) (\(rate)) \(WaveWords.when(wave.wave))"
        }
        guard !parts.isEmpty else { return [] }
        let base =
            attrition.knowsDue ? "of those due" : "of everybody seen in the answers; who else was due is not known"
        let missing = attrition.waves.contains { ($0.answered ?? 0) < ($0.due ?? 0) }
        let bias = missing ? " Those who did not answer may have changed differently." : ""
        return ["Answered, \(base): \(parts.joined(separator: ", ")).\(bias)"]
    }

    private func lasting(_ primary: ConfidenceComparison) -> String? {
        guard primary.to == .post, primary.interval != nil else { return nil }
        return "This is the change on the day; nothing is known yet about whether it lasts."
    }

    private var safety: [String] {
        guard !findings.guardItems.isEmpty else { return [] }
        return findings.guardItems.map { item in
            guard let pairs = item.pairs, let from = item.safeFrom, let to = item.safeTo, let gained = item.gained,
                let lost = item.lost, let p = item.p
            else { return "Safe choices in \(item.item): not told, \(item.reasons.first?.reason ?? "no answers")." }
            return "Safe choices in \(item.item): \(from) of \(pairs) \(WaveWords.when(item.from)), "
                + "\(to) of \(pairs) \(WaveWords.when(item.to)); \(gained) came to choose safely, "
                + "\(lost) no longer did (McNemar \(Wording.p(p)))."
        }
    }

    private func cautions(_ primary: ConfidenceComparison) -> [String] {
        var cautions: [String] = []
        if let pairs = primary.pairs, (1..<10).contains(pairs) {
            cautions.append("With fewer than 10 pairs one person's answer can turn the result.")
        }
        if let range = findings.range, let mean = primary.meanFrom,
            mean >= range.lowest + 0.9 * (range.highest - range.lowest)
        {
            cautions.append("The first mean is already near the top of the scale, which leaves little room to rise.")
        }
        if let clustered = primary.clustered, clustered.isUnreliable {
            let exact = clustered.wildP.map {
                "; turning the signs of whole courses gives \(Wording.p($0)), counted exactly"
            }
            cautions.append(
                "There were only \(clustered.courses) courses, too few to know well how much people of one course are alike"
                    + "\(exact ?? "")."
            )
        }
        guard primary.meanChange != nil else { return cautions }
        cautions.append(
            "There was no control group: the change may come from the course, from chance highs and lows evening out, "
                + "or from people answering as they think is hoped for, and this survey cannot tell these apart."
        )
        return cautions
    }

    private func span(_ comparison: ConfidenceComparison) -> String {
        "from \(WaveWords.moment(comparison.from)) to \(WaveWords.moment(comparison.to))"
    }

    private func points(_ value: Double) -> String { Wording.number(value, decimals: 2) }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// Waves as words of a sentence.
enum WaveWords {
    /// When a wave is answered: `at the end of the course`.
    static func when(_ wave: Wave) -> String {
        switch wave {
        case .booking, .post, .firstFollowUp: "at \(moment(wave))"
        case .pre, .followUp: moment(wave)
        }
    }

    /// The wave after "from" and "to": `the end of the course`.
    static func moment(_ wave: Wave) -> String {
        switch wave {
        case .booking: "booking"
        case .pre: "before the course"
        case .post: "the end of the course"
        case .firstFollowUp: "the follow-up"
        case .followUp(let months): months == 1 ? "1 month later" : "\(months) months later"
        }
    }
}
