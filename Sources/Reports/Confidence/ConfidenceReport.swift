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
        let sections = self.sections
        let head = HTML.tag(
            "head",
            [
                .tag("meta", ["charset": "utf-8"], []),
                .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"], []),
                .tag("meta", ["name": "generator", "content": "CommonGround \(origin.version)"], []),
                .tag("title", title), .style,
            ]
        )
        let body = HTML.tag(
            "body",
            [
                .tag("a", ["class": "skip", "href": "#verdict"], "Skip to the verdict"),
                .tag("header", ["class": "wrap"], heading),
                .tag("nav", ["class": "wrap", "aria-label": "Parts of the report"], [contents(sections)]),
                .tag("main", ["class": "wrap"], [verdict] + sections.map(\.content)),
                .tag("footer", ["class": "wrap"], [.tag("p", ["class": "quiet"], closing)]),
            ]
        )
        return "<!DOCTYPE html>\n" + HTML.tag("html", ["lang": "en-GB"], [head, body]).markup
    }

    private var title: String { "What changed: confidence and willingness" }

    private var heading: [HTML] {
        let people = Wording.count(findings.attendees, "person", "people")
        let days = origin.days.map { ", \($0)" } ?? ""
        return [
            .tag("h1", title),
            .tag("p", ["class": "quiet"], "Answers of \(people)\(days). From \(origin.source)."),
        ]
    }

    private var verdict: HTML {
        let word = "\(findings.verdict)"
        let primary = findings.findings.first { $0.role == .primary }
        let sentences = (primary?.sentences ?? Array(findings.statements.prefix(1))).map { HTML.tag("p", $0) }
        return .tag(
            "section",
            ["id": "verdict", "class": "verdict", "aria-label": "Verdict", "tabindex": "-1"],
            [.tag("p", ["class": "word"], "Verdict: \(word)")] + sentences
        )
    }

    private func contents(_ sections: [(id: String, title: String, content: HTML)]) -> HTML {
        .tag("ul", sections.map { .tag("li", [.tag("a", ["href": "#\($0.id)"], $0.title)]) })
    }

    private var closing: String {
        let hidden =
            findings.suppressedBelow.map { " Numbers that rest on fewer than \($0) people are not told." } ?? ""
        return "Made by CommonGround \(origin.version).\(hidden)"
    }

    /// Every part that has something to say, in the order of reading.
    private var sections: [(id: String, title: String, content: HTML)] {
        let parts: [(String, String, [HTML])] = [
            ("findings", "Findings", findingsInWords), ("figures", "The change", changeFigures),
            ("answers", "The answers", answerFigures), ("people", "Who answered and who is missing", peopleParts),
            ("lasting", "Whether it lasts", lasting), ("sensitivity", "If the missing had answered", sensitivity),
            ("numbers", "All comparisons", comparisonTables), ("limits", "What this cannot show", limits),
            ("method", "Method and origin", method),
        ]
        return parts.compactMap { id, title, content in
            HTML.section(id, title, content).map { (id: id, title: title, content: $0) }
        }
    }
}
