/// The one-sided test that a change is not worse than a margin: of "the mean change is -margin or lower".
///
/// It answers "did it last?" as "no evidence of a difference" never can. Agrees with R's
/// `t.test(changes, mu = -margin, alternative = "greater")`, by clusters with the error and degrees of freedom of
/// ``ClusteredMean``; reference values: `Tests/StatisticsTests/Reference/lasting.R`.
public struct NonInferiority: Hashable, Sendable {
    /// The loss that would still count as lasting, 0 or more, in the unit of the changes; fixed before the data are seen.
    public let margin: Double
    /// The mean change, such as follow-up less post.
    public let mean: Double
    /// Its standard error.
    public let standardError: Double
    /// The degrees of freedom of Student's t.
    public let degreesOfFreedom: Double
    /// (mean + margin) / standard error.
    public let t: Double
    /// The one-sided p value.
    public let p: Double
    /// The lower bound of the one-sided interval of the mean change.
    public let lowerBound: Double

    /// Whether the whole interval lies above -margin.
    public var isShown: Bool { lowerBound > -margin }

    /// Tests the changes.
    ///
    /// - Parameters:
    ///   - changes: One change a person.
    ///   - clusters: A code a person, equal for people of one cluster; nil when people are independent.
    ///   - margin: The loss that would still count as lasting, 0 or more.
    ///   - confidence: The coverage of the one-sided interval, between 0 and 1.
    /// - Throws: What ``ClusteredMean`` throws; ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a margin below
    ///   0.
    /// - Complexity: O(n).
    public init(
        _ changes: [Double],
        clusters: [Int]? = nil,
        margin: Double,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard margin >= 0, margin.isFinite else {
            throw .outsideDomain(quantity: "the margin", value: margin, expected: "0 or more")
        }
        let error = try MeanError(changes, clusters: clusters)
        let law = try StudentT(degreesOfFreedom: error.degreesOfFreedom)
        (mean, standardError, degreesOfFreedom) = (error.mean, error.standardError, error.degreesOfFreedom)
        self.margin = margin
        t = (error.mean + margin) / error.standardError
        p = try law.upperTail(t)
        lowerBound =
            error.mean - (try law.quantile(try probability(confidence, "the confidence"))) * error.standardError
    }
}
