import CSpecialFunctions

/// What months without an effect look like, from counts on record: how much they vary beyond chance, how much a month remembers
/// the one before, and the shape of the year.
///
/// It is the fitted null of a power simulation. A series is R's `glm(count ~ time + sin1 + cos1 + sin2 + cos2 +
/// offset(log(exposure)), family = quasipoisson)`, without seasons below 24 months and without time below 12; a panel is
/// `glm(count ~ area + month + …)`. Reference values: `Tests/StatisticsTests/Reference/power.R`.
public struct MonthlyPattern: Hashable, Sendable {
    /// φ: Pearson's χ² over its degrees of freedom.
    public let dispersion: Double
    /// The correlation of neighbouring months' Pearson residuals, gaps left out; nil where nothing is left over to correlate.
    public let lagOne: Double?
    /// The months of the year, January first, each over their mean; all 1 where seasons were not fitted.
    public let seasons: [Double]
    /// Cells used.
    public let observations: Int
    /// Whether the shape of the year was fitted.
    public let hasSeasons: Bool

    /// Fits one series.
    ///
    /// - Parameter months: The months there are, counted so that January is a multiple of 12.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 6 months; ``StatisticsError/noEvents``; what the fit throws.
    /// - Complexity: O(months).
    public init(_ months: [SeriesMonth]) throws(StatisticsError) {
        guard months.count >= 6 else { throw .tooFew(needed: 6, given: months.count) }
        let ordered = months.sorted { $0.month < $1.month }, times = ordered.map(\.month)
        var design = Design(intercept: ordered.count)
        if ordered.count >= 12 { try design.append("time", times.map { Double($0 - times[0]) / 12 }) }
        hasSeasons = ordered.count >= 24
        let harmonics = hasSeasons ? 2 : 0
        for column in try SeasonalTerms.columns(harmonics: harmonics, times: times) {
            try design.append(column.name, column.values)
        }
        let model = try CountModel(
            ordered.map(\.outcome),
            on: design,
            family: .poisson,
            offset: ordered.map(\.offset)
        )
        observations = ordered.count
        dispersion = model.dispersion
        lagOne = Self.lagOne([zip(times, model.pearsonResiduals).map { ($0, $1) }])
        let waves = try SeasonalTerms.columns(harmonics: harmonics, times: Array(0..<12))
        let shape = (0..<12).map { month in
            cg_exp(
                waves.reduce(0) { sum, wave in
                    let place = model.names.firstIndex(of: wave.name)
                    return sum + (place.map { model.coefficients[$0] } ?? 0) * wave.values[month]
                }
            )
        }
        let mean = shape.reduce(0, +) / 12
        seasons = shape.map { $0 / mean }
    }

    /// Fits a panel with a level for each area and each month, which take trend and seasons out.
    ///
    /// - Parameter panel: Counts by area and month.
    /// - Throws: What ``FixedEffectsModel`` throws.
    /// - Complexity: O(cells × steps).
    public init(_ panel: Panel) throws(StatisticsError) {
        let model = try FixedEffectsModel(panel, family: .poisson)
        observations = model.observations
        dispersion = model.dispersion
        seasons = Array(repeating: 1, count: 12)
        hasSeasons = false
        var residuals: [Int: [(Int, Double)]] = [:]
        for cell in model.fitted.indices {
            let residual = (model.panel.outcomes[cell] - model.fitted[cell]) / model.fitted[cell].squareRoot()
            residuals[model.panel.areas[cell], default: []].append((model.panel.months[cell], residual))
        }
        lagOne = Self.lagOne(residuals.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.0 < $1.0 } })
    }

    /// ρ as simulations take it: the correlation of the months' moving means, of which counts show (φ - 1) / φ; at least 0 and
    /// at most 0.95, and 0 for counts that vary no more than chance.
    public var autocorrelation: Double {
        guard let lagOne, dispersion > 1 else { return 0 }
        return min(0.95, max(0, lagOne * dispersion / (dispersion - 1)))
    }

    /// The sum of neighbours' products over the sum of squares.
    private static func lagOne(_ series: [[(month: Int, residual: Double)]]) -> Double? {
        let squares = compensatedSum(series.joined().map { $0.residual * $0.residual })
        guard squares > 0 else { return nil }
        let products = series.flatMap { months in
            zip(months, months.dropFirst()).filter { $1.month == $0.month + 1 }.map { $0.residual * $1.residual }
        }
        return products.isEmpty ? nil : compensatedSum(products) / squares
    }
}
