public import Evaluation
import Programme

extension Figure {
    /// Two waves side by side: each person a faint line, the mean a strong one with the 95 % interval of its change.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - comparison: Which comparison to draw; the primary one when nil.
    /// - Returns: nil when the comparison has no mean to draw. When single people are suppressed only the mean is drawn.
    public static func pairedChange(_ findings: ConfidenceFindings, comparison: ConfidenceComparison? = nil) -> Figure?
    {
        guard let chosen = comparison ?? findings.primaryComparison, let drawing = PairedChange(findings, chosen) else {
            return nil
        }
        return drawing.figure
    }
}

private struct PairedChange {
    private let comparison: ConfidenceComparison
    private let means: (from: Double, to: Double, change: Double)
    private let title: String
    private let subtitle: String
    private let note: String
    private let scale: ClosedRange<Double>
    private let columns = (from: 110.0, to: 340.0)
    private let plotHeight = 300.0

    init?(_ findings: ConfidenceFindings, _ comparison: ConfidenceComparison) {
        guard let from = comparison.meanFrom, let to = comparison.meanTo, let change = comparison.meanChange else {
            return nil
        }
        self.comparison = comparison
        means = (from, to, change)
        let subject = findings.title(of: comparison.measure)
        title = subject.prefix(1).uppercased() + subject.dropFirst() + Self.outcome(comparison, change)
        let interval = comparison.leadingInterval.map {
            "95 % interval \(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound)); "
        }
        let attended = findings.attrition.attended.map { " of \(Wording.count($0))" } ?? ""
        subtitle =
            "\(interval ?? "no interval; ")\(Wording.count(comparison.pairs ?? 0))\(attended) people answered both times"
        note = Self.note(comparison)
        scale = Self.scale(comparison, findings.range, from, to)
    }

    /// What the title claims: a rise or a fall only when the interval leaves zero out.
    private static func outcome(_ comparison: ConfidenceComparison, _ change: Double) -> String {
        let points = "\(Wording.number(abs(change), decimals: 2)) points"
        guard let interval = comparison.leadingInterval else {
            return ": \(Wording.signed(change)) points, without an interval"
        }
        if interval.contains(0) { return ": no evidence of a change (\(Wording.signed(change)) points)" }
        return change > 0 ? " rose by \(points)" : " fell by \(points)"
    }

    private static func note(_ comparison: ConfidenceComparison) -> String {
        let bar =
            comparison.leadingInterval == nil
            ? "" : " The bar beside the second mean is the 95 % interval of the mean change."
        guard !comparison.scores.isEmpty, let improved = comparison.improved, let unchanged = comparison.unchanged,
            let worse = comparison.worse
        else { return "Single people are not shown where groups are small.\(bar)" }
        return "Each thin line is one person, thicker where several are alike: \(Wording.count(improved)) up (solid), "
            + "\(Wording.count(unchanged)) the same, \(Wording.count(worse)) down (dashed).\(bar) There was no control group."
    }

    private static func scale(
        _ comparison: ConfidenceComparison,
        _ range: ScoreRange?,
        _ from: Double,
        _ to: Double
    ) -> ClosedRange<Double> {
        if let range { return range.lowest...range.highest }
        let values = comparison.scores.flatMap { [$0.from, $0.to] } + [from, to]
        let low = values.min() ?? 0, high = values.max() ?? 1
        let room = max((high - low) * 0.05, 0.5)
        return (low - room)...(high + room)
    }

    var figure: Figure {
        let top = FigureFrame.headHeight(title: title, subtitle: subtitle) + 34
        let bottom = top + plotHeight
        let height = bottom + 26 + FigureFrame.noteHeight(note)
        var frame = FigureFrame(title: title, subtitle: subtitle, height: height)
        let axis = Axis(scale, to: (bottom, top))
        drawScale(axis, top, &frame.canvas)
        drawPeople(axis, &frame.canvas)
        drawMean(axis, &frame.canvas)
        frame.note(note, y: bottom + 30)
        let summary =
            "Mean \(Wording.number(means.from, decimals: 2)) \(name(comparison.from)), "
            + "\(Wording.number(means.to, decimals: 2)) \(name(comparison.to)); \(subtitle). \(note)"
        return Figure(title: title, summary: summary, width: FigureFrame.width, height: height, canvas: frame.canvas)
    }

    private func name(_ wave: Wave) -> String {
        switch wave {
        case .booking: "at booking"
        case .pre: "before"
        case .post: "after"
        case .firstFollowUp: "at follow-up"
        case .followUp(let months): "\(months) month\(months == 1 ? "" : "s") later"
        }
    }

    private func drawScale(_ axis: Axis, _ top: Double, _ canvas: inout Canvas) {
        let marks = axis.marks(about: 6)
        let decimals = marks.allSatisfy { $0 == $0.rounded() } ? 0 : 1
        for mark in marks {
            let y = axis.position(mark)
            canvas.line((columns.from - 40, y), (columns.to + 40, y), .stroke(.rule, width: 1))
            canvas.text(
                Wording.number(mark, decimals: decimals),
                x: columns.from - 52,
                y: y + 5,
                ink: .quiet,
                anchor: .end
            )
        }
        canvas.text(name(comparison.from), x: columns.from, y: top - 14, size: 15, anchor: .middle, bold: true)
        canvas.text(name(comparison.to), x: columns.to, y: top - 14, size: 15, anchor: .middle, bold: true)
    }

    private func drawPeople(_ axis: Axis, _ canvas: inout Canvas) {
        let alike = Dictionary(grouping: comparison.scores, by: \.self).mapValues(\.count)
        // Falls are painted last and stronger: a crowd of rises must not hide them.
        let ordered = alike.sorted { Self.paintOrder($0.key) < Self.paintOrder($1.key) }
        let opacity = max(0.22, min(0.6, 12 / Double(max(1, ordered.count))))
        for (scores, count) in ordered {
            let falls = scores.to < scores.from
            let paint = Paint.stroke(
                scores.to > scores.from ? .main : falls ? .other : .quiet,
                width: min(5, 1.2 + 0.6 * Double(count - 1)),
                dash: falls ? "5 4" : nil,
                opacity: falls ? min(0.9, opacity + 0.3) : opacity
            )
            canvas.line((columns.from, axis.position(scores.from)), (columns.to, axis.position(scores.to)), paint)
        }
    }

    private static func paintOrder(_ scores: PairedScores) -> (Int, Double, Double) {
        (scores.to > scores.from ? 1 : scores.to < scores.from ? 2 : 0, scores.from, scores.to)
    }

    private func drawMean(_ axis: Axis, _ canvas: inout Canvas) {
        let (first, second) = (axis.position(means.from), axis.position(means.to))
        let x = columns.to + 26
        canvas.line((columns.from, first), (x + 26, first), .stroke(.quiet, width: 1.5, dash: "2 4"))
        canvas.line((columns.from, first), (columns.to, second), .stroke(.paper, width: 8))
        canvas.line((columns.from, first), (columns.to, second), .stroke(.text, width: 4))
        for (x, y) in [(columns.from, first), (columns.to, second)] {
            canvas.dot(x, y, radius: 9, .fill(.paper))
            canvas.dot(x, y, radius: 7, .fill(.text))
        }
        if let interval = comparison.leadingInterval {
            let low = axis.position(means.from + interval.lowerBound),
                high = axis.position(means.from + interval.upperBound)
            canvas.line((x, low), (x, high), .stroke(.text, width: 3))
            for y in [low, high] { canvas.line((x - 6, y), (x + 6, y), .stroke(.text, width: 3)) }
        }
        canvas.text(
            "start \(Wording.number(means.from, decimals: 2))",
            x: x + 32,
            y: label(first, below: first >= second),
            size: 14,
            ink: .quiet
        )
        canvas.text(
            "mean \(Wording.number(means.to, decimals: 2)) (\(Wording.signed(means.change)))",
            x: x + 32,
            y: label(second, below: second > first),
            size: 15,
            bold: true
        )
    }

    /// A base line beside a mark, moved away from the other label when the two are close.
    private func label(_ y: Double, below: Bool) -> Double {
        let axis = Axis(scale, to: (plotHeight, 0))
        let apart = abs(axis.position(means.from) - axis.position(means.to))
        return y + 5 + (below ? 1 : -1) * max(0, (20 - apart) / 2)
    }
}
