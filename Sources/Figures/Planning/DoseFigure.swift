import Evaluation

/// How much teaching each area had, to be set in order.
public struct DosePlot: Hashable, Sendable {
    /// One area.
    public struct Row: Hashable, Sendable {
        /// The area.
        public var area: String
        /// The dose, such as trained people per 1,000 residents; nil when it cannot be told.
        public var dose: Double?
        /// The people behind it; nil when suppressed.
        public var people: Int?
        /// Why the dose is missing.
        public var why: String?

        /// An area.
        public init(area: String, dose: Double?, people: Int?, why: String? = nil) {
            (self.area, self.dose, self.people, self.why) = (area, dose, people, why)
        }
    }

    /// The title.
    public var title: String
    /// The unit, in one line.
    public var subtitle: String
    /// What a dose is: `trained per 1,000 residents`.
    public var unit: String
    /// The areas in any order.
    public var rows: [Row]
    /// What a reader must know beside the dots.
    public var note: String

    /// A plot.
    public init(title: String, subtitle: String, unit: String, rows: [Row], note: String = "") {
        (self.title, self.subtitle, self.unit, self.rows, self.note) = (title, subtitle, unit, rows, note)
    }
}

extension Figure {
    /// The areas by falling dose, a dot each on a line from zero; areas without a dose come last with the reason.
    ///
    /// - Parameters:
    ///   - plot: What to draw.
    ///   - size: How wide.
    /// - Returns: nil without a dose.
    public static func dose(_ plot: DosePlot, size: FigureSize = .page) -> Figure? {
        plot.rows.contains { $0.dose != nil } ? Dose(plot: plot, size: size).figure : nil
    }
}

private struct Dose {
    let plot: DosePlot
    let size: FigureSize
    private let rowHeight = 26.0

    private var rows: [DosePlot.Row] {
        plot.rows.sorted { ($1.dose ?? -1, $0.area) < ($0.dose ?? -1, $1.area) }
    }

    private var decimals: Int {
        let doses = plot.rows.compactMap(\.dose)
        return doses.allSatisfy { $0 == $0.rounded() } ? 0 : (doses.max() ?? 0) < 10 ? 2 : 1
    }

    var figure: Figure {
        let top = FigureFrame.headHeight(title: plot.title, subtitle: plot.subtitle, width: size.width) + 12
        let bottom = top + rowHeight * Double(rows.count)
        let note = plot.note.isEmpty ? 0 : FigureFrame.noteHeight(plot.note, width: size.width)
        let height = bottom + 54 + note
        var frame = FigureFrame(title: plot.title, subtitle: plot.subtitle, height: height, width: size.width)
        let ends = (size.pick(210, 130), size.pick(510, 240))
        let axis = Axis(0...max(1e-9, (plot.rows.compactMap(\.dose).max() ?? 1) * 1.04), to: ends)
        let marks = axis.marks(about: Int(size.pick(6, 3)))
        for mark in marks {
            let x = axis.position(mark)
            frame.canvas.line((x, top), (x, bottom), .stroke(mark == 0 ? .text : .rule, width: mark == 0 ? 1.5 : 1))
            let words = Wording.number(mark, decimals: Axis.decimals(marks))
            frame.canvas.text(words, x: x, y: bottom + 18, size: 13, ink: .quiet, anchor: .middle)
        }
        for (number, row) in rows.enumerated() {
            draw(row, axis, y: top + rowHeight * (Double(number) + 0.5), &frame.canvas)
        }
        frame.canvas.fitted(
            plot.unit,
            x: ends.0,
            y: bottom + 36,
            width: size.width - ends.0 - 12,
            size: 13,
            ink: .quiet
        )
        if !plot.note.isEmpty { frame.note(plot.note, y: bottom + 58) }
        return Figure(
            title: plot.title,
            summary: "\(plot.subtitle). \(spoken) \(plot.note)",
            width: size.width,
            height: height,
            canvas: frame.canvas,
            table: table
        )
    }

    private func draw(_ row: DosePlot.Row, _ axis: Axis, y: Double, _ canvas: inout Canvas) {
        let margin = size.pick(20, 12)
        canvas.fitted(row.area, x: margin, y: y + 5, width: axis.ends.0 - margin - 10, size: 13)
        guard let dose = row.dose else {
            let reason = row.why ?? "not told", x = axis.ends.0 + 8
            return canvas.fitted(
                reason,
                x: x,
                y: y + 5,
                width: size.width - x - margin,
                size: 13,
                ink: .quiet,
                halo: true
            )
        }
        let x = axis.position(dose)
        canvas.line((axis.ends.0, y), (x, y), .stroke(.main, width: 1.5, opacity: 0.5))
        canvas.dot(x, y, radius: 5.5, .fill(.main))
        let people = row.people.map { " (\(Wording.count($0)))" } ?? ""
        let words = Wording.number(dose, decimals: decimals) + people
        canvas.text(words, x: size.width - margin, y: y + 5, size: 13, anchor: .end)
    }

    private var spoken: String {
        rows.map { row in
            "\(row.area): \(row.dose.map { Wording.number($0, decimals: decimals) } ?? row.why ?? "not told")"
        }
        .joined(separator: "; ") + "."
    }

    private var table: FigureTable {
        FigureTable(
            caption: "\(plot.title): \(plot.unit)",
            names: ["Area"],
            numbers: ["Dose", "People"],
            rows: rows.map { row in
                [
                    row.area,
                    row.dose.map { Wording.number($0, decimals: decimals == 0 ? 0 : 3) } ?? row.why ?? "not told",
                    cell(row.people),
                ]
            }
        )
    }
}
