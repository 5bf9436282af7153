/// The bootstrap interval of any statistic of a sample of people, or of whole courses.
///
/// A unit is whatever was sampled independently: a person with all their answers, or a course with all its people. The
/// acceleration comes from the jackknife, which leaves out one unit at a time. The same seed gives the same interval, however
/// many cores there are. For a mean ``BootstrapMean`` is faster.
///
/// Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993), 14.
public struct Bootstrap: Hashable, Sendable {
    /// The share of resamples without a value above which there is no interval.
    public static let undefinedLimit = 0.01

    /// How the interval was read off.
    public let method: BootstrapMethod
    /// The number of resamples.
    public let resamples: Int
    /// The seed.
    public let seed: UInt64
    /// The number of units.
    public let units: Int
    /// The statistic of the sample itself.
    public let estimate: Double
    /// The standard deviation of the resampled statistics.
    public let standardError: Double
    /// The interval of the statistic.
    public let interval: ClosedRange<Double>
    /// Resamples in which the statistic had no value, left out.
    public let undefined: Int

    /// Whether there were fewer than ten units.
    public var isSmallSample: Bool { units < BootstrapMean.smallSample }

    /// Bootstraps `statistic`.
    ///
    /// - Parameters:
    ///   - sample: The units.
    ///   - resamples: How often to resample, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage, between 0 and 1.
    ///   - method: How the interval is read off.
    ///   - statistic: A number for any list of units, which may hold a unit more than once; nil where there is none.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 units; ``StatisticsError/noSpread`` when the statistic
    ///   never changes; ``StatisticsError/undefinedStatistic(resamples:)`` when it has no value for the sample, or for more
    ///   than 1 % of the resamples; ``StatisticsError/notConverged(function:)``.
    /// - Complexity: resamples + units evaluations of `statistic`, on all cores.
    public init<Unit: Sendable>(
        _ sample: [Unit],
        resamples: Int = 10_000,
        seed: UInt64 = 1,
        confidence: Double = 0.95,
        method: BootstrapMethod = .bca,
        statistic: @Sendable ([Unit]) -> Double?
    ) throws(StatisticsError) {
        guard sample.count >= 2 else { throw .tooFew(needed: 2, given: sample.count) }
        try BootstrapLaw.check(resamples: resamples)
        @Sendable func value(_ units: [Unit]) -> Double? { statistic(units).flatMap { $0.isFinite ? $0 : nil } }
        guard let whole = value(sample) else { throw .undefinedStatistic(resamples: 0) }
        let block = 128
        let drawn = Parallel.map((resamples + block - 1) / block) { index in
            var generator = SeededGenerator(seed: seed, stream: UInt64(index))
            var units = sample
            return (0..<min(block, resamples - index * block)).map { _ in
                for place in units.indices { units[place] = sample[generator.index(below: sample.count)] }
                return value(units)
            }
        }
        let known = drawn.joined().compactMap { $0 }
        guard Double(resamples - known.count) <= Self.undefinedLimit * Double(resamples) else {
            throw .undefinedStatistic(resamples: resamples - known.count)
        }
        let rounding = 1e-12 * known.reduce(abs(whole)) { max($0, abs($1)) }
        let law = try BootstrapLaw(known.map { abs($0 - whole) <= rounding ? 0 : $0 - whole })
        (self.method, self.resamples, self.seed) = (method, resamples, seed)
        (units, estimate, undefined) = (sample.count, whole, resamples - known.count)
        standardError = law.standardError
        let acceleration = method == .bca ? BootstrapLaw.acceleration(Self.influences(of: sample, value)) : 0
        let bounds = try law.bounds(method, acceleration: acceleration, confidence: confidence)
        interval = (whole + bounds.low)...(whole + bounds.high)
    }

    /// The mean of the jackknife values less each of them; units without which there is no value are passed over.
    private static func influences<Unit: Sendable>(
        of sample: [Unit],
        _ statistic: @Sendable ([Unit]) -> Double?
    ) -> [Double] {
        let values = Parallel.map(sample.count) { left in
            statistic(Array(sample[..<left] + sample[(left + 1)...]))
        }
        .compactMap { $0 }
        guard !values.isEmpty else { return [] }
        let mean = compensatedSum(values) / Double(values.count)
        return values.map { mean - $0 }
    }
}
