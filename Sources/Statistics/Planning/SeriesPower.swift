import CSpecialFunctions

/// The power of an interrupted time series of one area, by simulating months and fitting each as quasi-Poisson.
///
/// Months are drawn from the expected counts without an effect, with their dispersion and autocorrelation; the analysis has
/// time, level, slope if wanted, and seasons, and finds a change when the level's t test is significant. Every simulation has
/// random numbers of its own seed, so the figures do not depend on the order in which they are made. It holds one design
/// fixed, so each fit solves small normal equations on an orthonormal basis.
public struct SeriesPower: PowerAnalysis {
    /// The expected count of each month without an effect.
    public let expected: [Double]
    /// How many of the months lie before the start.
    public let monthsBefore: Int
    /// φ, how much the counts vary beyond chance; below 1 counts as 1.
    public let dispersion: Double
    /// ρ, the correlation of one month's surplus with the next's.
    public let autocorrelation: Double
    /// The two-sided significance level.
    public let alpha: Double
    private let basis: [[Double]]
    private let direction: [Double]
    private let critical: Double

    /// Plans a series.
    ///
    /// - Parameters:
    ///   - expected: The count of each month expected without an effect, above 0; trend and seasons included.
    ///   - monthsBefore: How many of them lie before the start.
    ///   - dispersion: φ, above 0.
    ///   - autocorrelation: ρ, `0..<1`.
    ///   - harmonics: Seasonal pairs that the analysis fits.
    ///   - withSlope: Whether the analysis lets the slope change too.
    ///   - alpha: The two-sided significance level.
    /// - Throws: ``StatisticsError/shortSeries(before:after:neededBefore:neededAfter:)`` as the analysis would;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)``; ``StatisticsError/tooFew(needed:given:)``.
    public init(
        expected: [Double],
        monthsBefore: Int,
        dispersion: Double,
        autocorrelation: Double = 0,
        harmonics: Int = 2,
        withSlope: Bool = true,
        alpha: Double = 0.05
    ) throws(StatisticsError) {
        for mean in expected { _ = try positive(mean, "an expected count") }
        self.dispersion = try positive(dispersion, "the dispersion")
        guard autocorrelation >= 0, autocorrelation < 1 else {
            throw .outsideDomain(quantity: "the autocorrelation", value: autocorrelation, expected: "0 to below 1")
        }
        let interruption = Interruption(start: monthsBefore + 1, harmonics: harmonics)
        let months = Array(1...max(1, expected.count))
        try interruption.check(months)
        let level = try probability(alpha, "the significance level")
        let terms = try interruption.trend(months, from: 1) + interruption.circumstances(months, from: 1)
        var columns = [Array(repeating: 1.0, count: months.count)], place = 0
        for term in terms where withSlope || term.name != "slope" {
            if term.name == "level" { place = columns.count }
            columns.append(term.values)
        }
        let decomposition = QRDecomposition(try Matrix(columns: columns))
        guard decomposition.rank == columns.count else { throw .rankDeficient(columns: []) }
        let orthonormal = decomposition.orthonormal
        basis = columns.indices.map { orthonormal.column($0) }
        var unit = Array(repeating: 0.0, count: columns.count)
        unit[place] = 1
        direction = decomposition.solveTransposedTriangle(unit)
        guard months.count > columns.count else { throw .tooFew(needed: columns.count + 1, given: months.count) }
        critical = try StudentT(degreesOfFreedom: Double(months.count - columns.count))
            .twoSidedQuantile(confidence: 1 - level)
        (self.expected, self.monthsBefore, self.alpha) = (expected, monthsBefore, level)
        self.autocorrelation = autocorrelation
    }

    /// φ times the level's place in the inverse information of the expected months; with autocorrelation, of months whose
    /// means move together.
    public func variance(autocorrelated: Bool) throws(StatisticsError) -> Double {
        var information = Matrix(rows: basis.count, columns: basis.count)
        for row in basis.indices {
            for column in basis.indices {
                information[row, column] = compensatedSum(
                    expected.indices.map { expected[$0] * basis[row][$0] * basis[column][$0] }
                )
            }
        }
        let solved = try CholeskyDecomposition(information).solve(direction)
        let weights = expected.indices.map { month in
            basis.indices.reduce(0) { $0 + solved[$1] * basis[$1][month] }
        }
        return SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelated ? autocorrelation : 0)
            .variance(of: weights, expected)
    }

    /// Simulates months and fits each.
    /// - Complexity: O(simulations × months × columns²).
    public func tally(ratio: Double, simulations: Range<Int>, seed: UInt64) -> SimulationTally {
        let means = expected.indices.map { $0 < monthsBefore ? expected[$0] : expected[$0] * ratio }
        var draws = SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelation)
        let spreads = draws.spreads(means), start = means.map { cg_log($0) }
        var fit = SmallPoissonFit(basis: basis, start: start)
        var counts = means, tally = SimulationTally()
        for simulation in simulations {
            var generator = SeededGenerator(seed: seed, simulation: simulation)
            draws = SimulatedCounts(dispersion: dispersion, autocorrelation: autocorrelation)
            draws.draw(means, spreads: spreads, into: &counts, &generator)
            guard let t = fit.statistic(counts, direction) else {
                tally.failed += 1
                continue
            }
            if abs(t) > critical { tally.found += 1 }
        }
        return tally
    }
}
