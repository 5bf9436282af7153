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

    /// Whether ``size`` lies within two standard errors of the significance level, those of a true level.
    public var isSound: Bool {
        abs(size - alpha) <= 2 * (alpha * (1 - alpha) / Double(simulations)).squareRoot()
    }

    /// Simulates with a ratio and a seed, and counts what was found and what could not be fitted.
    typealias Count = (_ ratio: Double, _ seed: UInt64) throws(StatisticsError) -> (found: Int, failed: Int)

    /// Counts with the ratio and, with other random numbers, without an effect.
    init(
        ratio: Double,
        simulations: Int,
        seed: UInt64,
        alpha: Double,
        count: Count
    ) throws(StatisticsError) {
        _ = try positive(ratio, "the ratio")
        try Self.check(simulations)
        let (found, failedWith) = try count(ratio, seed)
        let (falselyFound, failedWithout) = ratio == 1 ? (found, 0) : try count(1, seed &+ 0x5151_7A3E)
        let n = Double(simulations)
        power = Double(found) / n
        size = Double(falselyFound) / n
        powerError = (power * (1 - power) / n).squareRoot()
        sizeError = (size * (1 - size) / n).squareRoot()
        (failed, self.simulations, self.alpha) = (failedWith + failedWithout, simulations, alpha)
    }

    /// Refuses so few simulations that their error is larger than what they tell.
    fileprivate static func check(_ simulations: Int) throws(StatisticsError) {
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
    /// The power at ``ratio``, with the size beside it.
    public let simulated: SimulatedPower

    /// Searches with the same random numbers throughout; nil when even a fall of 99 % is seen too rarely.
    init?(
        power: Double,
        simulations: Int,
        seed: UInt64,
        alpha: Double,
        count: SimulatedPower.Count
    ) throws(StatisticsError) {
        let wanted = try probability(power, "the power")
        try SimulatedPower.check(simulations)
        let found = Self.search { ratio in
            guard let found = try? count(ratio, seed).found else { return false }
            return Double(found) >= wanted * Double(simulations)
        }
        guard let found else { return nil }
        ratio = found
        simulated = try SimulatedPower(ratio: found, simulations: simulations, seed: seed, alpha: alpha, count: count)
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
