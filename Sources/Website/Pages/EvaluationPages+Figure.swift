import Evaluation
import Figures
import Hummingbird
import Operations

extension EvaluationPages {
    /// The figure of the main comparison.
    @Sendable func figure(_ visit: Visit) async throws -> Response {
        let findings = try await site.office.confidence(by: visit.actor)
        guard let figure = Figure.pairedChange(findings) else { throw HTTPError(.notFound) }
        return site.drawing(figure.document())
    }
}

extension PlannerPages {
    /// What is expected beside what could be seen.
    @Sendable func figure(_ visit: Visit) async throws -> Response {
        var form = PlanForm(visit.query)
        guard let plan = form.plan(), let figure = Figure.dilution(try site.office.dilution(plan, by: visit.actor))
        else { throw HTTPError(.notFound) }
        return site.drawing(figure.document())
    }
}
