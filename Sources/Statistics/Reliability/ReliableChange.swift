/// Who changed by more than the unreliability of the scale explains (Jacobson and Truax's reliable change index).
///
/// S_E = s √(1 - r), S_diff = √2 S_E, index = (to - from) / S_diff, reliable above 1.96 in size. It says that a person's
/// change is more than noise, not that teaching caused it. Reference values:
/// `Tests/StatisticsTests/Reference/reliable_change.R`.
///
/// Source: N. S. Jacobson, P. Truax, Journal of Consulting and Clinical Psychology 59 (1991), 12-19.
public struct ReliableChange: Hashable, Sendable {
    /// The size of an index beyond which a change is called reliable.
    public static let criterion = 1.96

    /// S_E, in the unit of the scores.
    public let standardErrorOfMeasurement: Double
    /// S_diff, in the unit of the scores.
    public let standardErrorOfDifference: Double
    /// The smallest change that is not reliable yet: 1.96 S_diff.
    public let threshold: Double
    /// The index of each person, in the order of the scores.
    public let indices: [Double]
    /// People whose change is reliably above zero.
    public let improved: Int
    /// People whose change is reliably below zero.
    public let worse: Int
    /// All others.
    public let unchanged: Int
    /// People who started so high that no reliable improvement was possible; nil when the scale's end was not given.
    public let atCeiling: Int?

    /// Classifies the changes `to[i] - from[i]`.
    ///
    /// - Parameters:
    ///   - from: The first scores.
    ///   - to: The second scores of the same people in the same order.
    ///   - reliability: r: the correlation of a test and retest without teaching in between, or else alpha; from 0 to below 1.
    ///   - maximum: The highest score of the scale.
    ///   - spread: The standard deviation of first scores; that of `from` when nil.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)``;
    ///   ``StatisticsError/noSpread`` when all first scores are the same;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a reliability of 1 or more, or below 0.
    /// - Complexity: O(n).
    public init(
        from: [Double],
        to: [Double],
        reliability: Double,
        maximum: Double? = nil,
        spread: Double? = nil
    ) throws(StatisticsError) {
        guard from.count == to.count else { throw .unequalLengths(from.count, to.count) }
        guard !from.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        guard reliability >= 0, reliability < 1 else {
            throw .outsideDomain(quantity: "the reliability", value: reliability, expected: "from 0 to below 1")
        }
        let moments = try Moments(from)
        guard let deviation = spread ?? moments.standardDeviation else { throw .tooFew(needed: 2, given: from.count) }
        guard deviation.isFinite, isSpread(deviation, around: moments.mean) else { throw .noSpread }
        standardErrorOfMeasurement = deviation * (1 - reliability).squareRoot()
        let error = 2.0.squareRoot() * standardErrorOfMeasurement
        let limit = Self.criterion * error
        (standardErrorOfDifference, threshold) = (error, limit)
        let changes = zip(from, to).map { Differences.decimal(from: $0, to: $1) }
        guard changes.allSatisfy(\.isFinite) else { throw .notFinite }
        indices = changes.map { $0 / error }
        improved = changes.count { $0 > limit }
        worse = changes.count { $0 < -limit }
        unchanged = changes.count - improved - worse
        atCeiling = maximum.map { maximum in from.count { Differences.decimal(from: $0, to: maximum) < limit } }
    }
}
