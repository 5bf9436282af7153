import Evaluation
import Figures
import Operations
import Programme
import Records
import Synchronization

/// What was evaluated last, kept until something changes on record or the day turns.
///
/// Every change is in the audit trail, so its last number tells whether the answers can be other ones.
final class EvaluationShelf: Sendable {
    /// The findings and everything drawn from them.
    struct Evaluated: Sendable {
        let findings: ConfidenceFindings
        let figures: [EvaluationFigure]
    }

    private struct Key: Hashable {
        let change: Int
        let day: CalendarDate
    }

    private let kept = Mutex<(key: Key, value: Evaluated)?>(nil)

    /// The findings as of now, for an account that may see them.
    func evaluated(_ office: Office, by actor: Actor) async throws -> Evaluated {
        let key = Key(change: try await office.latestChange(by: actor), day: try office.today())
        if let kept = kept.withLock({ $0 }), kept.key == key { return kept.value }
        let findings = try await office.confidence(by: actor)
        let (names, booked) = try await office.surveyNames(by: actor)
        let value = Evaluated(
            findings: findings,
            figures: EvaluationFigure.all(
                findings,
                names: names,
                booked: FlowDiagram.Booked(people: booked.people, cancelled: booked.cancelled)
            )
        )
        kept.withLock { $0 = (key, value) }
        return value
    }
}

/// A figure of the page, drawn for wide screens and for phones.
struct EvaluationFigure: Sendable {
    /// Its name in addresses.
    let name: String
    let wide: Figure
    let narrow: Figure

    private init?(_ name: String, _ draw: (FigureSize) -> Figure?) {
        guard let wide = draw(.page), let narrow = draw(.phone) else { return nil }
        (self.name, self.wide, self.narrow) = (name, wide, narrow)
    }

    /// The main change, every other change, the answers, the flow of people.
    static func all(
        _ findings: ConfidenceFindings,
        names: SurveyNames,
        booked: FlowDiagram.Booked
    ) -> [EvaluationFigure] {
        let plot = ForestPlot(findings, names: names)
        let flow = FlowDiagram(findings, booked: booked)
        let charts = findings.range.map { AnswerChart.pages(findings.distributions, range: $0, names: names) } ?? []
        let answers = charts.enumerated().map { number, chart in
            EvaluationFigure("answers-\(number + 1)") { Figure.answers(chart, size: $0) }
        }
        let others = [
            EvaluationFigure("changes") { size in plot.flatMap { Figure.forest($0, size: size) } },
            EvaluationFigure("flow") { size in flow.flatMap { Figure.flow($0, size: size) } },
        ]
        return ([EvaluationFigure("change") { Figure.pairedChange(findings, size: $0) }] + others + answers)
            .compactMap { $0 }
    }
}
