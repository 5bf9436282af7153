import Evaluation

/// Rate ratios by months before and after the start, against the month before it.
public struct EventStudyPlot: Hashable, Sendable {
    /// One month of the study.
    public struct Point: Hashable, Sendable {
        /// Months since the start; -1 is the reference.
        public var months: Int
        /// The rate ratio against the reference; nil when it cannot be told.
        public var ratio: Double?
        /// Its 95 % interval.
        public var interval: ClosedRange<Double>?
        /// Whether it stands for all months beyond it as well.
        public var isBinned: Bool

        /// A month.
        public init(months: Int, ratio: Double?, interval: ClosedRange<Double>?, isBinned: Bool = false) {
            (self.months, self.ratio, self.interval, self.isBinned) = (months, ratio, interval, isBinned)
        }
    }

    /// The title.
    public var title: String
    /// The design, in one line.
    public var subtitle: String
    /// The months; the reference need not be among them.
    public var points: [Point]
    /// What a reader must know beside the marks, such as the joint test of the months before.
    public var note: String

    /// A plot.
    public init(title: String, subtitle: String, points: [Point], note: String = "") {
        (self.title, self.subtitle, self.points, self.note) = (title, subtitle, points, note)
    }
}

extension Figure {
    /// The months before and after the start with their intervals; the reference is a hollow mark at no difference.
    ///
    /// - Parameters:
    ///   - plot: What to draw.
    ///   - size: How wide.
    /// - Returns: nil without a ratio above 0.
    public static func eventStudy(_ plot: EventStudyPlot, size: FigureSize = .page) -> Figure? {
        plot.points.contains { ($0.ratio ?? 0) > 0 } ? plot.chart.figure(size) : nil
    }
}

extension EventStudyPlot {
    fileprivate var chart: LineChart {
        let own = points.filter { $0.months != -1 }.sorted { $0.months < $1.months }
        let months = own.map(\.months) + [-1]
        let binned = own.contains(where: \.isBinned)
        let percent = { (ratio: Double) in Wording.signed((ratio - 1) * 100, decimals: 0) + " %" }
        return LineChart(
            title: title,
            subtitle: subtitle,
            note: "Marks are rates against the month before the start (hollow), lines 95 % intervals."
                + (binned ? " The outermost marks stand for all months beyond them." : "")
                + " Months before the start that lie on the line do not prove that the areas would have gone on alike."
                + (note.isEmpty ? "" : " " + note),
            verticalTitle: "change of the rate",
            horizontalTitle: "months since the start",
            series: [
                LineChart.Series(
                    label: "",
                    style: .dots,
                    ink: .main,
                    points: own.map { (Double($0.months), $0.ratio.flatMap { $0 > 0 ? $0 : nil }) }
                ),
                LineChart.Series(label: "", style: .hollowDots, ink: .main, points: [(-1, 1)]),
            ],
            bands: [LineChart.Band(ink: .main, areBars: true, points: own.map { (Double($0.months), $0.interval) })],
            marks: [(-0.5, "start")],
            level: (1, "no change"),
            ticks: Set(months).sorted().filter { $0 % 3 == 0 }.map {
                (Double($0), Wording.signed(Double($0), decimals: 0))
            },
            mustHold: [0.9, 1.1],
            isLogarithmic: true,
            verticalLabel: percent,
            table: FigureTable(
                caption: "\(title), by months since the start",
                names: ["Months since the start"],
                numbers: ["Rate ratio", "95 % interval"],
                rows: own.map { point in
                    let number = { (value: Double) in Wording.number(value, decimals: 3) }
                    let interval = point.interval.map { "\(number($0.lowerBound)) to \(number($0.upperBound))" }
                    return [
                        "\(Wording.signed(Double(point.months), decimals: 0))\(point.isBinned ? " and beyond" : "")",
                        point.ratio.map(number) ?? "not estimable", interval ?? "",
                    ]
                }
            ),
            spoken: "\(Wording.count(own.count, "month", "months")) against the month before the start."
        )
    }
}
