import Programme

/// Allocates counts of no area.
struct UnallocatedCounts {
    private let refit: CallsRefit
    /// Counts of no area by force and month; without forces one entry.
    private let pools: [String: [Int: Int]]
    private let forces: [String: String]
    private let weights: [String: Int]

    /// nil when nothing is known of counts without an area.
    init?(_ refit: CallsRefit) {
        self.refit = refit
        (forces, pools) =
            refit.options.unallocatedByForce.isEmpty
            ? ([:], ["": refit.table.unallocated])
            : (
                refit.options.forces,
                refit.options.unallocatedByForce.mapValues { months in
                    Dictionary(months.map { ($0.key.index, $0.value) }, uniquingKeysWith: +)
                }
            )
        guard pools.values.contains(where: { $0.values.contains { $0 > 0 } }) else { return nil }
        let table = refit.table
        weights = (refit.treated + refit.comparison).reduce(into: [:]) { $0[$1] = table.total(of: $1) }
    }

    /// The bounds of the effect of all treated areas together.
    func bounds(of real: CallsEstimate) -> UnallocatedBounds {
        UnallocatedBounds(
            best: refit.effect(allocated(toTreatedAfter: false, among: refit.treated)),
            worst: refit.effect(allocated(toTreatedAfter: true, among: refit.treated)),
            of: real
        )
    }

    /// The bounds of one treated area's own row.
    func bounds(ofRow area: String, real: CallsEstimate) -> UnallocatedBounds {
        var design = refit.fixed
        design.treated = [area]
        design.starts = design.starts.filter { $0.key == area }
        return UnallocatedBounds(
            best: refit.effect(allocated(toTreatedAfter: false, among: [area]), design),
            worst: refit.effect(allocated(toTreatedAfter: true, among: [area]), design),
            of: real
        )
    }

    private func allocated(toTreatedAfter: Bool, among treated: [String]) -> CountTable {
        var more: [String: [Int: Int]] = [:]
        for (force, months) in pools {
            let own = treated.filter { forces[$0] == nil || forces[$0] == force }
            let others = refit.comparison.filter { forces[$0] == nil || forces[$0] == force }
            for (month, count) in months where count > 0 {
                let side = own.filter { area in
                    refit.start(of: area).map { (month >= $0.index) == toTreatedAfter } ?? false
                }
                let receivers = (side.isEmpty ? others : side).filter { area in
                    Month(index: month).map { refit.table.count(area, $0) != nil } ?? false
                }
                for (area, part) in dealt(count, among: receivers) {
                    more[area, default: [:]][month, default: 0] += part
                }
            }
        }
        return refit.table.adding(more)
    }

    /// Whole counts by the areas' weights, the largest remainders first, then in the order given.
    private func dealt(_ count: Int, among areas: [String]) -> [(String, Int)] {
        guard !areas.isEmpty else { return [] }
        let own = areas.map { Double(weights[$0] ?? 0) }, total = own.reduce(0, +)
        let shares = own.map { Double(count) * (total > 0 ? $0 / total : 1 / Double(areas.count)) }
        var parts = shares.map { Int($0.rounded(.down)) }
        let left = zip(shares, parts).map { $0 - Double($1) }
        let order = areas.indices.sorted { (left[$0], $1) > (left[$1], $0) }
        for place in order.prefix(count - parts.reduce(0, +)) { parts[place] += 1 }
        return Array(zip(areas, parts))
    }
}
