import Programme

/// One finding in words: what it is about, its verdict, and two or three plain sentences.
public struct FindingWords: Hashable, Sendable {
    /// What part the finding plays.
    public enum Role: String, Hashable, Sendable {
        /// The declared main question.
        case primary
        /// Read only when the main question shows a change.
        case keySecondary = "key_secondary"
        /// Looked at beside, adjusted for how many there are.
        case secondary
    }

    /// What it is about: `Confidence, from before the course to 3 months later`.
    public let subject: String
    /// What part it plays.
    public let role: Role
    /// The verdict.
    public let verdict: ConfidenceVerdict
    /// The sentences: the estimate with its interval and n of N; who is missing; what the design cannot show.
    public let sentences: [String]
}

/// Puts one comparison into sentences; every finding goes through here, so that none claims more than another would.
struct FindingSentences {
    let comparison: ConfidenceComparison
    /// What the sentences call the measure.
    let title: String
    let range: ScoreRange?
    /// People who attended, or who appear in the answers when only these are known; nil when suppressed.
    let people: Int?
    let knowsDue: Bool

    /// `from before the course to 3 months later`.
    var span: String { "from \(WaveWords.moment(comparison.from)) to \(WaveWords.moment(comparison.to))" }

    var subject: String { "\(title.prefix(1).uppercased() + title.dropFirst()), \(span)" }

    /// Estimate, interval and n of N.
    var headline: String {
        guard let from = comparison.meanFrom, let to = comparison.meanTo, let change = comparison.meanChange else {
            let reason = comparison.reasons.first?.reason ?? "no reason is known"
            return "\(subject): not estimable, \(reason)."
        }
        let verb = change > 0 ? "rose" : change < 0 ? "fell" : "stayed"
        let means = change == 0 ? "at \(points(from))" : "from \(points(from)) to \(points(to))"
        let scale = range.map { " (scale \($0))" } ?? ""
        return "\(subject): the mean \(verb) \(means)\(scale), \(estimate), in \(answerers)."
    }

    /// `a change of +0.53 points (95 % interval +0.20 to +0.86, p = 0.003)`.
    var estimate: String {
        let change = "a change of \(Wording.signed(comparison.meanChange ?? 0)) points"
        guard let interval = comparison.leadingInterval, let p = comparison.leadingP else {
            let reason = comparison.reasons.first { $0.names.contains("t") }?.reason ?? "the spread is unknown"
            return "\(change) without an interval (\(reason))"
        }
        let bounds = "\(Wording.signed(interval.lowerBound)) to \(Wording.signed(interval.upperBound))"
        return "\(change) (95 % interval \(bounds), \(Wording.p(p))\(courses)\(reading(interval)))"
    }

    private var courses: String {
        guard let clustered = comparison.clustered else { return "" }
        if clustered.isTooFew, clustered.signFlipP != nil {
            return " by turning the signs of whole courses, of which there are only \(clustered.courses)"
        }
        return comparison.leadingCluster.map { ", allowing for \($0.courses) courses" } ?? ""
    }

    private func reading(_ interval: ClosedRange<Double>) -> String {
        guard !comparison.isShown else { return "" }
        return interval.contains(0)
            ? "; the interval holds zero, so this is no evidence of a change" : "; this is no evidence of a change"
    }

    /// `the 45 of 60 people who attended and answered both times`.
    var answerers: String {
        let pairs = Wording.count(comparison.pairs ?? 0)
        guard let people else { return "the \(pairs) people who answered both times" }
        let whole = Wording.count(people, "person", "people")
        return knowsDue
            ? "the \(pairs) of \(whole) who attended and answered both times"
            : "the \(pairs) of \(whole) in the answers who answered both times"
    }

    /// How many went which way.
    var directions: String? {
        guard let pairs = comparison.pairs, pairs > 0, let improved = comparison.improved,
            let share = comparison.improvedShare
        else { return nil }
        let range = "95 % interval \(Wording.percent(share.lowerBound)) to \(Wording.percent(share.upperBound))"
        let part = "\(Wording.count(improved)) of \(Wording.count(pairs)) scored higher"
        let percent = "\(Wording.percent(Double(improved) / Double(pairs))), \(range)"
        guard let unchanged = comparison.unchanged, let worse = comparison.worse else { return "\(part) (\(percent))." }
        return "\(part) (\(percent)), \(Wording.count(unchanged)) the same and \(Wording.count(worse)) lower."
    }

    /// Who is missing; nil when nobody is.
    var missing: String? {
        guard let people, let pairs = comparison.pairs, pairs < people, pairs > 0 else { return nil }
        let gone = people - pairs
        return "\(Wording.count(gone)) of \(Wording.count(people)) (\(Wording.percent(Double(gone) / Double(people)))) "
            + "did not answer both times; they may have changed differently."
    }

    /// What the design cannot show.
    var limits: String? {
        guard comparison.meanChange != nil else { return nil }
        let small = comparison.pairs.map { $0 < 10 } == true ? ", and one person's answer can turn so few" : ""
        let ceiling = isNearTop ? ", the first mean is near the top of the scale" : ""
        return "There was no control group\(ceiling), and people may answer as they think is hoped for\(small): "
            + "whether the course did it cannot be told."
    }

    /// Whether the first mean lies in the top tenth of the scale.
    var isNearTop: Bool {
        guard let range, let mean = comparison.meanFrom else { return false }
        return mean >= range.lowest + 0.9 * (range.highest - range.lowest)
    }

    private func points(_ value: Double) -> String { Wording.number(value, decimals: 2) }
}

extension FindingWords {
    /// The main question, the key secondary one and every other measure over the same waves.
    static func all(_ findings: ConfidenceFindings, _ options: ConfidenceOptions) -> [FindingWords] {
        guard let primary = findings.primaryComparison else { return [] }
        let first = FindingWords(findings, primary, .primary, findings.verdict)
        let rest = findings.comparisons(from: primary.from, to: primary.to).filter { $0.measure != primary.measure }
        let answers = Dictionary(findings.questions.map { ($0.question.measure, $0) }) { first, _ in first }
        let others = rest.map { comparison -> FindingWords in
            let answer = answers[comparison.measure]
            let isTested = answer?.isTested ?? true
            let verdict = ConfidenceVerdict(comparison, smallestChange: options.smallestChange)
            return FindingWords(
                findings,
                comparison,
                answer?.role ?? .secondary,
                isTested ? verdict.adjusted(isShown: answer?.isShown) : .notEstimable(answer?.why ?? "not tested")
            )
        }
        return [first] + others.filter { $0.role == .keySecondary } + others.filter { $0.role == .secondary }
    }

    private init(
        _ findings: ConfidenceFindings,
        _ comparison: ConfidenceComparison,
        _ role: Role,
        _ verdict: ConfidenceVerdict
    ) {
        let words = FindingSentences(comparison, in: findings)
        self.init(
            subject: words.subject,
            role: role,
            verdict: verdict,
            sentences: [words.headline, words.missing, words.limits].compactMap { $0 }
        )
    }
}

extension FindingSentences {
    init(_ comparison: ConfidenceComparison, in findings: ConfidenceFindings) {
        self.init(
            comparison: comparison,
            title: findings.title(of: comparison.measure),
            range: findings.range,
            people: findings.attrition.attended,
            knowsDue: findings.attrition.knowsDue
        )
    }
}
