/// The mean of answers that some people did not give, each answer weighted by one over its chance of being given.
///
/// The chances come from a logistic model of answering, Firth's where the plain one has no finite answer; the weights are
/// divided by their sum (Hájek). It is unbiased when whether people answer depends only on what the model knows. The standard
/// error is that of a bootstrap of the whole procedure, model included, by people or by whole clusters; the same seed gives
/// the same digits on any number of cores. Reference values: `Tests/StatisticsTests/Reference/weighting.R`.
///
/// Source: J. Hájek, in: Foundations of Statistical Inference (1971), 236; S. R. Seaman, I. R. White, Statistical Methods in
/// Medical Research 22 (2013), 278-295.
public struct InverseProbabilityMean: Hashable, Sendable {
    /// The weighted mean.
    public let mean: Double
    /// Its bootstrap standard error, above 0.
    public let standardError: Double
    /// Mean ± normal quantile × standard error.
    public let interval: ClosedRange<Double>
    /// The plain mean of those who answered.
    public let unweightedMean: Double
    /// The largest weight over the mean weight; far above 1 when a few people stand for many.
    public let largestWeight: Double
    /// (Σw)² / Σw²: as many people with equal weights would say as much.
    public let effectiveSize: Double
    /// How the chances were fitted.
    public let method: LogisticRegression.Method
    /// Columns left out of the model since others say the same already.
    public let dropped: [String]
    /// How many answered.
    public let answered: Int
    /// How many people there are.
    public let people: Int
    /// How often was resampled, and how many of these gave no mean, such as when nobody drawn had answered.
    public let resamples: Int, failedResamples: Int
    /// The seed.
    public let seed: UInt64

    /// Estimates the mean.
    ///
    /// - Parameters:
    ///   - outcome: One entry a person, nil where there is no answer.
    ///   - design: What is known of everybody, one row a person, an intercept included.
    ///   - clusters: A code a person, equal for people of one cluster; nil when people are independent.
    ///   - resamples: How often to resample, at least 100.
    ///   - seed: Any number.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` with fewer than 2
    ///   answers or clusters; ``StatisticsError/noSpread`` when all answers are the same;
    ///   ``StatisticsError/notConverged(function:)`` when one resample in ten gives no mean; what ``GeneralisedFit`` throws.
    /// - Complexity: O(resamples × (people + distinct rows of the design × columns² × steps)), on all cores.
    public init(
        _ outcome: [Double?],
        on design: Design,
        clusters: [Int]? = nil,
        resamples: Int = 1000,
        seed: UInt64 = 1,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard outcome.count == design.rows else { throw .unequalLengths(design.rows, outcome.count) }
        guard resamples >= 100 else {
            throw .outsideDomain(
                quantity: "the number of resamples",
                value: Double(resamples),
                expected: "at least 100"
            )
        }
        let given = outcome.compactMap { $0 }
        guard given.count >= 2 else { throw .tooFew(needed: 2, given: given.count) }
        let plain = try Moments(given)
        guard let variance = plain.variance, variance > 1e-28 * plain.mean * plain.mean, variance > 0 else {
            throw .noSpread
        }
        let members = try clusterMembers(clusters, count: outcome.count)
        guard members.count >= 2 else { throw .tooFew(needed: 2, given: members.count) }
        let response = ResponseModel(outcome, design)
        let fit = try response.fitted(Array(repeating: 1, count: outcome.count), start: nil)
        let means = Parallel.map(resamples) { index -> Double? in
            var generator = SeededGenerator(seed: seed, stream: UInt64(index))
            var counts = Array(repeating: 0.0, count: outcome.count)
            for _ in members.indices {
                for person in members[generator.index(below: members.count)] { counts[person] += 1 }
            }
            return try? response.fitted(counts, start: fit.linear).mean
        }
        let found = means.compactMap { $0 }
        guard found.count * 10 > resamples * 9, let error = try Moments(found).standardDeviation else {
            throw .notConverged(function: "the bootstrap")
        }
        let line = try Coefficient(
            "mean",
            estimate: fit.mean,
            standardError: error,
            degreesOfFreedom: nil,
            confidence: confidence
        )
        (mean, standardError, interval, unweightedMean) = (fit.mean, error, line.interval, plain.mean)
        (largestWeight, effectiveSize, method, dropped) = (
            fit.largestWeight, fit.effectiveSize, fit.method, fit.dropped
        )
        (answered, people) = (given.count, outcome.count)
        (self.resamples, failedResamples, self.seed) = (resamples, resamples - found.count, seed)
    }
}
