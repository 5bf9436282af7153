/// What was left out of a panel before a model was fitted, and why.
public struct PanelExclusions: Hashable, Sendable {
    /// Areas without any event: their level is minus infinity and they tell nothing of a ratio.
    public var emptyAreas: [Int] = []
    /// Months in which no remaining area has an event.
    public var emptyMonths: [Int] = []
    /// Areas left with one month, which their level fits exactly.
    public var singleAreas: [Int] = []
    /// Months left with one area, which their level fits exactly.
    public var singleMonths: [Int] = []

    /// Whether nothing was left out.
    public var isEmpty: Bool { self == PanelExclusions() }
}

extension Panel {
    /// The cells in the order of areas and months.
    func inOrder() -> Panel {
        let isInOrder = areas.indices.dropFirst().allSatisfy {
            (areas[$0 - 1], months[$0 - 1]) <= (areas[$0], months[$0])
        }
        guard !isInOrder else { return self }
        return selecting(outcomes.indices.sorted { (areas[$0], months[$0]) < (areas[$1], months[$1]) })
    }

    /// The panel without areas and months that their own levels fit exactly, repeated until none is left.
    func informative(months twoWay: Bool) -> (panel: Panel, left: PanelExclusions) {
        var panel = self, left = PanelExclusions()
        while true {
            let (empty, single) = panel.uninformative(panel.areas)
            let (emptyMonths, singleMonths) = twoWay ? panel.uninformative(panel.months) : ([], [])
            guard !(empty.isEmpty && emptyMonths.isEmpty && single.isEmpty && singleMonths.isEmpty) else {
                return (panel, left)
            }
            left.emptyAreas += empty.sorted()
            left.emptyMonths += emptyMonths.sorted()
            left.singleAreas += single.sorted()
            left.singleMonths += singleMonths.sorted()
            let (outAreas, outMonths) = (empty.union(single), emptyMonths.union(singleMonths))
            panel = panel.selecting(
                panel.outcomes.indices.filter {
                    !outAreas.contains(panel.areas[$0]) && !outMonths.contains(panel.months[$0])
                }
            )
        }
    }

    /// The areas (or months) without an event, and those with a single cell that has one.
    private func uninformative(_ keys: [Int]) -> (empty: Set<Int>, single: Set<Int>) {
        guard let low = keys.min(), let high = keys.max() else { return ([], []) }
        var totals: [(key: Int, count: Int, sum: Double)]
        if high - low < 8 * keys.count + 4096 {
            totals = (low...high).map { ($0, 0, 0) }
            for (key, outcome) in zip(keys, outcomes) {
                totals[key - low].count += 1
                totals[key - low].sum += outcome
            }
        } else {
            var found: [Int: (count: Int, sum: Double)] = [:]
            for (key, outcome) in zip(keys, outcomes) {
                let total = found[key] ?? (0, 0)
                found[key] = (total.count + 1, total.sum + outcome)
            }
            totals = found.map { ($0.key, $0.value.count, $0.value.sum) }
        }
        let there = totals.filter { $0.count > 0 }
        return (
            Set(there.filter { $0.sum == 0 }.map(\.key)), Set(there.filter { $0.count == 1 && $0.sum > 0 }.map(\.key))
        )
    }
}
