import Programme
import Statistics

/// Fits the method of a design to counts; whatever cannot be estimated is left out with its reason.
struct ModelledCalls {
    var model: CallsModel
    var quality: [QualityFlag]
    let treated: [String]
    let cells: CallsCells
    let design: CallsDesign
    let suppressBelow: Int?
    let extent: Extent
    let disclosure: SeriesDisclosure
    let evidence: EvidenceLevel
    var fitted = FittedSeries()
    /// Dated events that touch the cells.
    var events: [CallsEvent] = []

    /// How much is computed.
    enum Extent {
        /// Everything.
        case whole
        /// The effect with its interval, for an analysis beside the main one.
        case effect
    }

    init(
        _ table: CountTable,
        _ design: CallsDesign,
        _ options: CallsOptions,
        extent: Extent = .whole
    ) throws(CallsRefusal) {
        (self.design, suppressBelow, self.extent) = (design, options.suppressBelow, extent)
        cells = try CallsCells(table, design, comparison: design.method.compares)
        (treated, quality) = (cells.treated, cells.quality)
        disclosure = SeriesDisclosure(cells, least: options.suppressBelow)
        let usual = CallsModel.Errors(kind: "model", convention: Self.modelConvention(design.family))
        evidence = EvidenceLevel(design, treated: cells.treated.count, comparison: cells.comparison.count)
        model = CallsModel(family: design.family, errors: usual, evidenceLevel: evidence.level)
        let starts = Set(treated.compactMap { design.start(of: $0) })
        events = options.events(of: design, in: Set(cells.cells.map(\.month.index)), areas: cells.areas)
        countMonths()
        do throws(StatisticsError) {
            switch design.method {
            case .beforeAfter: break
            case .interruptedTimeSeries: try interrupt(starts)
            case .controlledInterruptedTimeSeries: try control(starts)
            case .differenceInDifferences: try difference(starts)
            case .syntheticControl, .rateRatio:
                onlyPrintEvents()
                if design.method == .rateRatio { try compareExactly() } else { try mix(starts) }
            }
        } catch {
            refuse(Self.words(error))
        }
    }

    private static func modelConvention(_ family: CallsDesign.Family) -> String {
        switch family {
        case .quasipoisson: "quasi-Poisson, dispersion included, t"
        case .poisson: "Poisson, normal law"
        case .negativeBinomial: "negative binomial, theta taken as known, normal law"
        case .gaussian: "residual variance, t"
        }
    }

    /// A reason in the words of this analysis.
    static func words(_ error: StatisticsError) -> String {
        switch error {
        case .separation: "nothing was counted on one side of the start, so the ratio has no finite logarithm"
        case .noEvents: "nothing was counted at all"
        case .noSpread: "the months do not vary around what is fitted, so there is no error"
        case .rankDeficient(let columns) where !columns.isEmpty:
            "\(columns.joined(separator: " and ")) cannot be told apart from levels, trend and seasons"
        case .tooFew(let needed, let given): "too few months or areas: \(needed) are needed, there are \(given)"
        default: error.description
        }
    }

    /// The months used, counted from January of year 0.
    var months: Set<Int> { Set(cells.cells.map(\.month.index)) }

    mutating func refuse(_ reason: String) {
        model.why = reason
        model.effect.why = reason
    }

    private mutating func countMonths() {
        let own = cells.cells.filter { $0.area < treated.count }
        func months(_ isAfter: Bool) -> Int {
            Set(
                own.filter { cell in
                    design.start(of: treated[cell.area]).map { (cell.month >= $0) == isAfter } ?? false
                }.map(\.month)
            ).count
        }
        (model.monthsBefore, model.monthsAfter) = (months(false), months(true))
        model.observations = cells.cells.count
    }
}

extension CallsModel.Line {
    init(_ coefficient: Coefficient) {
        (name, estimate) = (coefficient.name, coefficient.estimate)
        (standardError, statistic) = (coefficient.standardError, coefficient.statistic)
        (p, interval) = (coefficient.p, coefficient.interval)
    }
}
