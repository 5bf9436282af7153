/// How large a mean change a paired t test could have seen.
///
/// Power is that of the two-sided test with both tails counted, as in R's
/// `power.t.test(type = "paired", strict = TRUE)`. Reference values: `Tests/StatisticsTests/Reference/paired_power.R`.
public struct PairedPower: Hashable, Sendable {
    /// The number of pairs, at least 2.
    public let pairs: Int
    /// The standard deviation of the changes, above 0.
    public let standardDeviation: Double
    /// The two-sided significance level.
    public let alpha: Double
    private let critical: Double

    /// A planned or finished comparison.
    /// - Throws: ``StatisticsError`` for fewer than 2 pairs, a deviation that is not above 0 or a level outside 0 to 1.
    public init(pairs: Int, standardDeviation: Double, alpha: Double = 0.05) throws(StatisticsError) {
        guard pairs >= 2 else { throw .tooFew(needed: 2, given: pairs) }
        self.pairs = pairs
        self.standardDeviation = try positive(standardDeviation, "the standard deviation")
        self.alpha = try probability(alpha, "the significance level")
        critical = try StudentT(degreesOfFreedom: Double(pairs - 1)).twoSidedQuantile(confidence: 1 - alpha)
    }

    /// The chance that the test is significant when the true mean change is `change`, in the unit of the scores.
    public func power(toSee change: Double) throws(StatisticsError) -> Double {
        let noncentrality = abs(change) / standardDeviation * Double(pairs).squareRoot()
        let law = try NoncentralT(degreesOfFreedom: Double(pairs - 1), noncentrality: noncentrality)
        return try min(1, law.upperTail(critical) + law.cdf(-critical))
    }

    /// The smallest true mean change seen with the chance `power`, in the unit of the scores.
    ///
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless `alpha` < `power` < 1.
    /// - Complexity: 80 evaluations of the noncentral t distribution at most.
    public func detectableChange(power wanted: Double = 0.8) throws(StatisticsError) -> Double {
        guard wanted > alpha, wanted < 1 else {
            throw .outsideDomain(
                quantity: "the power",
                value: wanted,
                expected: "above the significance level and below 1"
            )
        }
        let error = standardDeviation / Double(pairs).squareRoot()
        var low = 0.0, high = error
        while try power(toSee: high) < wanted {
            low = high
            high *= 2
            guard high / error < 1e6 else { throw .notConverged(function: "the detectable change") }
        }
        while high - low > 1e-13 * high {
            let middle = low + (high - low) / 2
            if middle == low || middle == high { break }
            if try power(toSee: middle) < wanted { low = middle } else { high = middle }
        }
        return high
    }
}
