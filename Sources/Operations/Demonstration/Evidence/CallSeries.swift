import Programme

/// Made-up calls about anti-social behaviour by area and month: as many a year as were published for Thames Valley in 2012
/// (45,090), with seasons and more spread than chance alone, and no effect of any course.
///
/// One month of one area is missing, as months are.
struct CallSeries {
    /// Calls a year in all fourteen areas.
    static let callsPerYear = 45_090
    /// Months before today's.
    static let months = 36
    /// How much the counts vary beyond pure chance (1): the planner's usual assumption for a force's area.
    static let dispersion = 8.0
    /// The area and month (counted back from today's month) without a count.
    static let gap = (area: "west-oxfordshire", monthsBack: 19)

    /// Calls of each month of the year as a share of the average month; the twelve add up to 12. Summer and October are
    /// busy, winter is quiet.
    private static let seasons = [0.84, 0.82, 0.92, 1.02, 1.08, 1.12, 1.20, 1.16, 1.02, 1.06, 0.92, 0.84]

    /// One month's counts, by area code; the area of the gap is left out.
    struct MonthOfCalls {
        let month: Month
        let counts: [(area: String, count: Int)]
    }

    /// The months up to the one before today's, earliest first.
    static func made(before today: CalendarDate, _ chance: inout Chance) -> [MonthOfCalls] {
        let first = today.monthOfYear.adding(-months)
        let years = stride(from: 0, to: months, by: 12).map { start in
            year(from: first.adding(start), &chance)
        }
        return years.flatMap(\.self).enumerated().map { index, counts in
            let isGap = months - index == gap.monthsBack
            let named = zip(PilotArea.all, counts).map { (area: $0.code, count: $1) }
            return MonthOfCalls(
                month: first.adding(index),
                counts: named.filter { !(isGap && $0.area == gap.area) }
            )
        }
    }

    /// Twelve months of counts in the areas' order. The year's total is brought within half a per cent of the published one.
    private static func year(from first: Month, _ chance: inout Chance) -> [[Int]] {
        let drawn = (0..<12).map { index in
            let month = first.adding(index)
            let season = seasons[month.month - 1]
            return PilotArea.all.map { area in
                let mean = Double(callsPerYear * area.callsInThousand) / 12_000 * season
                return max(0, mean + (dispersion * mean).squareRoot() * chance.normal())
            }
        }
        let wanted = Double(callsPerYear) * (1 + 0.005 * (2 * chance.uniform() - 1))
        let factor = wanted / drawn.reduce(0) { $0 + $1.reduce(0, +) }
        return drawn.map { $0.map { Int(($0 * factor).rounded()) } }
    }
}
