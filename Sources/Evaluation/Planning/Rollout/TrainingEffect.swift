/// What one trained person is assumed to do to the calls of an area: three ways, of which the one that promises most is taken.
///
/// Every way gives a fall in proportion to the people: f · h · e as in ``DilutionReach``.
public struct TrainingEffect: Hashable, Sendable {
    /// Share of calls that could be prevented, when calls fall like the share of residents trained.
    public var preventable: Double
    /// Share of those that a trained person prevents.
    public var effect: Double
    /// Share of the trained who each spare calls.
    public var sparingShare: Double
    /// Calls a year each of them spares.
    public var callsSpared: Double
    /// Share of the trained who are frequent callers.
    public var callerShare: Double
    /// Calls a year each of them makes.
    public var callsEach: Double
    /// Share of these that training spares.
    public var callerEffect: Double

    /// Assumptions; the usual ones are the pilot's.
    public init(
        preventable: Double = 1,
        effect: Double = 0.3,
        sparingShare: Double = 2.0 / 3,
        callsSpared: Double = 1,
        callerShare: Double = 2.0 / 9,
        callsEach: Double = 12,
        callerEffect: Double = 0.3
    ) {
        (self.preventable, self.effect) = (preventable, effect)
        (self.sparingShare, self.callsSpared) = (sparingShare, callsSpared)
        (self.callerShare, self.callsEach, self.callerEffect) = (callerShare, callsEach, callerEffect)
    }

    /// One way: what one person gives, and the most it could ever give.
    struct Way {
        let kind: String
        let fallEach: Double
        let ceiling: Double
    }

    /// The ways in an area, those that promise most first.
    func ways(residents: Double?, callsPerYear: Double) -> [Way] {
        let byShare = residents.map {
            Way(kind: "residents", fallEach: preventable * effect / $0, ceiling: preventable * effect)
        }
        let ways = [
            byShare, Way(kind: "calls_per_person", fallEach: sparingShare * callsSpared / callsPerYear, ceiling: 1),
            Way(
                kind: "own_calls",
                fallEach: callerShare * callsEach * callerEffect / callsPerYear,
                ceiling: callerEffect
            ),
        ]
        return ways.compactMap { $0 }.filter { $0.fallEach > 0 }.sorted {
            ($0.fallEach, $1.kind) > ($1.fallEach, $0.kind)
        }
    }

    /// Refuses numbers that cannot be.
    func check() throws(DilutionRefusal) {
        for (value, name) in [
            (preventable, "preventable share"), (effect, "effect on a person"), (sparingShare, "share who spare calls"),
            (callerShare, "share of frequent callers"), (callerEffect, "effect on own calls"),
        ] {
            try DilutionPlan.require(value, name, 0...1, "between 0 and 1")
        }
        try DilutionPlan.require(callsSpared, "number of calls spared a person", 0...1e6, "0 or more")
        try DilutionPlan.require(callsEach, "number of own calls a person", 0...1e6, "0 or more")
    }

    /// The assumptions in a sentence.
    var words: String {
        func share(_ value: Double) -> String { Wording.percent(value) }
        func people(_ value: Double) -> String { Wording.number(value * 100) }
        func calls(_ value: Double) -> String {
            Wording.number(value, decimals: value == value.rounded() ? 0 : 1) + (value == 1 ? " call" : " calls")
        }
        return
            "of every 100 trained, \(people(sparingShare)) spare \(calls(callsSpared)) a year each, or \(people(callerShare)) "
            + "are frequent callers with \(calls(callsEach)) a year each, \(share(callerEffect)) fewer, or calls fall like the "
            + "share of residents trained (\(share(preventable)) preventable, \(share(effect)) of those)"
    }
}
