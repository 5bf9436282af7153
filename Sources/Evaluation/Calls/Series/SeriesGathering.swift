import Programme

/// Gathers the series of a result from its area-months and what the model made of them.
struct SeriesGathering {
    private let cells: CallsCells
    private let design: CallsDesign
    private let unit: String
    private let events: [CallsEvent]
    private let fitted: FittedSeries
    private let disclosure: SeriesDisclosure
    private let byArea: [[Int: CallsCells.Cell]]

    init(
        _ cells: CallsCells,
        _ design: CallsDesign,
        source: CountSource,
        events: [CallsEvent],
        fitted: FittedSeries,
        disclosure: SeriesDisclosure
    ) {
        (self.cells, self.design, self.events, self.fitted) = (cells, design, events, fitted)
        self.disclosure = disclosure
        unit =
            design.usesValues && cells.valuesArePerResident
            ? "per 1,000 residents and month" : "\(source.short) a month"
        var byArea = Array(repeating: [Int: CallsCells.Cell](), count: cells.areas.count)
        for cell in cells.cells { byArea[cell.area][cell.month.index] = cell }
        self.byArea = byArea
    }

    /// Every treated area, then with several of them all together, then the comparison areas together.
    var all: [CallsSeries] {
        let own = cells.treated.indices.map {
            series(cells.treated[$0], .treated, [$0], isHidden: disclosure.hidden.contains($0))
        }
        let sums =
            (cells.treated.count > 1
                ? [
                    series(
                        "treated areas",
                        .treatedTogether,
                        Array(cells.treated.indices),
                        isHidden: disclosure.hidesTreated
                    )
                ]
                : [])
            + (cells.comparison.isEmpty
                ? []
                : [
                    series(
                        "comparison areas",
                        .comparison,
                        Array(cells.treated.count..<cells.areas.count),
                        isHidden: disclosure.hidesComparison
                    )
                ])
        return own + sums
    }

    private func series(_ name: String, _ role: CallsSeries.Role, _ places: [Int], isHidden: Bool) -> CallsSeries {
        let areas = places.map { cells.areas[$0] }
        let starts = role == .comparison ? [] : Set(areas.compactMap { design.start(of: $0) })
        let months = places.flatMap { Array(byArea[$0].keys) }
        let touching = events.filter { $0.touches(anyOf: areas, in: Set(months)) }
        var points: [CallsSeries.Point] = []
        if !isHidden, let first = months.min(), let last = months.max() {
            points = (first...last).compactMap { Month(index: $0) }.map { point(places, $0) }
        }
        return CallsSeries(
            name: name,
            role: role,
            areas: areas,
            start: starts.count == 1 ? starts.first : nil,
            unit: unit,
            points: points,
            events: touching,
            why: isHidden ? disclosure.why : nil
        )
    }

    private func point(_ places: [Int], _ month: Month) -> CallsSeries.Point {
        let own = places.compactMap { byArea[$0][month.index] }
        let isWhole = own.count == places.count
        // Values of several areas are rates, so they are averaged; counts are added up.
        let scale = design.usesValues ? Double(places.count) : 1
        let parts = places.map { FittedSeries.Cell(area: $0, month: month.index) }
        let fits = parts.compactMap { fitted.values[$0] }
        let isOwn = !fitted.isOfAllTogether || places.count == cells.treated.count
        let isFitted = isWhole && isOwn && fits.count == places.count
        let hasStarted = places.contains { place in
            place < cells.treated.count && design.start(of: cells.areas[place]).map { month >= $0 } ?? false
        }
        let bounds = isFitted && hasStarted ? fitted.interval(parts) : nil
        return CallsSeries.Point(
            month: month,
            observed: isWhole
                ? own.reduce(0) { $0 + (design.usesValues ? $1.value : Double($1.count)) } / scale : nil,
            fitted: isFitted ? fits.reduce(0) { $0 + $1.fitted } / scale : nil,
            counterfactual: isFitted && hasStarted ? fits.reduce(0) { $0 + $1.counterfactual } / scale : nil,
            interval: bounds.map { $0.lowerBound / scale...$0.upperBound / scale }
        )
    }
}
