/// How alike people of one group are, and what that costs: the one-way intraclass correlation and the design effect.
///
/// ICC = (MSB - MSW) / (MSB + (n₀ - 1) MSW) from the analysis of variance, with n₀ = (N - Σn²/N) / (G - 1) for groups of
/// different size. It is negative when people of one group differ more than people of different groups; ``OneWayComponents``
/// gives the estimate by REML, which is not. Reference values:
/// `Tests/StatisticsTests/Reference/intraclass.R`.
///
/// Source: A. Donner, International Statistical Review 54 (1986), 67-82; design effect: S. M. Eldridge, D. Ashby, S. Kerry,
/// International Journal of Epidemiology 35 (2006), 1292-1300.
public struct IntraclassCorrelation: Hashable, Sendable {
    /// The number of groups, at least 2.
    public let clusters: Int
    /// All people.
    public let people: Int
    /// The mean number of people in a group.
    public let meanSize: Double
    /// The standard deviation of the sizes (divisor: groups - 1) over their mean.
    public let sizeVariation: Double
    /// The intraclass correlation, at most 1.
    public let icc: Double
    /// The mean square between groups.
    public let betweenMeanSquare: Double
    /// The mean square within groups.
    public let withinMeanSquare: Double
    /// Their ratio; nil when people of one group do not differ at all.
    public let f: Double?
    /// The p value of "the groups have one mean"; nil with ``f``.
    public let p: Double?
    /// 1 + ((1 + cv²) mean size - 1) × ICC, a negative ICC taken as 0: how many times as many people groups cost.
    public let designEffect: Double

    /// Analyses grouped values; empty groups are left out.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 groups, or when no group has 2 people;
    ///   ``StatisticsError/noSpread`` when all values are the same; ``StatisticsError/notFinite``.
    /// - Complexity: O(n).
    public init(_ groups: [[Double]]) throws(StatisticsError) {
        let filled = groups.filter { !$0.isEmpty }
        guard filled.count >= 2 else { throw .tooFew(needed: 2, given: filled.count) }
        let sizes = filled.map { Double($0.count) }
        let all = sizes.reduce(0, +), number = Double(filled.count)
        guard all > number else { throw .tooFew(needed: filled.count + 1, given: filled.count) }
        let overall = try Moments(filled.joined().map { $0 })
        guard let spread = overall.standardDeviation, isSpread(spread, around: overall.mean) else { throw .noSpread }
        var between = CompensatedSum(), within = CompensatedSum()
        for group in filled {
            let moments = try Moments(group)
            let distance = moments.mean - overall.mean
            between.add(Double(group.count) * distance * distance)
            within.add((moments.variance ?? 0) * Double(group.count - 1))
        }
        (clusters, people) = (filled.count, Int(all))
        let squares = sizes.reduce(0) { $0 + $1 * $1 }
        meanSize = all / number
        sizeVariation = (try Moments(sizes).standardDeviation ?? 0) / meanSize
        betweenMeanSquare = between.total / (number - 1)
        withinMeanSquare = within.total / (all - number)
        let typical = (all - squares / all) / (number - 1)
        icc = (betweenMeanSquare - withinMeanSquare) / (betweenMeanSquare + (typical - 1) * withinMeanSquare)
        designEffect = 1 + ((1 + sizeVariation * sizeVariation) * meanSize - 1) * max(0, icc)
        guard isSpread(withinMeanSquare.squareRoot(), around: overall.mean) else {
            (f, p) = (nil, nil)
            return
        }
        let ratio = betweenMeanSquare / withinMeanSquare
        f = ratio
        p = try FisherF(numerator: number - 1, denominator: all - number).upperTail(ratio)
    }
}
