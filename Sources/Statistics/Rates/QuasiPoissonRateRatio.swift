import CSpecialFunctions

/// The ratio of the rate after to the rate before, common to several areas that each keep their own level.
///
/// The model is R's `glm(count ~ area + after + offset(log(exposure)), family = quasipoisson)`: the area levels are
/// conditioned out, which leaves one equation for the log ratio, solved by Newton's method on a concave likelihood. The
/// variance is multiplied by the dispersion φ = Pearson's χ² / (n - p), used as it is even below 1, and the interval is
/// Student's t on n - p degrees of freedom. With one area and no gap the ratio is simply (events after / exposure after) /
/// (events before / exposure before). Reference values: `Tests/StatisticsTests/Reference/rates.R`.
///
/// It takes the months as independent given the level: trend, seasons and autocorrelation are not in it.
public struct QuasiPoissonRateRatio: Hashable, Sendable {
    /// Rate after divided by rate before.
    public let ratio: Double
    /// The logarithm of ``ratio``.
    public let logRatio: Double
    /// The standard error of the logarithm, dispersion included.
    public let standardError: Double
    /// Pearson's χ² over ``degreesOfFreedom``; 1 for pure chance.
    public let dispersion: Double
    /// The number of area-months used.
    public let observations: Int
    /// Observations less the areas' levels and the ratio.
    public let degreesOfFreedom: Int
    /// The t statistic of "no change".
    public let t: Double
    /// Its two-sided p value.
    public let p: Double
    /// The interval of the ratio.
    public let interval: ClosedRange<Double>
    /// The interval of pure chance, dispersion 1, by the normal quantile: to stand beside ``interval`` when the dispersion is
    /// below 1.
    public let poissonInterval: ClosedRange<Double>

    /// Estimates the common ratio. Areas without any event carry no information and are left out.
    ///
    /// - Parameters:
    ///   - strata: One entry an area; each needs at least one month on both sides to count.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` when no degree of freedom is left for the dispersion;
    ///   ``StatisticsError/separation`` when one side has no event; ``StatisticsError/noSpread`` when the counts fit without
    ///   any residual; ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative count or an exposure that is
    ///   not above 0.
    /// - Complexity: O(months × iterations), about ten iterations.
    public init(_ strata: [RateStratum], confidence: Double = 0.95) throws(StatisticsError) {
        let areas = try strata.map(Totals.init).filter(\.isInformative)
        observations = areas.reduce(0) { $0 + $1.cells }
        degreesOfFreedom = observations - areas.count - 1
        guard !areas.isEmpty, degreesOfFreedom >= 1 else {
            throw .tooFew(needed: areas.count + 2, given: observations)
        }
        guard areas.contains(where: { $0.after > 0 }), areas.contains(where: { $0.before > 0 }) else {
            throw .separation
        }
        logRatio = try Self.solve(areas)
        let ratio = cg_exp(logRatio)
        let information = areas.reduce(0) { $0 + $1.information(ratio) }
        let dispersion = areas.reduce(0) { $0 + $1.pearson(ratio) } / Double(degreesOfFreedom)
        guard information > 0, dispersion.isFinite else { throw .notFinite }
        guard dispersion > 1e-12 else { throw .noSpread }
        (self.ratio, self.dispersion) = (ratio, dispersion)
        standardError = (dispersion / information).squareRoot()
        t = logRatio / standardError
        let law = try StudentT(degreesOfFreedom: Double(degreesOfFreedom))
        p = try law.twoSidedP(t)
        let half = try law.twoSidedQuantile(confidence: confidence) * standardError
        interval = cg_exp(logRatio - half)...cg_exp(logRatio + half)
        let chance = try Normal.twoSidedQuantile(confidence: confidence) / information.squareRoot()
        poissonInterval = cg_exp(logRatio - chance)...cg_exp(logRatio + chance)
        guard interval.upperBound.isFinite, poissonInterval.upperBound.isFinite else { throw .notFinite }
    }

    private static func solve(_ areas: [Totals]) throws(StatisticsError) -> Double {
        var beta = 0.0
        for _ in 0..<200 {
            let ratio = cg_exp(beta)
            let score = areas.reduce(0) { $0 + $1.after - $1.total * $1.shareAfter(ratio) }
            let information = areas.reduce(0) { $0 + $1.information(ratio) }
            guard information > 0 else { throw .notConverged(function: "the rate ratio") }
            let step = max(-2, min(2, score / information))
            beta += step
            if abs(step) <= 1e-14 * max(1, abs(beta)) { return beta }
        }
        throw .notConverged(function: "the rate ratio")
    }
}

private struct Totals {
    let stratum: RateStratum
    let before: Double
    let after: Double
    let exposureBefore: Double
    let exposureAfter: Double

    init(_ stratum: RateStratum) throws(StatisticsError) {
        for cell in stratum.before + stratum.after {
            guard cell.count >= 0 else {
                throw .outsideDomain(quantity: "a count", value: Double(cell.count), expected: "0 or more")
            }
            _ = try positive(cell.exposure, "an exposure")
        }
        self.stratum = stratum
        before = stratum.before.reduce(0) { $0 + Double($1.count) }
        after = stratum.after.reduce(0) { $0 + Double($1.count) }
        exposureBefore = compensatedSum(stratum.before.map(\.exposure))
        exposureAfter = compensatedSum(stratum.after.map(\.exposure))
    }

    var total: Double { before + after }
    var cells: Int { stratum.before.count + stratum.after.count }
    var isInformative: Bool { exposureBefore > 0 && exposureAfter > 0 && total > 0 }

    func shareAfter(_ ratio: Double) -> Double { exposureAfter * ratio / (exposureAfter * ratio + exposureBefore) }

    func information(_ ratio: Double) -> Double {
        let share = shareAfter(ratio)
        return total * share * (1 - share)
    }

    func pearson(_ ratio: Double) -> Double {
        let level = total / (exposureBefore + exposureAfter * ratio)
        func part(_ cells: [RateCell], _ rate: Double) -> Double {
            cells.reduce(0) { sum, cell in
                let expected = rate * cell.exposure
                let residual = Double(cell.count) - expected
                return sum + residual * residual / expected
            }
        }
        return part(stratum.before, level) + part(stratum.after, level * ratio)
    }
}
