import Statistics

/// A ratio of rates, after to before, with its uncertainty.
public struct RateChange: Hashable, Sendable {
    /// Rate after divided by rate before; nil when it cannot be told.
    public internal(set) var ratio: Double?
    /// Its 95 % interval.
    public internal(set) var interval: ClosedRange<Double>?
    /// The 95 % interval of pure chance, when the counts vary less than chance would make them.
    public internal(set) var poissonInterval: ClosedRange<Double>?
    /// The two-sided p value of "no change".
    public internal(set) var p: Double?
    /// φ of the months around the two levels.
    public internal(set) var dispersion: Double?
    /// The standard error of the logarithm of the ratio.
    public internal(set) var standardError: Double?
    /// Area-months used.
    public internal(set) var observations: Int
    /// Degrees of freedom of the interval.
    public internal(set) var degreesOfFreedom: Int?
    /// Why numbers are missing.
    public internal(set) var why: String?

    /// The wider of the two intervals, from which the verdict speaks.
    var cautiousInterval: ClosedRange<Double>? { poissonInterval ?? interval }

    /// The effect of a model as a ratio.
    init(_ model: CallsModel) {
        (ratio, interval) = (model.effect.ratio, model.effect.ratio == nil ? nil : model.effect.interval)
        (poissonInterval, p) = (model.effect.poissonInterval, model.effect.p)
        (dispersion, observations) = (model.dispersion, model.observations)
        (degreesOfFreedom, why) = (model.degreesOfFreedom, model.effect.why)
        standardError = nil
    }

    init(_ strata: [RateStratum]) {
        observations = strata.reduce(0) { $0 + $1.before.count + $1.after.count }
        let before = strata.reduce(0) { $0 + $1.before.reduce(0) { $0 + $1.count } }
        let after = strata.reduce(0) { $0 + $1.after.reduce(0) { $0 + $1.count } }
        do throws(StatisticsError) {
            let estimate = try QuasiPoissonRateRatio(strata)
            (ratio, interval, p) = (estimate.ratio, estimate.interval, estimate.p)
            if estimate.dispersion < 1 { poissonInterval = estimate.poissonInterval }
            (dispersion, standardError) = (estimate.dispersion, estimate.standardError)
            (observations, degreesOfFreedom) = (estimate.observations, estimate.degreesOfFreedom)
        } catch {
            switch error {
            case .separation where before == 0:
                why = "nothing was counted before, so there is no ratio"
            case .separation:
                (ratio, why) = (0, "nothing was counted after, so the logarithm of the ratio has no interval")
            case .tooFew where before + after == 0 && observations > 0: why = "nothing was counted on either side"
            case .tooFew: why = "too few months to estimate how much they vary"
            case .noSpread: why = "the months do not vary around their levels at all, so there is no interval"
            default: why = error.description
            }
        }
    }
}
