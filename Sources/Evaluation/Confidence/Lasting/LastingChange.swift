public import Programme
import Statistics

/// Whether a gain lasts: a fixed sequence of two questions, so that neither costs the other any certainty.
///
/// First whether the follow-up lies above the wave before the course (two-sided, as every comparison); only then whether it
/// is not worse than the day of the course by the margin or more (one-sided at 5 %, against "the mean change is -margin or
/// lower"). "No evidence of a fall" would not do: a small survey never has any. Where people came in two courses or more the
/// same sequence stands beside it with the courses allowed for, and sentences speak from that.
public struct LastingChange: Hashable, Sendable {
    /// The follow-up.
    public let wave: Wave
    /// What is measured.
    public let measure: ConfidenceMeasure
    /// People with a score at the end of the course and at the follow-up; nil when suppressed.
    public internal(set) var pairs: Int?
    /// The two-sided p value of follow-up against before.
    public internal(set) var gainP: Double?
    /// The mean of follow-up less before, in the people of ``gainP``.
    public internal(set) var gain: Double?
    /// The mean of follow-up less post.
    public internal(set) var meanChange: Double?
    /// How much lower the follow-up may be, in points; nil when none was declared.
    public let margin: Double?
    /// The lower bound of the one-sided 95 % interval of ``meanChange``.
    public internal(set) var lower: Double?
    /// The one-sided p value of "lower by the margin or more"; nil when the first question was not answered with yes.
    public internal(set) var p: Double?
    /// Whether the gain is shown to last; nil when that was not tested.
    public internal(set) var holds: Bool?
    /// The same with people of one course allowed to be alike; nil below two courses.
    public internal(set) var clustered: Clustered?
    /// The share of the gain that is still there, in people who answered all three times.
    public internal(set) var retention: Double?
    /// Fieller's 95 % interval of ``retention``.
    public internal(set) var retentionInterval: ClosedRange<Double>?
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason] = []

    /// The sequence with people of one course allowed to be alike.
    public struct Clustered: Hashable, Sendable {
        /// The p value of the first question that decides: below six courses the exact one of turning whole courses' signs.
        public let gainP: Double?
        /// The lower bound.
        public let lower: Double
        /// The one-sided p value; nil when not tested.
        public let p: Double?
        /// Whether the gain is shown to last; nil when not tested.
        public let holds: Bool?
    }

    /// The answer that sentences speak from.
    public var leadingHolds: Bool? { clustered == nil ? holds : clustered?.holds }
}

extension LastingChange {
    /// Every measure at every follow-up, where there is the end of the course to compare with.
    static func all(
        _ waves: MeasuredWaves,
        _ comparisons: [ConfidenceComparison],
        margin: Double?
    ) -> [LastingChange] {
        let known = waves.table.waves
        guard known.contains(.post) else { return [] }
        let baseline = known.first { $0 == .pre } ?? known.first { $0 < .post } ?? .pre
        let followUps = known.filter { $0 > .post }
        return followUps.flatMap { wave in
            waves.measures.map { LastingChange(waves, comparisons, $0, baseline: baseline, wave: wave, margin: margin) }
        }
    }

    private init(
        _ waves: MeasuredWaves,
        _ comparisons: [ConfidenceComparison],
        _ measure: ConfidenceMeasure,
        baseline: Wave,
        wave: Wave,
        margin: Double?
    ) {
        (self.measure, self.wave, self.margin) = (measure, wave, margin)
        let rise = comparisons.first { $0.measure == measure && $0.from == baseline && $0.to == wave }
        (gainP, gain) = (rise?.p, rise?.meanChange)
        let before = waves.scores(measure, in: baseline), after = waves.scores(measure, in: .post)
        let later = waves.scores(measure, in: wave)
        let people = before.indices.filter { after[$0] != nil && later[$0] != nil }
        pairs = people.count
        if gainP == nil {
            let reason = rise?.reasons.first?.reason ?? "there is no wave before the course"
            reasons.append(MissingReason(["gain_p"], reason))
        }
        let changes = people.map { (later[$0] ?? 0) - (after[$0] ?? 0) }
        test(changes, people.map { waves.table.courses[$0] }, rise, waves.absence(measure, .post, wave))
        keep(before, after, later)
    }

    private mutating func test(
        _ changes: [Double],
        _ courses: [String?],
        _ rise: ConfidenceComparison?,
        _ absence: String?
    ) {
        if margin == nil { reasons.append(MissingReason(["margin"], "no margin was declared")) }
        do throws(StatisticsError) {
            meanChange = try Moments(changes).mean
            let plain = try NonInferiority(changes, margin: margin ?? 0)
            lower = plain.lowerBound
            let isAbove = (gain ?? 0) > 0
            let codes = CourseCodes(courses)
            if codes.count > 1, let byCourse = try? NonInferiority(changes, clusters: codes.codes, margin: margin ?? 0)
            {
                let isTested = margin != nil && isAbove && (rise?.leadingP ?? 1) < 0.05
                clustered = Clustered(
                    gainP: rise?.leadingP,
                    lower: byCourse.lowerBound,
                    p: isTested ? byCourse.p : nil,
                    holds: isTested ? byCourse.isShown : nil
                )
            }
            guard margin != nil else {
                return reasons.append(MissingReason(["p", "holds"], "no margin was declared"))
            }
            guard isAbove, (gainP ?? 1) < 0.05 else {
                return reasons.append(
                    MissingReason(
                        ["p", "holds"],
                        "not tested: the follow-up is not shown to lie above the wave before"
                    )
                )
            }
            (p, holds) = (plain.p, plain.isShown)
        } catch {
            let reason =
                switch error {
                case .tooFew(_, 0): absence ?? "no one answered in both waves"
                case .tooFew: "needs 2 pairs, there is 1"
                case .noSpread: "all changes are identical"
                default: error.description
                }
            reasons.append(
                MissingReason((meanChange == nil ? ["mean_change"] : []) + ["lower95", "p", "holds"], reason)
            )
        }
    }

    private mutating func keep(_ before: [Double?], _ after: [Double?], _ later: [Double?]) {
        var gains: [Double] = [], kept: [Double] = []
        for person in before.indices {
            guard let first = before[person], let second = after[person], let third = later[person] else { continue }
            gains.append(second - first)
            kept.append(third - first)
        }
        do throws(StatisticsError) {
            let ratio = try RetentionRatio(gain: gains, kept: kept)
            (retention, retentionInterval) = (ratio.ratio, ratio.interval)
        } catch {
            let reason =
                switch error {
                case .denominatorNearZero: "the gain on the day may be zero, so that a share of it could be anything"
                case .tooFew: "needs 2 people with all three waves, there are \(gains.count)"
                case .noSpread: "all changes are identical"
                default: error.description
                }
            reasons.append(MissingReason(["retention", "retention_ci95"], reason))
        }
    }
}
