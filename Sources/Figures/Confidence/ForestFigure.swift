import Evaluation

extension Figure {
    /// Estimates with their 95 % intervals, one below the other, about a line at no change.
    ///
    /// A filled mark has an interval that allows for courses, a hollow one has Student's; the main question is a diamond.
    /// Intervals that reach beyond the axis end in an arrow and are given in figures like all others.
    ///
    /// - Parameters:
    ///   - plot: What to draw.
    ///   - size: How wide.
    /// - Returns: nil when no line has an estimate.
    public static func forest(_ plot: ForestPlot, size: FigureSize = .page) -> Figure? {
        plot.sections.contains { $0.rows.contains { $0.estimate != nil } } ? Forest(plot, size).figure : nil
    }
}

private struct Forest {
    private typealias Row = ForestPlot.Row

    private let plot: ForestPlot
    private let sections: [ForestPlot.Section]
    private let size: FigureSize
    private let axis: Axis
    private let note: String

    init(_ plot: ForestPlot, _ size: FigureSize) {
        self.plot = plot
        self.size = size
        sections = plot.sections.filter { !$0.rows.isEmpty }
        let rows = sections.flatMap(\.rows)
        axis = Axis(Self.domain(rows), to: size == .page ? (258, 476) : (16, 188))
        note = Self.note(rows) + (plot.note.isEmpty ? "" : " " + plot.note)
    }

    /// Wide enough for every estimate and for ordinary intervals: one of three people must not squeeze all others.
    private static func domain(_ rows: [Row]) -> ClosedRange<Double> {
        let estimates = rows.compactMap(\.estimate) + [0]
        let reaches = rows.compactMap { row in row.interval.map { ($0.upperBound - $0.lowerBound) / 2 } }.sorted()
        let usual = reaches.isEmpty ? 0 : reaches[reaches.count / 2]
        let ends = rows.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }
        let low = estimates.min() ?? 0, high = estimates.max() ?? 0
        let room = max(4 * usual, (high - low) / 2)
        let lowest = max(low - room, min(ends.min() ?? low, low)),
            highest = min(high + room, max(ends.max() ?? high, high))
        let edge = max(0.25, (highest - lowest) * 0.06)
        return (lowest - edge)...(highest + edge)
    }

    private static func note(_ rows: [Row]) -> String {
        let drawn = rows.filter { $0.interval != nil }
        let (clustered, plain) = (drawn.contains(where: \.isClustered), drawn.contains { !$0.isClustered })
        let kinds =
            switch (clustered, plain) {
            case (true, true):
                "Filled marks: intervals that allow for people of one course to be alike (CR2). Hollow marks: Student's "
                    + "intervals, one course or nothing known of courses."
            case (true, false): "Intervals allow for people of one course to be alike (CR2)."
            case (false, true): "Intervals are Student's, without allowance for courses."
            case (false, false): "No line has an interval."
            }
        let primary = rows.contains(where: \.isPrimary) ? " The diamond is the main question." : ""
        return
            "Marks are mean changes, lines 95 % intervals; one that crosses the line is no evidence of a change. \(kinds)"
            + primary
    }

    private var margin: Double { size.pick(20, 12) }
    private var labelWidth: Double { size.pick(172, 228) }

    private func lines(_ row: Row) -> Int {
        min(2, TextMeasure.lines(of: row.label, width: labelWidth, size: 13, bold: row.isPrimary).count)
    }

    private func height(of row: Row) -> Double {
        size == .page ? (lines(row) > 1 ? 42 : 27) : 24 + 17 * Double(lines(row))
    }

    var figure: Figure {
        let head = FigureFrame.headHeight(title: plot.title, subtitle: plot.subtitle, width: size.width)
        let top = head + 34
        let bottom = sections.reduce(top) { sum, section in
            section.rows.reduce(sum + 32) { $0 + height(of: $1) }
        }
        let total = bottom + 58 + FigureFrame.noteHeight(note, width: size.width)
        var frame = FigureFrame(title: plot.title, subtitle: plot.subtitle, height: total, width: size.width)
        drawAxis(top: top, bottom: bottom + 4, &frame.canvas)
        var y = top
        for section in sections {
            frame.canvas.fitted(
                section.title,
                x: margin,
                y: y + 23,
                width: size.width - 2 * margin,
                bold: true,
                halo: true
            )
            y += 32
            for row in section.rows {
                draw(row, top: y, &frame.canvas)
                y += height(of: row)
            }
        }
        frame.note(note, y: bottom + 58)
        return Figure(
            title: plot.title,
            summary: "\(plot.subtitle). \(spoken) \(note)",
            width: size.width,
            height: total,
            canvas: frame.canvas,
            table: table
        )
    }

    private func drawAxis(top: Double, bottom: Double, _ canvas: inout Canvas) {
        let marks = axis.marks(about: 7)
        let decimals = Axis.decimals(marks)
        for mark in marks where abs(mark) > 1e-9 {
            canvas.line((axis.position(mark), top), (axis.position(mark), bottom), .stroke(.rule, width: 1))
        }
        let zero = axis.position(0)
        canvas.line((zero, top - 4), (zero, bottom), .stroke(.text, width: 1.5))
        for mark in marks {
            canvas.text(
                Wording.signed(mark, decimals: decimals),
                x: axis.position(mark),
                y: bottom + 18,
                size: 13,
                ink: .quiet,
                anchor: .middle
            )
        }
        canvas.text("fell", x: zero - 8, y: top - 10, size: 13, ink: .quiet, anchor: .end)
        canvas.text("rose", x: zero + 8, y: top - 10, size: 13, ink: .quiet)
        guard size == .page else { return }
        canvas.text("people", x: 246, y: top - 10, size: 13, ink: .quiet, anchor: .end)
        canvas.text("change (95 % interval)", x: 620, y: top - 10, size: 13, ink: .quiet, anchor: .end)
    }

    private func draw(_ row: Row, top: Double, _ canvas: inout Canvas) {
        let count = lines(row)
        let base = size == .page ? top + (count > 1 ? 16 : 18) : top + 14
        _ = canvas.paragraph(
            row.label,
            x: margin,
            y: base,
            width: labelWidth,
            size: 13,
            bold: row.isPrimary,
            halo: true,
            most: 2
        )
        let y = size == .page ? top + height(of: row) / 2 : top + 17 * Double(count) + 9
        if let people = row.people {
            let x = size.pick(246, 328)
            let words = size == .page ? Wording.count(people) : Wording.count(people, "person", "people")
            canvas.text(words, x: x, y: size == .page ? y + 5 : top + 14, size: 13, ink: .quiet, anchor: .end)
        }
        guard let estimate = row.estimate else {
            let x = size.pick(258, margin)
            let reason = row.why ?? "not estimable"
            let room = size.width - margin - x
            return canvas.fitted(reason, x: x, y: y + 5, width: room, size: 13, ink: .quiet, halo: true)
        }
        drawMark(row, estimate, y: y, &canvas)
        let words = "\(Wording.signed(estimate))" + (row.interval.map { " (\(bounds($0)))" } ?? " (no interval)")
        let x = size.pick(620, 328)
        canvas.text(words, x: x, y: y + 5, size: 12.5, anchor: .end, bold: row.isPrimary)
    }

    private func bounds(_ interval: ClosedRange<Double>) -> String {
        "\(Wording.signed(interval.lowerBound)) to \(Wording.signed(interval.upperBound))"
    }

    private func drawMark(_ row: Row, _ estimate: Double, y: Double, _ canvas: inout Canvas) {
        let x = axis.position(estimate)
        let ink: Ink = row.isPrimary ? .text : .main
        if let interval = row.interval {
            let (low, high) = (axis.position(interval.lowerBound), axis.position(interval.upperBound))
            canvas.line((low, y), (high, y), .stroke(ink, width: row.isPrimary ? 3 : 2))
            if interval.lowerBound < axis.domain.lowerBound {
                canvas.polygon([(low - 2, y), (low + 7, y - 4.5), (low + 7, y + 4.5)], .fill(ink))
            }
            if interval.upperBound > axis.domain.upperBound {
                canvas.polygon([(high + 2, y), (high - 7, y - 4.5), (high - 7, y + 4.5)], .fill(ink))
            }
        }
        let reach = row.isPrimary ? 8.0 : 5.5
        let diamond = [(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)]
        switch (row.isPrimary, row.isClustered || row.interval == nil) {
        case (true, true): canvas.polygon(diamond, .fill(ink))
        case (true, false):
            canvas.polygon(diamond, .fill(.paper))
            canvas.polygon(diamond, .stroke(ink, width: 2))
        case (false, true): canvas.dot(x, y, radius: reach, .fill(ink))
        case (false, false):
            canvas.dot(x, y, radius: reach - 1, .fill(.paper))
            canvas.dot(x, y, radius: reach - 1, .stroke(ink, width: 2))
        }
    }

    private var spoken: String {
        sections.map { section in
            let rows = section.rows.map { row -> String in
                guard let estimate = row.estimate else { return "\(row.label): \(row.why ?? "not estimable")" }
                let interval = row.interval.map { ", 95 % interval \(bounds($0))" } ?? ""
                let people = row.people.map { ", \(Wording.count($0, "person", "people"))" } ?? ""
                return "\(row.label): \(Wording.signed(estimate))\(interval)\(people)"
            }
            return "\(section.title): \(rows.joined(separator: "; "))."
        }
        .joined(separator: " ")
    }

    private var table: FigureTable {
        FigureTable(
            caption: "\(plot.title). \(plot.subtitle)",
            names: ["Group", "What"],
            numbers: ["People", "Mean change", "95 % interval", "Kind of interval"],
            rows: sections.flatMap { section in
                section.rows.map { row in
                    let change = row.estimate.map { Wording.signed($0) } ?? row.why ?? "not estimable"
                    let kind = row.interval == nil ? "" : row.isClustered ? "CR2, by course" : "Student's t"
                    return [section.title, row.label, cell(row.people), change, cell(row.interval), kind]
                }
            }
        )
    }
}
