import Programme
import Statistics

/// The change from booking to the door, when nothing was taught, beside the change from the door to the end of the course, in
/// people who answered all three times: the difference cannot come from what would have changed anyway at that pace.
public struct DoubleBaseline: Hashable, Sendable {
    /// What is measured.
    public let measure: ConfidenceMeasure
    /// People who answered all three times; nil when suppressed.
    public internal(set) var people: Int?
    /// Their mean change from booking to before the course.
    public internal(set) var untaught: Double?
    /// Their mean change from before to the end of the course.
    public internal(set) var taught: Double?
    /// The mean of the second change less the first.
    public internal(set) var difference: Double?
    /// Its 95 % interval, with people of one course allowed to be alike where there are two courses or more.
    public internal(set) var interval: ClosedRange<Double>?
    /// Its two-sided p value.
    public internal(set) var p: Double?
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason] = []

    /// Every measure; none without the three waves.
    static func all(_ waves: MeasuredWaves) -> [DoubleBaseline] {
        guard [.booking, .pre, .post].allSatisfy(waves.table.waves.contains) else { return [] }
        return waves.measures.map { DoubleBaseline(waves, $0) }
    }

    private init(_ waves: MeasuredWaves, _ measure: ConfidenceMeasure) {
        self.measure = measure
        let booking = waves.scores(measure, in: .booking), pre = waves.scores(measure, in: .pre)
        let post = waves.scores(measure, in: .post)
        var before: [Double] = [], during: [Double] = [], courses: [String?] = []
        for person in booking.indices {
            guard let first = booking[person], let second = pre[person], let third = post[person] else { continue }
            before.append(second - first)
            during.append(third - second)
            courses.append(waves.table.courses[person])
        }
        people = before.count
        untaught = try? Moments(before).mean
        taught = try? Moments(during).mean
        let change = MeanChange(zip(during, before).map { $0 - $1 }, courses: courses)
        (difference, interval, p) = (change.mean, change.interval, change.p)
        let names = ["difference_ci95", "p"] + (difference == nil ? ["untaught", "taught", "difference"] : [])
        if let why = change.why { reasons.append(MissingReason(names, why)) }
    }

    /// Hides what rests on fewer than `least` people.
    mutating func suppress(below least: Int) {
        guard let few = people, (1..<least).contains(few) else { return }
        (people, untaught, taught, difference, interval, p) = (nil, nil, nil, nil, nil, nil)
        reasons = [MissingReason(["every number"], "suppressed: fewer than \(least) people")]
    }
}

/// A mean change with its interval, allowing for courses where there are two or more.
struct MeanChange {
    private(set) var mean: Double?
    private(set) var interval: ClosedRange<Double>?
    private(set) var p: Double?
    private(set) var why: String?

    init(_ changes: [Double], courses: [String?]) {
        mean = try? Moments(changes).mean
        let codes = CourseCodes(courses)
        do throws(StatisticsError) {
            guard codes.count >= 2 else {
                let test = try PairedT(from: changes.map { _ in 0 }, to: changes)
                (interval, p) = (test.interval, test.p)
                return
            }
            var groups: [Int: [Double]] = [:]
            for (code, change) in zip(codes.codes, changes) { groups[code, default: []].append(change) }
            let result = try ClusteredMean(groups.sorted { $0.key < $1.key }.map(\.value))
            (interval, p) = (result.interval, result.p)
        } catch {
            why =
                switch error {
                case .tooFew: "needs 2 people, there \(changes.count == 1 ? "is 1" : "are \(changes.count)")"
                case .noSpread: "all changes are identical"
                default: error.description
                }
        }
    }
}
