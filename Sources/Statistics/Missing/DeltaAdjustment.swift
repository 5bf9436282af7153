/// What the mean change would be if the people whose answer is missing did worse than those who answered.
///
/// The missing are taken to change by the mean of the others less a shift; their share of all people brings its own error:
/// mean = observed mean - shift × share, variance = that of the observed mean + shift² × that of the share. A shift of 0 is
/// the complete-case result with its own t test. Reference values: `Tests/StatisticsTests/Reference/missing.R`.
///
/// Source: I. R. White, J. Carpenter, N. J. Horton, Statistica Sinica 28 (2018), 1985-2003 (mean score method).
public struct DeltaAdjustment: Hashable, Sendable {
    /// Why there is no shift at which significance is lost.
    public enum NoTipping: String, Hashable, Sendable {
        /// Everybody answered.
        case nobodyMissing
        /// The observed mean is not clearly above 0 in the first place.
        case notSignificant
    }

    /// The people who answered.
    public let answered: Int
    /// The people whose answer is missing.
    public let missing: Int
    private let observed: MeanError
    private let shareVariance: Double
    private let confidence: Double

    /// Prepares the adjustment.
    ///
    /// - Parameters:
    ///   - changes: One entry a person, nil where the answer is missing.
    ///   - clusters: A code a person, equal for people of one cluster; nil when people are independent.
    ///   - confidence: The coverage of intervals, and 1 less the level at which significance is judged.
    /// - Throws: What ``ClusteredMean`` throws for those who answered; ``StatisticsError/unequalLengths(_:_:)``.
    /// - Complexity: O(n).
    public init(_ changes: [Double?], clusters: [Int]? = nil, confidence: Double = 0.95) throws(StatisticsError) {
        let members = try clusterMembers(clusters, count: changes.count)
        let present = changes.indices.filter { changes[$0] != nil }
        observed = try MeanError(
            changes.compactMap { $0 },
            clusters: clusters.map { codes in present.map { codes[$0] } }
        )
        answered = present.count
        missing = changes.count - present.count
        let share = Double(missing) / Double(changes.count)
        let residuals = members.map { places in
            places.reduce(0) { $0 + (changes[$1] == nil ? 1 - share : -share) }
        }
        shareVariance = try ClusterShares(sizes: members.map(\.count)).covariance(residuals, residuals)
        self.confidence = try probability(confidence, "the confidence")
    }

    /// The share of people whose answer is missing, in `0..<1`.
    public var share: Double { Double(missing) / Double(missing + answered) }

    /// The mean change over everybody when the missing are worse by `shift`, in the unit of the changes.
    /// - Throws: ``StatisticsError/notFinite``.
    public func mean(shift: Double) throws(StatisticsError) -> Coefficient {
        try Coefficient(
            "mean",
            estimate: observed.mean - shift * share,
            standardError: (observed.standardError * observed.standardError + shift * shift * shareVariance)
                .squareRoot(),
            degreesOfFreedom: observed.degreesOfFreedom,
            confidence: confidence
        )
    }

    /// The mean change over everybody when the missing did not change at all ("jump to baseline").
    /// - Throws: ``StatisticsError/notFinite``.
    public func jumpToBaseline() throws(StatisticsError) -> Coefficient { try mean(shift: observed.mean) }

    /// The smallest shift at which the lower bound of the interval reaches 0.
    ///
    /// - Returns: The shift, above 0, or why there is none.
    public func tippingShift() throws(StatisticsError) -> Result<Double, NoTipping> {
        guard missing > 0 else { return .failure(.nobodyMissing) }
        let quantile = try StudentT(degreesOfFreedom: observed.degreesOfFreedom)
            .twoSidedQuantile(confidence: confidence)
        let error = quantile * observed.standardError
        guard observed.mean > error else { return .failure(.notSignificant) }
        let left = observed.mean * observed.mean - error * error, across = observed.mean * share
        let leading = share * share - quantile * quantile * shareVariance
        return .success(left / (across + max(0, across * across - leading * left).squareRoot()))
    }
}

extension DeltaAdjustment.NoTipping: Error, CustomStringConvertible {
    /// The reason in one clause, without a full stop.
    public var description: String {
        switch self {
        case .nobodyMissing: "nobody's answer is missing"
        case .notSignificant: "the change is not clearly above zero among those who answered"
        }
    }
}
