public import Evaluation
import Figures

/// Counts before and after as one page that stands by itself: to be read, printed and kept.
///
/// The same findings and origin give the same bytes. Suppression is the findings': give findings made with
/// ``CallsOptions/suppressBelow``.
public struct CallsReport: Sendable {
    let findings: CallsFindings
    let origin: ReportOrigin
    let drawings: [CallDrawing]

    /// A report.
    ///
    /// - Parameters:
    ///   - findings: The findings, suppressed as reports are.
    ///   - origin: Where the numbers come from.
    public init(_ findings: CallsFindings, origin: ReportOrigin) {
        (self.findings, self.origin) = (findings, origin)
        drawings = CallDrawing.all(findings)
    }

    /// The report as an HTML document in UTF-8; nothing is loaded and nothing runs.
    public var html: String {
        let months = origin.days.map { " \($0)" } ?? ""
        return ReportPage(
            title: "What changed: \(findings.source.words)",
            subtitle: "\(findings.source.short.prefix(1).uppercased() + findings.source.short.dropFirst())\(months). "
                + "From \(origin.source).",
            verdict: findings.verdictWords,
            sentences: Array(findings.statements.prefix(1)),
            parts: parts,
            hidden: findings.suppressedBelow.map { "Counts below \($0) are not told." },
            version: origin.version
        ).html
    }

    private var parts: [ReportPage.Part] {
        [
            ReportPage.Part("findings", "Findings", [.list(Array(findings.statements.dropFirst()))]),
            ReportPage.Part("change", "The change", figures([.change, .together]) + hidden + numbers),
            ReportPage.Part("months", "Month by month around the start", figures([.eventStudy, .mixture]) + mixture),
            ReportPage.Part("outcomes", "Outcomes beside the counts", tables([FigureTable.callOutcomes(findings)])),
            ReportPage.Part("falsification", "Where nothing should be found", falsification),
            ReportPage.Part("changed", "With something changed", tables([FigureTable.callBeside(findings)])),
            ReportPage.Part("areas", "Area by area", figures([.area])),
            ReportPage.Part("events", "What else happened", events),
            ReportPage.Part("data", "The data", quality),
            ReportPage.Part("limits", "What this cannot show", limits),
            ReportPage.Part("method", "Method and origin", method),
        ]
    }

    private func figures(_ parts: Set<CallDrawing.Part>) -> [HTML] {
        drawings.filter { parts.contains($0.part) }.compactMap { HTML.drawn($0.name, $0.draw) }
    }

    private func tables(_ tables: [FigureTable?]) -> [HTML] { tables.compactMap { $0?.html } }

    private var numbers: [HTML] { tables([FigureTable.callAreas(findings), FigureTable.callModel(findings)]) }

    /// Whose months stand in no figure, and why.
    private var hidden: [HTML] {
        let sentences = findings.series.compactMap { series in
            series.why.map { "The months of \(series.name) are not drawn: \($0)." }
        }
        return sentences.isEmpty ? [] : [.list(sentences)]
    }

    /// Pretended starts as a figure, whose table says the rest; the table alone when nothing can be drawn.
    private var falsification: [HTML] {
        let drawn = figures([.falsification])
        return drawn.isEmpty ? tables([FigureTable.callFalsification(findings)]) : drawn
    }

    private var mixture: [HTML] { tables([FigureTable.callWeights(findings)]) }

    private var events: [HTML] {
        guard !findings.events.isEmpty else { return [] }
        return [
            .list(
                findings.events.map { event in
                    let source = event.source.map { " Source: \($0)." } ?? ""
                    return "\(event.words): \(event.treatment.words).\(source)"
                }
            )
        ]
    }
}
