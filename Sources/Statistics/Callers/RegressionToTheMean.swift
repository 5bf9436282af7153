/// The change of frequent callers beside what would have happened without any training.
///
/// People chosen because they called often call less afterwards in any case. What they were to be expected to call comes from
/// ``CallRates``, estimated from all callers; the adjusted ratio is what they did call over that. Its interval resamples people
/// and estimates the rates anew each time. Reference values: `Tests/StatisticsTests/Reference/callers.R`.
public struct RegressionToTheMean: Hashable, Sendable {
    /// The law of rates.
    public let rates: CallRates
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
    ///   - callers: Everybody who could be a caller, trained or not.
    ///   - resamples: How often people are resampled, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage of the interval.
    /// - Throws: What ``CallRates`` throws; ``StatisticsError/tooFew(needed:given:)`` without a trained caller;
    ///   ``StatisticsError/undefinedStatistic(resamples:)`` when more than a tenth of the resamples have no estimate.
    /// - Complexity: O(resamples × (callers + distinct counts × steps)).
    public init(
        _ callers: [CallerPeriods],
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
        let rates = try CallRates(callers)
        trained = callers.count { $0.isTrained }
        guard trained > 0 else { throw .tooFew(needed: 1, given: 0) }
        self.rates = rates
        let trainedOnly = callers.filter(\.isTrained)
        naiveExpected = trainedOnly.reduce(0) { $0 + Double($1.before) / $1.exposureBefore * $1.exposureAfter }
        expected = trainedOnly.reduce(0) { $0 + Self.expected($1, rates) }
        observed = trainedOnly.reduce(0) { $0 + $1.after }
        naiveRatio = naiveExpected > 0 ? Double(observed) / naiveExpected : nil
        ratio = Double(observed) / expected
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        let ratios = Self.resampled(callers, rates, resamples, seed).sorted()
        (self.resamples, undefined) = (resamples, resamples - ratios.count)
        guard ratios.count * 10 >= resamples * 9 else { throw .undefinedStatistic(resamples: undefined) }
        func quantile(_ level: Double) -> Double {
            let place = level * Double(ratios.count - 1)
            let lower = Int(place)
            guard lower + 1 < ratios.count else { return ratios[ratios.count - 1] }
            return ratios[lower] + (place - Double(lower)) * (ratios[lower + 1] - ratios[lower])
        }
        interval = quantile(tail)...quantile(1 - tail)
    }

    private static func expected(_ caller: CallerPeriods, _ rates: CallRates) -> Double {
        caller.exposureAfter * rates.expectedRate(count: caller.before, exposure: caller.exposureBefore)
    }

    private static func resampled(
        _ callers: [CallerPeriods],
        _ rates: CallRates,
        _ resamples: Int,
        _ seed: UInt64
    ) -> [Double] {
        let groups = CallRates.Groups(callers)
        var generator = SeededGenerator(seed: seed), ratios: [Double] = []
        for _ in 0..<resamples {
            var weights = Array(repeating: 0.0, count: groups.sizes.count), drawn: [Int] = []
            for _ in callers.indices {
                let place = generator.index(below: callers.count)
                weights[groups.places[place]] += 1
                if callers[place].isTrained { drawn.append(place) }
            }
            guard let own = try? CallRates(groups, weights: weights, start: rates) else { continue }
            let expected = drawn.reduce(0) { $0 + Self.expected(callers[$1], own) }
            let observed = drawn.reduce(0) { $0 + callers[$1].after }
            if expected > 0 { ratios.append(Double(observed) / expected) }
        }
        return ratios
    }
}
