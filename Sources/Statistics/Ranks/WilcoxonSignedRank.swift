/// Wilcoxon's signed-rank test of paired differences.
///
/// Zero differences are dropped unless Pratt's handling is asked for. Up to 60 non-zero pairs the p value is exact and
/// conditional on the ties, from the distribution of the signed midranks (as `exactRankTests::wilcox.exact`,
/// `coin::wilcoxsign_test(distribution = "exact")`, and `wilcox.test(exact = TRUE)` without ties); beyond that it is normal
/// with the corrections for ties and continuity (as `wilcox.test(exact = FALSE)`). With n pairs the smallest exact two-sided
/// p is 2^(1 - n), so below 6 pairs 5 % is out of reach. Reference values: `Tests/StatisticsTests/Reference/paired.R`.
///
/// Source: F. Wilcoxon, Biometrics Bulletin 1 (1945), 80-83.
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
    /// Pairs without a difference.
    public let zeros: Int
    /// What became of the zeros.
    public let handling: ZeroDifferences
    /// The mean of ``v`` when both signs are as likely, given the ranks.
    public let expected: Double
    /// The variance of ``v`` when both signs are as likely, given the ranks.
    public let variance: Double
    /// The distance of ``v`` from its mean in standard deviations, continuity corrected if asked for; nil when p is exact.
    public let z: Double?
    /// (W₊ - W₋) / (W₊ + W₋) with zeros dropped, in `-1...1`: the matched rank-biserial correlation.
    public let rankBiserial: Double

    /// The smallest two-sided p that an exact test of this many pairs can give.
    public var smallestP: Double { Double(sign: .plus, exponent: max(1 - nonZero, -1022), significand: 1) }

    /// Tests differences, which are rounded to ten decimals first.
    ///
    /// - Parameters:
    ///   - differences: The changes.
    ///   - handling: What becomes of changes of zero.
    ///   - continuity: Whether the normal approximation takes half a rank off the distance.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` when no difference is other than zero;
    ///   ``StatisticsError/notFinite``.
    /// - Complexity: O(n log n), and O(n³) up to the limit.
    public init(
        differences: [Double],
        zeros handling: ZeroDifferences = .dropped,
        continuity: Bool = true
    ) throws(StatisticsError) {
        guard differences.allSatisfy(\.isFinite) else { throw .notFinite }
        let ranks = SignedRanks(differences.map { Differences.decimal(from: 0, to: $0) }, zeros: handling)
        (nonZero, zeros, self.handling) = (ranks.doubled.count, ranks.zeros, handling)
        guard nonZero > 0 else { throw .tooFew(needed: 1, given: 0) }
        let positive = ranks.doubledPositiveSum
        v = Double(positive) / 2
        expected = Double(ranks.doubled.reduce(0, +)) / 4
        // Ranks that ties share have a smaller sum of squares, which is the whole correction for ties.
        variance = ranks.doubled.reduce(0.0) { $0 + Double($1) * Double($1) } / 16
        let dropped = handling == .pratt ? positive - 2 * zeros * ranks.isPositive.count { $0 } : positive
        let total = nonZero * (nonZero + 1)
        rankBiserial = Double(2 * dropped - total) / Double(total)
        if nonZero <= Self.exactLimit {
            let law = SignedSums(ranks.doubled)
            (method, z) = (.exact, nil)
            p = min(1, 2 * min(law.lowerTail(positive), law.upperTail(positive)))
        } else {
            let distance = v - expected
            let shortened = max(0, abs(distance) - (continuity ? 0.5 : 0)) / variance.squareRoot()
            (method, z) = (.normal, distance < 0 ? -shortened : shortened)
            p = min(1, 2 * (try Normal.upperTail(shortened)))
        }
    }

    /// The interval of ``rankBiserial`` by Fisher's transformation, as `effectsize::rank_biserial(paired = TRUE)`; nil when
    /// all changes go one way, where the transformation is infinite.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless 0 < `confidence` < 1.
    public func rankBiserialInterval(confidence: Double = 0.95) throws(StatisticsError) -> ClosedRange<Double>? {
        let k = Double(nonZero)
        let error = ((2 * k * k * k + 3 * k * k + k) / 6).squareRoot() / ((k * k + k) / 2)
        return try fisherInterval(rankBiserial, error: error, confidence: confidence)
    }
}
