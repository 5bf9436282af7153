import Evaluation
import Figures
import Hummingbird
import Operations
import Programme

/// Tells before anybody is trained whether fewer calls could ever be seen.
struct PlannerPages: Sendable {
    let site: Site

    /// The form, the sentences and the figures; the address holds the whole plan.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        var form = PlanForm(visit.query)
        let found = try await findings(visit, &form)
        let query = visit.request.uri.query
        let model = PlannerPage(
            groups: form.groups(),
            isStart: visit.query.pairs.isEmpty,
            outcome: found.map { PlannerPage.Outcome($0.dilution, query: query) },
            power: found.flatMap { PlannerPage.Power($0.power, query: query) },
            rollout: found.map { PlannerPage.Rollout($0.rollout, query: query, isOnRecord: $0.isOnRecord) }
        )
        let further = found.map { found in
            [
                form.powerCommand(found.dilution.plan),
                form.rolloutCommand(found.dilution.plan, onRecord: found.isOnRecord),
            ]
        }
        let head = PageHead(
            title: "Could it be seen?",
            status: form.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [form.command()] + (further ?? []),
            summary: form.errors.summary()
        )
        return try await site.page(.planner, visit, head, model)
    }

    /// One of the page's figures; `size=phone` asks for the narrow drawing.
    @Sendable func figure(_ visit: Visit) async throws -> Response {
        let name = try visit.text("figure")
        var form = PlanForm(visit.query)
        let size: FigureSize = visit.query["size"] == FigureSize.phone.rawValue ? .phone : .page
        guard let found = try await findings(visit, &form) else { throw HTTPError(.notFound) }
        let drawn: Figure? =
            switch name {
            case PlannerPage.Outcome.figureName: Figure.dilution(found.dilution)
            case PlannerPage.Power.figureName: Figure.powerCurve(PowerCurvePlot(found.power), size: size)
            case PlannerPage.Rollout.figureName where found.isOnRecord:
                Figure.dose(DosePlot(found.rollout), size: size)
            default: nil
            }
        guard let drawn else { throw HTTPError(.notFound) }
        return site.drawing(drawn.document())
    }

    /// What a plan is told of it, all in closed form so that the page answers at once.
    private struct Found {
        let dilution: DilutionFindings
        let power: PowerFindings
        let rollout: RolloutFindings
        let isOnRecord: Bool
    }

    private func findings(_ visit: Visit, _ form: inout PlanForm) async throws -> Found? {
        guard let plan = form.plan() else { return nil }
        let record = try await record(visit)
        let rollout = form.rollout(plan, onRecord: record)
        guard form.errors.isEmpty else { return nil }
        do {
            return Found(
                dilution: try site.office.dilution(plan, by: visit.actor),
                power: try site.office.power(PowerPlan(plan), by: visit.actor),
                rollout: try site.office.rollout(rollout, by: visit.actor),
                isOnRecord: record != nil
            )
        } catch let refusal as DilutionRefusal {
            form.errors.note(refusal.description)
            return nil
        }
    }

    /// Who was trained and what was counted, for those who may see it; nil with nothing on record.
    private func record(_ visit: Visit) async throws -> RolloutPlan? {
        guard visit.actor.may(.evaluated) else { return nil }
        let dose = try await site.office.trainingDose(by: visit.actor)
        let evidence = try await site.calls.evidence(of: site.office, by: visit.actor)
        guard !dose.trained.isEmpty || !evidence.counts.isEmpty else { return nil }
        return try RolloutPlan(
            trained: dose.trained,
            counts: evidence.counts,
            people: dose.people,
            source: evidence.source
        )
    }
}

/// The planner.
struct PlannerPage: Sendable {
    struct Group: Sendable {
        let title: String
        let hint: String?
        let fields: [TextField]
    }
    struct Reach: Sendable {
        let name: String
        let expected: String
        let short: String
        let needed: String
    }
    struct Outcome: Sendable {
        static let figureName = "figure"
        let headline: String
        let concentration: String?
        let rest: [String]
        let verdict: String
        let isEnough: Bool
        let figure: String?
        let figureText: String

        init(_ findings: DilutionFindings, query: String?) {
            let statements = findings.statements
            headline = statements.first ?? ""
            concentration = findings.concentrated == nil ? nil : statements.dropFirst().first
            rest = Array(statements.dropFirst(findings.concentrated == nil ? 1 : 2))
            verdict = findings.verdict
            isEnough = (findings.best?.shortByFactor).map { $0 <= 1 } ?? false
            let drawn = Figure.dilution(findings)
            figure = drawn.map { _ in Route.plannerFigure.path(Self.figureName) + (query.map { "?\($0)" } ?? "") }
            figureText = drawn?.summary ?? ""
        }
    }
    /// What a comparison before and after could see, and how many people it would take in how few areas.
    struct Power: Sendable {
        static let figureName = "power"
        let statements: [String]
        let figure: FigureView?
        let people: TableView?

        init?(_ findings: PowerFindings, query: String?) {
            guard findings.closedFall != nil else { return nil }
            statements = findings.statements
            let address = Route.plannerFigure.path(Self.figureName) + (query.map { "?\($0)" } ?? "")
            figure = DrawnFigure(Self.figureName) { Figure.powerCurve(PowerCurvePlot(findings), size: $0) }
                .map { FigureView($0, at: address) }
            people = FigureTable.people(findings.byAreas).map(TableView.init)
        }
    }
    /// Where people were trained so far, where to concentrate next, and an order in steps.
    struct Rollout: Sendable {
        static let figureName = "dose"
        let title: String
        let statements: [String]
        let figure: FigureView?
        let next: TableView?
        let order: TableView?
        let attribution: String?

        init(_ findings: RolloutFindings, query: String?, isOnRecord: Bool) {
            title = isOnRecord ? "Where to concentrate next" : "Areas that start one after another"
            statements = findings.statements
            let address = Route.plannerFigure.path(Self.figureName) + (query.map { "?\($0)" } ?? "")
            figure =
                isOnRecord
                ? DrawnFigure(Self.figureName) { Figure.dose(DosePlot(findings), size: $0) }
                    .map { FigureView($0, at: address) } : nil
            next = isOnRecord ? FigureTable.next(findings).map(TableView.init) : nil
            order = FigureTable.order(findings).map(TableView.init)
            attribution = findings.plan.source?.attribution
        }
    }
    let groups: [Group]
    let isStart: Bool
    let outcome: Outcome?
    let power: Power?
    let rollout: Rollout?
}
