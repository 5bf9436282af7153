/// The wild cluster bootstrap-t of "the mean is zero" with every pattern of signs, for few groups.
///
/// The null is imposed: each group's values keep or change their sign together (Rademacher weights), all 2^G patterns are
/// counted, and p is the share with |t\*| ≥ |t|, t by the plain cluster error, the two patterns that give |t| itself included;
/// so p is at least 2 / 2^G. For a mean this is also the exact sign-flip test of whole groups.
///
/// Source: A. C. Cameron, J. B. Gelbach, D. L. Miller, Review of Economics and Statistics 90 (2008), 414-427.
public struct WildClusterTest: Hashable, Sendable {
    /// Groups above which the patterns are too many to count here.
    public static let enumerationLimit = 16

    /// The two-sided p value.
    public let p: Double
    /// The number of sign patterns, 2^G.
    public let patterns: Int

    /// Tests grouped values.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 groups;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` above ``enumerationLimit``; ``StatisticsError/noSpread``
    ///   when every group's sum is zero.
    /// - Complexity: O(2^G × G).
    public init(_ groups: [[Double]]) throws(StatisticsError) {
        let filled = groups.filter { !$0.isEmpty }
        guard filled.count >= 2 else { throw .tooFew(needed: 2, given: filled.count) }
        guard filled.count <= Self.enumerationLimit else {
            throw .outsideDomain(
                quantity: "the number of groups",
                value: Double(filled.count),
                expected: "at most \(Self.enumerationLimit)"
            )
        }
        let sums = filled.map { compensatedSum($0) }
        let shares = filled.map { Double($0.count) / Double(filled.reduce(0) { $0 + $1.count }) }
        guard sums.contains(where: { $0 != 0 }) else { throw .noSpread }
        patterns = 1 << filled.count
        let observed = Self.squaredT(sums, shares, pattern: 0)
        var reached = 0
        for pattern in 0..<patterns where Self.squaredT(sums, shares, pattern: pattern) >= observed * (1 - 1e-12) {
            reached += 1
        }
        p = Double(reached) / Double(patterns)
    }

    /// The square of t = total / √Σ(group sum - group share × total)², infinite when the groups fit exactly; a bit of
    /// `pattern` turns a group's sign.
    private static func squaredT(_ sums: [Double], _ shares: [Double], pattern: Int) -> Double {
        func flipped(_ group: Int) -> Double { (pattern >> group) & 1 == 0 ? sums[group] : -sums[group] }
        var total = 0.0, spread = 0.0
        for group in sums.indices { total += flipped(group) }
        for group in sums.indices {
            let residual = flipped(group) - shares[group] * total
            spread += residual * residual
        }
        return spread > 0 ? total * total / spread : (total == 0 ? 0 : .infinity)
    }
}
