public import Evaluation

/// A figure that findings about calls have, with its name and what it belongs to.
public struct CallDrawing: Sendable {
    /// What a figure shows.
    public enum Part: Hashable, Sendable {
        /// The change of every area.
        case change
        /// Areas together, month by month.
        case together
        /// One area month by month.
        case area
        /// Effects month by month around the start.
        case eventStudy
        /// Gaps to a mixture of other areas.
        case mixture
        /// Effects where there should be none.
        case falsification
    }

    /// Letters, digits and hyphens, unlike those of the other figures of the findings.
    public let name: String
    /// What it shows.
    public let part: Part
    /// Draws it; nil when there is nothing to draw.
    public let draw: @Sendable (FigureSize) -> Figure?

    /// Every figure in the order of reading.
    public static func all(_ findings: CallsFindings) -> [CallDrawing] {
        var drawings = [
            CallDrawing(name: "area-changes", part: .change) { Figure.areaChanges(findings, size: $0) }
        ]
        let sole = findings.series.count { $0.role == .treated } == 1
        for (number, series) in findings.series.enumerated() {
            let plot = CallSeriesPlot(series, source: findings.source)
            let part: Part = series.role == .treated && !sole ? .area : .together
            drawings.append(
                CallDrawing(name: "series-\(number + 1)", part: part) { Figure.callSeries(plot, size: $0) }
            )
        }
        if let plot = EventStudyPlot(findings) {
            drawings.append(CallDrawing(name: "event-study", part: .eventStudy) { Figure.eventStudy(plot, size: $0) })
        }
        if let plot = PlaceboPlot(findings) {
            drawings.append(CallDrawing(name: "mixture", part: .mixture) { Figure.placebos(plot, size: $0) })
        }
        drawings.append(
            CallDrawing(name: "placebo-dates", part: .falsification) { Figure.placeboDates(findings, size: $0) }
        )
        return drawings
    }
}
