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
    /// Alpha of the other items, item by item; nil where fewer than two others are left or their total has no spread.
    public let ifDeleted: [Double?]
    /// The correlation of each item with the sum of the others; nil where either is constant.
    public let itemRest: [Double?]

    /// Whether the items contradict each other as a whole.
    public var isNegative: Bool { alpha < 0 }
    /// The positions of items that fall when the others rise: perhaps to be read the other way round.
    public var contradicting: [Int] { itemRest.indices.filter { (itemRest[$0] ?? 0) < 0 } }

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
        let totals = answers.map { compensatedSum($0) }
        let columns = (0..<k).map { item in answers.map { $0[item] } }
        var variances: [Double] = []
        for column in columns { variances.append(try Moments(column).variance ?? 0) }
        let sum = compensatedSum(variances)
        guard let alpha = Self.coefficient(sum, try Moments(totals), items: k) else { throw .noSpread }
        items = k
        people = answers.count
        self.alpha = alpha
        let freedom = Double(people - 1)
        let law = try FisherF(numerator: freedom, denominator: freedom * Double(k - 1))
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        let low = 1 - (1 - alpha) * (try law.quantile(1 - tail)), high = 1 - (1 - alpha) * (try law.quantile(tail))
        interval = min(low, high)...max(low, high)
        var ifDeleted: [Double?] = [], itemRest: [Double?] = []
        for (column, variance) in zip(columns, variances) {
            let rest = zip(totals, column).map { $0 - $1 }
            ifDeleted.append(Self.coefficient(sum - variance, try Moments(rest), items: k - 1))
            itemRest.append(try? correlation(column, rest))
        }
        (self.ifDeleted, self.itemRest) = (ifDeleted, itemRest)
    }

    private static func coefficient(_ parts: Double, _ total: Moments, items: Int) -> Double? {
        guard items >= 2, let whole = total.variance, whole > 1e-20 * max(1, total.mean * total.mean) else {
            return nil
        }
        return Double(items) / Double(items - 1) * (1 - parts / whole)
    }
}
