/// The wild cluster bootstrap-t of one coefficient of a panel, for few areas: the null imposed, whole areas turned round.
///
/// The model is fitted without the column; the residuals of each area are multiplied by one random weight, and the column's
/// t statistic (clustered by area) is computed anew. p is the share of draws with |t\*| ≥ |t|; the draws that give |t| itself
/// count, so p is never zero. With ``draws`` at least as many as there are patterns, all are counted and no seed matters.
/// Weights are Rademacher's ±1, below six areas Webb's six values. For a Poisson model the residuals are the working
/// residuals at the null (a score bootstrap), so the model is not fitted anew either. With one or two treated areas it
/// rejects too rarely: use ``RandomisationTest``.
///
/// Source: A. C. Cameron, J. B. Gelbach, D. L. Miller, Review of Economics and Statistics 90 (2008), 414-427; M. D. Webb,
/// Canadian Journal of Economics 56 (2023), 839-858; P. Kline, A. Santos, Journal of Econometric Methods 1 (2012), 23-41.
public struct PanelWildTest: Hashable, Sendable {
    /// The weights that turn areas round.
    public enum Weights: String, Hashable, Sendable {
        /// -1 and 1.
        case rademacher
        /// ±√½, ±1, ±√1.5.
        case webb

        var values: [Double] {
            switch self {
            case .rademacher: [-1, 1]
            case .webb: [-1.5.squareRoot(), -1, -0.5.squareRoot(), 0.5.squareRoot(), 1, 1.5.squareRoot()]
            }
        }
    }

    /// The two-sided p value.
    public let p: Double
    /// The weights used.
    public let weights: Weights
    /// The patterns counted, or drawn.
    public let draws: Int
    /// Whether every pattern was counted.
    public let isEnumerated: Bool
    /// The t statistic of the data, by the same formula as the draws.
    public let t: Double

    /// Tests "the coefficient is zero".
    ///
    /// - Parameters:
    ///   - panel: The panel with the column.
    ///   - name: The column.
    ///   - family: The law of the outcome.
    ///   - draws: How many patterns to draw at most.
    ///   - seed: Any number; without effect when all patterns are counted.
    /// - Throws: What ``FixedEffectsModel`` throws; ``StatisticsError/rankDeficient(columns:)`` without such a column;
    ///   ``StatisticsError/tooFew(needed:given:)`` below 2 areas; ``StatisticsError/noSpread``.
    /// - Complexity: O(areas × cells + draws × areas²).
    public init(
        _ panel: Panel,
        testing name: String,
        family: FixedEffectsModel.Family,
        draws: Int = 9999,
        seed: UInt64 = 1
    ) throws(StatisticsError) {
        guard draws >= 1 else {
            throw .outsideDomain(quantity: "the number of draws", value: Double(draws), expected: "at least 1")
        }
        let scores = try RestrictedScores(panel, testing: name, family: family)
        let areas = scores.count
        guard areas >= 2 else { throw .tooFew(needed: 2, given: areas) }
        weights = areas < 6 ? .webb : .rademacher
        let values = weights.values
        let real = scores.squaredT(Array(repeating: 1, count: areas))
        guard real.isFinite else { throw .noSpread }
        t = (scores.total < 0 ? -1 : 1) * real.squareRoot()
        let bar = real * (1 - 1e-9)
        var patterns = 1
        for _ in 0..<areas where patterns <= draws { patterns *= values.count }
        isEnumerated = patterns <= draws
        var reached = 0, drawn = Array(repeating: values[0], count: areas)
        if isEnumerated {
            self.draws = patterns
            for pattern in 0..<patterns {
                var rest = pattern
                for area in 0..<areas {
                    drawn[area] = values[rest % values.count]
                    rest /= values.count
                }
                if scores.squaredT(drawn) >= bar { reached += 1 }
            }
            p = Double(reached) / Double(patterns)
        } else {
            self.draws = draws
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<draws {
                for area in 0..<areas { drawn[area] = values[generator.index(below: values.count)] }
                if scores.squaredT(drawn) >= bar { reached += 1 }
            }
            p = Double(1 + reached) / Double(1 + draws)
        }
    }
}

/// How the t statistic of a column follows from one weight an area: t\* = Σ a v / √Σ(K v - d b\*)², b\* = Σ a v / Σ d.
private struct RestrictedScores {
    /// Each area's share of the numerator, and of the information.
    private var numerators: [Double] = []
    private var information: [Double] = []
    /// The score of area g from the residuals of area h, at g + h × areas.
    private var crossed: [Double] = []

    var count: Int { numerators.count }
    var total: Double { numerators.reduce(0, +) }

    init(
        _ panel: Panel,
        testing name: String,
        family: FixedEffectsModel.Family
    ) throws(StatisticsError) {
        guard let place = panel.names.firstIndex(of: name) else { throw .rankDeficient(columns: [name]) }
        let whole = try FixedEffectsModel(panel, family: family)
        let column = whole.panel.columns[place]
        let null = try FixedEffectsModel(panel.without(place), family: family)
        let projection = try WithinProjection(null)
        let weights = null.weights
        let tested = try projection.residual(column)
        let working = zip(null.residuals, weights).map { $0 / $1 }
        let starts = null.effects.starts
        func sum(_ area: Int, _ values: [Double]) -> Double {
            (starts[area]..<starts[area + 1]).reduce(0) { $0 + tested[$1] * weights[$1] * values[$1] }
        }
        for area in 0..<null.areaCount {
            var own = Array(repeating: 0.0, count: working.count)
            for cell in starts[area]..<starts[area + 1] { own[cell] = working[cell] }
            numerators.append(sum(area, own))
            information.append(sum(area, tested))
            let left = try projection.residual(own)
            for other in 0..<null.areaCount { crossed.append(sum(other, left)) }
        }
    }

    func squaredT(_ draw: [Double]) -> Double {
        var numerator = 0.0, whole = 0.0
        for area in 0..<count {
            numerator += numerators[area] * draw[area]
            whole += information[area]
        }
        let slope = numerator / whole
        var spread = 0.0
        for area in 0..<count {
            var score = -information[area] * slope
            for other in 0..<count { score += crossed[area + other * count] * draw[other] }
            spread += score * score
        }
        return spread > 1e-26 * numerator * numerator
            ? numerator * numerator / spread : (numerator == 0 ? 0 : .infinity)
    }
}
