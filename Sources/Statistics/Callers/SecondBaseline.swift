/// The change of people chosen by an earlier year, from a second baseline that did not choose them.
///
/// Who is chosen for many calls in one year calls less in the next in any case. With a further year between choosing and training
/// that fall is over before the comparison starts, and calls after over calls of the second year need no law of rates. The
/// interval resamples people. Reference values: `Tests/StatisticsTests/Reference/callers.R`.
public struct SecondBaseline: Hashable, Sendable {
    /// The number of people.
    public let people: Int
    /// Their calls in the second baseline, brought to the exposure after.
    public let expected: Double
    /// Their calls after.
    public let observed: Int
    /// ``observed`` over ``expected``.
    public let ratio: Double
    /// The percentile interval of ``ratio``.
    public let interval: ClosedRange<Double>
    /// The number of resamples.
    public let resamples: Int

    /// Compares the second baseline with the time after.
    ///
    /// - Parameters:
    ///   - callers: The people chosen by an earlier period; `before` is the second baseline.
    ///   - resamples: How often people are resampled, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage of the interval.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 people; ``StatisticsError/noEvents`` when nobody called in the
    ///   second baseline; ``StatisticsError/undefinedStatistic(resamples:)`` when so few did that more than a tenth of the resamples
    ///   have no ratio; ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(resamples × people).
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
        guard callers.count >= 2 else { throw .tooFew(needed: 2, given: callers.count) }
        try CallerPeriods.check(callers)
        let own = callers.map { Double($0.before) / $0.exposureBefore * $0.exposureAfter }
        people = callers.count
        expected = own.reduce(0, +)
        observed = callers.reduce(0) { $0 + $1.after }
        guard expected > 0 else { throw .noEvents }
        ratio = Double(observed) / expected
        var generator = SeededGenerator(seed: seed), ratios: [Double] = []
        for _ in 0..<resamples {
            var (top, bottom) = (0, 0.0)
            for _ in callers.indices {
                let place = generator.index(below: callers.count)
                top += callers[place].after
                bottom += own[place]
            }
            if bottom > 0 { ratios.append(Double(top) / bottom) }
        }
        self.resamples = resamples
        guard ratios.count * 10 >= resamples * 9,
            let interval = try percentileInterval(ratios, confidence: confidence)
        else { throw .undefinedStatistic(resamples: resamples - ratios.count) }
        self.interval = interval
    }
}
