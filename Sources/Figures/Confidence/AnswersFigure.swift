import Evaluation
import Programme

extension Figure {
    /// Answers item by item and wave by wave as stacked bars about the middle of the scale, blanks beside them.
    ///
    /// A bar is everybody who gave the item a score in the wave, one hundred per cent; it begins as far left of the middle
    /// line as there are low answers, half of the middle answers on each side.
    ///
    /// - Parameters:
    ///   - chart: What to draw; ``AnswerChart/pages`` keeps figures to a page.
    ///   - size: How wide.
    /// - Returns: nil when the range is not of whole numbers or there is no answer that may be drawn.
    public static func answers(_ chart: AnswerChart, size: FigureSize = .page) -> Figure? {
        guard let fine = AnswerBands.fine(chart.range), let coarse = AnswerBands.coarse(chart.range) else { return nil }
        let choices = [fine, coarse].map { bands in
            (bands: bands, rows: chart.rows.map { AnswerRow($0, bands, suppressBelow: chart.suppressBelow) })
        }
        // Wider bands only when most bars of the narrow ones would be left out.
        let told = chart.rows.count { $0.answered >= (chart.suppressBelow ?? 1) }
        let isFineEnough = 2 * choices[0].rows.count { $0.people != nil } >= told
        let chosen = isFineEnough ? choices[0] : choices[1]
        guard chosen.rows.contains(where: { $0.people != nil }) else { return nil }
        return Answers(rows: chosen.rows, bands: chosen.bands.bands, chart: chart, size: size).figure
    }
}

/// One bar.
private struct AnswerRow {
    let row: AnswerChart.Row
    /// People in each band; nil when not told.
    let people: [Int]?
    let blank: Int?
    private let suppressBelow: Int

    init(_ row: AnswerChart.Row, _ bands: AnswerBands, suppressBelow: Int?) {
        self.row = row
        let least = suppressBelow ?? 1
        self.suppressBelow = least
        let counts = bands.people(in: row)
        people = row.answered == 0 || counts.contains { (1..<least).contains($0) } ? nil : counts
        blank = row.blank.flatMap { (1..<least).contains($0) ? nil : $0 }
    }

    /// People with a score; nil when suppressed.
    var answered: Int? { (1..<suppressBelow).contains(row.answered) || row.why != nil ? nil : row.answered }

    /// The share of each band.
    var shares: [Double]? {
        guard let people else { return nil }
        let whole = Double(people.reduce(0, +))
        return people.map { Double($0) / whole }
    }

    /// The same in a table's cell.
    var shortWhy: String { row.why == nil && row.answered == 0 ? "nobody answered" : "suppressed" }

    /// Why there is no bar.
    var why: String {
        row.why ?? (row.answered == 0 ? "nobody answered" : "suppressed: a part has fewer than \(suppressBelow) people")
    }
}

private struct Answers {
    let rows: [AnswerRow]
    let bands: [AnswerBands.Band]
    let chart: AnswerChart
    let size: FigureSize

    private let barHeight = 20.0
    private let rowHeight = 25.0

    private var subtitle: String { "Share of the answers in each band of the scale from \(chart.range)" }
    private var note: String {
        let middle =
            bands.contains { $0.side == 0 }
            ? "The answers in the middle of the scale stand across the line." : "The line is the middle of the scale."
        return
            "Each bar is everybody who gave a score. \(middle) Blank: asked, and no score given; a blank is not a zero."
    }
    private var items: [(item: String, rows: [AnswerRow])] {
        rows.reduce(into: []) { items, row in
            if items.last?.item == row.row.item {
                items[items.count - 1].rows.append(row)
            } else {
                items.append((row.row.item, [row]))
            }
        }
    }

    private var margin: Double { size.pick(20, 12) }
    private var plot: (left: Double, right: Double) { size == .page ? (132, 490) : (12, 250) }

    /// How far bars reach to each side of the line, so that all of them fit.
    private var reach: (left: Double, right: Double) {
        let sides = rows.compactMap(\.shares).map(sides)
        return (max(0.1, sides.map(\.left).max() ?? 0.5), max(0.1, sides.map(\.right).max() ?? 0.5))
    }

    private func sides(_ shares: [Double]) -> (left: Double, right: Double) {
        zip(bands, shares).reduce((0, 0)) { sums, part in
            let (band, share) = part
            switch band.side {
            case -1: return (sums.0 + share, sums.1)
            case 1: return (sums.0, sums.1 + share)
            default: return (sums.0 + share / 2, sums.1 + share / 2)
            }
        }
    }

    private func itemHead(_ item: String) -> String { chart.wording[item].map { "\(item)  \($0)" } ?? item }

    private func headLines(_ item: String) -> Int {
        min(2, TextMeasure.lines(of: itemHead(item), width: size.width - 2 * margin, size: 14, bold: true).count)
    }

    private var rowDepth: Double { rowHeight + size.pick(0, 16) }

    private func depth(of item: String, _ rows: [AnswerRow]) -> Double {
        19 * Double(headLines(item)) + 18 + rowDepth * Double(rows.count)
    }

    var figure: Figure {
        let head = FigureFrame.headHeight(title: chart.title, subtitle: subtitle, width: size.width)
        let legendHeight = size.pick(42, 66)
        let top = head + legendHeight
        let body = items.map { depth(of: $0.item, $0.rows) }.reduce(0, +)
        let height = top + body + 14 + FigureFrame.noteHeight(note, width: size.width)
        var frame = FigureFrame(title: chart.title, subtitle: subtitle, height: height, width: size.width)
        drawLegend(y: head + 4, &frame.canvas)
        var y = top
        let unit = (plot.right - plot.left) / (reach.left + reach.right)
        let zero = plot.left + reach.left * unit
        for group in items {
            y = frame.canvas.paragraph(
                itemHead(group.item),
                x: margin,
                y: y + 16,
                width: size.width - 2 * margin,
                bold: true,
                most: 2
            )
            y -= 10
            let first = y + size.pick(0, 14)
            // Behind the bars: it shows between them and does not strike out the numbers in the middle.
            let last = y + rowDepth * Double(group.rows.count)
            frame.canvas.line((zero, first - 3), (zero, last - 2), .stroke(.text, width: 1.5))
            for row in group.rows {
                draw(row, top: y, unit: unit, zero: zero, &frame.canvas)
                y += rowDepth
            }
            y += 12
        }
        frame.note(note, y: y + 14)
        return Figure(
            title: chart.title,
            summary: "\(subtitle). \(spoken) \(note)",
            width: size.width,
            height: height,
            canvas: frame.canvas,
            table: table
        )
    }

    private func drawLegend(y: Double, _ canvas: inout Canvas) {
        var x = margin, base = y + 12
        for band in bands {
            canvas.rectangle(x: x, y: base - 11, width: 14, height: 14, radius: 2, .fill(band.ink))
            canvas.text(band.label, x: x + 19, y: base + 1, size: 13)
            x += 32 + TextMeasure.width(of: band.label, size: 13)
        }
        if size == .phone {
            x = margin
            base += 22
        }
        canvas.rectangle(x: x, y: base - 10.5, width: 13, height: 13, .stroke(.quiet, width: 1.2))
        canvas.text("blank", x: x + 19, y: base + 1, size: 13)
        if size == .page {
            canvas.text("answers", x: 536, y: base + 1, size: 13, ink: .quiet, anchor: .end)
            canvas.text("blank", x: 620, y: base + 1, size: 13, ink: .quiet, anchor: .end)
        }
    }

    private func draw(_ row: AnswerRow, top: Double, unit: Double, zero: Double, _ canvas: inout Canvas) {
        let bar = top + size.pick(0, 16)
        let wave = WaveLabels.heading(row.row.wave)
        if size == .page {
            canvas.fitted(wave, x: margin, y: bar + 15, width: plot.left - margin - 8, size: 13)
        } else {
            canvas.fitted(wave, x: margin, y: bar - 3, width: 150, size: 13, ink: .quiet, halo: true)
        }
        guard let shares = row.shares else {
            return canvas.fitted(
                row.why,
                x: plot.left + size.pick(4, 0),
                y: bar + 15,
                width: size.width - plot.left - margin,
                size: 13,
                ink: .quiet,
                halo: true
            )
        }
        drawBar(shares, bar, unit, zero, &canvas)
        let count = row.row.answered
        drawBlank(row, count, x: size.pick(548, 262), width: size.pick(36, 66), bar, &canvas)
        let blank = row.blank.map { Wording.count($0) } ?? "not told"
        if size == .page {
            canvas.text(Wording.count(count), x: 536, y: bar + 15, size: 13, anchor: .end)
            canvas.text(blank, x: 620, y: bar + 15, size: blank.count > 5 ? 11 : 13, ink: .quiet, anchor: .end)
        } else {
            let words =
                "\(Wording.count(count, "answer", "answers")), "
                + (row.blank == nil ? "blanks not told" : "\(blank) blank")
            canvas.text(words, x: 328, y: bar - 3, size: 12, ink: .quiet, anchor: .end, halo: true)
        }
    }

    private func drawBar(_ shares: [Double], _ top: Double, _ unit: Double, _ zero: Double, _ canvas: inout Canvas) {
        var x = zero - sides(shares).left * unit
        for (band, share) in zip(bands, shares) where share > 0 {
            let width = share * unit
            canvas.rectangle(x: x, y: top, width: max(0.5, width - 1), height: barHeight, .fill(band.ink))
            let label = Wording.number(share * 100)
            if TextMeasure.width(of: label, size: 12) + 4 < width {
                canvas.text(label, x: x + width / 2, y: top + 14.5, size: 12, ink: band.ink.inkOnTop, anchor: .middle)
            }
            x += width
        }
    }

    /// Blanks as an outlined bar of its own, so that nobody takes them for low answers.
    private func drawBlank(
        _ row: AnswerRow,
        _ answered: Int,
        x: Double,
        width: Double,
        _ top: Double,
        _ canvas: inout Canvas
    ) {
        guard let missing = row.blank, missing > 0 else { return }
        let share = Double(missing) / Double(missing + answered)
        let box = (width: max(3, share * width), height: barHeight - 7)
        canvas.rectangle(x: x, y: top + 3.5, width: box.width, height: box.height, .stroke(.quiet, width: 1.2))
    }

    private var spoken: String {
        items.map { group in
            let parts = group.rows.map { row -> String in
                let wave = WaveLabels.when(row.row.wave)
                guard let shares = row.shares else { return "\(wave): \(row.why)" }
                let (low, high) = zip(bands, shares).reduce((0.0, 0.0)) { sums, part in
                    (sums.0 + (part.0.side < 0 ? part.1 : 0), sums.1 + (part.0.side > 0 ? part.1 : 0))
                }
                return "\(wave) \(Wording.percent(low)) below the middle, \(Wording.percent(high)) above"
            }
            return "\(group.item): \(parts.joined(separator: "; "))."
        }
        .joined(separator: " ")
    }

    private var table: FigureTable {
        FigureTable(
            caption: "\(chart.title): people in each band of the scale from \(chart.range)",
            names: ["Item", "Wave"],
            numbers: bands.map(\.label) + ["Answers", "Blank"],
            rows: rows.map { row in
                let cells = row.people.map { $0.map { Wording.count($0) } } ?? bands.map { _ in row.shortWhy }
                let ends = [cell(row.answered), cell(row.blank)]
                return [row.row.item, WaveLabels.heading(row.row.wave)] + cells + ends
            }
        )
    }
}
