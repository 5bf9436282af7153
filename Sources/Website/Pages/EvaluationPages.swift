import Evaluation
import Figures
import Hummingbird
import Operations
import Programme

/// What changed: one figure, one sentence, n of N, who is missing.
struct EvaluationPages: Sendable {
    let site: Site

    /// The page.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let evaluated = try await site.evaluations.evaluated(site.office, by: visit.actor)
        let findings = evaluated.findings
        let missing = try await site.office.missingAnswers(by: visit.actor)
        let model = EvaluationPage(
            confidence: EvaluationPage.Confidence(findings),
            figures: evaluated.figures.map(EvaluationPage.Drawing.init),
            nothingDrawn: evaluated.figures.isEmpty,
            waves: findings.attrition.waves.map(EvaluationPage.Response.init),
            attended: NumberWords.many(findings.attrition.attended ?? 0, "person", "people"),
            missing: missing.map { EvaluationPage.Missing($0, site: site) },
            nobodyMissing: missing.isEmpty,
            calls: try await calls(visit)
        )
        let head = PageHead(
            title: "What changed",
            terminal: [TerminalWords.command("evaluate confidence"), TerminalWords.command("evaluate calls")]
        )
        return try await site.page(.evaluation, visit, head, model)
    }

    private func calls(_ visit: Visit) async throws -> EvaluationPage.Calls {
        do {
            let findings = try await site.office.calls(by: visit.actor)
            return EvaluationPage.Calls(
                verdict: "\(findings.verdict)",
                statements: Array(findings.statements.prefix(4)),
                whyNot: nil
            )
        } catch let refusal as any Refusal {
            return EvaluationPage.Calls(verdict: nil, statements: [], whyNot: refusal.description)
        }
    }
}

/// What changed.
struct EvaluationPage: Sendable {
    struct Confidence: Sendable {
        let verdict: String
        let sentence: String
        let rest: [String]
        let pairs: String

        init(_ findings: ConfidenceFindings) {
            verdict = "\(findings.verdict)"
            sentence = findings.statements.first ?? "There are no answers yet that could be compared."
            rest = Array(findings.statements.dropFirst())
            let primary = findings.primaryComparison
            let answered = primary?.pairs ?? 0
            let all = findings.attrition.attended ?? 0
            pairs = "\(answered) of \(all)"
        }
    }
    /// A figure with its table.
    struct Drawing: Sendable {
        struct Heading: Sendable { let text, style: String }
        struct Cell: Sendable { let text, style: String }
        struct Row: Sendable {
            let name: String
            let cells: [Cell]
        }

        let address: String
        let narrowAddress: String
        let width, height: String
        let text: String
        let caption: String
        let headings: [Heading]
        let rows: [Row]

        init(_ figure: EvaluationFigure) {
            address = Route.evaluationFigure.path(figure.name)
            narrowAddress = "\(address)?size=\(FigureSize.phone.rawValue)"
            (width, height) = ("\(Int(figure.wide.width))", "\(Int(figure.wide.height.rounded()))")
            // The table below says the numbers better than a long description would.
            text = "\(figure.wide.title). The numbers are in the table below the figure."
            let table = figure.wide.table
            caption = table.caption
            let styles = table.columns.map { $0.isNumeric ? "number" : "words" }
            headings = zip(table.columns, styles).map { Heading(text: $0.heading, style: $1) }
            rows = table.rows.map { row in
                Row(name: row.first ?? "", cells: zip(row, styles).dropFirst().map { Cell(text: $0, style: $1) })
            }
        }
    }
    struct Response: Sendable {
        let wave: String
        let answered: String
        let due: String
        let missing: String
        let share: String
        let bar: Int

        init(_ response: Attrition.Response) {
            wave = SurveyWords.title(response.wave)
            let (asked, got) = (response.due ?? 0, response.answered ?? 0)
            answered = String(got)
            due = String(asked)
            missing = String(asked - got)
            bar = asked == 0 ? 0 : got * 100 / asked
            share = asked == 0 ? "nobody was due" : "\(Int((Double(got) * 100 / Double(asked)).rounded())) %"
        }
    }
    struct Missing: Sendable {
        let run: String
        let wave: String
        let count: String
        let references: String

        init(_ missing: MissingAnswers, site: Site) {
            let run = missing.run
            self.run = "Run \(run.id), \(DateWords.day(run.starts.date)), \(site.office.areaName(run.area))"
            wave = SurveyWords.title(missing.wave)
            count = "\(missing.references.count) of \(missing.due)"
            references = missing.references.joined(separator: ", ")
        }
    }
    struct Calls: Sendable {
        let verdict: String?
        let statements: [String]
        let whyNot: String?
    }
    let confidence: Confidence
    let figures: [Drawing]
    let nothingDrawn: Bool
    let waves: [Response]
    let attended: String
    let missing: [Missing]
    let nobodyMissing: Bool
    let calls: Calls
}
