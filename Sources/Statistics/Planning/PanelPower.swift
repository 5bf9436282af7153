import CSpecialFunctions

/// The power of a difference in differences, by simulating every area's months and fitting each panel as the analysis would:
/// Poisson with levels of areas and months, errors clustered by area, Student's t on areas - 1.
///
/// Areas differ by their expected counts, which their levels take out; months vary beyond chance by φ and remember the month
/// before by ρ. With fewer than about 40 areas the size shows how far clustered errors are to be believed.
public struct PanelPower: Sendable {
    /// The expected count of each month of each area without an effect.
    public let expected: [[Double]]
    /// The places of the treated areas.
    public let treated: Set<Int>
    /// How many months lie before the start.
    public let monthsBefore: Int
    /// φ, how much the counts vary beyond chance; below 1 counts as 1.
    public let dispersion: Double
    /// ρ, the correlation of one month's surplus with the next's.
    public let autocorrelation: Double
    /// The two-sided significance level.
    public let alpha: Double
    private let frame: Panel

    /// Plans a panel.
    ///
    /// - Parameters:
    ///   - expected: The count of each month of each area expected without an effect, above 0, as many months for all.
    ///   - treated: The places of the treated areas.
    ///   - monthsBefore: How many months lie before the start.
    ///   - dispersion: φ, above 0.
    ///   - autocorrelation: ρ, `0..<1`.
    ///   - alpha: The two-sided significance level.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` without a treated or a comparison area or a month on one side;
    ///   ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public init(
        expected: [[Double]],
        treated: Set<Int>,
        monthsBefore: Int,
        dispersion: Double,
        autocorrelation: Double = 0,
        alpha: Double = 0.05
    ) throws(StatisticsError) {
        let months = expected.first?.count ?? 0
        for area in expected where area.count != months { throw .unequalLengths(months, area.count) }
        for mean in expected.joined() { _ = try positive(mean, "an expected count") }
        let inside = treated.filter(expected.indices.contains)
        guard expected.count >= 3, !inside.isEmpty, inside.count < expected.count else {
            throw .tooFew(needed: 3, given: min(2, expected.count))
        }
        guard monthsBefore >= 1, monthsBefore < months else { throw .tooFew(needed: 2, given: min(1, months)) }
        self.dispersion = try positive(dispersion, "the dispersion")
        guard autocorrelation >= 0, autocorrelation < 1 else {
            throw .outsideDomain(quantity: "the autocorrelation", value: autocorrelation, expected: "0 to below 1")
        }
        self.alpha = try probability(alpha, "the significance level")
        (self.expected, self.treated, self.monthsBefore) = (expected, inside, monthsBefore)
        self.autocorrelation = autocorrelation
        frame = try Panel(
            areas: expected.indices.flatMap { area in Array(repeating: area, count: months) },
            months: expected.indices.flatMap { _ in Array(0..<months) },
            outcomes: Array(repeating: 0, count: expected.count * months)
        )
    }

    /// The power to see a ratio, with the size beside it.
    ///
    /// - Parameters:
    ///   - ratio: The rate after over that expected in the treated areas, above 0.
    ///   - simulations: How many of each kind, at least 100; 1,000 or more to be shown.
    ///   - seed: Any number.
    /// - Returns: Power and size with their Monte Carlo errors.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(simulations) fits of ``FixedEffectsModel``.
    public func power(
        ratio: Double,
        simulations: Int = 1000,
        seed: UInt64 = 1
    ) throws(StatisticsError) -> SimulatedPower {
        try SimulatedPower(ratio: ratio, simulations: simulations, seed: seed, alpha: alpha) {
            ratio,
            seed throws(StatisticsError) in
            try count(ratio: ratio, simulations, seed)
        }
    }

    /// The fall that is seen with the wanted chance, by halving with the same random numbers throughout.
    ///
    /// - Parameters:
    ///   - power: The wanted chance.
    ///   - simulations: How many at each step.
    ///   - seed: Any number.
    /// - Returns: The ratio with its power and size; nil when even a fall of 99 % is seen too rarely.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(16 × simulations) fits.
    public func detectable(
        power: Double = 0.8,
        simulations: Int = 1000,
        seed: UInt64 = 1
    ) throws(StatisticsError) -> DetectableRatio? {
        try DetectableRatio(power: power, simulations: simulations, seed: seed, alpha: alpha) {
            ratio,
            seed throws(StatisticsError) in
            try count(ratio: ratio, simulations, seed)
        }
    }

    private func count(
        ratio: Double,
        _ simulations: Int,
        _ seed: UInt64
    ) throws(StatisticsError) -> (found: Int, failed: Int) {
        let isTreated = frame.areas.indices.map {
            treated.contains(frame.areas[$0]) && frame.months[$0] >= monthsBefore
        }
        let means = expected.indices.map { area in
            expected[area].indices.map {
                expected[area][$0] * (treated.contains(area) && $0 >= monthsBefore ? ratio : 1)
            }
        }
        let column = isTreated.map { $0 ? 1.0 : 0 }
        let spreads = means.map(SimulatedCounts(dispersion: dispersion, autocorrelation: 0).spreads)
        var outcomes: [Double] = [], counts = means[0], found = 0, failed = 0
        for simulation in 0..<simulations {
            var generator = SeededGenerator(seed: seed &+ UInt64(simulation) &* 0x9E37_79B9_7F4A_7C15)
            var draws = SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelation)
            outcomes.removeAll(keepingCapacity: true)
            for area in means.indices {
                draws.draw(means[area], spreads: spreads[area], into: &counts, &generator)
                outcomes += counts
            }
            var panel = try Panel(areas: frame.areas, months: frame.months, outcomes: outcomes)
            try panel.append("treated", column)
            guard let model = try? FixedEffectsModel(panel, family: .poisson),
                let line = try? model.clusterTable(.cr1, confidence: 1 - alpha).first
            else {
                failed += 1
                continue
            }
            if line.p < alpha { found += 1 }
        }
        return (found, failed)
    }
}
