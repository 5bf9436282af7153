/// The sign test: whether rises and falls are equally likely, whatever their sizes.
///
/// Changes of zero carry no information about that and are left out. Agrees with R's
/// `binom.test(positive, positive + negative)`; reference values: `Tests/StatisticsTests/Reference/proportions.R`.
public struct SignTest: Hashable, Sendable {
    /// Changes above zero.
    public let positive: Int
    /// Changes below zero.
    public let negative: Int
    /// Changes of zero, left out.
    public let zeros: Int
    /// The exact two-sided p value.
    public let p: Double

    /// Tests counted changes.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` when no one changed;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative count.
    public init(positive: Int, negative: Int, zeros: Int = 0) throws(StatisticsError) {
        let test = try McNemar(gained: positive, lost: negative)
        guard positive + negative > 0 else { throw .tooFew(needed: 1, given: 0) }
        (self.positive, self.negative, self.zeros, p) = (positive, negative, zeros, test.p)
    }

    /// Tests changes, which are rounded to ten decimals first.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` when no one changed; ``StatisticsError/notFinite``.
    /// - Complexity: O(n).
    public init(differences: [Double]) throws(StatisticsError) {
        let directions = try ChangeDirections(differences: differences)
        try self.init(positive: directions.improved, negative: directions.worse, zeros: directions.unchanged)
    }
}
