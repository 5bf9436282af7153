import Programme
import Statistics

/// What the main question would say whatever those who did not answer later think.
///
/// The people are those with a score in the first wave whose turn in the second has come.
public struct MissingAnswersSensitivity: Hashable, Sendable {
    /// A mean change with its interval.
    public struct Line: Hashable, Sendable {
        /// The points by which those missing are taken to be worse than the others; nil for other assumptions.
        public let shift: Double?
        /// The mean change.
        public let mean: Double
        /// Its 95 % interval; nil without a spread.
        public let interval: ClosedRange<Double>?
        /// Its two-sided p value; nil without a spread.
        public let p: Double?
    }

    /// The question.
    public let question: PrimaryQuestion
    /// People who answered both times; nil when suppressed.
    public internal(set) var answered: Int?
    /// People whose second answer is missing; nil when suppressed.
    public internal(set) var missing: Int?
    /// Every missing answer at the foot of the scale, then at its top; nil when the scale is not known.
    public internal(set) var worst: Line?
    /// The other bound.
    public internal(set) var best: Line?
    /// Those missing worse by 0, ¼, ½ and 1 point.
    public internal(set) var shifted: [Line] = []
    /// Those missing back where they began.
    public internal(set) var jumpToBaseline: Line?
    /// The points by which those missing would have to be worse for the rise to be lost.
    public internal(set) var tippingShift: Double?
    /// Those who answered weighted to stand for all, by how likely each was to answer; nil when it was not asked for.
    public internal(set) var weighted: Line?
    /// The missing answers filled in twenty times over.
    public internal(set) var imputed: Line?
    /// Why numbers are missing.
    public internal(set) var reasons: [MissingReason] = []

    /// People above whom weighting and imputation are left out: they take longer than all the rest together.
    static let mostPeople = 2000

    init(
        _ waves: MeasuredWaves,
        _ question: PrimaryQuestion,
        _ options: ConfidenceOptions,
        inTime: [Bool]?,
        due: Set<String>?
    ) {
        self.question = question
        let table = waves.table
        let first = waves.scores(question.measure, in: question.from)
        let second = waves.scores(question.measure, in: question.to)
        let between = waves.scores(question.measure, in: .post)
        var starts: [Double] = [], changes: [Double?] = [], courses: [String?] = [], middle: [Double?] = []
        for person in first.indices {
            guard let start = first[person], inTime?[person] ?? true else { continue }
            let end = second[person]
            guard end != nil || due?.contains(table.attendees[person]) ?? true else { continue }
            starts.append(start)
            changes.append(end.map { $0 - start })
            courses.append(table.courses[person])
            middle.append(question.to > .post ? between[person] : nil)
        }
        answered = changes.count { $0 != nil }
        missing = changes.count { $0 == nil }
        let codes = CourseCodes(courses)
        let clusters = codes.count > 1 ? codes.codes : nil
        bound(changes, starts, options.range, clusters)
        shift(changes, clusters)
        guard let bootstrap = options.bootstrap, missing != 0 else { return }
        if changes.count <= Self.mostPeople {
            weigh(changes, starts, clusters, bootstrap.seed)
            impute(changes, starts, middle, clusters, bootstrap.seed)
        } else {
            reasons.append(MissingReason(["weighted", "imputed"], "left out above \(Self.mostPeople) people"))
        }
    }

    /// Weighs those who answered by how likely people with such a first score and of such a course were to answer.
    private mutating func weigh(_ changes: [Double?], _ starts: [Double], _ clusters: [Int]?, _ seed: UInt64) {
        do throws(StatisticsError) {
            var design = Design(intercept: changes.count)
            try design.append("first score", starts)
            let result = try InverseProbabilityMean(changes, on: design, clusters: clusters, seed: seed)
            weighted = Line(shift: nil, mean: result.mean, interval: result.interval, p: nil)
        } catch {
            reasons.append(MissingReason(["weighted"], error.description))
        }
    }

    /// Fills in later scores twenty times from people with like scores before and at the end of the course.
    private mutating func impute(
        _ changes: [Double?],
        _ starts: [Double],
        _ middle: [Double?],
        _ clusters: [Int]?,
        _ seed: UInt64
    ) {
        let later = zip(changes, starts).map { change, start in change.map { $0 + start } }
        var columns: [(name: String, values: [Double?])] = [("first", starts.map { $0 }), ("later", later)]
        if middle.contains(where: { $0 != nil }) { columns.append(("post", middle)) }
        do throws(StatisticsError) {
            let filled = try MultipleImputation(columns, seed: seed)
            let pooled = try filled.pooledMean(of: "later", less: "first", clusters: clusters)
            imputed = Line(shift: nil, pooled.line)
        } catch {
            reasons.append(MissingReason(["imputed"], error.description))
        }
    }

    private mutating func bound(_ changes: [Double?], _ starts: [Double], _ range: ScoreRange?, _ clusters: [Int]?) {
        guard let range else {
            return reasons.append(MissingReason(["worst", "best"], "the ends of the scale are not known"))
        }
        do throws(StatisticsError) {
            let bounds = try WorstCaseBounds(
                changes,
                lowest: starts.map { range.lowest - $0 },
                highest: starts.map { range.highest - $0 },
                clusters: clusters
            )
            worst = Line(mean: bounds.lowestMean, bounds.lowest)
            best = Line(mean: bounds.highestMean, bounds.highest)
        } catch {
            reasons.append(MissingReason(["worst", "best"], error.description))
        }
    }

    private mutating func shift(_ changes: [Double?], _ clusters: [Int]?) {
        do throws(StatisticsError) {
            let adjustment = try DeltaAdjustment(changes, clusters: clusters)
            for points in [0, 0.25, 0.5, 1] {
                shifted.append(Line(shift: points, try adjustment.mean(shift: points)))
            }
            jumpToBaseline = Line(shift: nil, try adjustment.jumpToBaseline())
            switch try adjustment.tippingShift() {
            case .success(let points): tippingShift = points
            case .failure(let reason): reasons.append(MissingReason(["tipping_shift"], reason.description))
            }
        } catch {
            let reason = error == .noSpread ? "all changes are identical" : error.description
            reasons.append(MissingReason(["jump_to_baseline", "tipping_shift"], reason))
        }
    }

    /// Hides what rests on fewer than `least` people, whether they answered or not.
    mutating func suppress(below least: Int) {
        guard [answered, missing].contains(where: { (1..<least).contains($0 ?? 0) }) else { return }
        (answered, missing, worst, best, jumpToBaseline, tippingShift) = (nil, nil, nil, nil, nil, nil)
        (shifted, weighted, imputed) = ([], nil, nil)
        reasons = [MissingReason(["every number"], "suppressed: fewer than \(least) people")]
    }
}

extension MissingAnswersSensitivity.Line {
    init(shift: Double? = nil, mean: Double, _ line: Coefficient?) {
        self.init(shift: shift, mean: mean, interval: line?.interval, p: line?.p)
    }

    init(shift: Double?, _ line: Coefficient) { self.init(shift: shift, mean: line.estimate, line) }
}
