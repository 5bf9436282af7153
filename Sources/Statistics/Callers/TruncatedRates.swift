import CSpecialFunctions

/// The law of callers' rates from frequent callers alone: people with at least so many calls, the others not known.
///
/// A negative binomial law cut off on the left is fitted. The tail alone says little about the whole, so ``isWeak`` warns when
/// its parameters are not held firm; a second baseline year is better. Reference values:
/// `Tests/StatisticsTests/Reference/callers.R`.
///
/// Source: J. F. Lawless, Canadian Journal of Statistics 15 (1987), 209-225.
public struct TruncatedRates: Hashable, Sendable {
    /// The law.
    public let rates: CallRates
    /// The standard error of ln μ; nil when the likelihood is flat.
    public let logMeanError: Double?
    /// The standard error of ln θ; nil when the likelihood is flat.
    public let logShapeError: Double?
    /// The log-likelihood.
    public let logLikelihood: Double
    /// Whether the tail does not hold the law firm: an error of ln μ or ln θ above 1, none at all, or θ at an end.
    public let isWeak: Bool

    /// Fits the law to callers at or above a threshold.
    ///
    /// - Parameters:
    ///   - callers: The callers known; only their calls before count.
    ///   - threshold: The calls before from which on callers are known, at least 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 10 callers; ``StatisticsError/noSpread`` when all called
    ///   equally often; ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a caller below the threshold;
    ///   ``StatisticsError/notConverged(function:)``.
    /// - Complexity: O(distinct counts × steps).
    public init(_ callers: [CallerPeriods], threshold: Int) throws(StatisticsError) {
        guard threshold >= 1 else {
            throw .outsideDomain(quantity: "the threshold", value: Double(threshold), expected: "at least 1")
        }
        try CallerPeriods.checkBefore(callers)
        guard callers.count >= 10 else { throw .tooFew(needed: 10, given: callers.count) }
        if let low = callers.first(where: { $0.before < threshold }) {
            throw .outsideDomain(quantity: "a count", value: Double(low.before), expected: "at least \(threshold)")
        }
        guard Set(callers.map { $0.before }).count > 1 else { throw .noSpread }
        let search = TruncatedSearch(CallRates.Groups(callers), threshold)
        let found = try search.run()
        let (mean, shape) = (cg_exp(found.place[0]), cg_exp(found.place[1]))
        rates = CallRates(mean: mean, shape: shape)
        logLikelihood = found.value
        let hessian = search.curvature(found.place)
        let determinant = hessian.aa * hessian.bb - hessian.ab * hessian.ab
        let isPeak = hessian.aa < 0 && determinant > 0
        logMeanError = isPeak ? (-hessian.bb / determinant).squareRoot() : nil
        logShapeError = isPeak ? (-hessian.aa / determinant).squareRoot() : nil
        let largest = max(logMeanError ?? .infinity, logShapeError ?? .infinity)
        isWeak = largest > 1 || shape < 1e-3 || shape > 1e4
    }
}

/// Newton's method on (ln μ, ln θ), derivatives by differences, steps shortened until the likelihood rises.
struct TruncatedSearch {
    private let groups: CallRates.Groups
    private let threshold: Int
    /// Bounds of ln θ: beyond them the law does not change any more.
    private static let ends = (-14.0, 14.0)

    init(_ groups: CallRates.Groups, _ threshold: Int) { (self.groups, self.threshold) = (groups, threshold) }

    func value(_ place: [Double]) -> Double {
        let mean = cg_exp(place[0]), shape = cg_exp(place[1])
        let means = groups.exposures.map { $0 * mean }
        var sum = NegativeBinomialTally(counts: groups.counts, means: means, weights: groups.sizes).logLikelihood(shape)
        var known: [Double: Double] = [:]
        for (mean, size) in zip(means, groups.sizes) {
            let tail =
                known[mean]
                ?? (try? NegativeBinomial(size: shape, mean: mean).upperTail(threshold - 1)).map { cg_log($0) } ?? .nan
            known[mean] = tail
            sum -= size * tail
        }
        return sum
    }

    func curvature(_ place: [Double]) -> (aa: Double, ab: Double, bb: Double) {
        let h = 1e-3
        func at(_ a: Double, _ b: Double) -> Double { value([place[0] + a * h, place[1] + b * h]) }
        let centre = at(0, 0)
        return (
            (at(1, 0) - 2 * centre + at(-1, 0)) / (h * h),
            (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * h * h),
            (at(0, 1) - 2 * centre + at(0, -1)) / (h * h)
        )
    }

    private func slope(_ place: [Double]) -> (a: Double, b: Double) {
        // Four-point differences: their error is of the fourth power of the step.
        let h = 1e-3
        func along(_ a: Double, _ b: Double) -> Double {
            func at(_ k: Double) -> Double { value([place[0] + k * a * h, place[1] + k * b * h]) }
            return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
        }
        return (along(1, 0), along(0, 1))
    }

    /// The peak of the likelihood, sought from `start` or from the mean rate halved.
    func run(from start: CallRates? = nil) throws(StatisticsError) -> (place: [Double], value: Double) {
        let calls = zip(groups.counts, groups.sizes).reduce(0) { $0 + $1.0 * $1.1 }
        let exposure = zip(groups.exposures, groups.sizes).reduce(0) { $0 + $1.0 * $1.1 }
        let known = start.flatMap { start in start.shape.map { [cg_log(start.mean), cg_log($0)] } }
        var place = known ?? [cg_log(calls / exposure / 2), 0.0]
        var best = value(place)
        guard best.isFinite else { throw .notConverged(function: "the truncated law") }
        for _ in 0..<300 {
            let (a, b) = slope(place), c = curvature(place)
            // Away from the peak the curvature may not be negative: its size is kept and made so.
            let lift = max(0, (c.aa + c.bb) / 2 + ((c.aa - c.bb) * (c.aa - c.bb) / 4 + c.ab * c.ab).squareRoot()) * 1.1
            let small = 1e-9 * (abs(c.aa) + abs(c.bb) + 1)
            let aa = c.aa - lift - small, bb = c.bb - lift - small
            let determinant = aa * bb - c.ab * c.ab
            var step = [-(bb * a - c.ab * b) / determinant, -(aa * b - c.ab * a) / determinant]
            let length = max(abs(step[0]), abs(step[1]))
            guard length.isFinite else { throw .notConverged(function: "the truncated law") }
            if length > 1 { step = step.map { $0 / length } }
            var share = 1.0, moved = false
            while share > 1e-6 {
                let next = [place[0] + share * step[0], min(Self.ends.1, max(Self.ends.0, place[1] + share * step[1]))]
                let reached = value(next)
                if reached.isFinite, reached >= best {
                    moved = max(abs(next[0] - place[0]), abs(next[1] - place[1])) > 1e-10
                    (place, best) = (next, reached)
                    break
                }
                share /= 2
            }
            if !moved { return (place, best) }
        }
        throw .notConverged(function: "the truncated law")
    }
}
