/// How much of the spread of values lies between groups: the random-intercept model with nothing but a mean, by REML.
///
/// ``RandomInterceptModel`` is the same with columns and groups within groups. Agrees with R's `lme4::lmer(y ~ 1 + (1 | group))`; reference values:
/// `Tests/StatisticsTests/Reference/one_way.R`.
///
/// Source: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components (Wiley, 1992), ch. 6.
public struct OneWayComponents: Hashable, Sendable {
    /// The number of groups.
    public let groups: Int
    /// The number of values.
    public let values: Int
    /// The variance between groups; exactly 0 when the likelihood is highest there.
    public let between: Double
    /// The variance within groups.
    public let within: Double
    /// The mean that the model estimates.
    public let mean: Double
    /// The mean size of a group.
    public let meanSize: Double
    /// The coefficient of variation of the groups' sizes, with divisor groups - 1.
    public let sizeVariation: Double

    /// The intraclass correlation, in `0...1`.
    public var intraclassCorrelation: Double { between / (between + within) }

    /// How much larger the variance of a mean is than with people picked one by one: 1 + ((1 + cv²) m - 1) ICC.
    ///
    /// Source: S. M. Eldridge, D. Ashby, S. Kerry, International Journal of Epidemiology 35 (2006), 1292-1300.
    public var designEffect: Double {
        1 + ((1 + sizeVariation * sizeVariation) * meanSize - 1) * intraclassCorrelation
    }

    /// Estimates the components of grouped values.
    ///
    /// - Parameter groups: The values of each group; empty groups are left out.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 groups, or when no group has 2 values (`given` is then the
    ///   size of the largest); ``StatisticsError/noSpread`` when all values are the same; ``StatisticsError/notFinite``.
    /// - Complexity: O(n + groups).
    public init(_ groups: [[Double]]) throws(StatisticsError) {
        let filled = groups.filter { !$0.isEmpty }
        guard filled.count >= 2 else { throw .tooFew(needed: 2, given: filled.count) }
        guard filled.contains(where: { $0.count > 1 }) else { throw .tooFew(needed: 2, given: 1) }
        let all = try Moments(filled.flatMap { $0 })
        guard let variance = all.variance else { throw .tooFew(needed: 2, given: 1) }
        guard variance > 0 else { throw .noSpread }
        let sizes = try Moments(filled.map { Double($0.count) })
        (self.groups, values) = (filled.count, all.count)
        meanSize = sizes.mean
        sizeVariation = (sizes.variance ?? 0).squareRoot() / sizes.mean
        let means = try filled.map { group throws(StatisticsError) in try Moments(group).mean }
        let inner = compensatedSum(
            zip(filled, means).flatMap { group, mean in group.map { ($0 - mean) * ($0 - mean) } }
        )
        guard inner > 1e-20 * variance * Double(all.count) else {
            let between = try Moments(means)
            (self.between, within, mean) = (between.variance ?? 0, 0, between.mean)
            return
        }
        let codes = filled.indices.flatMap { Array(repeating: $0, count: filled[$0].count) }
        let fit = try RestrictedFit(
            filled.flatMap { $0 },
            on: Design(intercept: all.count),
            groups: codes,
            subgroups: nil
        )
        (between, within, mean) = (fit.variances[0], fit.residualVariance, fit.estimates[0])
    }
}
