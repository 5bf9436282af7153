public import Evaluation
public import Figures

/// The confidence surveys as one page that stands by itself: to be read, printed and kept.
///
/// The same findings and origin give the same bytes. Suppression is the findings': give findings made with
/// ``ConfidenceOptions/suppressBelow``.
public struct ConfidenceReport: Sendable {
    let findings: ConfidenceFindings
    let origin: ReportOrigin
    let distributions: [AnswerDistribution]
    let names: SurveyNames
    let booked: FlowDiagram.Booked?

    /// A report.
    ///
    /// - Parameters:
    ///   - findings: The findings, suppressed as reports are.
    ///   - origin: Where the numbers come from.
    ///   - distributions: How often each score was given, not suppressed: bands are wider than scores, and are suppressed here.
    ///   - names: What people read in place of codes.
    ///   - booked: People who booked, where that is known.
    public init(
        _ findings: ConfidenceFindings,
        origin: ReportOrigin,
        distributions: [AnswerDistribution],
        names: SurveyNames = SurveyNames(),
        booked: FlowDiagram.Booked? = nil
    ) {
        self.findings = findings
        self.origin = origin
        self.distributions = distributions
        self.names = names
        self.booked = booked
    }

    /// The report as an HTML document in UTF-8; nothing is loaded and nothing runs.
    public var html: String {
        let people = Wording.count(findings.attendees, "person", "people")
        let days = origin.days.map { ", \($0)" } ?? ""
        let primary = findings.findings.first { $0.role == .primary }
        return ReportPage(
            title: "What changed: confidence and willingness",
            subtitle: "Answers of \(people)\(days). From \(origin.source).",
            verdict: "\(findings.verdict)",
            sentences: primary?.sentences ?? Array(findings.statements.prefix(1)),
            parts: parts,
            hidden: findings.suppressedBelow.map { "Numbers that rest on fewer than \($0) people are not told." },
            version: origin.version
        ).html
    }

    /// Every part in the order of reading.
    private var parts: [ReportPage.Part] {
        [
            ReportPage.Part("findings", "Findings", findingsInWords),
            ReportPage.Part("figures", "The change", changeFigures),
            ReportPage.Part("answers", "The answers", answerFigures),
            ReportPage.Part("people", "Who answered and who is missing", peopleParts),
            ReportPage.Part("lasting", "Whether it lasts", lasting),
            ReportPage.Part("sensitivity", "If the missing had answered", sensitivity),
            ReportPage.Part("numbers", "All comparisons", comparisonTables),
            ReportPage.Part("limits", "What this cannot show", limits),
            ReportPage.Part("method", "Method and origin", method),
        ]
    }
}
