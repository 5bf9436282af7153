public import Programme
import Evaluation

/// Counts month by month, what the model makes of them, and what it would have expected without the course.
public struct CallSeriesPlot: Hashable, Sendable {
    /// One month. What is nil is not there: a missing month is a gap, never a zero.
    public struct Point: Hashable, Sendable {
        /// The month.
        public var month: Month
        /// What was counted.
        public var observed: Double?
        /// What the model says.
        public var fitted: Double?
        /// What the model expects had there been no course; only after the start.
        public var counterfactual: Double?
        /// The 95 % interval of ``counterfactual``.
        public var interval: ClosedRange<Double>?

        /// A month.
        public init(
            month: Month,
            observed: Double?,
            fitted: Double? = nil,
            counterfactual: Double? = nil,
            interval: ClosedRange<Double>? = nil
        ) {
            self.month = month
            self.observed = observed
            self.fitted = fitted
            self.counterfactual = counterfactual
            self.interval = interval
        }
    }

    /// What is counted and where.
    public var title: String
    /// The unit and the window.
    public var subtitle: String
    /// What stands at the upright axis: `calls a month`.
    public var unit: String
    /// The months in order; months that are absent are gaps too.
    public var points: [Point]
    /// The first month with the course; nil when there is none, or several.
    public var start: Month?
    /// What happened meanwhile, drawn as lines at the foot.
    public var events: [Event]
    /// What a reader must know beside the marks.
    public var note: String

    /// Something dated that may have moved the counts.
    public struct Event: Hashable, Sendable {
        /// What it was.
        public var name: String
        /// The first month of it.
        public var from: Month
        /// The last month of it; nil when it goes on.
        public var to: Month?

        /// An event.
        public init(name: String, from: Month, to: Month?) { (self.name, self.from, self.to) = (name, from, to) }
    }

    /// A plot.
    public init(
        title: String,
        subtitle: String,
        unit: String,
        points: [Point],
        start: Month?,
        events: [Event] = [],
        note: String = ""
    ) {
        self.title = title
        self.subtitle = subtitle
        self.unit = unit
        self.points = points
        self.start = start
        self.events = events
        self.note = note
    }
}

extension Figure {
    /// A series with its model, its counterfactual and its gaps, the start marked.
    ///
    /// - Parameters:
    ///   - plot: What to draw.
    ///   - size: How wide.
    /// - Returns: nil without a count.
    public static func callSeries(_ plot: CallSeriesPlot, size: FigureSize = .page) -> Figure? {
        plot.chart?.figure(size)
    }
}

extension CallSeriesPlot {
    fileprivate var chart: LineChart? {
        guard let first = points.map(\.month).min(), let last = points.map(\.month).max(),
            points.contains(where: { $0.observed != nil })
        else { return nil }
        let known = Dictionary(points.map { ($0.month, $0) }) { first, _ in first }
        let months = (0...(last.index - first.index)).map { first.adding($0) }
        let all = months.map { known[$0] ?? Point(month: $0, observed: nil) }
        let x = { (month: Month) in Double(month.index - first.index) }
        let line = { (label: String, style: LineChart.Series.Style, ink: Ink, value: (Point) -> Double?) in
            LineChart.Series(label: label, style: style, ink: ink, points: all.map { (x($0.month), value($0)) })
        }
        let gaps = all.filter { $0.observed == nil }
        let gapWords =
            gaps.isEmpty ? "" : " \(Wording.count(gaps.count, "month has", "months have")) no count (shaded)."
        let shown = events.filter { $0.from <= last && ($0.to ?? last) >= first }
        let spans = shown.enumerated().map { number, event in
            let range = (x(max(event.from, first)) - 0.5)...(x(min(event.to ?? last, last)) + 0.5)
            return LineChart.Stretch(label: "\(number + 1)", range: range)
        }
        let eventWords = shown.enumerated().map { " \($0 + 1): \($1.name)." }.joined()
        return LineChart(
            title: title,
            subtitle: subtitle,
            note: markWords + gapWords + eventWords + (note.isEmpty ? "" : " " + note),
            verticalTitle: unit,
            horizontalTitle: "",
            series: [
                line("counted", .dots, .quiet, \.observed), line("model", .line, .main, \.fitted),
                line("expected without the course", .dashed, .other, \.counterfactual),
            ].filter { $0.points.contains { $0.y != nil } },
            bands: [LineChart.Band(ink: .band, areBars: false, points: all.map { (x($0.month), $0.interval) })],
            stretches: gaps.map { LineChart.Stretch(label: "", range: (x($0.month) - 0.5)...(x($0.month) + 0.5)) },
            spans: spans,
            marks: start.map { [(x($0) - 0.5, "start")] } ?? [],
            ticks: months.filter { $0.month == 1 }.map { (x($0), "\($0.year)") },
            mustHold: [0],
            table: table(all),
            spoken:
                "\(Wording.count(all.count, "month", "months")) from \(first) to \(last)\(start.map { ", start \($0)" } ?? "")."
        )
    }

    private var markWords: String {
        let model = points.contains { $0.fitted != nil } ? ", the line is the model" : ""
        guard points.contains(where: { $0.counterfactual != nil }) else { return "Dots are months\(model)." }
        let interval = points.contains { $0.interval != nil } ? ", with its 95 % interval" : ""
        return "Dots are months\(model), the dashes are what is expected without the course\(interval)."
    }

    private func table(_ all: [Point]) -> FigureTable {
        // Whole numbers are counts; anything else is a rate, of which one digit would say nothing.
        let areCounts = all.allSatisfy { $0.observed.map { $0 == $0.rounded() } ?? true }
        return FigureTable(
            caption: "\(title), month by month",
            names: ["Month"],
            numbers: ["Counted", "Model", "Expected without the course", "95 % interval"],
            rows: all.map { point in
                let number = { (value: Double?) in value.map { Wording.number($0, decimals: areCounts ? 1 : 3) } ?? "" }
                let interval = point.interval.map { "\(number($0.lowerBound)) to \(number($0.upperBound))" }
                let observed = point.observed.map { Wording.number($0, decimals: areCounts ? 0 : 3) }
                return [
                    "\(point.month)", observed ?? "missing", number(point.fitted),
                    number(point.counterfactual), interval ?? "",
                ]
            }
        )
    }
}
