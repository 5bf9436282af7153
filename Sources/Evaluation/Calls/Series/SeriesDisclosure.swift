import Programme

/// Which monthly series a small count hides, so that none can be worked out from what is shown beside it.
///
/// An area with a month of 1 to N - 1 is hidden whole, since its months and its totals would give the hidden one away. All
/// treated areas together are hidden when one area alone is hidden, or when those hidden make a small count together.
struct SeriesDisclosure {
    /// The places of treated areas that are hidden.
    private(set) var hidden: Set<Int> = []
    /// Whether the treated areas' sum is hidden.
    private(set) var hidesTreated = false
    /// Whether the comparison areas' sum is hidden.
    private(set) var hidesComparison = false
    /// Whether any area-month at all, of either side, is small.
    private(set) var hasSmall = false
    /// Why.
    let why: String?

    init(_ cells: CallsCells, least: Int?) {
        why = least.map { "suppressed: a month below \($0)" }
        guard let least else { return }
        func isSmall(_ count: Int) -> Bool { (1..<least).contains(count) }
        var hiddenSums: [Int: Int] = [:], others: [Int: Int] = [:], own: [Int: Int] = [:]
        for cell in cells.cells where isSmall(cell.count) {
            hasSmall = true
            if cell.area < cells.treated.count { hidden.insert(cell.area) }
        }
        for cell in cells.cells {
            let month = cell.month.index
            if cell.area >= cells.treated.count {
                others[month, default: 0] += cell.count
            } else {
                own[month, default: 0] += cell.count
                if hidden.contains(cell.area) { hiddenSums[month, default: 0] += cell.count }
            }
        }
        hidesTreated =
            hidden.count == 1 || hiddenSums.values.contains(where: isSmall) || own.values.contains(where: isSmall)
        hidesComparison = others.values.contains(where: isSmall)
    }

    /// Whether what is told month by month of the treated areas together would give a small count away.
    var hidesMonths: Bool { !hidden.isEmpty || hidesTreated || hidesComparison }
}
