import CSpecialFunctions

/// How many simulations found an effect, and how many could not be analysed.
public struct SimulationTally: Hashable, Sendable {
    /// Simulations that found an effect.
    public var found: Int
    /// Simulations that could not be fitted; they find nothing.
    public var failed: Int

    /// A tally.
    public init(found: Int = 0, failed: Int = 0) { (self.found, self.failed) = (found, failed) }
}

/// A planned comparison of counts whose power can be told twice: in closed form, and by simulating months and analysing each as
/// the comparison would.
public protocol PowerAnalysis: Sendable {
    /// The two-sided significance level.
    var alpha: Double { get }

    /// The variance of the logarithm of the rate ratio when nothing changes.
    ///
    /// - Parameter autocorrelated: Whether months remember the one before, as planned; otherwise they are independent.
    /// - Returns: The variance, above 0.
    /// - Throws: A ``StatisticsError`` when the numbers are too large or too small.
    func variance(autocorrelated: Bool) throws(StatisticsError) -> Double

    /// Simulates and analyses. Every simulation has random numbers of its own, so that the sum over parts of a range does not
    /// depend on how it was parted.
    ///
    /// - Parameters:
    ///   - ratio: The rate after over that expected.
    ///   - simulations: The numbers of the simulations.
    ///   - seed: Any number.
    /// - Returns: What was found.
    func tally(ratio: Double, simulations: Range<Int>, seed: UInt64) -> SimulationTally
}

extension PowerAnalysis {
    /// The smallest fall that is seen with the wanted chance, in closed form: 1 - exp(-(z of the level + z of the power) ×
    /// standard error).
    ///
    /// - Parameters:
    ///   - power: The wanted chance.
    ///   - autocorrelated: Whether months remember the one before, as planned.
    /// - Returns: The fall as a share in `0..<1`.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public func detectableFall(power: Double = 0.8, autocorrelated: Bool = false) throws(StatisticsError) -> Double {
        let level = try probability(alpha, "the significance level")
        let z = try Normal.twoSidedQuantile(confidence: 1 - level) + Normal.quantile(probability(power, "the power"))
        return -cg_expm1(-z * (try positive(variance(autocorrelated: autocorrelated), "the variance")).squareRoot())
    }

    /// The chance to see a ratio, in closed form: that of a normal estimate with ``variance(autocorrelated:)`` to lie beyond the
    /// quantile of the level, on either side.
    ///
    /// - Parameters:
    ///   - ratio: The rate after over that expected, above 0.
    ///   - autocorrelated: Whether months remember the one before, as planned.
    /// - Returns: A probability.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public func normalPower(ratio: Double, autocorrelated: Bool = false) throws(StatisticsError) -> Double {
        let error = try positive(variance(autocorrelated: autocorrelated), "the variance").squareRoot()
        let z = try Normal.twoSidedQuantile(confidence: 1 - alpha),
            shift = cg_log(try positive(ratio, "the ratio")) / error
        return try Normal.cdf(-z - shift) + Normal.cdf(-z + shift)
    }

    /// The power to see a ratio by simulation, without the size.
    ///
    /// - Parameters:
    ///   - ratio: The rate after over that expected, above 0.
    ///   - simulations: How many, at least 100.
    ///   - seed: Any number.
    /// - Returns: The share that finds an effect, and its standard error from the number of simulations.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public func simulatedShare(
        ratio: Double,
        simulations: Int = 1000,
        seed: UInt64 = 1
    ) throws(StatisticsError) -> (power: Double, error: Double) {
        _ = try positive(ratio, "the ratio")
        try SimulatedPower.check(simulations)
        let share = Double(counted(ratio: ratio, simulations: simulations, seed: seed).found) / Double(simulations)
        return (share, (share * (1 - share) / Double(simulations)).squareRoot())
    }

    /// The power to see a ratio, with the size beside it.
    ///
    /// - Parameters:
    ///   - ratio: The rate after over that expected, above 0.
    ///   - simulations: How many of each kind, at least 100; 1,000 or more to be shown.
    ///   - seed: Any number.
    /// - Returns: Power and size with their Monte Carlo errors; the same for any number of threads.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(simulations) analyses on all cores.
    public func power(
        ratio: Double,
        simulations: Int = 1000,
        seed: UInt64 = 1
    ) throws(StatisticsError) -> SimulatedPower {
        try SimulatedPower(of: self, ratio: ratio, simulations: simulations, seed: seed)
    }

    /// The fall that is seen with the wanted chance, by halving on the logarithm with the same random numbers throughout.
    ///
    /// - Parameters:
    ///   - power: The wanted chance.
    ///   - simulations: How many at each step, at least 100.
    ///   - seed: Any number.
    /// - Returns: The ratio with its power and size; nil when even a fall of 99 % is seen too rarely.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(15 × simulations) analyses on all cores.
    public func detectable(
        power: Double = 0.8,
        simulations: Int = 1000,
        seed: UInt64 = 1
    ) throws(StatisticsError) -> DetectableRatio? {
        try DetectableRatio(of: self, power: power, simulations: simulations, seed: seed)
    }

    /// Simulates in parts on all cores.
    func counted(ratio: Double, simulations: Int, seed: UInt64) -> SimulationTally {
        let part = 25
        let parts = Parallel.map((simulations + part - 1) / part) { place in
            tally(ratio: ratio, simulations: place * part..<min(simulations, (place + 1) * part), seed: seed)
        }
        return parts.reduce(into: SimulationTally()) { sum, part in
            sum.found += part.found
            sum.failed += part.failed
        }
    }
}

extension SeededGenerator {
    /// The generator of one of many simulations of the same seed.
    init(seed: UInt64, simulation: Int) {
        self.init(seed: seed &+ UInt64(simulation) &* 0x9E37_79B9_7F4A_7C15)
    }
}
