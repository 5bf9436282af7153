import Evaluation
import Figures
import Hummingbird
import Operations

extension EvaluationPages {
    /// One of the page's figures; `size=phone` asks for the narrow drawing.
    @Sendable func figure(_ visit: Visit) async throws -> Response {
        let name = try visit.text("figure")
        let figures = try await site.evaluations.evaluated(site.office, by: visit.actor).figures
        guard let figure = figures.first(where: { $0.name == name }) else { throw HTTPError(.notFound) }
        let isNarrow = visit.query["size"] == FigureSize.phone.rawValue
        return site.drawing((isNarrow ? figure.narrow : figure.wide).document())
    }
}
