/// Between what bounds the mean change lies whatever the missing answers are.
///
/// Every missing answer is taken at its lowest, then at its highest possible value; no assumption is made about why it is
/// missing, so the bounds are wide.
///
/// Source: C. F. Manski, American Economic Review 80 (1990), 319-323.
public struct WorstCaseBounds: Hashable, Sendable {
    /// The mean when all missing answers are the lowest possible.
    public let lowestMean: Double
    /// The mean when all are the highest possible.
    public let highestMean: Double
    /// The lowest mean with its error; nil when the filled changes have no spread.
    public let lowest: Coefficient?
    /// The highest mean with its error; nil when the filled changes have no spread.
    public let highest: Coefficient?

    /// Bounds the mean.
    ///
    /// - Parameters:
    ///   - changes: One entry a person, nil where the answer is missing.
    ///   - lowest: The lowest change each person could have had, such as the foot of the scale less the first score; used
    ///     where the answer is missing.
    ///   - highest: The highest.
    ///   - clusters: A code a person, equal for people of one cluster; nil when people are independent.
    ///   - confidence: The coverage of intervals, between 0 and 1.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` without people;
    ///   ``StatisticsError/notFinite``.
    public init(
        _ changes: [Double?],
        lowest: [Double],
        highest: [Double],
        clusters: [Int]? = nil,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        for list in [lowest, highest] where list.count != changes.count {
            throw .unequalLengths(changes.count, list.count)
        }
        _ = try clusterMembers(clusters, count: changes.count)
        let low = zip(changes, lowest).map { $0 ?? $1 }, high = zip(changes, highest).map { $0 ?? $1 }
        lowestMean = try Moments(low).mean
        highestMean = try Moments(high).mean
        func line(_ values: [Double], _ name: String) -> Coefficient? {
            guard let error = try? MeanError(values, clusters: clusters) else { return nil }
            return try? Coefficient(
                name,
                estimate: error.mean,
                standardError: error.standardError,
                degreesOfFreedom: error.degreesOfFreedom,
                confidence: confidence
            )
        }
        self.lowest = line(low, "lowest")
        self.highest = line(high, "highest")
    }
}
