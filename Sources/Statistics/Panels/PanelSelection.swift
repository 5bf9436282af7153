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
            let empty = panel.levels(panel.areas) { $1 == 0 }
            let emptyMonths = twoWay ? panel.levels(panel.months) { $1 == 0 } : []
            let single = panel.levels(panel.areas) { count, sum in count == 1 && sum > 0 }
            let singleMonths = twoWay ? panel.levels(panel.months) { count, sum in count == 1 && sum > 0 } : []
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

    /// The areas (or months) whose number of cells and sum of outcomes meet a condition.
    private func levels(_ keys: [Int], _ condition: (Int, Double) -> Bool) -> Set<Int> {
        guard let low = keys.min(), let high = keys.max() else { return [] }
        guard high - low < 8 * keys.count + 4096 else { return sparseLevels(keys, condition) }
        var counts = Array(repeating: 0, count: high - low + 1), sums = Array(repeating: 0.0, count: high - low + 1)
        for (key, outcome) in zip(keys, outcomes) {
            counts[key - low] += 1
            sums[key - low] += outcome
        }
        return Set(counts.indices.filter { counts[$0] > 0 && condition(counts[$0], sums[$0]) }.map { $0 + low })
    }

    private func sparseLevels(_ keys: [Int], _ condition: (Int, Double) -> Bool) -> Set<Int> {
        var totals: [Int: (count: Int, sum: Double)] = [:]
        for (key, outcome) in zip(keys, outcomes) {
            let total = totals[key] ?? (0, 0)
            totals[key] = (total.count + 1, total.sum + outcome)
        }
        return Set(totals.filter { condition($0.value.count, $0.value.sum) }.keys)
    }
}
