/// The bootstrap interval of a mean, people (or whole courses) resampled with replacement.
///
/// Where few distinct values occur, how often each is drawn comes from one multinomial draw, which has the same law as drawing
/// person by person. The same seed gives the same interval, however many cores there are. Reference values:
/// `Tests/StatisticsTests/Reference/bootstrap.py`.
///
/// Source: B. Efron, JASA 82 (1987), 171-185; A. C. Davison, D. V. Hinkley, Bootstrap Methods and their Application (1997),
/// 3.8 (whole groups).
public struct BootstrapMean: Hashable, Sendable {
    /// Units below which an interval is a rough guide only.
    public static let smallSample = 10

    /// How the interval was read off.
    public let method: BootstrapMethod
    /// The number of resamples.
    public let resamples: Int
    /// The seed.
    public let seed: UInt64
    /// What was resampled: the number of people, or of courses.
    public let units: Int
    /// The standard deviation of the resampled means.
    public let standardError: Double
    /// The interval of the mean.
    public let interval: ClosedRange<Double>

    /// Whether there were fewer than ``smallSample`` units.
    public var isSmallSample: Bool { units < Self.smallSample }

    /// Bootstraps the mean of `values`.
    ///
    /// - Parameters:
    ///   - values: The sample, in an order that does not matter.
    ///   - resamples: How often to resample, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage, between 0 and 1.
    ///   - method: How the interval is read off.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 values; ``StatisticsError/noSpread`` when all are the
    ///   same; ``StatisticsError/notFinite``.
    /// - Complexity: O(resamples × the smaller of values and distinct values), on all cores.
    public init(
        _ values: [Double],
        resamples: Int = 10_000,
        seed: UInt64 = 1,
        confidence: Double = 0.95,
        method: BootstrapMethod = .bca
    ) throws(StatisticsError) {
        guard values.count >= 2 else { throw .tooFew(needed: 2, given: values.count) }
        try BootstrapLaw.check(resamples: resamples)
        let moments = try Moments(values)
        guard let variance = moments.variance, let low = values.min(), let high = values.max(), low < high, variance > 0
        else { throw .noSpread }
        let deviations = values.sorted().map { $0 - moments.mean }
        let law = try BootstrapLaw(ResampledMeans(deviations).drawn(resamples, seed: seed))
        (self.method, self.resamples, self.seed, units) = (method, resamples, seed, values.count)
        standardError = law.standardError
        // The jackknife means of a mean are the deviations but for a factor.
        let acceleration = BootstrapLaw.acceleration(deviations)
        let bounds = try law.bounds(method, acceleration: acceleration, confidence: confidence)
        interval = (moments.mean + bounds.low)...(moments.mean + bounds.high)
    }

    /// Bootstraps the mean over people by resampling whole groups, which keeps people of one course together.
    ///
    /// - Parameters:
    ///   - groups: The values of each group; empty ones are left out. Their order does not matter, the interval but for its
    ///     Monte Carlo error.
    ///   - resamples: How often to resample, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage, between 0 and 1.
    ///   - method: How the interval is read off.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 groups; ``StatisticsError/noSpread`` when the groups'
    ///   means are the same; ``StatisticsError/notFinite``.
    /// - Complexity: O(resamples × groups), on all cores.
    public init(
        groups: [[Double]],
        resamples: Int = 10_000,
        seed: UInt64 = 1,
        confidence: Double = 0.95,
        method: BootstrapMethod = .bca
    ) throws(StatisticsError) {
        let filled = groups.filter { !$0.isEmpty }
        guard filled.count >= 2 else { throw .tooFew(needed: 2, given: filled.count) }
        let mean = try Moments(filled.joined().map { $0 }).mean
        let courses = filled.map { group in (excess: compensatedSum(group.map { $0 - mean }), size: Double(group.count))
        }
        .sorted { $0 < $1 }
        let most = filled.joined().reduce(0) { max($0, abs($1 - mean)) }
        guard courses.contains(where: { abs($0.excess) > 1e-12 * most * $0.size }) else { throw .noSpread }
        let found = try Bootstrap(
            courses,
            resamples: resamples,
            seed: seed,
            confidence: confidence,
            method: method
        ) { drawn in
            let excess = drawn.reduce(0) { $0 + $1.excess } / drawn.reduce(0) { $0 + $1.size }
            return abs(excess) <= 1e-12 * most ? 0 : excess
        }
        (self.method, self.resamples, self.seed, units) = (method, resamples, seed, filled.count)
        standardError = found.standardError
        interval = (mean + found.interval.lowerBound)...(mean + found.interval.upperBound)
    }
}
