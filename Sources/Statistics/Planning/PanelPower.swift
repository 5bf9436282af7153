/// The power of a difference in differences, by simulating every area's months and fitting each panel as the analysis would:
/// Poisson with levels of areas and months, errors clustered by area, Student's t on areas - 1.
///
/// Areas differ by their expected counts, which their levels take out; months vary beyond chance by φ and remember the month
/// before by ρ. With fewer than about 40 areas the size shows how far clustered errors are to be believed.
public struct PanelPower: PowerAnalysis {
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

    /// The variance of the four totals' contrast: treated and comparison areas, before and after. It is that of the Poisson
    /// model wherever the months move all areas alike.
    public func variance(autocorrelated: Bool) throws(StatisticsError) -> Double {
        let law = SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelated ? autocorrelation : 0)
        func total(_ isTreated: Bool, _ isAfter: Bool) -> Double {
            compensatedSum(
                expected.indices.filter { treated.contains($0) == isTreated }.flatMap { area in
                    isAfter ? expected[area][monthsBefore...] : expected[area][..<monthsBefore]
                }
            )
        }
        let totals = [true, false].map { group in (before: total(group, false), after: total(group, true)) }
        var sum = 0.0
        for area in expected.indices {
            let total = totals[treated.contains(area) ? 0 : 1]
            let weights = expected[area].indices.map { $0 < monthsBefore ? -1 / total.before : 1 / total.after }
            sum += law.variance(of: weights, expected[area])
        }
        return sum
    }

    /// Simulates panels and fits each.
    /// - Complexity: O(simulations) fits of ``FixedEffectsModel``.
    public func tally(ratio: Double, simulations: Range<Int>, seed: UInt64) -> SimulationTally {
        let column = frame.areas.indices.map {
            treated.contains(frame.areas[$0]) && frame.months[$0] >= monthsBefore ? 1.0 : 0
        }
        let means = expected.indices.map { area in
            expected[area].indices.map {
                expected[area][$0] * (treated.contains(area) && $0 >= monthsBefore ? ratio : 1)
            }
        }
        let spreads = means.map(SimulatedCounts(dispersion: dispersion, autocorrelation: 0).spreads)
        var outcomes: [Double] = [], counts = means[0], tally = SimulationTally()
        for simulation in simulations {
            var generator = SeededGenerator(seed: seed, simulation: simulation)
            var draws = SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelation)
            outcomes.removeAll(keepingCapacity: true)
            for area in means.indices {
                draws.draw(means[area], spreads: spreads[area], into: &counts, &generator)
                outcomes += counts
            }
            guard let p = p(outcomes, column) else {
                tally.failed += 1
                continue
            }
            if p < alpha { tally.found += 1 }
        }
        return tally
    }

    private func p(_ outcomes: [Double], _ column: [Double]) -> Double? {
        guard var panel = try? Panel(areas: frame.areas, months: frame.months, outcomes: outcomes),
            (try? panel.append("treated", column)) != nil,
            let model = try? FixedEffectsModel(panel, family: .poisson)
        else { return nil }
        return try? model.clusterTable(.cr1, confidence: 1 - alpha).first?.p
    }
}
