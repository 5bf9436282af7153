import CSpecialFunctions

/// One month of a series: what was seen, what the model fits, and what it expects without the training.
public struct SeriesFit: Hashable, Sendable {
    /// The place of the series among those given.
    public let series: Int
    /// The month.
    public let month: Int
    /// What was seen.
    public let outcome: Double
    /// What the model fits.
    public let fitted: Double
    /// What the model expects without the training; as ``fitted`` before the start.
    public let counterfactual: Double
}

/// Series one after the other, each in the order of its months.
struct StackedSeries {
    var series: [Int] = []
    var months: [Int] = []
    var outcomes: [Double] = []
    var offsets: [Double] = []
    var treated: [Bool] = []
    var runs: [Range<Int>] = []

    init(_ all: [[SeriesMonth]], treated sides: [Bool]) {
        for (place, months) in all.enumerated() {
            runs.append(outcomes.count..<(outcomes.count + months.count))
            for month in months {
                series.append(place)
                self.months.append(month.month)
                outcomes.append(month.outcome)
                offsets.append(month.offset)
                treated.append(sides[place])
            }
        }
    }

    /// Refuses counts without an event on one side of the start.
    func checkEvents(from start: Int) throws(StatisticsError) {
        guard outcomes.contains(where: { $0 != 0 }) else { throw .noEvents }
        for after in [false, true] {
            guard outcomes.indices.contains(where: { (months[$0] >= start) == after && outcomes[$0] != 0 }) else {
                throw .separation
            }
        }
    }
}

/// The regression under ``InterruptedTimeSeries`` and ``ControlledTimeSeries``: one model with an intercept, or levels of
/// series taken out.
struct SeriesRegression {
    let cells: FittedCells
    let dropped: [String]
    let dispersion: Double
    let theta: Double?
    let hitAlternationLimit: Bool
    let logLikelihood: Double?
    let degreesOfFreedom: Int
    let emptySeries: [Int]
    private let outcomes: [Double]
    private let pearson: [Double]
    private let series: [Int]
    private let months: [Int]
    private let treated: [Bool]

    init(
        _ stack: StackedSeries,
        _ terms: [(name: String, values: [Double])],
        _ family: CountModel.Family,
        levels: Bool = true
    ) throws(StatisticsError) {
        if levels, stack.runs.count > 1, family != .negativeBinomial {
            var panel = try Panel(
                areas: stack.series,
                months: stack.months,
                outcomes: stack.outcomes,
                offsets: family.isLogarithmic ? stack.offsets : nil
            )
            for term in terms { try panel.append(term.name, term.values) }
            let model = try FixedEffectsModel(
                panel,
                family: family.isLogarithmic ? .poisson : .gaussian,
                levels: .areas
            )
            if family.estimatesScale, model.dispersion <= 1e-18 { throw .noSpread }
            cells = FittedCells(model, estimatesScale: family.estimatesScale)
            (dropped, theta, hitAlternationLimit) = ([], nil, false)
            (dispersion, degreesOfFreedom) = (model.dispersion, model.degreesOfFreedom)
            logLikelihood = family == .quasipoisson ? nil : model.logLikelihood
            emptySeries = (model.exclusions.emptyAreas + model.exclusions.singleAreas).sorted()
            (outcomes, series, months) = (model.panel.outcomes, model.panel.areas, model.panel.months)
            treated = Array(repeating: true, count: outcomes.count)
            pearson = zip(model.residuals, model.weights).map { $0 / $1.squareRoot() }
            return
        }
        var design = Design(rows: stack.outcomes.count)
        try design.append("intercept", Array(repeating: 1, count: stack.outcomes.count))
        for term in terms { try design.append(term.name, term.values) }
        if levels {
            for place in stack.runs.indices.dropFirst() {
                try design.append("series \(place + 1)", stack.series.map { $0 == place ? 1 : 0 })
            }
        }
        try Self.checkEffect(terms, stack.outcomes.count)
        let model = try CountModel(
            stack.outcomes,
            on: design,
            family: family,
            offset: family.isLogarithmic ? stack.offsets : nil
        )
        cells = FittedCells(model, runs: stack.runs)
        (dropped, theta, hitAlternationLimit) = (model.dropped, model.theta, model.hitAlternationLimit)
        (dispersion, degreesOfFreedom) = (model.dispersion, model.degreesOfFreedom)
        (logLikelihood, emptySeries) = (model.logLikelihood, [])
        (outcomes, series, months, treated) = (stack.outcomes, stack.series, stack.months, stack.treated)
        pearson = model.pearsonResiduals
    }

    /// Refuses a level or a slope that the other columns explain: the fit would keep it and drop the others.
    private static func checkEffect(
        _ terms: [(name: String, values: [Double])],
        _ rows: Int
    ) throws(StatisticsError) {
        let effects = ["level", "slope", "treated:level", "treated:slope"]
        let ordered = terms.filter { !effects.contains($0.name) } + terms.filter { effects.contains($0.name) }
        var design = Design(intercept: rows)
        for term in ordered { try design.append(term.name, term.values) }
        let hidden = QRDecomposition(design.matrix).dependent.map { design.names[$0] }.filter(effects.contains)
        guard hidden.isEmpty else { throw .rankDeficient(columns: hidden) }
    }

    /// Where the training shows: treated cells from the start on.
    func place(_ level: String, _ slope: String, _ start: Int) -> SeriesEffect.Place {
        let after = months.indices.filter { treated[$0] && months[$0] >= start }
        return SeriesEffect.Place(level: level, slope: slope, cells: after, months: after.map { months[$0] })
    }

    /// Pearson residuals of each series.
    var residualRuns: [[Double]] { cells.runs.map { Array(pearson[$0]) } }

    /// Seen, fitted and expected without the columns of the effect.
    func fits(effect names: [String]) -> [SeriesFit] {
        let columns = cells.names.indices.filter { names.contains(cells.names[$0]) }
        return outcomes.indices.map { cell in
            let effect = columns.reduce(0) { $0 + cells.coefficients[$1] * cells.columns[$1][cell] }
            let mean = cells.means[cell]
            return SeriesFit(
                series: series[cell],
                month: months[cell],
                outcome: outcomes[cell],
                fitted: mean,
                counterfactual: cells.isLogarithmic ? mean * cg_exp(-effect) : mean - effect
            )
        }
    }
}
