extension DilutionFindings {
    /// Whether the plan could show an effect, in a few words.
    public var verdict: String {
        guard let best, let expected = best.expectedFall, expected > 0 else {
            return "not estimable: no fall is expected"
        }
        guard expected < detectableFall else {
            return "could be seen: up to \(Wording.percent(expected)) expected, "
                + "\(Wording.percent(detectableFall)) detectable"
        }
        return "too thin: at most \(Wording.percent(expected)) expected, \(Wording.percent(detectableFall)) detectable"
    }

    /// The findings as plain sentences.
    public var statements: [String] {
        [headline, concentration].compactMap { $0 } + reaches.map(sentence) + [need, method]
    }

    private var who: String {
        "\(Wording.count(plan.people)) people across \(Wording.count(plan.areas, "area", "areas"))"
    }

    private var headline: String {
        let expected = best?.expectedFall ?? 0
        return "\(who): with these assumptions at most \(Wording.percent(expected)) fewer calls; "
            + "the smallest fall \(plan.windows.words) could see is \(Wording.percent(detectableFall))."
    }

    private var concentration: String? {
        guard let concentrated else { return nil }
        let wards = concentrated.concentration
        let places = "\(Wording.count(wards.wards, "ward", "wards")) of \(Wording.count(wards.residentsEach)) residents"
        let best = concentrated.reaches.compactMap(\.expectedFall).max() ?? 0
        let seen = best >= concentrated.detectableFall ? "it could be seen" : "still too thin"
        let basis = concentrated.spreadsCallsEvenly ? ", if calls are spread like residents" : ""
        return
            "The same \(Wording.count(plan.people)) people in \(places): at most \(Wording.percent(best)) fewer of the "
            + "\(Wording.number(concentrated.callsPerYear)) calls there\(basis); the smallest fall that could be seen there is "
            + "\(Wording.percent(concentrated.detectableFall)): \(seen)."
    }

    private func sentence(_ reach: Reach) -> String {
        guard let expected = reach.expectedFall else { return "\(name(reach.reach)): \(reach.why ?? "not estimable")." }
        let start = "\(name(reach.reach)) (\(reach.reach.words)): \(Wording.percent(expected)) fewer calls"
        guard let factor = reach.shortByFactor else { return start + "." }
        return factor > 1
            ? "\(start), short by a factor of \(Wording.number(factor, decimals: factor < 10 ? 1 : 0))."
            : "\(start), enough to be seen."
    }

    private func name(_ reach: DilutionReach) -> String {
        switch reach {
        case .residents: "As a share of residents"
        case .callsPerPerson: "By calls spared per person"
        case .ownCalls: "By the trained people's own calls"
        }
    }

    private var need: String {
        guard let best, let factor = best.shortByFactor, factor > 1 else {
            return best?.shortByFactor == nil
                ? "No way expects a fall, so no number of people can be named." : "The plan is large enough to be seen."
        }
        let ways = [
            neededPeople.map { "\(Wording.count($0)) people across all \(Wording.count(plan.areas, "area", "areas"))" },
            plan.areas > 1 ? neededPeopleInOneArea.map { "\(Wording.count($0)) in one of them" } : nil,
            neededAreas.map { "the same people in \($0) of them" },
        ]
        .compactMap { $0 }
        guard !ways.isEmpty else {
            return "No number of people would do: \(whyNeeded ?? "the effect is too small")."
        }
        return "To be seen it would take, with the same mix and the way that promises most, "
            + "\(ways.joined(separator: ", or "))."
    }

    private var method: String {
        let windows = "\(plan.windows.monthsBefore) months before, \(plan.windows.monthsAfter) after"
        return
            "Detectable fall: two-sided 5 %, power 80 %, \(windows), \(Wording.number(plan.callsPerYear)) calls a year, "
            + "\(plan.dispersion.words); trend and autocorrelation would make it larger."
    }
}
