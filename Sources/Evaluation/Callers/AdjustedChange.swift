import Statistics

extension CallersFindings.Adjusted {
    init(_ choice: CallerChoice, _ options: CallersOptions, why: String?) {
        law = CallersFindings.Law(people: choice.inBaseline.count, tailFrom: choice.tailFrom, isWeak: false)
        (undefined, sensitivity) = (0, [])
        let people = choice.trained.count
        if let reason = why ?? Self.reason(choice, options) {
            (change, naive) = (.none(reason, people: people), .none(reason, people: people))
            law.why = reason
            return
        }
        do throws(StatisticsError) {
            let found = try RegressionToTheMean(
                choice.periods,
                tailFrom: choice.tailFrom,
                resamples: options.resamples,
                seed: options.seed
            )
            law.take(found)
            undefined = found.undefined
            change = CallersFindings.Ratio(
                ratio: found.ratio,
                interval: found.interval,
                people: people,
                expected: found.expected,
                observed: found.observed
            )
            naive = CallersFindings.Ratio(
                ratio: found.naiveRatio,
                people: people,
                expected: found.naiveExpected,
                observed: found.observed,
                why: found.naiveRatio == nil ? "none of them called before" : nil
            )
            change.keepIntervalIfTold()
        } catch {
            let reason = callersReason(error)
            (change, naive) = (.none(reason, people: people), .none(reason, people: people))
            law.why = reason
        }
    }

    private static func reason(_ choice: CallerChoice, _ options: CallersOptions) -> String? {
        if choice.inBaseline.isEmpty { return "nobody has an exposed day in the months before" }
        if choice.inBaseline.allSatisfy({ $0.before == 0 }) { return "nobody called in the months before" }
        guard choice.trained.isEmpty else { return nil }
        guard let threshold = options.threshold else { return "no trained caller is exposed before and after" }
        let anybody = choice.inBaseline.contains { $0.before >= threshold }
        let calls = Wording.count(threshold, "call", "calls")
        return anybody
            ? "no trained caller with \(calls) or more before is exposed after" : "nobody made \(calls) or more before"
    }
}

extension CallersFindings.Law {
    fileprivate mutating func take(_ found: RegressionToTheMean) {
        meanPerYear = found.rates.mean * 365.25
        theta = found.rates.shape
        isWeak = found.isWeak
        if theta == nil {
            why = "theta: the callers do not differ beyond chance (alternation limit), all are expected at the mean"
        }
    }
}
