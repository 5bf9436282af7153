/// Wilcoxon's signed-rank test of paired differences.
///
/// Zero differences are dropped. Up to 60 non-zero pairs the p value is exact and conditional on the ties, from the
/// distribution of the signed midranks (as `exactRankTests::wilcox.exact`, and `wilcox.test(exact = TRUE)` without ties);
/// beyond that it is normal with the corrections for ties and continuity (as `wilcox.test(exact = FALSE)`). With n pairs
/// the smallest exact two-sided p is 2^(1 - n), so below 6 pairs 5 % is out of reach. Reference values:
/// `Tests/StatisticsTests/Reference/ranks.R`.
public struct WilcoxonSignedRank: Hashable, Sendable {
    /// How the p value was found.
    public enum Method: String, Hashable, Sendable {
        /// From the exact conditional distribution.
        case exact
        /// From the normal approximation.
        case normal
    }

    /// Non-zero pairs above which the normal approximation is used.
    public static let exactLimit = 60

    /// The sum of the ranks of the positive differences.
    public let v: Double
    /// The two-sided p value.
    public let p: Double
    /// How it was found.
    public let method: Method
    /// Non-zero pairs.
    public let nonZero: Int
    /// (W₊ - W₋) / (W₊ + W₋), in `-1...1`: the matched rank-biserial correlation.
    public let rankBiserial: Double

    /// Tests differences, which are rounded to ten decimals first.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` when no difference is other than zero;
    ///   ``StatisticsError/notFinite``.
    /// - Complexity: O(n log n), and O(n³) up to the limit.
    public init(differences: [Double]) throws(StatisticsError) {
        guard differences.allSatisfy(\.isFinite) else { throw .notFinite }
        let ranks = SignedRanks(differences.map { Differences.decimal(from: 0, to: $0) })
        nonZero = ranks.doubled.count
        guard nonZero > 0 else { throw .tooFew(needed: 1, given: 0) }
        let positive = ranks.doubledPositiveSum
        let total = nonZero * (nonZero + 1)
        v = Double(positive) / 2
        rankBiserial = Double(2 * positive - total) / Double(total)
        if nonZero <= Self.exactLimit {
            method = .exact
            let chances = SignedRanks.distribution(ofDoubled: ranks.doubled)
            let low = chances[...positive].reduce(0, +), high = chances[positive...].reversed().reduce(0, +)
            p = min(1, 2 * min(low, high))
        } else {
            method = .normal
            let n = Double(nonZero)
            let tied = ranks.ties.reduce(0.0) { $0 + Double($1) * (Double($1) * Double($1) - 1) }
            let variance = n * (n + 1) * (2 * n + 1) / 24 - tied / 48
            let distance = max(0, abs(v - n * (n + 1) / 4) - 0.5)
            p = min(1, 2 * (try Normal.upperTail(distance / variance.squareRoot())))
        }
    }
}
