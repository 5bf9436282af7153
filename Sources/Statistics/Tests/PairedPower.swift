/// How large a mean change a paired t test could have seen, and how many pairs it takes.
///
/// Power comes from the noncentral t distribution, as in R's `power.t.test(type = "paired")`. Reference values:
/// `Tests/StatisticsTests/Reference/paired_power.R`.
public struct PairedPower: Hashable, Sendable {
    /// What counts as seeing a change.
    public enum Tails: String, Hashable, Sendable, CaseIterable {
        /// A significant two-sided test, in either direction: R's `strict = TRUE`, and statsmodels.
        case both
        /// A significant two-sided test in the right direction: R's default. Smaller by less than 1e-6 for power above 0.5.
        case right
        /// A significant one-sided test: R's `alternative = "one.sided"`.
        case oneSided = "one_sided"
    }

    /// The number of pairs, at least 2.
    public let pairs: Int
    /// The standard deviation of the changes, above 0.
    public let standardDeviation: Double
    /// The significance level.
    public let alpha: Double
    /// What counts as seeing a change.
    public let tails: Tails

    /// A planned or finished comparison.
    /// - Throws: ``StatisticsError`` for fewer than 2 pairs, a deviation that is not above 0 or a level outside 0 to 1.
    public init(
        pairs: Int,
        standardDeviation: Double,
        alpha: Double = 0.05,
        tails: Tails = .both
    ) throws(StatisticsError) {
        guard pairs >= 2 else { throw .tooFew(needed: 2, given: pairs) }
        self.pairs = pairs
        self.standardDeviation = try positive(standardDeviation, "the standard deviation")
        self.alpha = try probability(alpha, "the significance level")
        self.tails = tails
    }

    /// The chance that the test is significant when the true mean change is `change`, in the unit of the scores.
    public func power(toSee change: Double) throws(StatisticsError) -> Double {
        try Self.power(Double(pairs), abs(change) / standardDeviation, alpha, tails)
    }

    /// The smallest true mean change seen with the chance `power`, in the unit of the scores.
    ///
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless `alpha` < `power` < 1.
    /// - Complexity: 80 evaluations of the noncentral t distribution at most.
    public func detectableChange(power wanted: Double = 0.8) throws(StatisticsError) -> Double {
        try Self.check(wanted, above: alpha)
        let error = standardDeviation / Double(pairs).squareRoot()
        return try Self.root(0, error, limit: 1e6 * error) { change throws(StatisticsError) in
            try power(toSee: change) >= wanted
        }
    }

    /// The number of pairs with which a true mean change is seen with the chance `power`, un-rounded: take the next whole one.
    ///
    /// - Parameters:
    ///   - change: The true mean change, in the unit of the scores; not 0.
    ///   - standardDeviation: That of the changes, above 0.
    ///   - wanted: The chance of seeing it, above `alpha` and below 1.
    ///   - alpha: The significance level.
    ///   - tails: What counts as seeing it.
    /// - Returns: At least 2; 2 also where fewer would do.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``; ``StatisticsError/notConverged(function:)``
    ///   above 10 million pairs.
    /// - Complexity: 100 evaluations of the noncentral t distribution at most.
    public static func pairsNeeded(
        toSee change: Double,
        standardDeviation: Double,
        power wanted: Double = 0.8,
        alpha: Double = 0.05,
        tails: Tails = .both
    ) throws(StatisticsError) -> Double {
        let size = try positive(abs(change), "the change") / positive(standardDeviation, "the standard deviation")
        let level = try probability(alpha, "the significance level")
        try check(wanted, above: level)
        guard try power(2, size, level, tails) < wanted else { return 2 }
        return try root(2, 4, limit: 1e7) { pairs throws(StatisticsError) in
            try power(pairs, size, level, tails) >= wanted
        }
    }

    private static func power(
        _ pairs: Double,
        _ size: Double,
        _ alpha: Double,
        _ tails: Tails
    ) throws(StatisticsError) -> Double {
        let freedom = pairs - 1
        let critical = try StudentT(degreesOfFreedom: freedom)
            .twoSidedQuantile(confidence: 1 - (tails == .oneSided ? 2 * alpha : alpha))
        let law = try NoncentralT(degreesOfFreedom: freedom, noncentrality: size * pairs.squareRoot())
        let right = try law.upperTail(critical)
        return tails == .both ? try min(1, right + law.cdf(-critical)) : right
    }

    private static func check(_ power: Double, above alpha: Double) throws(StatisticsError) {
        guard power > alpha, power < 1 else {
            throw .outsideDomain(
                quantity: "the power",
                value: power,
                expected: "above the significance level and below 1"
            )
        }
    }

    /// The smallest number above `low` that is `enough`, sought from `high` upwards.
    private static func root(
        _ low: Double,
        _ high: Double,
        limit: Double,
        _ enough: (Double) throws(StatisticsError) -> Bool
    ) throws(StatisticsError) -> Double {
        var low = low, high = high
        while try !enough(high) {
            low = high
            high *= 2
            guard high < limit else { throw .notConverged(function: "the search for enough power") }
        }
        while high - low > 1e-13 * high {
            let middle = low + (high - low) / 2
            if middle == low || middle == high { break }
            if try enough(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
