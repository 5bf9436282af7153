import CSpecialFunctions

/// The change of frequent callers beside what would have happened without any training.
///
/// People chosen because they called often call less afterwards in any case. What they were to be expected to call comes from
/// ``CallRates``, estimated from all callers; the adjusted ratio is what they did call over that. Its interval resamples people
/// and estimates the rates anew each time. Where those who called seldom are not on the list at all, the law is the one of
/// ``TruncatedRates``. Reference values: `Tests/StatisticsTests/Reference/callers.R`.
public struct RegressionToTheMean: Hashable, Sendable {
    /// The law of rates.
    public let rates: CallRates
    /// Whether the law rests on a tail that does not hold it firm, see ``TruncatedRates/isWeak``.
    public let isWeak: Bool
    /// The number of trained callers.
    public let trained: Int
    /// Calls of the trained before, brought to the exposure after: what the naive comparison expects.
    public let naiveExpected: Double
    /// What the trained were to be expected to call after.
    public let expected: Double
    /// What they did call after.
    public let observed: Int
    /// ``observed`` over ``naiveExpected``, never to be shown alone; nil when none called before.
    public let naiveRatio: Double?
    /// ``observed`` over ``expected``.
    public let ratio: Double
    /// The percentile interval of ``ratio``.
    public let interval: ClosedRange<Double>
    /// The number of resamples.
    public let resamples: Int
    /// Resamples without an estimate, left out of the interval.
    public let undefined: Int

    /// Adjusts the change of the trained callers.
    ///
    /// - Parameters:
    ///   - callers: Everybody who could be a caller, trained or not; what those not trained did after is not looked at.
    ///   - tailFrom: The calls before from which on callers are on the list, at least 1; the law is then estimated from the
    ///     callers with so many, cut off there. nil when everybody is on the list.
    ///   - resamples: How often people are resampled, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage of the interval.
    /// - Throws: What ``CallRates`` or ``TruncatedRates`` throws; ``StatisticsError/tooFew(needed:given:)`` without a trained caller;
    ///   ``StatisticsError/undefinedStatistic(resamples:)`` when more than a tenth of the resamples have no estimate.
    /// - Complexity: O(resamples × (callers + distinct counts × steps)).
    public init(
        _ callers: [CallerPeriods],
        tailFrom: Int? = nil,
        resamples: Int = 2000,
        seed: UInt64 = 1,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard resamples >= 100 else {
            throw .outsideDomain(
                quantity: "the number of resamples",
                value: Double(resamples),
                expected: "at least 100"
            )
        }
        let law = try Law(callers, tailFrom), rates = law.rates
        let trainedOnly = callers.filter(\.isTrained)
        trained = trainedOnly.count
        guard trained > 0 else { throw .tooFew(needed: 1, given: 0) }
        try CallerPeriods.check(trainedOnly)
        (self.rates, isWeak) = (rates, law.isWeak)
        naiveExpected = trainedOnly.reduce(0) { $0 + Double($1.before) / $1.exposureBefore * $1.exposureAfter }
        expected = trainedOnly.reduce(0) { $0 + Self.expected($1, rates) }
        observed = trainedOnly.reduce(0) { $0 + $1.after }
        naiveRatio = naiveExpected > 0 ? Double(observed) / naiveExpected : nil
        ratio = Double(observed) / expected
        let ratios = Self.resampled(callers, law, resamples, seed)
        (self.resamples, undefined) = (resamples, resamples - ratios.count)
        guard ratios.count * 10 >= resamples * 9,
            let interval = try percentileInterval(ratios, confidence: confidence)
        else { throw .undefinedStatistic(resamples: undefined) }
        self.interval = interval
    }

    private static func expected(_ caller: CallerPeriods, _ rates: CallRates) -> Double {
        caller.exposureAfter * rates.expectedRate(count: caller.before, exposure: caller.exposureBefore)
    }

    /// How the law is estimated, again in every resample.
    private struct Law {
        let rates: CallRates
        let isWeak: Bool
        private let tailFrom: Int?
        private var groups: CallRates.Groups
        /// The group of each caller; nil for one who is not in the law.
        private var places: [Int?] = []

        init(_ callers: [CallerPeriods], _ tailFrom: Int?) throws(StatisticsError) {
            self.tailFrom = tailFrom
            let inLaw = callers.map { $0.before >= tailFrom ?? 0 }
            let known = zip(callers, inLaw).filter { $0.1 }.map { $0.0 }
            groups = CallRates.Groups(known)
            var next = 0
            for isKnown in inLaw {
                places.append(isKnown ? groups.places[next] : nil)
                next += isKnown ? 1 : 0
            }
            guard let tailFrom else {
                (rates, isWeak) = (try CallRates(callers), false)
                return
            }
            let truncated = try TruncatedRates(known, threshold: tailFrom)
            (rates, isWeak) = (truncated.rates, truncated.isWeak)
        }

        /// The law of the callers drawn; nil when it cannot be told.
        func rates(drawn: [Int]) -> CallRates? {
            var drawnGroups = groups
            drawnGroups.sizes = Array(repeating: 0, count: groups.sizes.count)
            for caller in drawn {
                if let place = places[caller] { drawnGroups.sizes[place] += 1 }
            }
            guard let tailFrom else { return try? CallRates(drawnGroups, weights: drawnGroups.sizes, start: rates) }
            guard let place = try? TruncatedSearch(drawnGroups, tailFrom).run(from: rates).place else { return nil }
            return CallRates(mean: cg_exp(place[0]), shape: cg_exp(place[1]))
        }
    }

    private static func resampled(
        _ callers: [CallerPeriods],
        _ law: Law,
        _ resamples: Int,
        _ seed: UInt64
    ) -> [Double] {
        var generator = SeededGenerator(seed: seed), ratios: [Double] = []
        for _ in 0..<resamples {
            let drawn = callers.indices.map { _ in generator.index(below: callers.count) }
            guard let own = law.rates(drawn: drawn) else { continue }
            var expected = 0.0, observed = 0
            for caller in drawn where callers[caller].isTrained {
                expected += Self.expected(callers[caller], own)
                observed += callers[caller].after
            }
            if expected > 0 { ratios.append(Double(observed) / expected) }
        }
        return ratios
    }
}
