import Programme

/// The findings in plain sentences: estimate, interval, n of N, who is missing, what the design cannot show.
struct ConfidenceStatements {
    private let findings: ConfidenceFindings

    init(_ findings: ConfidenceFindings) { self.findings = findings }

    var all: [String] {
        guard let primary = findings.primaryComparison else { return declared + [nothingToCompare] + responses }
        let others = findings.comparisons.filter {
            $0.measure == primary.measure && ($0.from, $0.to) != (primary.from, primary.to)
        }
        let words = FindingSentences(primary, in: findings)
        return declared + [words.headline, words.directions].compactMap { $0 }
            + SupportingSentences(findings).improvement
            + others.filter { $0.to >= .post && $0.from < .post }.compactMap(further)
            + others.filter { $0.from == .booking && $0.to == .pre }.compactMap(beforeTeaching)
            + SupportingSentences(findings).besideTheChange
            + responses + windows + SupportingSentences(findings).missing
            + [onTheDay(primary)].compactMap { $0 } + SupportingSentences(findings).lasting + safety
            + SupportingSentences(findings).use + cautions(primary)
    }

    private var declared: [String] {
        guard let plan = findings.plan else { return [] }
        guard let primary = findings.primary, primary.standsIn else { return [plan.sentence] }
        let question =
            "\(findings.title(of: plan.plan.outcome)), from \(WaveWords.moment(plan.plan.from)) to "
            + WaveWords.moment(plan.plan.to)
        return [
            plan.sentence, "The declared question (\(question)) has no two answers yet; what follows stands in for it.",
        ]
    }

    private var nothingToCompare: String {
        if findings.attendees == 0 { return "There are no answers yet, so nothing can be said about confidence." }
        if findings.comparisons.isEmpty {
            return
                "The answers are of one wave, so no change can be estimated; it takes the same people's answers in two waves."
        }
        return "The main question stays open: \(findings.whyNoQuestion). Name the scale's items with --scales."
    }

    private func further(_ comparison: ConfidenceComparison) -> String? {
        guard comparison.interval != nil else { return nil }
        let words = FindingSentences(comparison, in: findings)
        return "The same, \(words.span): \(words.estimate), in \(words.answerers)."
    }

    private func beforeTeaching(_ comparison: ConfidenceComparison) -> String? {
        guard comparison.interval != nil else { return nil }
        let words = FindingSentences(comparison, in: findings)
        return "From booking to the door, before any teaching: \(words.estimate), in \(words.answerers). "
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

    private var windows: [String] {
        let late = findings.outOfWindow.filter { $0.people != 0 }
        guard !late.isEmpty else { return [] }
        let parts = late.map { wave in
            let count = wave.people.map { Wording.count($0, "answer", "answers") } ?? "a few answers"
            return "\(count) \(WaveWords.when(wave.wave))"
        }
        return ["Given outside the window and left out of the main question: \(Wording.list(parts))."]
    }

    private func onTheDay(_ primary: ConfidenceComparison) -> String? {
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
        if FindingSentences(primary, in: findings).isNearTop {
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
}
