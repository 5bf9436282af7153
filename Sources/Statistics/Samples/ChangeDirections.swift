/// How many people improved, stayed the same and got worse: the effect size that needs no statistics.
public struct ChangeDirections: Hashable, Sendable {
    /// People whose change is above zero.
    public let improved: Int
    /// People without a change.
    public let unchanged: Int
    /// People whose change is below zero.
    public let worse: Int

    /// Counts changes, which are rounded to ten decimals first.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` for an empty sample; ``StatisticsError/notFinite``.
    /// - Complexity: O(n).
    public init(differences: [Double]) throws(StatisticsError) {
        guard differences.allSatisfy(\.isFinite) else { throw .notFinite }
        guard !differences.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        let changes = differences.map { Differences.decimal(from: 0, to: $0) }
        improved = changes.count { $0 > 0 }
        worse = changes.count { $0 < 0 }
        unchanged = changes.count - improved - worse
    }

    /// All people.
    public var people: Int { improved + unchanged + worse }
    /// The share of people who improved, in `0...1`.
    public var improvedShare: Double { Double(improved) / Double(people) }
    /// The share of people without a change, in `0...1`.
    public var unchangedShare: Double { Double(unchanged) / Double(people) }
    /// The share of people who got worse, in `0...1`.
    public var worseShare: Double { Double(worse) / Double(people) }
}
