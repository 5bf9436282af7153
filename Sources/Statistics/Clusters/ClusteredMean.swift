/// The mean of changes of people who came in groups, with an error that allows people of one group to be alike.
///
/// The error is the bias-reduced sandwich CR2 of Bell and McCaffrey with working independence, the interval Student's t
/// with Satterthwaite's degrees of freedom; for a mean both have a closed form, since the groups' hat blocks have one
/// eigenvector. Agrees with R's `clubSandwich::coef_test(lm(d ~ 1), vcov = "CR2", cluster =)`; reference values:
/// `Tests/StatisticsTests/Reference/clusters.R`.
///
/// Source: R. M. Bell, D. F. McCaffrey, Survey Methodology 28 (2002), 169-181.
public struct ClusteredMean: Hashable, Sendable {
    /// The number of groups, at least 2.
    public let clusters: Int
    /// The plain mean over people.
    public let mean: Double
    /// The CR2 standard error, above 0.
    public let standardError: Double
    /// Satterthwaite's degrees of freedom; below 4 the p value is unreliable.
    public let degreesOfFreedom: Double
    /// The two-sided p value of "the mean is zero".
    public let p: Double
    /// The interval of the mean.
    public let interval: ClosedRange<Double>

    /// Estimates the mean of `values`, of which those with the same cluster code belong together.
    /// - Throws: As the grouped form; ``StatisticsError/unequalLengths(_:_:)``.
    public init(_ values: [Double], clusters: [Int], confidence: Double = 0.95) throws(StatisticsError) {
        let members = try clusterMembers(clusters, count: values.count)
        try self.init(members.map { $0.map { values[$0] } }, confidence: confidence)
    }

    /// Estimates the mean of `values`, grouped.
    ///
    /// - Parameters:
    ///   - groups: The values of each group; empty groups are left out.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 groups; ``StatisticsError/noSpread`` when the groups do
    ///   not differ; ``StatisticsError/notFinite``.
    /// - Complexity: O(n + groups).
    public init(_ groups: [[Double]], confidence: Double = 0.95) throws(StatisticsError) {
        let filled = groups.filter { !$0.isEmpty }
        guard filled.count >= 2 else { throw .tooFew(needed: 2, given: filled.count) }
        clusters = filled.count
        let overall = try Moments(filled.flatMap { $0 }).mean
        let sums = filled.map { group in compensatedSum(group.map { $0 - overall }) }
        let shares = try ClusterShares(sizes: filled.map(\.count))
        let variance = shares.covariance(sums, sums)
        guard variance.isFinite else { throw .notFinite }
        let scale = filled.flatMap { $0 }.reduce(0) { max($0, abs($1 - overall)) }
        guard variance > 1e-24 * scale * scale, scale > 0 else { throw .noSpread }
        mean = overall
        standardError = variance.squareRoot()
        degreesOfFreedom = shares.degreesOfFreedom
        let law = try StudentT(degreesOfFreedom: degreesOfFreedom)
        p = try law.twoSidedP(overall / standardError)
        let half = try law.twoSidedQuantile(confidence: confidence) * standardError
        interval = (overall - half)...(overall + half)
    }
}
