public import Evaluation
import Programme

extension Figure {
    /// Two waves side by side: each person a faint line, how the scores are spread, the means, and the mean change with its
    /// 95 % interval on a scale of its own whose zero is the first mean.
    ///
    /// Up to 150 different lines are drawn one by one; beyond that lines that are alike to a twentieth of the scale are one
    /// line, wider and darker for more people, so that 2,000 people are read as well as 10.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - comparison: Which comparison to draw; the primary one when nil.
    ///   - size: How wide.
    /// - Returns: nil when the comparison has no mean to draw. When single people are suppressed only the mean is drawn.
    public static func pairedChange(
        _ findings: ConfidenceFindings,
        comparison: ConfidenceComparison? = nil,
        size: FigureSize = .page
    ) -> Figure? {
        guard let chosen = comparison ?? findings.primaryComparison else { return nil }
        return PairedChange(findings, chosen, size)?.figure
    }
}

private struct PairedChange {
    private let comparison: ConfidenceComparison
    private let means: (from: Double, to: Double, change: Double)
    private let title: String
    private let subtitle: String
    private let note: String
    private let subject: String
    private let scale: ClosedRange<Double>
    private let size: FigureSize
    private let people: PersonLines
    private let plotHeight = 320.0

    init?(_ findings: ConfidenceFindings, _ comparison: ConfidenceComparison, _ size: FigureSize) {
        guard let from = comparison.meanFrom, let to = comparison.meanTo, let change = comparison.meanChange else {
            return nil
        }
        self.comparison = comparison
        self.size = size
        means = (from, to, change)
        subject = findings.title(of: comparison.measure)
        title = subject.prefix(1).uppercased() + subject.dropFirst() + Self.outcome(comparison, change)
        let interval = comparison.leadingInterval.map {
            "95 % interval \(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound)); "
        }
        let attended = findings.attrition.attended.map { " of \(Wording.count($0))" } ?? ""
        subtitle =
            "\(interval ?? "no interval; ")\(Wording.count(comparison.pairs ?? 0))\(attended) people answered both times"
        scale = Self.scale(comparison, findings.range, from, to)
        people = PersonLines(comparison.scores, scale)
        note = Self.note(comparison, people)
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

    private static func note(_ comparison: ConfidenceComparison, _ people: PersonLines) -> String {
        let bar =
            comparison.leadingInterval == nil
            ? "" : " At the right the mean change with its 95 % interval; its zero is the height of the first mean."
        guard !comparison.scores.isEmpty, let improved = comparison.improved, let unchanged = comparison.unchanged,
            let worse = comparison.worse
        else { return "Single people are not shown where groups are small.\(bar) There was no control group." }
        let bars = comparison.scores.count < 5 ? "" : " The bars beside the lines show how many people gave each score."
        let line =
            people.isMerged
            ? "Lines that are nearly alike are one, wider and darker for more people"
            : "Each thin line is one person, thicker where several are alike"
        return "\(line): \(Wording.count(improved)) up (solid), \(Wording.count(unchanged)) the same, "
            + "\(Wording.count(worse)) down (dashed).\(bars)\(bar) "
            + "There was no control group."
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
        let top = FigureFrame.headHeight(title: title, subtitle: subtitle, width: size.width) + 56
        let bottom = top + plotHeight
        let height = bottom + 34 + FigureFrame.noteHeight(note, width: size.width)
        var frame = FigureFrame(title: title, subtitle: subtitle, height: height, width: size.width)
        let axis = Axis(scale, to: (bottom, top))
        drawScale(axis, top, &frame.canvas)
        drawSpread(comparison.scores.map(\.from), at: columns.from, growing: -1, axis, &frame.canvas)
        drawSpread(comparison.scores.map(\.to), at: columns.to, growing: 1, axis, &frame.canvas)
        people.draw(axis, columns, &frame.canvas)
        drawMeans(axis, &frame.canvas)
        drawChange(axis, &frame.canvas)
        frame.note(note, y: bottom + 36)
        let summary =
            "Mean \(Wording.number(means.from, decimals: 2)) \(WaveLabels.when(comparison.from)), "
            + "\(Wording.number(means.to, decimals: 2)) \(WaveLabels.when(comparison.to)); \(subtitle). \(note)"
        return Figure(
            title: title,
            summary: summary,
            width: size.width,
            height: height,
            canvas: frame.canvas,
            table: table
        )
    }

    private var table: FigureTable {
        let waves = "\(WaveLabels.when(comparison.from)) and \(WaveLabels.when(comparison.to))"
        var rows = [
            ["People who answered both times", cell(comparison.pairs), ""],
            ["Mean \(WaveLabels.when(comparison.from))", Wording.number(means.from, decimals: 2), ""],
            ["Mean \(WaveLabels.when(comparison.to))", Wording.number(means.to, decimals: 2), ""],
            ["Mean change", Wording.signed(means.change), cell(comparison.leadingInterval)],
            ["Scored higher", cell(comparison.improved), ""],
            ["Scored the same", cell(comparison.unchanged), ""],
            ["Scored lower", cell(comparison.worse), ""],
        ]
        if let spread = comparison.standardDeviation {
            rows.insert(["Standard deviation of the changes", Wording.number(spread, decimals: 2), ""], at: 4)
        }
        return FigureTable(
            caption: "\(subject.prefix(1).uppercased() + subject.dropFirst()), \(waves)",
            names: ["What"],
            numbers: ["Number", "95 % interval"],
            rows: rows
        )
    }

    private var columns: (from: Double, to: Double) { size == .page ? (128, 352) : (80, 190) }
    private var plotEdges: (left: Double, right: Double) { size == .page ? (54, 426) : (32, 232) }
    private var changeColumn: Double { size.pick(474, 256) }

    private func drawScale(_ axis: Axis, _ top: Double, _ canvas: inout Canvas) {
        let marks = axis.marks(about: 6)
        let decimals = Axis.decimals(marks)
        for mark in marks {
            let y = axis.position(mark)
            canvas.line((plotEdges.left, y), (plotEdges.right, y), .stroke(.rule, width: 1))
            canvas.text(
                Wording.number(mark, decimals: decimals),
                x: plotEdges.left - 8,
                y: y + 5,
                ink: .quiet,
                anchor: .end
            )
        }
        let room = columns.to - columns.from - 8
        let heads = [(columns.from, comparison.from, means.from), (columns.to, comparison.to, means.to)]
        for (x, wave, mean) in heads {
            canvas.fitted(
                size == .page ? WaveLabels.heading(wave) : WaveLabels.short(wave),
                x: x,
                y: top - 34,
                width: room,
                size: size.pick(15, 14),
                anchor: .middle,
                bold: true
            )
            canvas.text("mean \(Wording.number(mean, decimals: 2))", x: x, y: top - 16, anchor: .middle)
        }
        canvas.text("Change", x: changeColumn - 6, y: top - 34, size: size.pick(15, 14), bold: true)
        canvas.text("in points", x: changeColumn - 6, y: top - 16)
    }

    /// How many people gave which score, as bars that grow away from the lines.
    private func drawSpread(
        _ scores: [Double],
        at column: Double,
        growing direction: Double,
        _ axis: Axis,
        _ canvas: inout Canvas
    ) {
        let counts = Dictionary(grouping: scores, by: people.step).mapValues(\.count)
        guard scores.count >= 5 else { return }
        // A few people who all differ are no flat distribution of full bars.
        let most = max(Double(counts.values.max() ?? 1), Double(scores.count) / 6)
        let length = size.pick(60, 30)
        let thickness = plotHeight / Double(PersonLines.steps) - 2
        for (step, count) in counts.sorted(by: { $0.key < $1.key }) {
            let width = max(1, length * Double(count) / most)
            let near = column + direction * size.pick(12, 10)
            canvas.rectangle(
                x: direction > 0 ? near : near - width,
                y: axis.position(people.score(of: step)) - thickness / 2,
                width: width,
                height: thickness,
                .fill(.middle)
            )
        }
    }

    private func drawMeans(_ axis: Axis, _ canvas: inout Canvas) {
        let (first, second) = (axis.position(means.from), axis.position(means.to))
        canvas.line((columns.from, first), (columns.to, second), .stroke(.paper, width: 8))
        canvas.line((columns.from, first), (columns.to, second), .stroke(.text, width: 4))
        for (x, y) in [(columns.from, first), (columns.to, second)] {
            canvas.dot(x, y, radius: 9, .fill(.paper))
            canvas.dot(x, y, radius: 7, .fill(.text))
        }
    }

    /// The mean change beside the lines: its zero is the height of the first mean.
    private func drawChange(_ axis: Axis, _ canvas: inout Canvas) {
        let x = changeColumn, right = size.width - size.pick(16, 8)
        let (zero, estimate) = (axis.position(means.from), axis.position(means.to))
        canvas.line((columns.from + 12, zero), (right, zero), .stroke(.quiet, width: 1.5, dash: "2 4"))
        canvas.line((columns.to + 12, estimate), (x, estimate), .stroke(.text, width: 1.5, dash: "2 4"))
        var labels = [(text: "\(Wording.signed(means.change))", place: estimate, isMain: true)]
        var radius = 6.0
        if let interval = comparison.leadingInterval {
            let ends = [interval.upperBound, interval.lowerBound].map { ($0, axis.position(means.from + $0)) }
            radius = min(6, max(2.5, abs(ends[1].1 - ends[0].1) / 5))
            canvas.line((x, ends[0].1), (x, ends[1].1), .stroke(.text, width: 3))
            for (end, y) in ends {
                canvas.line((x - 7, y), (x + 7, y), .stroke(.text, width: 2))
                labels.append((Wording.signed(end), y, false))
            }
        }
        canvas.dot(x, estimate, radius: radius, .fill(.text))
        labels.append(("no change", zero, false))
        labels.sort { ($0.place, $0.text) < ($1.place, $1.text) }
        let places = Spacing.apart(labels.map(\.place), by: 17)
        for (label, y) in zip(labels, places) {
            canvas.text(
                label.text,
                x: x + 14,
                y: y + 5,
                size: label.isMain ? 16 : 13,
                ink: label.isMain ? .text : .quiet,
                bold: label.isMain,
                halo: true
            )
        }
    }
}
