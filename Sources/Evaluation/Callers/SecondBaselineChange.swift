import Statistics

extension CallersFindings.Second {
    init(_ found: CallerCases, _ options: CallersOptions) {
        monthsEarlier = found.earlierMonths
        guard let threshold = options.threshold, found.why == nil, found.earlierMonths >= options.monthsBefore else {
            let months =
                "too few months: \(options.monthsBefore) before the baseline are needed, there are \(found.earlierMonths)"
            let choice = "no threshold says who is chosen by the earlier months"
            change = .none(found.why ?? (options.threshold == nil ? choice : months))
            return
        }
        let chosen = found.cases.filter {
            $0.isTrained && $0.daysEarlier > 0 && $0.earlier >= threshold && $0.daysBefore > 0 && $0.daysAfter > 0
        }
        guard chosen.count >= fewestCallers else {
            change = .none(
                "too few callers: \(fewestCallers) with \(threshold) calls or more in the earlier months are needed, there are \(chosen.count)",
                people: chosen.count
            )
            return
        }
        do throws(StatisticsError) {
            let second = try SecondBaseline(
                chosen.map { CallerPeriods($0, isTrained: true) },
                resamples: options.resamples,
                seed: options.seed
            )
            change = CallersFindings.Ratio(
                ratio: second.ratio,
                interval: second.interval,
                people: second.people,
                expected: second.expected,
                observed: second.observed
            )
            change.keepIntervalIfTold()
            let earlier = chosen.reduce(0) { $0 + Double($1.earlier) / Double($1.daysEarlier) * Double($1.daysBefore) }
            ratioBeforeTraining = Double(chosen.reduce(0) { $0 + $1.before }) / earlier
        } catch {
            change = .none(callersReason(error), people: chosen.count)
        }
    }
}
