public import Programme
import Statistics

/// Those who answered a later wave against those who did not, where both can still be seen: before the course, and in the gain
/// on the day. A difference says whom the later answers leave out.
public struct StayersLeavers: Hashable, Sendable {
    /// Where they are compared.
    public enum Moment: String, Hashable, Sendable {
        /// Before the course.
        case pre
        /// In the change from before to the end of the course.
        case gain
    }

    /// What is measured.
    public let measure: ConfidenceMeasure
    /// Where they are compared.
    public let at: Moment
    /// The wave that stayers answered.
    public let wave: Wave
    /// Stayers with the score; nil when suppressed.
    public internal(set) var stayers: Int?
    /// Leavers with the score; nil when suppressed.
    public internal(set) var leavers: Int?
    /// The stayers' mean less the leavers'.
    public internal(set) var difference: Double?
    /// Welch's 95 % interval.
    public internal(set) var interval: ClosedRange<Double>?
    /// Welch's two-sided p value.
    public internal(set) var p: Double?
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason] = []

    /// Every measure, for the first follow-up, or for the end of the course when there is no follow-up.
    static func all(_ waves: MeasuredWaves) -> [StayersLeavers] {
        let known = waves.table.waves
        let baseline: Wave = known.contains(.pre) ? .pre : .booking
        guard known.contains(baseline),
            let wave = known.first(where: { $0 > .post }) ?? known.first(where: { $0 == .post })
        else { return [] }
        let stayed = waves.table.answered(wave)
        return waves.measures.flatMap { measure -> [StayersLeavers] in
            let first = waves.scores(measure, in: baseline), second = waves.scores(measure, in: .post)
            let gains = zip(first, second).map { from, to in from.flatMap { from in to.map { $0 - from } } }
            let atStart = StayersLeavers(measure, .pre, wave, first, stayed)
            return wave == .post || !known.contains(.post)
                ? [atStart] : [atStart, StayersLeavers(measure, .gain, wave, gains, stayed)]
        }
    }

    private init(_ measure: ConfidenceMeasure, _ at: Moment, _ wave: Wave, _ values: [Double?], _ stayed: Set<Int>) {
        (self.measure, self.at, self.wave) = (measure, at, wave)
        var staying: [Double] = [], leaving: [Double] = []
        for (person, value) in values.enumerated() {
            guard let value else { continue }
            if stayed.contains(person) { staying.append(value) } else { leaving.append(value) }
        }
        (stayers, leavers) = (staying.count, leaving.count)
        if let one = try? Moments(staying), let other = try? Moments(leaving) { difference = one.mean - other.mean }
        do throws(StatisticsError) {
            let test = try WelchT(staying, leaving)
            (difference, interval, p) = (test.difference, test.interval, test.p)
        } catch {
            let reason =
                switch error {
                case .tooFew:
                    leaving.isEmpty
                        ? "nobody left"
                        : "needs 2 people on either side, there are \(staying.count) and \(leaving.count)"
                case .noSpread: "neither group has a spread"
                default: error.description
                }
            reasons.append(MissingReason((difference == nil ? ["difference"] : []) + ["ci95", "p"], reason))
        }
    }

    /// Hides what rests on fewer than `least` people on either side.
    mutating func suppress(below least: Int) {
        guard [stayers, leavers].contains(where: { (1..<least).contains($0 ?? 0) }) else { return }
        (stayers, leavers, difference, interval, p) = (nil, nil, nil, nil, nil)
        reasons = [MissingReason(["every number"], "suppressed: fewer than \(least) people")]
    }
}
