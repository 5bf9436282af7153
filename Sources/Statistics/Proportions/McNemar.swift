/// McNemar's exact test of a yes/no answer given twice by the same people.
///
/// Only the people who changed carry information: under "no shift" each is as likely to have changed one way as the
/// other, so p = 2 P(Bin(gained + lost, ½) ≤ min(gained, lost)), at most 1. Agrees with R's
/// `binom.test(gained, gained + lost)`; reference values: `Tests/StatisticsTests/Reference/proportions.R`.
///
/// Source: Q. McNemar, Psychometrika 12 (1947), 153-157; mid-p: M. W. Fagerland and others, BMC Medical Research
/// Methodology 13 (2013), 91.
public struct McNemar: Hashable, Sendable {
    /// People who said no first and yes later.
    public let gained: Int
    /// People who said yes first and no later.
    public let lost: Int
    /// The exact two-sided p value; 1 when no one changed.
    public let p: Double
    /// The mid-p value, twice the one-sided one and less conservative; 1 when no one changed.
    public let midP: Double

    /// (gained - lost)² / (gained + lost); nil when no one changed. For comparison with other reports only.
    public var chiSquared: Double? { statistic(less: 0) }
    /// (|gained - lost| - 1)² / (gained + lost), 0 when both are equal; nil when no one changed.
    public var correctedChiSquared: Double? { statistic(less: 1) }
    /// The p value of ``chiSquared`` on 1 degree of freedom.
    public var chiSquaredP: Double? { chiSquared.flatMap(Self.tail) }
    /// The p value of ``correctedChiSquared`` on 1 degree of freedom.
    public var correctedP: Double? { correctedChiSquared.flatMap(Self.tail) }
    /// The odds of gaining to losing, gained / lost; nil when no one lost.
    public var oddsRatio: Double? { lost > 0 ? Double(gained) / Double(lost) : nil }

    /// The exact interval of the odds ratio: p / (1 - p) of the Clopper-Pearson interval of gained among the changed.
    ///
    /// - Returns: The bounds, `upper` nil where there is none (no one lost); nil when no one changed.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless 0 < `confidence` < 1.
    public func oddsRatioInterval(
        confidence: Double = 0.95
    ) throws(StatisticsError) -> (lower: Double, upper: Double?)? {
        guard gained + lost > 0 else { return nil }
        let share = try clopperPearsonInterval(successes: gained, trials: gained + lost, confidence: confidence)
        let upper = lost > 0 ? share.upperBound / (1 - share.upperBound) : nil
        return (share.lowerBound / (1 - share.lowerBound), upper)
    }

    private func statistic(less correction: Double) -> Double? {
        guard gained + lost > 0 else { return nil }
        let distance = max(0, abs(Double(gained) - Double(lost)) - correction)
        return distance * distance / Double(gained + lost)
    }

    private static func tail(_ statistic: Double) -> Double? {
        try? ChiSquared(degreesOfFreedom: 1).upperTail(statistic)
    }

    /// Tests the two counts of changed answers.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative count.
    public init(gained: Int, lost: Int) throws(StatisticsError) {
        guard gained >= 0, lost >= 0 else {
            throw .outsideDomain(quantity: "a count", value: Double(min(gained, lost)), expected: "0 or more")
        }
        (self.gained, self.lost) = (gained, lost)
        guard gained + lost > 0 else {
            (p, midP) = (1, 1)
            return
        }
        let law = try Binomial(trials: gained + lost, probability: 0.5)
        let fewer = min(gained, lost)
        let tail = try law.cdf(fewer)
        p = min(1, 2 * tail)
        midP = min(1, 2 * tail - (try law.density(fewer)))
    }
}
