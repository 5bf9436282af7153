import Evaluation
import Figures
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Programme
import Reports

/// Calls before and after: the verdict, the figures, the numbers, and a design to choose.
struct CallsPages: Sendable {
    let site: Site

    /// The page; the address holds the whole design.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        let evidence = try await site.calls.evidence(of: site.office, by: visit.actor)
        var form = CallsForm(visit.query)
        let found = try await outcome(visit, evidence, &form)
        let query = visit.request.uri.query.map { "?\($0)" } ?? ""
        let areas = evidence.areas
        let areaFigures = figures(found.findings, [.area], query)
        let tables = found.findings.map(CallsPage.tables) ?? []
        let model = CallsPage(
            title: evidence.source.title,
            subject: evidence.source == .countsFile ? nil : evidence.source.words,
            finding: found.findings.map { CallsPage.Finding($0, report: Route.callsReport.path() + query) },
            whyNot: found.whyNot,
            figures: figures(found.findings, [.change, .together, .eventStudy, .mixture, .falsification], query),
            areas: areaFigures,
            hasAreas: !areaFigures.isEmpty,
            tables: tables,
            hasTables: !tables.isEmpty,
            design: found.findings.map { $0.design.json.indented } ?? "",
            form: areas.isEmpty ? nil : form.model(areas: areas, starts: evidence.starts)
        )
        let head = PageHead(
            title: evidence.source.title,
            status: form.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [
                TerminalWords.command("evaluate calls", ["design": form.isPlain ? nil : "design.json"])
            ],
            summary: form.errors.summary(anchors: ["treated": "treated-1"])
        )
        return try await site.page(.calls, visit, head, model)
    }

    /// One of the page's figures; `size=phone` asks for the narrow drawing.
    @Sendable func figure(_ visit: Visit) async throws -> Response {
        let name = try visit.text("figure")
        let evidence = try await site.calls.evidence(of: site.office, by: visit.actor)
        var form = CallsForm(visit.query)
        guard let findings = try await outcome(visit, evidence, &form).findings,
            let drawing = CallDrawing.all(findings).first(where: { $0.name == name }),
            let figure = drawing.draw(visit.query["size"] == FigureSize.phone.rawValue ? .phone : .page)
        else { throw HTTPError(.notFound) }
        return site.drawing(figure.document())
    }

    /// The report to print and keep, suppressed as reports are.
    @Sendable func report(_ visit: Visit) async throws -> Response {
        let evidence = try await site.calls.evidence(of: site.office, by: visit.actor)
        var form = CallsForm(visit.query)
        guard let design = form.design(starts: evidence.starts, known: evidence.areas) else {
            throw HTTPError(.notFound)
        }
        let confidence = try await site.office.confidence(suppressBelow: ReportSuppression.usual, by: visit.actor)
        let findings = try await site.office.calls(
            evidence,
            design: form.isPlain ? nil : design,
            suppressBelow: ReportSuppression.usual,
            companions: [CompanionOutcome(confidence)].compactMap { $0 },
            by: visit.actor
        )
        let origin = ReportOrigin(
            countsOnRecord: evidence.counts,
            fingerprint: DataFingerprint.of(evidence.counts),
            version: ProgramVersion.current
        )
        return site.report(CallsReport(findings, origin: origin).html, named: "calls")
    }

    private func outcome(
        _ visit: Visit,
        _ evidence: CallsEvidence,
        _ form: inout CallsForm
    ) async throws -> (findings: CallsFindings?, whyNot: String?) {
        guard !evidence.counts.isEmpty else { return (nil, CallsNotEvaluable.noCounts.description) }
        guard !form.isPlain || !evidence.starts.isEmpty else { return (nil, CallsNotEvaluable.noStart.description) }
        guard let design = form.design(starts: evidence.starts, known: evidence.areas) else { return (nil, nil) }
        do {
            let chosen = form.isPlain ? nil : design
            let findings = try await site.calls.findings(
                of: site.office,
                evidence,
                design: chosen,
                beside: try await site.evaluations.evaluated(site.office, by: visit.actor).findings,
                by: visit.actor
            )
            return (findings, nil)
        } catch let refusal as any Refusal {
            return (nil, refusal.description)
        }
    }

    private func figures(_ findings: CallsFindings?, _ parts: Set<CallDrawing.Part>, _ query: String) -> [FigureView] {
        guard let findings else { return [] }
        return CallDrawing.all(findings).filter { parts.contains($0.part) }.compactMap { drawing in
            DrawnFigure(drawing.name, drawing.draw).map {
                FigureView($0, at: Route.callsFigure.path($0.name) + query)
            }
        }
    }
}

/// Calls before and after.
struct CallsPage: Sendable {
    struct Finding: Sendable {
        let verdict: String
        let sentence: String
        let rest: [String]
        let methods: [String]
        let attribution: String?
        let report: String

        init(_ findings: CallsFindings, report: String) {
            verdict = findings.verdictWords
            sentence = findings.statements.first ?? ""
            rest = Array(findings.statements.dropFirst())
            methods = findings.methodLines
            attribution = findings.source.attribution
            self.report = report
        }
    }

    /// The numbers that stand in no figure's own table.
    static func tables(_ findings: CallsFindings) -> [TableView] {
        [
            FigureTable.callAreas(findings), FigureTable.callModel(findings), FigureTable.callWeights(findings),
            FigureTable.callOutcomes(findings), FigureTable.callBeside(findings), FigureTable.callQuality(findings),
        ]
        .compactMap { $0.map(TableView.init) }
    }

    let title: String
    let subject: String?
    let finding: Finding?
    let whyNot: String?
    let figures: [FigureView]
    let areas: [FigureView]
    let hasAreas: Bool
    let tables: [TableView]
    let hasTables: Bool
    let design: String
    let form: CallsFormView?
}
