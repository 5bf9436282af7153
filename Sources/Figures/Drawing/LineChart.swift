import Evaluation

/// Lines and dots over a horizontal axis of numbers, such as months: the shared body of the figures of calls.
struct LineChart {
    /// One line, or a row of dots.
    struct Series {
        enum Style { case line, faint, dashed, dots, hollowDots }

        /// What the legend calls it; empty for none.
        var label: String
        var style: Style
        var ink: Ink
        /// Where x has no value the line is broken.
        var points: [(x: Double, y: Double?)]
    }

    /// An interval at each x, drawn as a shaded band or as upright bars.
    struct Band {
        var ink: Ink
        var areBars: Bool
        var points: [(x: Double, interval: ClosedRange<Double>?)]
    }

    /// A stretch of the horizontal axis set apart, such as months without data.
    struct Stretch {
        var label: String
        var range: ClosedRange<Double>
    }

    var title: String
    var subtitle: String
    var note: String
    var verticalTitle: String
    var horizontalTitle: String
    var series: [Series]
    var bands: [Band] = []
    var stretches: [Stretch] = []
    /// Lines at the foot with a number each, such as dated events.
    var spans: [Stretch] = []
    /// Upright lines with words, such as the start.
    var marks: [(x: Double, label: String)] = []
    /// A level line with words, such as "no change".
    var level: (y: Double, label: String)?
    var ticks: [(x: Double, label: String)]
    /// What the axis must hold in any case.
    var mustHold: [Double] = []
    var isLogarithmic = false
    var verticalLabel: (Double) -> String = { Wording.number($0, decimals: $0 == $0.rounded() ? 0 : 2) }
    var table: FigureTable
    var spoken: String

    private static let plotHeight = 260.0

    /// The figure; nil without a value.
    func figure(_ size: FigureSize) -> Figure? {
        let values = series.flatMap { $0.points.compactMap(\.y) }
        let ends = bands.flatMap { $0.points.compactMap(\.interval) }.flatMap { [$0.lowerBound, $0.upperBound] }
        guard !values.isEmpty else { return nil }
        let all = (values + ends + mustHold).filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
        let low = all.min() ?? 0, high = all.max() ?? 1
        let room = isLogarithmic ? 0 : max((high - low) * 0.06, 1e-6)
        let domain = isLogarithmic ? (low * 0.95)...(high * 1.05) : (low - (low == 0 ? 0 : room))...(high + room)
        let places = (series.flatMap { $0.points.map(\.x) } + ticks.map(\.x)).sorted()
        let head = FigureFrame.headHeight(title: title, subtitle: subtitle, width: size.width)
        let legendDepth = legendHeight(size)
        let top = head + legendDepth + 30, bottom = top + Self.plotHeight
        let height = bottom + 62 + FigureFrame.noteHeight(note, width: size.width)
        var frame = FigureFrame(title: title, subtitle: subtitle, height: height, width: size.width)
        let edges = (size.pick(66, 50), size.width - size.pick(24, 14))
        let across = Axis((places.first ?? 0)...max(places.last ?? 1, (places.first ?? 0) + 1e-9), to: edges)
        let up = Axis(domain, to: (bottom, top), logarithmic: isLogarithmic)
        drawLegend(y: head + 6, size, &frame.canvas)
        drawGround(across, up, top, bottom, edges, &frame.canvas)
        for band in bands { draw(band, across, up, &frame.canvas) }
        for line in series { draw(line, across, up, &frame.canvas) }
        frame.note(note, y: bottom + 64)
        return Figure(
            title: title,
            summary: "\(subtitle). \(spoken) \(note)",
            width: size.width,
            height: height,
            canvas: frame.canvas,
            table: table
        )
    }

    private func drawGround(
        _ across: Axis,
        _ up: Axis,
        _ top: Double,
        _ bottom: Double,
        _ edges: (Double, Double),
        _ canvas: inout Canvas
    ) {
        for stretch in stretches {
            let left = across.position(stretch.range.lowerBound), right = across.position(stretch.range.upperBound)
            canvas.rectangle(x: left, y: top, width: max(2, right - left), height: bottom - top, .fill(.band))
            if TextMeasure.width(of: stretch.label, size: 12) < right - left {
                canvas.text(stretch.label, x: (left + right) / 2, y: bottom - 8, size: 12, ink: .quiet, anchor: .middle)
            }
        }
        for (number, span) in spans.enumerated() {
            let y = bottom - 6 - 14 * Double(number % 4)
            let left = across.position(span.range.lowerBound), right = across.position(span.range.upperBound)
            canvas.line((left, y), (max(right, left + 2), y), .stroke(.other, width: 3))
            canvas.text(span.label, x: left - 4, y: y + 4, size: 11, ink: .quiet, anchor: .end, halo: true)
        }
        for mark in isLogarithmic ? up.roundRatios : up.marks(about: 5) {
            let y = up.position(mark)
            canvas.line((edges.0, y), (edges.1, y), .stroke(.rule, width: 1))
            canvas.text(verticalLabel(mark), x: edges.0 - 8, y: y + 5, size: 13, ink: .quiet, anchor: .end)
        }
        canvas.text(verticalTitle, x: edges.0 - 44, y: top - 12, size: 13, ink: .quiet)
        if let level {
            let y = up.position(level.y)
            canvas.line((edges.0, y), (edges.1, y), .stroke(.text, width: 1.5))
            canvas.text(level.label, x: edges.1, y: y - 6, size: 12, ink: .quiet, anchor: .end, halo: true)
        }
        var last = -Double.infinity
        for tick in ticks {
            let x = across.position(tick.x), half = TextMeasure.width(of: tick.label, size: 13) / 2
            canvas.line((x, bottom), (x, bottom + 5), .stroke(.quiet, width: 1))
            guard x - half > last + 8 else { continue }
            let anchor: Canvas.Anchor = x + half > edges.1 + 12 ? .end : .middle
            canvas.text(tick.label, x: x, y: bottom + 20, size: 13, ink: .quiet, anchor: anchor)
            last = x + half
        }
        canvas.text(horizontalTitle, x: (edges.0 + edges.1) / 2, y: bottom + 40, size: 13, ink: .quiet, anchor: .middle)
        for (number, mark) in marks.enumerated() {
            let x = across.position(mark.x)
            canvas.line((x, top - 6), (x, bottom), .stroke(.text, width: 1.5, dash: "5 4"))
            let isRight = x + 6 + TextMeasure.width(of: mark.label, size: 13) < edges.1
            canvas.text(
                mark.label,
                x: x + (isRight ? 6 : -6),
                y: top + 8 + 18 * Double(number),
                size: 13,
                anchor: isRight ? .start : .end,
                halo: true
            )
        }
    }

    private func draw(_ band: Band, _ across: Axis, _ up: Axis, _ canvas: inout Canvas) {
        if band.areBars {
            for (x, interval) in band.points {
                guard let interval else { continue }
                let place = across.position(x)
                canvas.line(
                    (place, up.position(interval.lowerBound)),
                    (place, up.position(interval.upperBound)),
                    .stroke(band.ink, width: 2)
                )
            }
            return
        }
        for run in Self.runs(band.points.map { ($0.x, $0.interval) }) {
            let upper = run.map { (across.position($0.0), up.position($0.1.upperBound)) }
            let lower = run.reversed().map { (across.position($0.0), up.position($0.1.lowerBound)) }
            canvas.polygon(upper + lower, .fill(band.ink))
        }
    }

    private func draw(_ series: Series, _ across: Axis, _ up: Axis, _ canvas: inout Canvas) {
        let known = series.points.compactMap { point in point.y.map { (across.position(point.x), up.position($0)) } }
        switch series.style {
        case .dots: for (x, y) in known { canvas.dot(x, y, radius: 3.5, .fill(series.ink)) }
        case .hollowDots:
            for (x, y) in known {
                canvas.dot(x, y, radius: 4, .fill(.paper))
                canvas.dot(x, y, radius: 4, .stroke(series.ink, width: 2))
            }
        case .line, .faint, .dashed:
            let paint = Paint.stroke(
                series.ink,
                width: series.style == .line ? 3 : series.style == .dashed ? 2.5 : 1.2,
                dash: series.style == .dashed ? "7 5" : nil,
                opacity: series.style == .faint ? 0.5 : 1
            )
            for run in Self.runs(series.points.map { ($0.x, $0.y) }) {
                let places = run.map { (across.position($0.0), up.position($0.1)) }
                canvas.polyline(places, paint)
            }
        }
    }

    /// Stretches of neighbours that all have a value.
    private static func runs<Value>(_ points: [(Double, Value?)]) -> [[(Double, Value)]] {
        points.reduce(into: [[]]) { runs, point in
            if let value = point.1 {
                runs[runs.count - 1].append((point.0, value))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        .filter { !$0.isEmpty }
    }

    private var legend: [Series] {
        var seen: Set<String> = []
        return series.filter { !$0.label.isEmpty && seen.insert($0.label).inserted }
    }

    private func legendPlaces(_ size: FigureSize) -> [(series: Series, x: Double, row: Int)] {
        var x = size.pick(20, 12), row = 0
        return legend.map { entry in
            let width = 42 + TextMeasure.width(of: entry.label, size: 13)
            if x + width > size.width - 12, x > size.pick(20, 12) { (x, row) = (size.pick(20, 12), row + 1) }
            defer { x += width + 10 }
            return (entry, x, row)
        }
    }

    private func legendHeight(_ size: FigureSize) -> Double {
        legend.isEmpty ? 0 : 22 * Double((legendPlaces(size).last?.row ?? 0) + 1) + 4
    }

    private func drawLegend(y: Double, _ size: FigureSize, _ canvas: inout Canvas) {
        for (entry, x, row) in legendPlaces(size) {
            let middle = y + 8 + 22 * Double(row)
            var sample = entry
            sample.points = entry.style == .dots || entry.style == .hollowDots ? [(0.5, 0)] : [(0, 0), (1, 0)]
            draw(sample, Axis(0...1, to: (x, x + 28)), Axis(-1...1, to: (middle, middle)), &canvas)
            canvas.text(entry.label, x: x + 36, y: middle + 5, size: 13)
        }
    }
}
