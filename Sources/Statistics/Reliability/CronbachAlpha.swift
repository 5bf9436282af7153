/// Cronbach's alpha: how far the items of a scale rise and fall together.
///
/// α = k/(k - 1) (1 - Σ var(item) / var(total)), over people who answered every item, with Feldt's interval. It can be
/// negative, which means that items contradict each other. Agrees with R's `psych::alpha`; reference values:
/// `Tests/StatisticsTests/Reference/reliability.R`.
///
/// Source: L. J. Cronbach, Psychometrika 16 (1951), 297-334; L. S. Feldt, Psychometrika 30 (1965), 357-370.
public struct CronbachAlpha: Hashable, Sendable {
    /// The number of items, at least 2.
    public let items: Int
    /// The number of people with every item.
    public let people: Int
    /// The coefficient, at most 1.
    public let alpha: Double
    /// Feldt's interval.
    public let interval: ClosedRange<Double>

    /// Computes alpha from complete answers, a row a person.
    ///
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 items or 2 people;
    ///   ``StatisticsError/unequalLengths(_:_:)`` for rows of different length; ``StatisticsError/noSpread`` when everybody
    ///   has the same total.
    /// - Complexity: O(people × items).
    public init(_ answers: [[Double]], confidence: Double = 0.95) throws(StatisticsError) {
        guard answers.count >= 2 else { throw .tooFew(needed: 2, given: answers.count) }
        let k = answers[0].count
        guard k >= 2 else { throw .tooFew(needed: 2, given: k) }
        for row in answers where row.count != k { throw .unequalLengths(k, row.count) }
        let totals = try Moments(answers.map { compensatedSum($0) })
        var sum = 0.0
        for item in 0..<k { sum += try Moments(answers.map { $0[item] }).variance ?? 0 }
        guard let whole = totals.variance, whole > 1e-20 * max(1, totals.mean * totals.mean) else { throw .noSpread }
        items = k
        people = answers.count
        alpha = Double(k) / Double(k - 1) * (1 - sum / whole)
        let freedom = Double(people - 1)
        let law = try FisherF(numerator: freedom, denominator: freedom * Double(k - 1))
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        let low = 1 - (1 - alpha) * (try law.quantile(1 - tail)), high = 1 - (1 - alpha) * (try law.quantile(tail))
        interval = min(low, high)...max(low, high)
    }
}
