import CSpecialFunctions

/// How callers' rates differ: each calls at a rate of their own, and the rates follow a gamma law.
///
/// The counts are then negative binomial, and mean and shape come from all callers, not only the frequent ones: R's
/// `MASS::glm.nb(before ~ 1 + offset(log(exposure)))`. A caller seen to call y times in exposure e calls on at
/// (y + θ) / (e + θ/μ) from then on, not at y / e: what stood out by chance does not stand out again.
/// Reference values: `Tests/StatisticsTests/Reference/callers.R`.
///
/// Source: H. Robbins, Proceedings of the Third Berkeley Symposium 1 (1956), 157-163; E. Hauer, Observational Before-After
/// Studies in Road Safety (1997).
public struct CallRates: Hashable, Sendable {
    /// μ: the mean rate, calls per unit of exposure.
    public let mean: Double
    /// θ: the shape; nil when callers do not differ beyond chance (infinite).
    public let shape: Double?

    /// The rate a caller will call at, given what was seen.
    ///
    /// - Parameters:
    ///   - count: The calls seen.
    ///   - exposure: What they are counted over, above 0.
    /// - Returns: Calls per unit of exposure: between the caller's own rate and the mean of all.
    public func expectedRate(count: Int, exposure: Double) -> Double {
        guard let shape else { return mean }
        return (Double(count) + shape) / (exposure + shape / mean)
    }

    /// A law with known mean and shape.
    init(mean: Double, shape: Double?) { (self.mean, self.shape) = (mean, shape) }

    /// Estimates mean and shape from all callers.
    ///
    /// - Parameter callers: Everybody who could be a caller, those who never called too; only their calls before count.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 callers; ``StatisticsError/noEvents``;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(distinct pairs of count and exposure × steps).
    public init(_ callers: [CallerPeriods]) throws(StatisticsError) {
        guard callers.count >= 2 else { throw .tooFew(needed: 2, given: callers.count) }
        try CallerPeriods.checkBefore(callers)
        let groups = Groups(callers)
        try self.init(groups, weights: groups.sizes)
    }

    /// Callers alike in count and exposure before, counted once.
    struct Groups {
        private(set) var counts: [Double] = []
        private(set) var exposures: [Double] = []
        var sizes: [Double] = []
        /// The group of each caller.
        private(set) var places: [Int] = []

        init(_ callers: [CallerPeriods]) {
            var known: [[Double]: Int] = [:]
            for caller in callers {
                let key = [Double(caller.before), caller.exposureBefore]
                let place = known[key] ?? counts.count
                if place == counts.count {
                    known[key] = place
                    counts.append(key[0])
                    exposures.append(key[1])
                    sizes.append(0)
                }
                sizes[place] += 1
                places.append(place)
            }
        }
    }

    init(_ groups: Groups, weights: [Double], start: CallRates? = nil) throws(StatisticsError) {
        let calls = zip(groups.counts, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let exposure = zip(groups.exposures, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard calls > 0 else { throw .noEvents }
        var mean = calls / exposure, shape = start?.shape
        for _ in 0..<500 {
            let tally = NegativeBinomialTally(
                counts: groups.counts,
                means: groups.exposures.map { $0 * mean },
                weights: weights
            )
            guard let theta = try NegativeBinomialShape(tally, start: shape).theta else {
                (self.mean, self.shape) = (calls / exposure, nil)
                return
            }
            // The mean's own equation: Σ w (y - μe) θ / (θ + μe) = 0, that is μ = Σ w y k / Σ w e k with k = 1 / (θ + μe).
            var top = 0.0, bottom = 0.0
            for place in weights.indices {
                let factor = weights[place] / (theta + mean * groups.exposures[place])
                top += factor * groups.counts[place]
                bottom += factor * groups.exposures[place]
            }
            let next = top / bottom
            let settled = abs(next - mean) <= 1e-12 * next && abs(theta - (shape ?? 0)) <= 1e-10 * theta
            (mean, shape) = (next, theta)
            if settled {
                (self.mean, self.shape) = (mean, shape)
                return
            }
        }
        throw .notConverged(function: "the law of callers' rates")
    }
}
