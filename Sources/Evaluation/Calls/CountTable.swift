import Programme

/// Counts by area and month, checked, with gaps as gaps.
struct CountTable: Hashable {
    /// Areas in the order people list them, the unallocated one left out.
    let areas: [String]
    /// The first and last month with any count; nil when there is none.
    private(set) var months: ClosedRange<Int>?
    /// Whether any row gives residents.
    let hasPopulation: Bool
    private var cells: [String: [Int: AreaMonthCount]]
    /// Counts that belong to no area, by month.
    let unallocated: [Int: Int]

    /// - Complexity: O(counts).
    init(_ counts: [AreaMonthCount], unallocatedArea: String?) throws(CallsRefusal) {
        var cells: [String: [Int: AreaMonthCount]] = [:]
        var unallocated: [Int: Int] = [:]
        for (row, count) in counts.enumerated() {
            guard count.count >= 0 else {
                throw .negativeCount(row: row, area: count.area, month: count.month, count: count.count)
            }
            if count.area == unallocatedArea {
                guard unallocated.updateValue(count.count, forKey: count.month.index) == nil else {
                    throw .duplicateCount(row: row, area: count.area, month: count.month)
                }
                continue
            }
            guard cells[count.area, default: [:]].updateValue(count, forKey: count.month.index) == nil else {
                throw .duplicateCount(row: row, area: count.area, month: count.month)
            }
        }
        self.cells = cells
        self.unallocated = unallocated
        areas = cells.keys.sorted(by: NaturalOrder.precedes)
        hasPopulation = counts.contains { $0.population != nil }
        let indices = counts.map(\.month.index)
        months = indices.min().flatMap { first in indices.max().map { first...$0 } }
    }

    /// The count of an area in a month; nil is a gap.
    func count(_ area: String, _ month: Month) -> AreaMonthCount? { cells[area]?[month.index] }

    /// The sum of an area's counts.
    func total(of area: String) -> Int { cells[area]?.values.reduce(0) { $0 + $1.count } ?? 0 }

    /// The first month of an area with a count.
    func firstMonth(of area: String) -> Int? { cells[area]?.keys.min() }

    /// The table with the counts of chosen areas and months alone; the areas stay, the calendar shrinks to what is kept.
    func keeping(_ isKept: (_ area: String, _ month: Int) -> Bool) -> CountTable {
        var table = self
        for (area, months) in cells { table.cells[area] = months.filter { isKept(area, $0.key) } }
        let left = table.cells.values.flatMap(\.keys)
        table.months = left.min().flatMap { first in left.max().map { first...$0 } }
        return table
    }

    /// The table with more counts in some areas and months; an area-month without a count stays a gap.
    func adding(_ more: [String: [Int: Int]]) -> CountTable {
        var table = self
        for (area, months) in more {
            for (month, count) in months where cells[area]?[month] != nil {
                table.cells[area]?[month]?.count += count
            }
        }
        return table
    }

    /// The share of all counts of these months that lie in no area; nil when nothing is known of unallocated ones.
    func unallocatedShare(_ months: Set<Int>) -> Double? {
        guard !unallocated.isEmpty else { return nil }
        let outside = months.reduce(0) { $0 + (unallocated[$1] ?? 0) }
        let inside = cells.values.reduce(0) { sum, area in sum + months.reduce(0) { $0 + (area[$1]?.count ?? 0) } }
        guard inside + outside > 0 else { return nil }
        return Double(outside) / Double(inside + outside)
    }
}
