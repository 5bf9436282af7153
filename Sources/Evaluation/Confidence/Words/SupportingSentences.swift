import Programme
import Statistics

/// What stands beside the main question, in sentences.
struct SupportingSentences {
    private let findings: ConfidenceFindings
    private var beside: SupportingFindings { findings.supporting }

    init(_ findings: ConfidenceFindings) { self.findings = findings }

    /// "Improved on some or all" with chance and those worse beside it.
    var improvement: [String] {
        guard let primary = findings.primary, findings.items > 1,
            let counts = beside.improvements.first(where: { $0.from == primary.from && $0.to == primary.to })?.counts
        else { return [] }
        let all = Wording.count(counts.answered)
        return [
            "\(Wording.count(counts.improvedOnSome)) of \(all) were higher on at least one item, "
                + "\(Wording.count(counts.improvedOnAll)) of \(Wording.count(counts.complete)) on every one; by chance alone "
                + "\(Wording.number(counts.chance.expected)) of \(all) would have been higher on some "
                + "(\(Wording.p(counts.chance.p))). \(Wording.count(counts.worsenedOnSome)) were lower on at least one, "
                + "\(Wording.count(counts.unchangedOnAll)) the same on all."
        ]
    }

    /// The change without teaching, people waiting, and the morning as seen afterwards.
    var besideTheChange: [String] {
        let baseline = beside.doubleBaselines.first { $0.measure == findings.primary?.measure }
        return [baseline.flatMap(sentence), beside.delayed.flatMap(sentence)].compactMap { $0 }
            + beside.thenRatings.compactMap(sentence)
    }

    private func sentence(_ baseline: DoubleBaseline) -> String? {
        guard let difference = baseline.difference, let interval = baseline.interval, let p = baseline.p,
            let people = baseline.people, let untaught = baseline.untaught, let taught = baseline.taught
        else { return nil }
        return "In the \(Wording.count(people)) people who also answered at booking the change was "
            + "\(Wording.signed(untaught)) without teaching and \(Wording.signed(taught)) with it, a difference of "
            + "\(estimate(difference, interval, p))."
    }

    private func sentence(_ delayed: DelayedComparison) -> String? {
        guard let difference = delayed.difference, let interval = delayed.interval, let p = delayed.p,
            let taught = delayed.taught, let waiting = delayed.waiting
        else { return nil }
        return
            "Against \(Wording.count(waiting)) people still waiting for their course the \(Wording.count(taught)) taught "
            + "changed by \(estimate(difference, interval, p)) more; who waited was not drawn by lot."
    }

    private func sentence(_ rating: ThenRating) -> String? {
        guard let shift = rating.shift, let interval = rating.interval, let p = rating.p, let people = rating.people
        else {
            return nil
        }
        return "Looking back, \(Wording.count(people)) people put their morning on \(rating.item) "
            + "\(estimate(shift, interval, p)) away from what they had said then: so much did their measure shift."
    }

    /// What the missing answers could do.
    var missing: [String] {
        guard let found = beside.sensitivity, let missing = found.missing, missing > 0, let worst = found.worst,
            let best = found.best
        else { return [] }
        let tipping = found.tippingShift.map {
            " The rise would be lost if those missing had changed by \(Wording.number($0, decimals: 2)) points less than the others."
        }
        return [
            "\(Wording.count(missing, "person", "people")) of the main question did not answer later; whatever they would have "
                + "said, the mean change lies between \(Wording.signed(worst.mean)) and \(Wording.signed(best.mean))."
                + (tipping ?? "")
        ]
    }

    /// Whether the gain lasts, at every follow-up.
    var lasting: [String] {
        findings.lasting.filter { $0.measure == findings.primary?.measure }.compactMap { row in
            guard let change = row.meanChange, let lower = row.clustered?.lower ?? row.lower, let pairs = row.pairs
            else {
                return nil
            }
            let place =
                "\(WaveWords.moment(row.wave)) against the end of the course: \(Wording.signed(change)) points, at "
                + "worst \(Wording.signed(lower)) (one-sided 95 %), in \(Wording.count(pairs)) people"
            let answer: String =
                switch (row.margin, row.leadingHolds) {
                case (nil, _): "no margin was declared, so whether it lasts is not tested"
                case (let margin?, true?):
                    "the gain lasts, within the declared margin of \(Wording.number(margin, decimals: 2))"
                case (let margin?, false?):
                    "not shown to last within the declared margin of \(Wording.number(margin, decimals: 2))"
                case (_, nil): "not tested, since the follow-up is not shown to lie above the wave before"
                }
            return place.prefix(1).uppercased() + place.dropFirst() + "; \(answer)."
        }
    }

    /// Use of skills, and everything that calls for safeguarding.
    var use: [String] {
        let uses = beside.skillUse.compactMap { use -> String? in
            guard let used = use.used, let answered = use.answered, let faced = use.faced, answered > 0,
                let attended = use.attended, let whenFaced = use.usedWhenFaced
            else { return nil }
            return "Used something from the course \(WaveWords.when(use.wave)): \(Wording.count(used)) of "
                + "\(Wording.count(answered)) who answered, \(Wording.count(whenFaced)) of \(Wording.count(faced)) who faced "
                + "a situation, \(Wording.count(used)) of \(Wording.count(attended)) who attended; walking away counts."
        }
        let told = beside.events.map { event in
            "\(event.people.map { Wording.count($0, "person", "people") } ?? "a few people") answered "
                + "\"\(event.answer)\" to \(event.item) \(WaveWords.when(event.wave))"
        }
        return uses + (told.isEmpty ? [] : ["For the safeguarding lead: \(told.joined(separator: "; "))."])
    }

    private func estimate(_ value: Double, _ interval: ClosedRange<Double>, _ p: Double) -> String {
        "\(Wording.signed(value)) points (95 % interval \(Wording.signed(interval.lowerBound)) to "
            + "\(Wording.signed(interval.upperBound)), \(Wording.p(p)))"
    }
}
