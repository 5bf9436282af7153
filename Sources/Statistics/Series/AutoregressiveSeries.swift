import CSpecialFunctions

/// An interrupted series of values whose errors remember the month before: generalised least squares with an AR(1) error, the
/// correlation by restricted likelihood. Over a gap of g months the correlation is ρᵍ.
///
/// A sensitivity analysis beside ``InterruptedTimeSeries``, usually of logarithms of rates. Agrees with R's
/// `nlme::gls(correlation = corAR1(form = ~ time), method = "REML")`; reference values:
/// `Tests/StatisticsTests/Reference/autoregressive.R`.
///
/// Source: S. J. Prais, C. B. Winsten, Cowles Commission Discussion Paper 383 (1954); J. C. Pinheiro, D. M. Bates,
/// Mixed-Effects Models in S and S-PLUS (2000), chapter 5.
public struct AutoregressiveSeries: Sendable {
    /// intercept, time, level, slope, seasons, events; errors are those of known ρ, t on observations less coefficients.
    public let coefficients: [Coefficient]
    /// Columns left out since others say the same already.
    public let dropped: [String]
    /// ρ, the correlation of neighbouring months' errors, between -1 and 1.
    public let correlation: Double
    /// The standard deviation of the errors.
    public let deviation: Double
    /// Months used.
    public let observations: Int

    /// The largest |ρ| that is tried.
    static let most = 0.995

    /// Fits one series.
    ///
    /// - Parameters:
    ///   - values: The months with their values in any order, offsets ignored; a gap is simply not there.
    ///   - interruption: When it started, and seasons and events.
    ///   - confidence: The coverage of intervals, between 0 and 1.
    /// - Throws: As ``InterruptedTimeSeries``; ``StatisticsError/noSpread`` for values that are fitted exactly;
    ///   ``StatisticsError/notConverged(function:)`` when ρ runs to ±1.
    /// - Complexity: O(months × columns²), some hundred times.
    public init(
        _ values: [SeriesMonth],
        interruption: Interruption,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        let used = interruption.used(values)
        let months = used.map(\.month)
        try interruption.check(months)
        let first = interruption.firstMonth ?? months.min() ?? interruption.start
        var design = Design(rows: used.count)
        try design.append("intercept", Array(repeating: 1, count: used.count))
        for term in try interruption.trend(months, from: first) + interruption.circumstances(months, from: first) {
            try design.append(term.name, term.values)
        }
        let gaps = zip(months.dropFirst(), months).map { $0 - $1 }
        guard gaps.allSatisfy({ $0 > 0 }) else {
            throw .outsideDomain(quantity: "a gap", value: 0, expected: "above 0")
        }
        let problem = Problem(outcome: used.map(\.outcome), design: design, gaps: gaps)
        let rho = try problem.bestCorrelation()
        let fit = try problem.fit(rho)
        for name in ["level", "slope"] where !fit.names.contains(name) { throw .rankDeficient(columns: [name]) }
        var table: [Coefficient] = []
        for (place, name) in fit.names.enumerated() {
            let variance = fit.residualVariance * fit.unscaledCovariance[place, place]
            table.append(
                try Coefficient(
                    name,
                    estimate: fit.coefficients[place],
                    standardError: variance.squareRoot(),
                    degreesOfFreedom: Double(fit.degreesOfFreedom),
                    confidence: confidence
                )
            )
        }
        coefficients = table
        (dropped, correlation, observations) = (fit.dropped, rho, used.count)
        deviation = fit.residualVariance.squareRoot()
    }
}

/// Generalised least squares for a given ρ.
private struct Problem {
    let outcome: [Double]
    let design: Design
    let gaps: [Int]

    /// Every month less what the one before foretells, over the spread that is left.
    func fit(_ rho: Double) throws(StatisticsError) -> LinearModel {
        let memories = gaps.map { Self.power(rho, $0) }
        func whitened(_ column: [Double]) -> [Double] {
            var new = column
            for place in memories.indices {
                let memory = memories[place]
                new[place + 1] = (column[place + 1] - memory * column[place]) / (1 - memory * memory).squareRoot()
            }
            return new
        }
        var whitenedDesign = Design(rows: design.rows)
        for (name, column) in zip(design.names, design.columns) { try whitenedDesign.append(name, whitened(column)) }
        let fit = try LinearModel(whitened(outcome), on: whitenedDesign)
        guard !fit.isExact else { throw .noSpread }
        return fit
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    /// Twice the restricted log-likelihood without constants.
    private func likelihood(_ rho: Double) throws(StatisticsError) -> Double {
        let fit = try fit(rho)
        let triangle = fit.decomposition.triangular
        let free = Double(fit.degreesOfFreedom)
        var value = -free * cg_log(fit.residualVariance * free)
        for gap in gaps {
            let memory = Self.power(rho, gap)
            value -= cg_log(1 - memory * memory)
        }
        for place in 0..<fit.names.count { value -= 2 * cg_log(abs(triangle[place, place])) }
        return value
    }

    /// The ρ of the greatest restricted likelihood: a grid, then golden sections.
    func bestCorrelation() throws(StatisticsError) -> Double {
        let steps = 80, most = AutoregressiveSeries.most
        let grid = (0...steps).map { most * (2 * Double($0) / Double(steps) - 1) }
        var best = 0, top = -Double.infinity
        for (place, rho) in grid.enumerated() {
            let value = try likelihood(rho)
            if value > top { (best, top) = (place, value) }
        }
        guard best > 0, best < steps else { throw .notConverged(function: "the correlation of errors") }
        var (low, high) = (grid[best - 1], grid[best + 1])
        let ratio = (5.0.squareRoot() - 1) / 2
        var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
        var (atLeft, atRight) = (try likelihood(left), try likelihood(right))
        while high - low > 1e-9 {
            if atLeft > atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - ratio * (high - low)
                atLeft = try likelihood(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + ratio * (high - low)
                atRight = try likelihood(right)
            }
        }
        return (low + high) / 2
    }
}
