import Evaluation
import Figures

extension ConfidenceReport {
    /// The main change and every other change beside it.
    var changeFigures: [HTML] {
        let plot = ForestPlot(findings, names: names)
        return [
            HTML.drawn("change") { Figure.pairedChange(findings, size: $0) },
            HTML.drawn("forest") { size in plot.flatMap { Figure.forest($0, size: size) } },
        ]
        .compactMap { $0 }
    }

    /// The answers behind the means.
    var answerFigures: [HTML] {
        guard let range = findings.range else { return [] }
        let charts = AnswerChart.pages(
            distributions,
            range: range,
            names: names,
            suppressBelow: findings.suppressedBelow
        )
        return charts.enumerated().compactMap { number, chart in
            HTML.drawn("answers-\(number + 1)") { Figure.answers(chart, size: $0) }
        }
    }

    /// The flow of people.
    var flowFigure: [HTML] {
        let diagram = FlowDiagram(findings, booked: booked)
        return [HTML.drawn("flow") { size in diagram.flatMap { Figure.flow($0, size: size) } }].compactMap { $0 }
    }
}
