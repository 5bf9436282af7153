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
        let figures: [DrawnFigure]
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
            figures: DrawnFigure.all(
                findings,
                names: names,
                booked: FlowDiagram.Booked(people: booked.people, cancelled: booked.cancelled)
            )
        )
        kept.withLock { $0 = (key, value) }
        return value
    }
}

extension DrawnFigure {
    /// The main change, every other change, the answers, the flow of people.
    static func all(
        _ findings: ConfidenceFindings,
        names: SurveyNames,
        booked: FlowDiagram.Booked
    ) -> [DrawnFigure] {
        let plot = ForestPlot(findings, names: names)
        let flow = FlowDiagram(findings, booked: booked)
        let charts = findings.range.map { AnswerChart.pages(findings.distributions, range: $0, names: names) } ?? []
        let answers = charts.enumerated().map { number, chart in
            DrawnFigure("answers-\(number + 1)") { Figure.answers(chart, size: $0) }
        }
        let others = [
            DrawnFigure("changes") { size in plot.flatMap { Figure.forest($0, size: size) } },
            DrawnFigure("flow") { size in flow.flatMap { Figure.flow($0, size: size) } },
        ]
        return ([DrawnFigure("change") { Figure.pairedChange(findings, size: $0) }] + others + answers)
            .compactMap { $0 }
    }
}
