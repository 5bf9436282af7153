import Programme
import Statistics

/// Runs the analyses of ``CallsFalsification``.
struct Falsifying {
    private let refit: CallsRefit
    private let real: CallsEstimate
    private let hides: Bool

    /// Areas up to which each comparison area is left out in turn.
    static let mostAreas = 60

    /// - Parameters:
    ///   - refit: Repeats the method.
    ///   - real: The effect found.
    ///   - hides: Whether effects of single months or areas would give small counts away.
    init(_ refit: CallsRefit, real: CallsEstimate, hides: Bool) {
        (self.refit, self.real, self.hides) = (refit, real, hides)
    }

    var all: CallsFalsification {
        let dropped = dropOne
        return CallsFalsification(
            placeboDates: placeboDates,
            unaffected: unaffected,
            dropOne: dropped.effects,
            dropOneWhy: dropped.why,
            neighbours: neighbours
        )
    }

    private var isSeries: Bool {
        [.interruptedTimeSeries, .controlledInterruptedTimeSeries].contains(refit.design.method)
    }

    private var hidden: String? { refit.options.suppressBelow.map { "suppressed: a count below \($0)" } }

    /// Every pretended start with enough months on both sides, from counts before the real starts alone.
    private var placeboDates: CallsFalsification.PlaceboDates {
        var dates = CallsFalsification.PlaceboDates()
        let needed = isSeries ? (Interruption.monthsNeededBefore, Interruption.monthsNeededAfter) : (6, 6)
        guard let starts = commonStarts, let first = starts.values.map(\.index).min(), let last = starts.values.max(),
            let reach = refit.treated.compactMap({ refit.table.firstMonth(of: $0) }).min()
        else {
            dates.why = "there is no start"
            return dates
        }
        guard refit.design.method != .syntheticControl || refit.comparison.count <= Self.mostAreas else {
            dates.why = "with more than \(Self.mostAreas) comparison areas placebo dates are left out"
            return dates
        }
        let table = refit.table.keeping { area, month in month < (starts[area] ?? last).index }
        let longest = first - reach - needed.0
        let from = needed.1 + (refit.design.transitionMonths)
        guard longest >= from else {
            dates.why =
                "a pretended start needs \(needed.0) months before and \(from) after it, all before the real one"
            return dates
        }
        for earlier in (from...longest).reversed() {
            var design = refit.fixed
            design.starts = starts.mapValues { $0.adding(-earlier) }
            let effect = refit.effect(table, design)
            let start = Set(design.starts.values).count == 1 ? design.starts.values.first : nil
            dates.dates.append(.init(monthsEarlier: earlier, start: start, effect: effect))
        }
        compare(&dates)
        return dates
    }

    private var commonStarts: [String: Month]? {
        let starts = refit.treated.compactMap { area in refit.design.start(of: area).map { (area, $0) } }
        return starts.isEmpty ? nil : Dictionary(uniqueKeysWithValues: starts)
    }

    private func compare(_ dates: inout CallsFalsification.PlaceboDates) {
        let effects = dates.dates.compactMap { date in date.effect.distance.map { ($0, date.effect.p) } }
        dates.estimated = effects.count
        dates.significant = effects.count { ($0.1 ?? 1) < 0.05 }
        guard !effects.isEmpty else {
            dates.why = dates.dates.last?.effect.why ?? "no pretended start can be estimated"
            return
        }
        if let own = real.distance { dates.asLarge = effects.count { abs($0.0) >= abs(own) * (1 - 1e-12) } }
        if hides {
            dates.dates = []
            dates.why = "dates: \(hidden ?? "suppressed")"
        }
    }

    private var unaffected: CallsFalsification.Unaffected? {
        guard let counts = refit.options.unaffected else {
            return refit.design.unaffectedCategory.map {
                .init(
                    name: $0,
                    effect: CallsEstimate(why: "its counts are not here; give a file of them with --unaffected")
                )
            }
        }
        let design = refit.fixed(in: counts.table)
        guard !design.treated.isEmpty else {
            return .init(name: counts.name, effect: CallsEstimate(why: "it has no count of a treated area"))
        }
        return .init(name: counts.name, effect: refit.effect(counts.table, design))
    }

    private var dropOne: (effects: [CallsFalsification.WithoutArea], why: String?) {
        guard !hides else { return ([], hidden) }
        var effects: [CallsFalsification.WithoutArea] = []
        func drop(_ area: String, isTreated: Bool) {
            var design = refit.fixed
            design.treated.removeAll { $0 == area }
            design.comparison?.removeAll { $0 == area }
            design.starts[area] = nil
            effects.append(.init(area: area, isTreated: isTreated, effect: refit.effect(nil, design)))
        }
        if refit.treated.count > 1 { for area in refit.treated { drop(area, isTreated: true) } }
        let all = refit.treated.count + refit.comparison.count
        guard all <= Self.mostAreas else {
            return (effects, "with more than \(Self.mostAreas) areas comparison areas are not left out one by one")
        }
        if refit.comparison.count > 1 { for area in refit.comparison { drop(area, isTreated: false) } }
        return (effects, effects.isEmpty ? "there is one treated area and none to leave out beside it" : nil)
    }

    private var neighbours: CallsFalsification.Neighbours? {
        let ring = refit.design.neighbours.filter { !refit.treated.contains($0) }
        guard !ring.isEmpty else { return nil }
        var without = refit.fixed, own = refit.fixed
        let rest = refit.comparison.filter { !ring.contains($0) }
        (without.comparison, own.comparison) = (rest, rest)
        own.treated = ring
        guard let start = Set(refit.fixed.starts.values).min() else { return nil }
        own.starts = ring.reduce(into: [:]) { $0[$1] = start }
        let compares = refit.design.method.compares
        return .init(
            areas: ring.sorted(by: NaturalOrder.precedes),
            without: compares
                ? (rest.isEmpty ? CallsEstimate(why: "no comparison area is left") : refit.effect(nil, without)) : nil,
            own: compares && rest.isEmpty ? CallsEstimate(why: "no comparison area is left") : refit.effect(nil, own)
        )
    }
}
