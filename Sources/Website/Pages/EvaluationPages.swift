import Evaluation
import Figures
import Hummingbird
import Operations
import Programme
import Records
import Reports

/// What changed: one figure, one sentence, n of N, who is missing.
struct EvaluationPages: Sendable {
    let site: Site

    /// The page.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let evaluated = try await site.evaluations.evaluated(site.office, by: visit.actor)
        let findings = evaluated.findings
        let missing = try await site.office.missingAnswers(by: visit.actor)
        let calls = try await calls(visit, beside: findings)
        let model = EvaluationPage(
            confidence: EvaluationPage.Confidence(findings),
            figures: evaluated.figures.map { FigureView($0, at: Route.evaluationFigure.path($0.name)) },
            nothingDrawn: evaluated.figures.isEmpty,
            waves: findings.attrition.waves.map(EvaluationPage.Response.init),
            attended: NumberWords.many(findings.attrition.attended ?? 0, "person", "people"),
            missing: missing.map { EvaluationPage.Missing($0, site: site) },
            nobodyMissing: missing.isEmpty,
            calls: calls.shown,
            cost: try await cost(visit, findings, calls.findings, calls.shown.whyNot)
        )
        let head = PageHead(
            title: "What changed",
            terminal: ["evaluate confidence", "evaluate calls", "evaluate cost"].map { TerminalWords.command($0) }
        )
        return try await site.page(.evaluation, visit, head, model)
    }

    /// The report to print and keep, suppressed as reports are.
    @Sendable func report(_ visit: Visit) async throws -> Response {
        let office = site.office
        let told = try await office.confidence(suppressBelow: ReportSuppression.usual, by: visit.actor)
        let whole = try await site.evaluations.evaluated(office, by: visit.actor).findings
        let record = try await office.answersOnRecord(by: visit.actor)
        let origin = ReportOrigin(
            answersOnRecord: record.answers,
            fingerprint: DataFingerprint.of(record.answers),
            version: ProgramVersion.current,
            seed: ConfidenceOptions.Bootstrap().seed
        )
        let report = ConfidenceReport(
            told,
            origin: origin,
            distributions: whole.distributions,
            names: record.names,
            booked: FlowDiagram.Booked(people: record.booked.people, cancelled: record.booked.cancelled)
        )
        return site.report(report.html, named: "confidence")
    }

    private func calls(
        _ visit: Visit,
        beside confidence: ConfidenceFindings
    ) async throws -> (findings: CallsFindings?, shown: EvaluationPage.Calls) {
        let evidence = try await site.calls.evidence(of: site.office, by: visit.actor)
        let title = evidence.source.title
        do {
            let findings = try await site.calls.findings(
                of: site.office,
                evidence,
                design: nil,
                beside: confidence,
                by: visit.actor
            )
            let shown = EvaluationPage.Calls(
                title: title,
                verdict: findings.verdictWords,
                statements: Array(findings.statements.prefix(4)),
                whyNot: nil
            )
            return (findings, shown)
        } catch let refusal as any Refusal {
            let shown = EvaluationPage.Calls(title: title, verdict: nil, statements: [], whyNot: refusal.description)
            return (nil, shown)
        }
    }

    private func cost(
        _ visit: Visit,
        _ confidence: ConfidenceFindings,
        _ calls: CallsFindings?,
        _ whyNoCalls: String?
    ) async throws -> EvaluationPage.Cost {
        do {
            let findings = try await site.office.cost(
                confidence: confidence,
                calls: calls,
                whyNoCalls: whyNoCalls,
                by: visit.actor
            )
            guard findings.question.pounds != nil else {
                return EvaluationPage.Cost(rows: [], statements: [], whyNot: findings.statements.first)
            }
            return EvaluationPage.Cost(rows: findings.rows, statements: findings.statements, whyNot: nil)
        } catch let refusal as any Refusal {
            return EvaluationPage.Cost(rows: [], statements: [], whyNot: refusal.description)
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
        let title: String
        let verdict: String?
        let statements: [String]
        let whyNot: String?
    }
    /// What it cost: amounts, then everything in sentences.
    struct Cost: Sendable {
        let rows: [CostFindings.Row]
        let statements: [String]
        let whyNot: String?
    }
    let confidence: Confidence
    let figures: [FigureView]
    let nothingDrawn: Bool
    let waves: [Response]
    let attended: String
    let missing: [Missing]
    let nobodyMissing: Bool
    let calls: Calls
    let cost: Cost
}
