public import Programme
import Evaluation

/// The gap between an area and its synthetic control, before the gaps of areas that had no course.
public struct PlaceboPlot: Hashable, Sendable {
    /// An area's gap month by month.
    public struct Gaps: Hashable, Sendable {
        /// The area.
        public var area: String
        /// The gap in each of the plot's months; nil where there is none.
        public var values: [Double?]

        /// The gaps of one area.
        public init(area: String, values: [Double?]) { (self.area, self.values) = (area, values) }
    }

    /// The title.
    public var title: String
    /// The unit and the placebos, in one line.
    public var subtitle: String
    /// What stands at the upright axis.
    public var unit: String
    /// The months in order, without holes.
    public var months: [Month]
    /// The area with the course.
    public var treated: Gaps
    /// The areas without.
    public var placebos: [Gaps]
    /// The first month with the course.
    public var start: Month
    /// What a reader must know beside the lines, such as the rank and its p value.
    public var note: String

    /// A plot.
    public init(
        title: String,
        subtitle: String,
        unit: String,
        months: [Month],
        treated: Gaps,
        placebos: [Gaps],
        start: Month,
        note: String = ""
    ) {
        (self.title, self.subtitle, self.unit, self.months) = (title, subtitle, unit, months)
        (self.treated, self.placebos, self.start, self.note) = (treated, placebos, start, note)
    }
}

extension Figure {
    /// The treated area's gap as a strong line before the placebos' faint ones.
    ///
    /// - Parameters:
    ///   - plot: What to draw.
    ///   - size: How wide.
    /// - Returns: nil when the treated area has no gap to draw.
    public static func placebos(_ plot: PlaceboPlot, size: FigureSize = .page) -> Figure? {
        guard let first = plot.months.first, plot.treated.values.contains(where: { $0 != nil }) else { return nil }
        return plot.chart(from: first).figure(size)
    }
}

extension PlaceboPlot {
    fileprivate func chart(from first: Month) -> LineChart {
        let line = { (gaps: Gaps, label: String, style: LineChart.Series.Style, ink: Ink) in
            LineChart.Series(
                label: label,
                style: style,
                ink: ink,
                points: zip(months.indices, gaps.values).map { (Double($0), $1) }
            )
        }
        return LineChart(
            title: title,
            subtitle: subtitle,
            note: "Faint lines are areas without the course, treated as if they had had it."
                + (note.isEmpty ? "" : " " + note),
            verticalTitle: unit,
            horizontalTitle: "",
            series: placebos.map { line($0, "areas without the course", .faint, .quiet) } + [
                line(treated, treated.area, .line, .main)
            ],
            marks: [(Double(start.index - first.index) - 0.5, "start")],
            level: (0, "no gap"),
            ticks: months.filter { $0.month == 1 }.map { (Double($0.index - first.index), "\($0.year)") },
            mustHold: [0],
            table: FigureTable(
                caption: "\(title), month by month",
                names: ["Month"],
                numbers: [treated.area, "Lowest of the others", "Highest of the others"],
                rows: months.enumerated().map { number, month in
                    let others = placebos.compactMap { number < $0.values.count ? $0.values[number] : nil }
                    let words = { (value: Double?) in value.map { Wording.number($0, decimals: 2) } ?? "" }
                    let own = number < treated.values.count ? treated.values[number] : nil
                    return ["\(month)", words(own), words(others.min()), words(others.max())]
                }
            ),
            spoken: "\(treated.area) before \(Wording.count(placebos.count, "area", "areas")) without the course."
        )
    }
}
