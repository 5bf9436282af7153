import Evaluation
import Figures
import Hummingbird
import Operations
import Programme

/// Tells before anybody is trained whether fewer calls could ever be seen.
struct PlannerPages: Sendable {
    let site: Site

    /// The form, the sentence and the figure; the address holds the whole plan.
    @Sendable func show(_ visit: Visit) async throws -> Response {
        var form = PlanForm(visit.query)
        var findings: DilutionFindings?
        if let plan = form.plan() {
            do {
                findings = try site.office.dilution(plan, by: visit.actor)
            } catch let refusal as DilutionRefusal {
                form.errors.note(refusal.description)
            }
        }
        let model = PlannerPage(
            groups: form.groups(),
            isStart: visit.query.pairs.isEmpty,
            outcome: findings.map { PlannerPage.Outcome($0, query: visit.request.uri.query) }
        )
        let head = PageHead(
            title: "Could it be seen?",
            status: form.errors.isEmpty ? .ok : .unprocessableContent,
            terminal: [form.command()],
            summary: form.errors.summary()
        )
        return try await site.page(.planner, visit, head, model)
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
            figure = drawn.map { _ in Route.plannerFigure.path() + (query.map { "?\($0)" } ?? "") }
            figureText = drawn?.summary ?? ""
        }
    }
    let groups: [Group]
    let isStart: Bool
    let outcome: Outcome?
}
