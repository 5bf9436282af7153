extension PowerFindings {
    /// Whether the comparison could show what the plan expects, in a few words.
    public var verdict: String {
        guard let closedFall else { return "not estimable: \(why ?? "the comparison cannot be made")" }
        let seen = detectableFall.map { "\(Wording.percent($0)) detectable" } ?? "not even 99 % detectable"
        guard let fall = expected.fall, let isEnough else {
            return "\(seen) (closed form \(Wording.percent(closedFall))); \(expected.why ?? "nothing is expected")"
        }
        return isEnough
            ? "could be seen: up to \(Wording.percent(fall)) expected, \(seen)"
            : "too thin: at most \(Wording.percent(fall)) expected, \(seen)"
    }

    /// The comparison in one line, such as a figure's.
    public var subject: String { plan.designWords }

    /// The findings as plain sentences.
    public var statements: [String] {
        guard let closedFall, let independentFall else {
            let design = plan.designWords.hasSuffix(",") ? String(plan.designWords.dropLast()) : plan.designWords
            return ["\(design): not estimable, \(why ?? "the comparison cannot be made")."] + plan.remarks
        }
        return [headline(closedFall), sizeSentence, autocorrelationSentence(independentFall, closedFall), waitSentence]
            .compactMap { $0 } + [need, given, method].compactMap { $0 } + plan.remarks
    }

    private func headline(_ closed: Double) -> String {
        var words =
            "\(plan.designWords) sees a fall of \(Wording.percent(closed)) or more with "
            + "\(Wording.percent(plan.power)) power by the closed form"
        if let fall = simulated?.fall, let error = simulated?.fallError {
            words += ", and of \(Wording.percent(fall)) by simulation (Monte Carlo error \(Wording.percent(error)))"
        } else if plan.simulations > 0 {
            words += "; by simulation even a fall of 99 % is seen too rarely"
        }
        guard let fall = expected.fall, let isEnough else { return words + "." }
        let verdict = isEnough ? "this could be seen" : "this could not be seen, the plan is too thin"
        return words + "; expected are at most \(Wording.percent(fall)) fewer (\(expectedWords)): \(verdict)."
    }

    private var expectedWords: String { expected.reach?.words ?? "as given" }

    private var sizeSentence: String? {
        guard let simulated else { return nil }
        let share = "\(Wording.percent(simulated.size)) of \(Wording.count(plan.simulations)) simulations"
        guard !simulated.isSound else { return "Without any effect it finds one in \(share), as a test at 5 % should." }
        return simulated.size > 0.05
            ? "Without any effect it finds one in \(share), too often for a test at 5 %: its errors are too small here, so the "
                + "simulated power is too good and a finding by it would not be safe."
            : "Without any effect it finds one in \(share), more rarely than a test at 5 % should: its errors are too large "
                + "here, so it sees less than it could."
    }

    private func autocorrelationSentence(_ independent: Double, _ closed: Double) -> String? {
        guard closed > independent * 1.000001 else { return nil }
        return "If months did not remember one another it would be \(Wording.percent(independent)) by the closed form."
    }

    private var waitSentence: String {
        guard expected.fall != nil else {
            return "How long must be waited cannot be said: \(expected.why ?? "nothing is expected")."
        }
        guard let months = wait.months else {
            return "No wait of up to \(Self.longestWait) months would do: \(wait.why ?? "nothing is expected")."
        }
        let simulated = wait.power.map { ", and is then seen in \(Wording.percent($0)) of simulations" } ?? ""
        return
            "The expected fall could be seen with \(Wording.count(months, "month", "months")) after the start by the closed "
            + "form\(simulated)."
    }

    private var need: String? {
        guard let all = byAreas.last, case .people(let people) = plan.expectation else { return nil }
        guard isEnough == false else { return "The plan is large enough to be seen." }
        let areas = Wording.count(people.areas, "area", "areas")
        let fewer = byAreas.last { $0.isSeen }
        let one = byAreas.first { $0.areas == 1 && people.areas > 1 }
        let ways = [
            all.neededPeople.map {
                "\(Wording.count($0)) people \(people.areas == 1 ? "there" : "across all \(areas)")"
            },
            one?.neededPeople.map { "\(Wording.count($0)) in one of them" },
            fewer.map { "the same \(Wording.count(people.people)) people in \($0.areas) of them" },
        ]
        .compactMap { $0 }
        return ways.isEmpty
            ? "No number of people would do: not even everybody would be enough."
            : "To be seen it would take, with the same mix and the way that promises most, \(ways.joined(separator: ", or "))."
    }

    private var given: String {
        let dispersion = plan.dispersion?.words ?? "dispersion unknown"
        let inputs = [dispersion, plan.autocorrelation.words, plan.seasons.words].joined(separator: "; ")
        return "Taken for it: \(Wording.number(plan.callsPerMonth)) \(plan.noun) a month; \(inputs)."
    }

    private var method: String {
        let simulations =
            plan.simulations > 0
            ? "\(Wording.count(plan.simulations)) simulations each, seed \(plan.seed)"
            : "closed form only, no simulation"
        return "Two-sided at 5 %; \(plan.methodWords); \(simulations)."
    }
}

extension PowerPlan {
    /// The plural of what is counted.
    var noun: String { source?.words ?? "calls" }

    /// The comparison as the subject of a sentence.
    var designWords: String {
        let months = "\(windows.monthsBefore) months before and \(windows.monthsAfter) after the start"
        let areas = Wording.count(treated.count, "area", "areas")
        switch method {
        case .beforeAfter: return "Comparing \(months) in \(areas)"
        case .series: return "An interrupted time series of \(areas), \(months),"
        case .differences:
            return "Comparing \(areas) with \(Wording.count(comparison.count, "other", "others")), \(months),"
        }
    }

    /// What the analysis does.
    var methodWords: String {
        switch method {
        case .beforeAfter:
            "the total's rates of the two windows, quasi-Poisson, trend and seasons counted as noise; closed form "
                + "(z₀.₉₇₅ + z) √(φ (1/m₁ + 1/m₀)) on the log scale"
        case .series:
            "quasi-Poisson with time, level, slope and two seasonal waves; the fall is the level's, its closed form the level's "
                + "error in the expected months"
        case .differences:
            "Poisson with levels of areas and months, errors clustered by area (CR1), t on areas - 1; closed form of the four "
                + "totals' contrast"
        }
    }
}
