import Statistics

/// Who is compared, chosen by calls in the baseline.
struct CallerChoice {
    /// Everybody exposed in the baseline: how much callers differ is told by all of them.
    let inBaseline: [CallerCase]
    /// Frequent callers who were trained and exposed after.
    let trained: [CallerCase]
    /// Frequent callers who were not trained and exposed after.
    let untrained: [CallerCase]
    /// The calls before from which on people are in the data at all.
    let tailFrom: Int?
    private let threshold: Int?

    init(_ cases: [CallerCase], _ options: CallersOptions) {
        let exposed = cases.filter { $0.daysBefore > 0 }
        inBaseline = exposed
        let least = options.threshold ?? 0
        threshold = options.threshold
        let compared = exposed.filter { $0.before >= least && $0.daysAfter > 0 }
        (trained, untrained) = (compared.filter(\.isTrained), compared.filter { !$0.isTrained })
        // With nobody below the threshold only the tail was handed over, and the whole law would be the wrong one.
        let isTail = !exposed.isEmpty && exposed.allSatisfy { $0.before >= least }
        tailFrom = options.tailFrom ?? (isTail ? options.threshold : nil)
    }

    /// Everybody as the law of rates takes them; "trained" are those whose change is asked for.
    var periods: [CallerPeriods] {
        let least = threshold ?? 0
        return inBaseline.map { person in
            CallerPeriods(person, isTrained: person.isTrained && person.before >= least && person.daysAfter > 0)
        }
    }

    /// The adjusted ratio alone.
    func point(_ options: CallersOptions) -> Double? {
        // The interval is not asked for, so the fewest resamples there may be are enough.
        (try? RegressionToTheMean(periods, tailFrom: tailFrom, resamples: 100, seed: options.seed))?.ratio
    }

    func excluded(of cases: [CallerCase]) -> [CallersFindings.Excluded] {
        let least = threshold ?? 0
        let counts: [CallersFindings.Excluded.Reason: Int] = [
            .notExposedBefore: cases.count - inBaseline.count,
            .notExposedAfter: inBaseline.count { $0.before >= least && $0.daysAfter == 0 },
            .belowThreshold: inBaseline.count { $0.before < least },
        ]
        return CallersFindings.Excluded.Reason.allCases.map { .init(reason: $0, people: counts[$0]) }
    }
}

extension CallerPeriods {
    init(_ person: CallerCase, isTrained: Bool) {
        self.init(
            before: person.before,
            exposureBefore: Double(person.daysBefore),
            after: person.after,
            exposureAfter: Double(person.daysAfter),
            isTrained: isTrained
        )
    }
}

/// The fewest people an interval is told for.
let fewestCallers = 5

extension CallersFindings.Ratio {
    /// A ratio that cannot be told.
    static func none(_ why: String, people: Int? = nil) -> Self {
        CallersFindings.Ratio(people: people, why: why)
    }

    /// Takes an interval of resampled people away where resampling them cannot tell one.
    mutating func keepIntervalIfTold() {
        if let people, people < fewestCallers {
            (interval, why) = (nil, "too few callers: an interval needs \(fewestCallers), there are \(people)")
        } else if observed == 0 {
            (interval, why) = (nil, "none of them called after, so nothing tells how sure that is")
        }
    }
}

/// A reason in the words of this analysis.
func callersReason(_ error: StatisticsError) -> String {
    switch error {
    case .noEvents: "nobody called at all"
    case .separation: "one of the groups did not call at all after"
    case .tooFew(let needed, let given): "too few callers: \(needed) are needed, there are \(given)"
    case .undefinedStatistic: "so few people called that resampling them often leaves none"
    case .noSpread: "all callers called equally often, so nothing tells how they differ"
    default: error.description
    }
}
