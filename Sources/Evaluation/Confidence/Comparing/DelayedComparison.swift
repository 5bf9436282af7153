import Programme
import Statistics

/// People who were taught against people who were still waiting meanwhile: the change from before to the end of the course,
/// beside the change from booking to the door of people whose own course came later.
///
/// Waiting is who booked on or before the last day of somebody's course and came to their own after it. They were not drawn by
/// lot, so this is a fair comparison only as far as who comes early and who comes late are alike.
public struct DelayedComparison: Hashable, Sendable {
    /// What is measured.
    public let measure: ConfidenceMeasure
    /// People taught, who are not among those waiting; nil when suppressed.
    public internal(set) var taught: Int?
    /// People waiting; nil when suppressed.
    public internal(set) var waiting: Int?
    /// The mean change of the taught less that of those waiting.
    public internal(set) var difference: Double?
    /// Welch's 95 % interval.
    public internal(set) var interval: ClosedRange<Double>?
    /// Welch's two-sided p value.
    public internal(set) var p: Double?
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason] = []

    /// nil without a wave at booking, or when answers carry no days.
    init?(_ waves: MeasuredWaves, _ measure: ConfidenceMeasure) {
        let table = waves.table
        guard [.booking, .pre, .post].allSatisfy(table.waves.contains) else { return nil }
        let ends = table.attendees.indices.compactMap { table.day(of: $0, in: .post) }
        guard let earliestEnd = ends.min() else { return nil }
        self.measure = measure
        let booking = waves.scores(measure, in: .booking), pre = waves.scores(measure, in: .pre)
        let post = waves.scores(measure, in: .post)
        let sorted = ends.sorted()
        var taught: [Double] = [], waiting: [Double] = []
        for person in table.attendees.indices {
            let booked = table.day(of: person, in: .booking), came = table.day(of: person, in: .pre)
            if let booked, let came, came > earliestEnd, Self.holds(sorted, from: booked, before: came),
                let first = booking[person], let second = pre[person]
            {
                waiting.append(second - first)
            } else if let first = pre[person], let second = post[person] {
                taught.append(second - first)
            }
        }
        (self.taught, self.waiting) = (taught.count, waiting.count)
        do throws(StatisticsError) {
            let test = try WelchT(taught, waiting)
            (difference, interval, p) = (test.difference, test.interval, test.p)
        } catch {
            let reason =
                switch error {
                case .tooFew:
                    "needs 2 people on either side, there are \(taught.count) taught and \(waiting.count) waiting"
                case .noSpread: "neither group has a spread"
                default: error.description
                }
            reasons.append(MissingReason(["difference", "ci95", "p"], reason))
        }
    }

    /// Whether one of some ordered days lies on or after `first` and before `last`.
    private static func holds(_ sorted: [CalendarDate], from first: CalendarDate, before last: CalendarDate) -> Bool {
        var low = 0, high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < first { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] < last
    }

    /// Hides what rests on fewer than `least` people.
    mutating func suppress(below least: Int) {
        guard [taught, waiting].contains(where: { (1..<least).contains($0 ?? 0) }) else { return }
        (taught, waiting, difference, interval, p) = (nil, nil, nil, nil, nil)
        reasons = [MissingReason(["every number"], "suppressed: fewer than \(least) people")]
    }
}
