public import Evaluation

extension Figure {
    /// The change of each area as a dot with its 95 % interval on a ratio axis, and the change common to all of them.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - size: How wide.
    /// - Returns: nil when no area can be compared.
    public static func areaChanges(_ findings: CallsFindings, size: FigureSize = .page) -> Figure? {
        let known = findings.areas.filter { ($0.change.ratio ?? 0) > 0 }
        return known.isEmpty ? nil : AreaChanges(findings, size).figure
    }
}

private struct AreaChanges {
    private struct Row {
        let name: String
        let change: RateChange
        let remark: String
        let isPooled: Bool
    }

    private let rows: [Row]
    private let title: String
    private let subtitle: String
    private let note: String
    private let scale: ClosedRange<Double>
    private let detectable: Double?
    private let size: FigureSize
    /// On a phone the words of a row stand above its mark.
    private let rowHeight: Double
    private let plot: (left: Double, right: Double)

    init(_ findings: CallsFindings, _ size: FigureSize) {
        self.size = size
        rowHeight = size.pick(30, 46)
        plot = (left: size.pick(185, 20), right: size.width - size.pick(185, 20))
        var rows = findings.areas.map { area in
            Row(name: area.area, change: area.change, remark: Self.remark(area), isPooled: false)
        }
        if findings.areas.count > 1, findings.pooled.ratio != nil {
            rows.append(Row(name: "All together", change: findings.pooled, remark: "", isPooled: true))
        }
        self.rows = rows
        let words = findings.source.words
        title = words.prefix(1).uppercased() + words.dropFirst() + ", before and after"
        subtitle =
            "Change of the rate per day, up to \(Wording.count(findings.windowMonths, "month", "months")) on each side of the start"
        note = Self.note(findings)
        scale = Self.scale(rows)
        detectable = findings.detectableFall
    }

    private static func remark(_ area: CallsFindings.Area) -> String {
        let gaps = (area.before?.gaps.count ?? 0) + (area.after?.gaps.count ?? 0)
        return gaps > 0 ? "\(Wording.count(gaps)) month\(gaps == 1 ? "" : "s") missing" : ""
    }

    private static func note(_ findings: CallsFindings) -> String {
        let power = findings.detectableFall.map {
            " A fall of \(Wording.percent($0)) or more\(findings.areas.count > 1 ? " in all together" : "") would have been seen with 80 % power (shaded)."
        }
        return
            "Dots are estimates, lines 95 % intervals; a line that crosses zero is no evidence of a change.\(power ?? "") "
            + "There are no comparison areas, so this cannot say why."
    }

    private static func scale(_ rows: [Row]) -> ClosedRange<Double> {
        let values = rows.flatMap { row in
            [row.change.ratio, row.change.interval?.lowerBound, row.change.interval?.upperBound].compactMap { $0 }
                .filter { $0 > 0 }
        }
        let low = min(0.8, values.min() ?? 1), high = max(1.25, values.max() ?? 1)
        return max(0.1, low * 0.97)...min(10, high * 1.03)
    }

    var figure: Figure {
        let top = FigureFrame.headHeight(title: title, subtitle: subtitle, width: size.width) + 34
        let bottom = top + rowHeight * Double(rows.count)
        let height = bottom + 50 + FigureFrame.noteHeight(note, width: size.width)
        var frame = FigureFrame(title: title, subtitle: subtitle, height: height, width: size.width)
        let axis = Axis(scale, to: (plot.left, plot.right), logarithmic: true)
        if let detectable {
            let edge = axis.position(1 - detectable)
            let row = bottom - rowHeight
            if edge > plot.left {
                frame.canvas.rectangle(x: plot.left, y: row, width: edge - plot.left, height: rowHeight, .fill(.band))
            }
        }
        drawAxis(axis, top, bottom, &frame.canvas)
        for (number, row) in rows.enumerated() {
            draw(row, axis, y: top + rowHeight * (Double(number) + size.pick(0.5, 0.75)), &frame.canvas)
        }
        frame.note(note, y: bottom + 54)
        let spoken = rows.map { "\($0.name): \(Self.spoken($0.change))" }.joined(separator: "; ")
        return Figure(
            title: title,
            summary: "\(subtitle). \(spoken). \(note)",
            width: size.width,
            height: height,
            canvas: frame.canvas,
            table: table
        )
    }

    private var table: FigureTable {
        FigureTable(
            caption: "\(title): \(subtitle.prefix(1).lowercased() + subtitle.dropFirst())",
            names: ["Area"],
            numbers: ["Change", "95 % interval"],
            rows: rows.map { row in
                guard let ratio = row.change.ratio else { return [row.name, row.change.why ?? "not estimable", ""] }
                let interval = row.change.interval.map {
                    "\(Self.signed($0.lowerBound)) to \(Self.signed($0.upperBound))"
                }
                return [row.name, Self.signed(ratio), interval ?? ""]
            }
        )
    }

    private static func spoken(_ change: RateChange) -> String {
        guard let ratio = change.ratio else { return "not estimable, \(change.why ?? "")" }
        let interval = change.interval.map { ", 95 % interval \(signed($0.lowerBound)) to \(signed($0.upperBound))" }
        return signed(ratio) + (interval ?? "")
    }

    private static func signed(_ ratio: Double) -> String {
        let percent = Wording.percent(abs(ratio - 1))
        return percent == "0 %" ? percent : (ratio < 1 ? "-" : "+") + percent
    }

    /// A change in per cent with its sign and without the word.
    private static func plain(_ ratio: Double, _ decimals: Int) -> String {
        Wording.signed((ratio - 1) * 100, decimals: decimals)
    }

    private func drawAxis(_ axis: Axis, _ top: Double, _ bottom: Double, _ canvas: inout Canvas) {
        let candidates = [0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 2, 3, 5, 10]
        let inside = candidates.filter { axis.domain.contains($0) }
        for mark in inside {
            let x = axis.position(mark)
            canvas.line((x, top), (x, bottom), .stroke(mark == 1 ? .quiet : .rule, width: mark == 1 ? 2 : 1))
        }
        var labelled = [axis.position(1)]
        for mark in inside.sorted(by: { abs(axis.position($0) - labelled[0]) < abs(axis.position($1) - labelled[0]) }) {
            let x = axis.position(mark)
            guard mark == 1 || labelled.allSatisfy({ abs($0 - x) > 42 }) else { continue }
            canvas.text(
                mark == 1 ? "0" : Self.signed(mark),
                x: x,
                y: bottom + 20,
                size: 13,
                ink: .quiet,
                anchor: .middle
            )
            labelled.append(x)
        }
        canvas.text("fewer", x: axis.position(1) - 12, y: top - 12, size: 13, ink: .quiet, anchor: .end)
        canvas.text("more", x: axis.position(1) + 12, y: top - 12, size: 13, ink: .quiet)
    }

    private func draw(_ row: Row, _ axis: Axis, y: Double, _ canvas: inout Canvas) {
        label(row, y: y, &canvas)
        guard let ratio = row.change.ratio, ratio > 0 else {
            return value(row.change.ratio == 0 ? "-100 %" : "not estimable", y: y, ink: .quiet, &canvas)
        }
        let x = axis.position(ratio)
        if let interval = row.change.interval {
            let ends = (axis.position(interval.lowerBound), axis.position(interval.upperBound))
            canvas.line((ends.0, y), (ends.1, y), .stroke(row.isPooled ? .text : .main, width: row.isPooled ? 3 : 2))
        }
        if row.isPooled {
            canvas.polygon([(x - 9, y), (x, y - 9), (x + 9, y), (x, y + 9)], .fill(.text))
        } else {
            canvas.dot(x, y, radius: 5.5, .fill(.main))
        }
        let interval =
            row.change.interval.map { " (\(Self.plain($0.lowerBound, 0)) to \(Self.plain($0.upperBound, 0)))" } ?? ""
        value(Self.plain(ratio, 1) + " %" + interval, y: y, bold: row.isPooled, &canvas)
    }

    private func value(_ text: String, y: Double, ink: Ink = .text, bold: Bool = false, _ canvas: inout Canvas) {
        switch size {
        case .page: canvas.text(text, x: plot.right + 14, y: y + 5, size: 13, ink: ink, bold: bold)
        case .phone:
            canvas.text(text, x: size.width - 12, y: y - 14, size: 13, ink: ink, anchor: .end, bold: bold, halo: true)
        }
    }

    /// The area's name, on two lines when it is long, and what is missing below it.
    private func label(_ row: Row, y: Double, _ canvas: inout Canvas) {
        guard size == .page else {
            let short = TextMeasure.shortened(row.name, width: 168, size: 13)
            return canvas.text(short, x: 12, y: y - 14, size: 13, bold: row.isPooled, halo: true)
        }
        let width = plot.left - FigureFrame.margin - 10
        let fits = TextMeasure.width(of: row.name, size: 14, bold: row.isPooled) <= width
        let room = row.remark.isEmpty ? 2 : 1
        let lines = fits ? [row.name] : TextMeasure.lines(of: row.name, width: width, size: 12)
        let shown =
            lines.count > room
            ? Array(lines.prefix(room - 1)) + [lines.dropFirst(room - 1).joined(separator: " ")] : lines
        let all =
            shown.map { ($0, fits ? 14.0 : 12.0, Ink.text) } + (row.remark.isEmpty ? [] : [(row.remark, 11, .quiet)])
        let top = all.count == 1 ? y + 5 : y - 2
        for (number, (text, size, ink)) in all.enumerated() {
            let short = TextMeasure.shortened(text, width: width, size: size)
            canvas.text(
                short,
                x: FigureFrame.margin,
                y: top + 13 * Double(number),
                size: size,
                ink: ink,
                bold: row.isPooled
            )
        }
    }
}
