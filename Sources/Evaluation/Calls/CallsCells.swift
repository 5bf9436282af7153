import Programme
import Statistics

/// The area-months that a model uses, with what was left out and why.
struct CallsCells {
    /// One area-month.
    struct Cell {
        let area: Int
        let month: Month
        let count: Int
        let exposure: Double
        /// The value of a model without logarithm: 1000 × count / residents, or the count.
        let value: Double
    }

    let treated: [String]
    let comparison: [String]
    /// Treated areas first.
    var areas: [String] { treated + comparison }
    private(set) var cells: [Cell] = []
    private(set) var quality: [QualityFlag] = []
    /// Whether the values of a model without logarithm are rates per 1,000 residents.
    let valuesArePerResident: Bool

    /// Cells of treated and comparison areas in all months that any of them has.
    init(_ table: CountTable, _ design: CallsDesign, comparison withComparison: Bool) throws(CallsRefusal) {
        valuesArePerResident = table.hasPopulation
        treated = try design.treated(in: table)
        comparison = withComparison ? design.comparison(in: table, treated: treated) : []
        for area in treated where design.start(of: area) == nil { throw .noStart(area: area) }
        guard let months = table.months else { return }
        let exposure = CallsExposure(table, design)
        for (place, area) in areas.enumerated() {
            let own = months.compactMap { index in Month(index: index).flatMap { table.count(area, $0) } }
            guard let first = own.first, let last = own.last else { continue }
            for index in first.month.index...last.month.index {
                guard let month = Month(index: index) else { continue }
                guard let count = table.count(area, month) else {
                    quality.append(QualityFlag(.gap, area: area, month: month))
                    continue
                }
                let residents = count.population.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
                let needsResidents = design.usesValues ? table.hasPopulation : exposure.perResident
                guard !needsResidents || residents != nil,
                    let amount = exposure.amount(count) ?? (design.usesValues ? 1 : nil)
                else {
                    quality.append(QualityFlag(.noPopulation, area: area, month: month))
                    continue
                }
                let value = residents.map { 1000 * Double(count.count) / $0 } ?? Double(count.count)
                cells.append(Cell(area: place, month: month, count: count.count, exposure: amount, value: value))
            }
            if own.contains(where: { QualityFlag.pandemic.contains($0.month.index) }) {
                quality.append(QualityFlag(.pandemicMonths, area: area))
            }
        }
    }

    /// The series of an area; `values` takes the values of a model without logarithm.
    func series(_ area: Int, values: Bool) -> [SeriesMonth] {
        cells.filter { $0.area == area }.map { cell in
            values
                ? SeriesMonth(month: cell.month.index, outcome: cell.value)
                : SeriesMonth(month: cell.month.index, count: cell.count, exposure: cell.exposure)
        }
    }

    /// Chosen cells as a panel without columns.
    static func panel(_ cells: [Cell], values: Bool) throws(StatisticsError) -> Panel {
        let (areas, months) = (cells.map(\.area), cells.map(\.month.index))
        guard !values else { return try Panel(areas: areas, months: months, outcomes: cells.map(\.value)) }
        return try Panel(areas: areas, months: months, counts: cells.map(\.count), exposures: cells.map(\.exposure))
    }
}

extension CallsDesign {
    /// Whether the outcome is a value rather than a count with an exposure.
    var usesValues: Bool { family == .gaussian || method == .syntheticControl }
}

extension Month {
    /// The month so many months after January of year 0.
    init?(index: Int) { self.init(year: index / 12, month: index % 12 + 1) }
}
