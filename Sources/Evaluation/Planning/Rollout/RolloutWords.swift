extension RolloutFindings {
    private var counted: [Area] { areas.filter { $0.detectableFall != nil } }
    private var visible: [Area] { areas.filter(\.isVisible) }
    /// The plural of what is counted.
    public var noun: String { plan.source?.words ?? "calls" }

    /// Whether the training so far could be seen anywhere, in a few words.
    public var verdict: String {
        guard !counted.isEmpty else { return "not estimable: there are no counts of any area" }
        let best = counted.max { ($0.expectedFall ?? 0) < ($1.expectedFall ?? 0) }
        let places = Wording.count(counted.count, "area", "areas")
        guard visible.isEmpty else {
            return "could be seen in \(Wording.count(visible.count)) of \(places) with the people trained so far"
        }
        guard let best, let expected = best.expectedFall, let detectable = best.detectableFall, expected > 0 else {
            return "too thin: nobody trained so far in any of \(places) with counts"
        }
        return "too thin: at most \(Wording.percent(expected)) expected in any area (\(best.plan.name)), "
            + "\(Wording.percent(detectable)) detectable there"
    }

    /// The findings as plain sentences.
    public var statements: [String] {
        let before: [String?] = [dose, unknown, soFar]
        let recommended: [String?] = next.prefix(3).enumerated().map { recommendation($0.offset, $0.element) }
        let after: [String?] = [impossible, comparison, steps, wait, assumptions, method]
        return (before + recommended + after).compactMap { $0 } + plan.remarks
    }

    private var dose: String {
        let trained = areas.filter { $0.people > 0 }
        guard let most = areas.first(where: { $0.dose != nil && $0.people > 0 }), let highest = most.dose else {
            guard !trained.isEmpty else { return "Nobody with a known place has been trained yet." }
            return "\(Wording.count(placedPeople, "person", "people")) trained who live or work in "
                + "\(Wording.count(trained.count, "area", "areas")); without residents there is no dose per 1,000."
        }
        return "\(Wording.count(placedPeople, "person", "people")) trained who live or work in "
            + "\(Wording.count(trained.count, "area", "areas")), most in \(most.plan.name): "
            + "\(Wording.number(highest, decimals: highest < 10 ? 2 : 1)) for every 1,000 residents."
    }

    private var unknown: String {
        let rule = "People count where they live and where they work, once in each, and never where the course was held"
        let twice = plan.people.map { people in
            let placed = people - plan.unknown
            return placedPeople > placed
                ? " (\(Wording.count(people)) in all, \(Wording.count(placedPeople - placed)) of them in two areas)"
                : ""
        }
        return plan.unknown == 0
            ? "\(rule)\(twice ?? "")."
            : "\(rule)\(twice ?? ""); of \(Wording.count(plan.unknown)) nobody knows either, and they are in no area."
    }

    private var soFar: String? {
        guard !counted.isEmpty else { return "Without counts nothing can be said of what could be seen." }
        guard !visible.isEmpty else {
            return
                "In none of \(Wording.count(counted.count, "area", "areas")) with counts could the training so far be seen: "
                + "it is too thin."
        }
        return "The training so far could be seen in \(Wording.list(visible.map(\.plan.name)))."
    }

    private func recommendation(_ place: Int, _ area: Area) -> String {
        let start = place == 0 ? "Concentrate next on" : "Then on"
        let further = Wording.count(area.furtherPeople ?? 0, "further person", "further people")
        let level = area.detectableFall.map { "the \(Wording.percent($0)) fewer that can be seen there" } ?? "an effect"
        let so = area.people == 0 ? "nobody is trained there yet" : "\(Wording.count(area.people)) are already"
        let calls = area.callsPerThousand.map {
            "; \(Wording.number($0, decimals: $0 < 10 ? 1 : 0)) \(noun) a year for every 1,000 residents"
        }
        return "\(start) \(area.plan.name): \(further) would make \(level) possible, fewer than in any area after it "
            + "(\(so)\(calls ?? ""))."
    }

    private var impossible: String? {
        let areas = counted.filter { $0.neededPeople == nil }
        guard !areas.isEmpty else { return nil }
        let names = areas.prefix(5).map(\.plan.name).joined(separator: ", ") + (areas.count > 5 ? ", …" : "")
        return "In \(Wording.count(areas.count, "area", "areas")) not even everybody would be enough: \(names)."
    }

    private var comparison: String? {
        guard let spread, plan.furtherPeople > 0 else { return nil }
        let people = Wording.count(plan.furtherPeople, "further person", "further people")
        let together = spread.isVisible ? "it could be seen" : "too thin"
        var words =
            "Spread evenly, \(people) and those so far give at most \(Wording.percent(spread.expectedFall)) fewer over all areas "
            + "together, where a fall of \(Wording.percent(spread.detectableFall)) could be seen: \(together); by themselves "
            + "\(Wording.count(spread.visibleAreas)) of \(Wording.count(counted.count, "area", "areas")) could be seen."
        if let concentration {
            let placed = concentration.places.map { "\(Wording.count($0.people)) in \($0.area)" }
            let shown = Wording.list(Array(placed.prefix(4))) + (placed.count > 4 ? ", …" : "")
            words += " Concentrated (\(shown)), \(Wording.count(concentration.visibleAreas)) could."
        }
        return words
    }

    private var steps: String? {
        guard let fall = order.detectableFall, let within = order.within, let between = order.between else {
            return order.why.map { "No order in steps: \($0)." }
        }
        let dealt =
            plan.steps.isBalanced ? "large and small areas shared out over the steps" : "all orders equally likely"
        let listed = order.steps.enumerated().map { "\($0.offset + 1): \($0.element.joined(separator: ", "))" }
        var words =
            "Order in \(plan.steps.count) steps of \(Wording.count(plan.steps.months, "month", "months")) (seed \(plan.steps.seed), "
            + "\(dealt)): \(listed.joined(separator: "; ")). It sees a fall of \(Wording.percent(fall)) or more"
        if plan.steps.decay < 1, let decayed = order.decayedFall {
            words +=
                ", \(Wording.percent(decayed)) when an area's periods are less alike the further apart (decay "
                + "\(Wording.number(plan.steps.decay, decimals: 2)) a period)"
        }
        return words
            + " (Hussey and Hughes; assumed on the log scale: τ² = cv² = \(Self.small(between)) between areas, "
            + "σ² = φ/mean count = \(Self.small(within)) in a period)."
    }

    private var wait: String? {
        guard let expected = order.expectedFall, order.detectableFall != nil else { return nil }
        let fall =
            plan.expectedFall == nil ? "what the further people could give, spread evenly, " : "the expected fall, "
        guard let months = order.stepMonthsNeeded, let whole = order.monthsNeeded else {
            return "No order of that many steps within \(PowerFindings.longestWait) months would show \(fall)"
                + "\(Wording.percent(expected)); it can be read after \(order.months) months all the same."
        }
        return
            "With steps of \(Wording.count(months, "month", "months")) it would show \(fall)\(Wording.percent(expected)): it can be "
            + "read after \(whole) months."
    }

    private static func small(_ value: Double) -> String { Wording.number(value, decimals: value < 0.01 ? 5 : 3) }

    private var assumptions: String {
        "Assumed of the trained: \(plan.effect.words); the way that promises most is taken."
    }

    private var method: String {
        let own = counted.filter { $0.dispersion.source != .assumed }.count
        let from =
            own == 0
            ? "dispersion \(Wording.number(plan.dispersion.value, decimals: 1)), assumed"
            : "dispersion estimated from the own months of \(Wording.count(own)) of \(Wording.count(counted.count, "area", "areas"))"
                + (own < counted.count ? ", else \(Wording.number(plan.dispersion.value, decimals: 1)), assumed" : "")
        return "Detectable falls: two-sided 5 %, power 80 %, \(plan.windows.monthsBefore) months before and "
            + "\(plan.windows.monthsAfter) after by the closed form, \(from); trend and autocorrelation would make them larger."
    }
}
