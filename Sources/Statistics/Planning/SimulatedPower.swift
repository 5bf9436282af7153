import CSpecialFunctions

/// How often an analysis finds an effect, by simulation: with the effect, and beside it without any.
public struct SimulatedPower: Hashable, Sendable {
    /// The share of simulations with the effect that find it.
    public let power: Double
    /// The standard error of ``power`` from the number of simulations.
    public let powerError: Double
    /// The share of simulations without an effect that find one; it should be near the significance level.
    public let size: Double
    /// The standard error of ``size``.
    public let sizeError: Double
    /// The significance level.
    public let alpha: Double
    /// The number of simulations of each kind.
    public let simulations: Int
    /// Simulations that could not be fitted; they count as finding nothing.
    public let failed: Int

    /// Whether ``size`` lies within ``sizeMargin`` of the significance level.
    public var isSound: Bool { abs(size - alpha) <= sizeMargin }

    /// How far the size of a sound analysis strays from the level by the number of simulations alone: two standard errors,
    /// 0.014 of 1,000 simulations at a level of 0.05.
    public var sizeMargin: Double { 2 * (alpha * (1 - alpha) / Double(simulations)).squareRoot() }

    /// Counts with the ratio and, with other random numbers, without an effect.
    init(
        of analysis: some PowerAnalysis,
        ratio: Double,
        simulations: Int,
        seed: UInt64
    ) throws(StatisticsError) {
        _ = try positive(ratio, "the ratio")
        try Self.check(simulations)
        alpha = analysis.alpha
        let with = analysis.counted(ratio: ratio, simulations: simulations, seed: seed)
        let without =
            ratio == 1 ? with : analysis.counted(ratio: 1, simulations: simulations, seed: seed &+ 0x5151_7A3E)
        let n = Double(simulations)
        power = Double(with.found) / n
        size = Double(without.found) / n
        powerError = (power * (1 - power) / n).squareRoot()
        sizeError = (size * (1 - size) / n).squareRoot()
        failed = with.failed + (ratio == 1 ? 0 : without.failed)
        self.simulations = simulations
    }

    /// Refuses so few simulations that their error is larger than what they tell.
    static func check(_ simulations: Int) throws(StatisticsError) {
        guard simulations >= 100 else {
            throw .outsideDomain(
                quantity: "the number of simulations",
                value: Double(simulations),
                expected: "at least 100"
            )
        }
    }
}

/// The ratio nearest to 1 that a search by halving finds to be seen with the wanted chance.
public struct DetectableRatio: Hashable, Sendable {
    /// The rate ratio, below 1: a fall.
    public let ratio: Double
    /// The standard error of ``ratio`` from the number of simulations: that of the power over the slope of the normal power
    /// curve there.
    public let ratioError: Double
    /// The power at ``ratio``, with the size beside it.
    public let simulated: SimulatedPower

    /// Searches with the same random numbers throughout; nil when even a fall of 99 % is seen too rarely.
    init?(
        of analysis: some PowerAnalysis,
        power: Double,
        simulations: Int,
        seed: UInt64
    ) throws(StatisticsError) {
        let wanted = try probability(power, "the power")
        try SimulatedPower.check(simulations)
        let found = Self.search { ratio in
            let tally = analysis.counted(ratio: ratio, simulations: simulations, seed: seed)
            return Double(tally.found) >= wanted * Double(simulations)
        }
        guard let found else { return nil }
        ratio = found
        simulated = try SimulatedPower(of: analysis, ratio: found, simulations: simulations, seed: seed)
        let z = try Normal.quantile(wanted), level = try Normal.twoSidedQuantile(confidence: 1 - analysis.alpha)
        let slope = cg_exp(-z * z / 2) / (2 * Double.pi).squareRoot() * (z + level) / max(1e-300, -cg_log(found))
        ratioError = slope > 0 ? found * simulated.powerError / slope : 0
    }

    /// Halves on the logarithm between 1 and a fall of 99 %; nil when even that is not seen often enough.
    private static func search(_ reaches: (Double) -> Bool) -> Double? {
        var low = cg_log(0.01), high = 0.0
        guard reaches(cg_exp(low)) else { return nil }
        for _ in 0..<14 {
            let middle = (low + high) / 2
            if reaches(cg_exp(middle)) { low = middle } else { high = middle }
        }
        return cg_exp(low)
    }
}
