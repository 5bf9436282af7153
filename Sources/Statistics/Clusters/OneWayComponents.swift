import CSpecialFunctions

/// How much of the spread of values lies between groups: the random-intercept model with nothing but a mean, by REML.
///
/// The profile likelihood needs only each group's size, mean and inner sum of squares, so large samples cost no more than
/// reading them. Agrees with R's `lme4::lmer(y ~ 1 + (1 | group))`; reference values:
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
        var profile = Profile(centre: all.mean)
        for group in filled { try profile.add(group) }
        self.groups = filled.count
        values = profile.people
        let sizes = try Moments(profile.sizes)
        meanSize = sizes.mean
        sizeVariation = (sizes.variance ?? 0).squareRoot() / sizes.mean
        guard profile.inner > 1e-20 * variance * Double(profile.people) else {
            (between, within, mean) = (
                try Moments(profile.means).variance ?? 0, 0, all.mean + (try Moments(profile.means).mean)
            )
            return
        }
        let share = profile.bestShare
        let fit = profile.fit(share / (1 - share))
        within = fit.squares / Double(profile.people - 1)
        between = within * share / (1 - share)
        mean = all.mean + fit.mean
    }

    private struct Profile {
        let centre: Double
        var sizes: [Double] = []
        var means: [Double] = []
        var inner = 0.0
        var people = 0

        mutating func add(_ group: [Double]) throws(StatisticsError) {
            let moments = try Moments(group.map { $0 - centre })
            sizes.append(Double(group.count))
            means.append(moments.mean)
            inner += (moments.variance ?? 0) * Double(group.count - 1)
            people += group.count
        }

        /// The generalised least-squares mean, its sum of squares and the sum of weights at a ratio of variances.
        func fit(_ ratio: Double) -> (mean: Double, squares: Double, weight: Double) {
            var weight = 0.0, sum = 0.0
            for (size, mean) in zip(sizes, means) {
                let own = size / (1 + size * ratio)
                weight += own
                sum += own * mean
            }
            let centre = sum / weight
            var squares = inner
            for (size, mean) in zip(sizes, means) {
                squares += size / (1 + size * ratio) * (mean - centre) * (mean - centre)
            }
            return (centre, squares, weight)
        }

        /// Minus twice the restricted log likelihood, but for a constant, at a share of the variance between groups.
        func deviance(_ share: Double) -> Double {
            let ratio = share / (1 - share)
            let fit = fit(ratio)
            var logs = 0.0
            for size in sizes { logs += cg_log1p(size * ratio) }
            return Double(people - 1) * cg_log(fit.squares) + logs + cg_log(fit.weight)
        }

        /// The share with the highest likelihood, found on a grid and then by halving the golden section.
        var bestShare: Double {
            let grid = (0...200).map { point -> Double in
                let place = Double(point) / 200
                return place * place * (1 - 1e-9)
            }
            let heights = grid.map(deviance)
            let best = heights.indices.min { heights[$0] < heights[$1] } ?? 0
            var low = grid[max(0, best - 1)], high = grid[min(grid.count - 1, best + 1)]
            let golden = (5.0.squareRoot() - 1) / 2
            var left = high - golden * (high - low), right = low + golden * (high - low)
            var atLeft = deviance(left), atRight = deviance(right)
            for _ in 0..<80 where high - low > 1e-14 {
                if atLeft <= atRight {
                    (high, right, atRight) = (right, left, atLeft)
                    left = high - golden * (high - low)
                    atLeft = deviance(left)
                } else {
                    (low, left, atLeft) = (left, right, atRight)
                    right = low + golden * (high - low)
                    atRight = deviance(right)
                }
            }
            let found = (low + high) / 2
            return deviance(0) <= deviance(found) ? 0 : found
        }
    }
}
