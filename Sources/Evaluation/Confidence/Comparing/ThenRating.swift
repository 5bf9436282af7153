import Programme
import Statistics

/// How people judge their own morning once they know more: the "before the course" score given afterwards against the one given
/// before. The shift is reported beside the change and never put in its place.
public struct ThenRating: Hashable, Sendable {
    /// The item looked back on, for example `A2` for `A2-then`.
    public let item: String
    /// People who gave the score before, the one looking back and the one after; nil when suppressed.
    public internal(set) var people: Int?
    /// The mean of looking back less before.
    public internal(set) var shift: Double?
    /// Its 95 % interval, allowing for courses where there are two or more.
    public internal(set) var interval: ClosedRange<Double>?
    /// Its two-sided p value.
    public internal(set) var p: Double?
    /// The mean change from before to after.
    public internal(set) var change: Double?
    /// The mean change from looking back to after.
    public internal(set) var changeFromThen: Double?
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason] = []

    /// Items called like another with `-then` behind it, from the answers given or, without these, among the items compared.
    static func all(_ waves: MeasuredWaves, _ given: [ThenAnswer]) -> [ThenRating] {
        let table = waves.table
        var looking: [String: [Double?]] = [:]
        if given.isEmpty {
            for item in table.items where item.hasSuffix("-then") {
                looking[String(item.dropLast(5))] = waves.scores(.item(item), in: .post)
            }
        } else {
            var places: [String: Int] = [:]
            for (place, name) in table.attendees.enumerated() { places[name] = place }
            for answer in given {
                guard let place = places[answer.attendee] else { continue }
                looking[answer.item, default: Array(repeating: nil, count: places.count)][place] = answer.score
            }
        }
        let names = looking.keys.filter { table.position(of: $0) != nil }.sorted(by: NaturalOrder.precedes)
        return names.map { ThenRating(waves, $0, looking[$0] ?? []) }
    }

    private init(_ waves: MeasuredWaves, _ item: String, _ looking: [Double?]) {
        self.item = item
        let pre = waves.scores(.item(item), in: .pre), post = waves.scores(.item(item), in: .post)
        var shifts: [Double] = [], changes: [Double] = [], others: [Double] = [], courses: [String?] = []
        for person in looking.indices {
            guard let before = pre[person], let then = looking[person], let after = post[person] else { continue }
            shifts.append(then - before)
            changes.append(after - before)
            others.append(after - then)
            courses.append(waves.table.courses[person])
        }
        people = shifts.count
        let moved = MeanChange(shifts, courses: courses)
        (shift, interval, p) = (moved.mean, moved.interval, moved.p)
        (change, changeFromThen) = (try? Moments(changes).mean, try? Moments(others).mean)
        let names = ["shift_ci95", "p"] + (shift == nil ? ["shift", "change", "change_from_then"] : [])
        if let why = moved.why { reasons.append(MissingReason(names, why)) }
    }

    /// Hides what rests on fewer than `least` people.
    mutating func suppress(below least: Int) {
        guard let few = people, (1..<least).contains(few) else { return }
        (people, shift, interval, p, change, changeFromThen) = (nil, nil, nil, nil, nil, nil)
        reasons = [MissingReason(["every number"], "suppressed: fewer than \(least) people")]
    }
}

/// One score for "this morning, before the course", given at its end.
public struct ThenAnswer: Hashable, Sendable {
    /// The person's reference.
    public var attendee: String
    /// The item looked back on.
    public var item: String
    /// The score; nil when missing.
    public var score: Double?

    /// An answer.
    public init(attendee: String, item: String, score: Double?) {
        (self.attendee, self.item, self.score) = (attendee, item, score)
    }
}
