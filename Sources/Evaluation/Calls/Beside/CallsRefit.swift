import Programme
import Statistics

/// Repeats the method of a design with other months, areas or counts and keeps the effect alone.
struct CallsRefit {
    let table: CountTable
    let design: CallsDesign
    let options: CallsOptions
    /// The treated areas, and those compared with when the method compares.
    let treated: [String]
    let comparison: [String]

    init(_ table: CountTable, _ design: CallsDesign, _ options: CallsOptions) throws(CallsRefusal) {
        (self.table, self.design, self.options) = (table, design, options)
        treated = try design.treated(in: table)
        comparison = design.method.compares ? design.comparison(in: table, treated: treated) : []
    }

    /// The first month with training in a treated area.
    func start(of area: String) -> Month? { treated.contains(area) ? design.start(of: area) : nil }

    /// The design with its areas named one by one, so that none joins when another leaves.
    var fixed: CallsDesign {
        var fixed = design
        fixed.treated = treated
        fixed.comparison = comparison
        fixed.starts = treated.reduce(into: [:]) { $0[$1] = design.start(of: $1) }
        fixed.start = nil
        fixed.neighbours = []
        fixed.events = design.events.map { event in
            CallsEvent(name: event.name, from: event.from, to: event.to, areas: event.areas, adjusts: event.adjusts)
        }
        return fixed
    }

    /// The design for a table of other counts: its areas and events alone.
    func fixed(in table: CountTable) -> CallsDesign {
        var design = fixed
        let known = Set(table.areas)
        design.treated = design.treated.filter(known.contains)
        design.starts = design.starts.filter { known.contains($0.key) }
        design.comparison = comparison.filter(known.contains)
        design.events = design.events.compactMap { event in
            let areas = event.areas?.filter(known.contains)
            guard areas?.isEmpty != true else { return nil }
            return CallsEvent(name: event.name, from: event.from, to: event.to, areas: areas, adjusts: event.adjusts)
        }
        return design
    }

    /// The effect with another table or design; a small count of a treated area on one side hides it.
    func effect(_ table: CountTable? = nil, _ design: CallsDesign? = nil) -> CallsEstimate {
        let table = table ?? self.table, design = design ?? fixed
        do throws(CallsRefusal) {
            guard design.method == .beforeAfter else {
                let modelled = try ModelledCalls(table, design, options, extent: .effect)
                if modelled.hasSmallSide { return CallsEstimate(why: hidden) }
                return CallsEstimate(modelled.model.effect)
            }
            let comparison = try BeforeAfter(table, design)
            if let least = options.suppressBelow, comparison.hasSmallSide(below: least) {
                return CallsEstimate(why: hidden)
            }
            return CallsEstimate(comparison.pooled)
        } catch {
            return CallsEstimate(why: error.description)
        }
    }

    private var hidden: String { "suppressed: a count below \(options.suppressBelow ?? 0)" }
}

extension CallsDesign.Method {
    /// Whether areas without the course are part of it.
    var compares: Bool {
        [.controlledInterruptedTimeSeries, .differenceInDifferences, .syntheticControl].contains(self)
    }
}

extension BeforeAfter {
    /// Whether an area has 1 to `least` - 1 counts on a side.
    func hasSmallSide(below least: Int) -> Bool {
        areas.contains { area in
            [area.before?.count, area.after?.count].contains { $0.map { (1..<least).contains($0) } ?? false }
        }
    }
}

extension ModelledCalls {
    /// Whether a treated area has fewer counts on a side than may be told.
    var hasSmallSide: Bool {
        guard let suppressBelow else { return false }
        return treated.indices.contains { area in
            let own = cells.cells.filter { $0.area == area }
            return [true, false].contains { side in
                let sum = own.filter { isTreated($0) == side }.reduce(0) { $0 + $1.count }
                return (1..<suppressBelow).contains(sum)
            }
        }
    }
}
