import Programme
import Statistics

/// Equal windows before and after each treated area's start.
struct BeforeAfter {
    private(set) var areas: [CallsFindings.Area] = []
    private(set) var quality: [QualityFlag] = []
    private(set) var windowMonths = 0
    private(set) var monthsUsed: Set<Int> = []
    let perResident: Bool
    private(set) var pooled = RateChange([])
    private(set) var detectableFall: Double?

    private let table: CountTable
    private let design: CallsDesign
    private let exposure: CallsExposure
    private var strata: [RateStratum] = []

    init(_ table: CountTable, _ design: CallsDesign) throws(CallsRefusal) {
        self.table = table
        self.design = design
        exposure = CallsExposure(table, design)
        perResident = exposure.perResident
        for area in try design.treated(in: table) {
            guard let start = design.start(of: area) else { throw .noStart(area: area) }
            compare(area, start)
        }
        pooled = RateChange(strata)
        if pooled.ratio == nil, pooled.why == nil { pooled.why = "there is nothing to compare" }
        if let dispersion = pooled.dispersion, dispersion < 1 {
            quality.append(QualityFlag(.underdispersed, value: dispersion))
        }
        detectableFall = detectable()
    }

    private mutating func compare(_ area: String, _ start: Month) {
        guard let months = table.months, let choice = WindowChoice(start: start, design: design, months: months) else {
            quality.append(QualityFlag(.outsideMonths, area: area))
            var change = RateChange([])
            change.why = "there is no month on one side of the start"
            return areas.append(CallsFindings.Area(area: area, start: start, before: nil, after: nil, change: change))
        }
        let before = side(area, choice.before), after = side(area, choice.after)
        flag(area, choice)
        windowMonths = max(windowMonths, choice.after.count)
        monthsUsed.formUnion((choice.before + choice.after).map(\.index))
        let stratum = RateStratum(before: before.cells, after: after.cells)
        strata.append(stratum)
        areas.append(
            CallsFindings.Area(
                area: area,
                start: start,
                before: before.window,
                after: after.window,
                change: before.cells.isEmpty || after.cells.isEmpty ? Self.emptySide : RateChange([stratum])
            )
        )
    }

    private static var emptySide: RateChange {
        var change = RateChange([])
        change.why = "every month of one side is a gap"
        return change
    }

    private mutating func flag(_ area: String, _ choice: WindowChoice) {
        if !choice.isSeasonal { quality.append(QualityFlag(.unequalSeasons, area: area)) }
        if choice.after.count < design.windowMonths {
            quality.append(QualityFlag(.shortWindows, area: area, value: Double(choice.after.count)))
        }
        if (choice.before + choice.after).contains(where: { QualityFlag.pandemic.contains($0.index) }) {
            quality.append(QualityFlag(.pandemicMonths, area: area))
        }
    }

    private mutating func side(_ area: String, _ months: [Month]) -> (window: CallsWindow, cells: [RateCell]) {
        var cells: [RateCell] = [], gaps: [Month] = [], days = 0, total = 0
        for month in months {
            guard let count = table.count(area, month) else {
                gaps.append(month)
                quality.append(QualityFlag(.gap, area: area, month: month))
                continue
            }
            guard let exposure = exposure.amount(count) else {
                quality.append(QualityFlag(.noPopulation, area: area, month: month))
                gaps.append(month)
                continue
            }
            cells.append(RateCell(count: count.count, exposure: exposure))
            days += month.days
            total += count.count
        }
        let window = CallsWindow(
            first: months[0],
            last: months[months.count - 1],
            monthsWanted: months.count,
            monthsPresent: cells.count,
            count: cells.isEmpty ? nil : total,
            perDay: days > 0 ? Double(total) / Double(days) : nil,
            gaps: gaps
        )
        return (window, cells)
    }

    private func detectable() -> Double? {
        guard let dispersion = pooled.dispersion else { return nil }
        var before = 0.0, after = 0.0
        for stratum in strata where !stratum.after.isEmpty && !stratum.before.isEmpty {
            let count = Double(stratum.before.reduce(0) { $0 + $1.count })
            before += count
            after +=
                count * stratum.after.reduce(0) { $0 + $1.exposure } / stratum.before.reduce(0) { $0 + $1.exposure }
        }
        return try? detectableRateFall(expectedBefore: before, expectedAfter: after, dispersion: dispersion)
    }
}
