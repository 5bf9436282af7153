import Programme
import Statistics

/// One question of the declared order and what came of it.
///
/// The main question is asked first. The key secondary one stands behind it: it is tested, at the full 5 %, only when the main
/// question shows a rise. Everything else over the same waves is looked at beside, adjusted by Holm for how many there are.
public struct QuestionAnswer: Hashable, Sendable {
    /// What part the question plays.
    public let role: FindingWords.Role
    /// Its measure and waves.
    public let question: PrimaryQuestion
    /// The p value that decides; nil when there is none or it was not tested.
    public internal(set) var p: Double?
    /// The p value adjusted over the secondary questions; that of the others is their own.
    public internal(set) var adjusted: Double?
    /// Whether the question was tested at all.
    public let isTested: Bool
    /// Whether a change is shown.
    public internal(set) var isShown: Bool?
    /// Why numbers are missing.
    public internal(set) var why: String?

    /// The answers in the declared order.
    ///
    /// - Parameters:
    ///   - primary: The comparison that answers the main question.
    ///   - others: Every other measure over the same waves, without answers outside their window.
    ///   - gatekept: The key secondary measure, when there is one.
    /// - Returns: The main question first, then the key secondary one, then the rest.
    static func all(
        _ primary: ConfidenceComparison,
        _ others: [ConfidenceComparison],
        gatekept: ConfidenceMeasure?
    ) -> [QuestionAnswer] {
        let isOpen = primary.isShown && (primary.meanChange ?? 0) > 0
        let behind = others.filter { $0.measure == gatekept }, rest = others.filter { $0.measure != gatekept }
        var answers = [QuestionAnswer(.primary, primary, isTested: true)]
        answers += behind.map { QuestionAnswer(.keySecondary, $0, isTested: isOpen) }
        let adjusted = Multiplicity.holm(rest.map(\.leadingP))
        for (comparison, value) in zip(rest, adjusted) {
            var answer = QuestionAnswer(.secondary, comparison, isTested: true)
            answer.adjusted = value
            answer.isShown = value.map { $0 < 0.05 }
            answers.append(answer)
        }
        return answers
    }

    /// Hides what a suppressed comparison says.
    mutating func suppress(below least: Int) {
        (p, adjusted, isShown, why) = (nil, nil, nil, "suppressed: fewer than \(least) people")
    }

    private init(_ role: FindingWords.Role, _ comparison: ConfidenceComparison, isTested: Bool) {
        (self.role, self.isTested) = (role, isTested)
        question = PrimaryQuestion(measure: comparison.measure, from: comparison.from, to: comparison.to)
        guard isTested else {
            why = "not tested, since the main question shows no rise"
            return
        }
        (p, adjusted) = (comparison.leadingP, comparison.leadingP)
        isShown = p.map { $0 < 0.05 }
        if p == nil { why = comparison.missingChange.first?.reason ?? "there is no p value" }
    }
}
