public import Programme

/// The months of one side of a comparison in one area.
public struct CallsWindow: Hashable, Sendable {
    /// The first month wanted.
    public let first: Month
    /// The last month wanted.
    public let last: Month
    /// Months wanted.
    public let monthsWanted: Int
    /// Months that have a count.
    public let monthsPresent: Int
    /// The sum of the counts that are there; nil without any, or when suppressed.
    public internal(set) var count: Int?
    /// Counts a day over the months that are there; nil without any, or when suppressed.
    public internal(set) var perDay: Double?
    /// The wanted months without a count.
    public let gaps: [Month]
}

/// Which months an area compares.
struct WindowChoice: Equatable {
    let before: [Month]
    let after: [Month]
    /// Whether both windows hold the same months of the year, so that seasons do not bias the comparison.
    let isSeasonal: Bool

    /// The windows around a start inside the months that any area has counts of; nil when one side has no month at all.
    ///
    /// Windows are equally long. Whole years lie side by side; a shorter window is compared with the same months a year
    /// earlier when the counts reach back so far, else with the months just before the start.
    init?(start: Month, design: CallsDesign, months: ClosedRange<Int>) {
        let opening = start.adding(design.transitionMonths)
        let length = min(design.windowMonths, months.upperBound - opening.index + 1)
        guard length >= 1 else { return nil }
        let lag = (length + 11) / 12 * 12
        let yearBack = opening.adding(-lag)
        if length % 12 != 0, design.transitionMonths + length <= lag, yearBack.index >= months.lowerBound {
            before = (0..<length).map { yearBack.adding($0) }
            after = (0..<length).map { opening.adding($0) }
            isSeasonal = true
            return
        }
        let shorter = min(length, start.index - months.lowerBound)
        guard shorter >= 1 else { return nil }
        before = (0..<shorter).map { start.adding($0 - shorter) }
        after = (0..<shorter).map { opening.adding($0) }
        isSeasonal = shorter % 12 == 0
    }
}
