import Evaluation

/// How likely a fall of a given size would be seen.
public struct PowerCurvePlot: Hashable, Sendable {
    /// One size of fall.
    public struct Point: Hashable, Sendable {
        /// The fall, as a share: 0.05 is 5 %.
        public var fall: Double
        /// The power, 0 to 1.
        public var power: Double
        /// The 95 % interval of a simulated power; nil when it was computed exactly.
        public var interval: ClosedRange<Double>?

        /// A size of fall.
        public init(fall: Double, power: Double, interval: ClosedRange<Double>? = nil) {
            (self.fall, self.power, self.interval) = (fall, power, interval)
        }
    }

    /// The title.
    public var title: String
    /// The design, in one line.
    public var subtitle: String
    /// The points by growing fall.
    public var points: [Point]
    /// The smallest fall seen with 80 % power, where there is one.
    public var detectable: Double?
    /// The fall that the course is expected to give, where one was assumed.
    public var expected: Double?
    /// What a reader must know beside the line.
    public var note: String

    /// A plot.
    public init(
        title: String,
        subtitle: String,
        points: [Point],
        detectable: Double? = nil,
        expected: Double? = nil,
        note: String = ""
    ) {
        (self.title, self.subtitle, self.points) = (title, subtitle, points)
        (self.detectable, self.expected, self.note) = (detectable, expected, note)
    }
}

extension Figure {
    /// The power over the size of the fall, with the smallest fall seen and the fall expected.
    ///
    /// - Parameters:
    ///   - plot: What to draw.
    ///   - size: How wide.
    /// - Returns: nil without two points.
    public static func powerCurve(_ plot: PowerCurvePlot, size: FigureSize = .page) -> Figure? {
        plot.points.count < 2 ? nil : plot.chart.figure(size)
    }
}

extension PowerCurvePlot {
    fileprivate var chart: LineChart {
        let ordered = points.sorted { $0.fall < $1.fall }
        let marks =
            (detectable.map { [($0 * 100, "80 % power at \(Wording.percent($0))")] } ?? [])
            + (expected.map { [($0 * 100, "expected \(Wording.percent($0))")] } ?? [])
        let last = (ordered.last?.fall ?? 0) * 100
        let ticks = Axis(0...max(last, 1e-6), to: (0, 1)).marks(about: 6)
        let decimals = Axis.decimals(ticks)
        return LineChart(
            title: title,
            subtitle: subtitle,
            note: "Two-sided at 5 %."
                + (ordered.contains { $0.interval != nil }
                    ? " Upright lines are the simulation's own 95 % intervals." : "")
                + (note.isEmpty ? "" : " " + note),
            verticalTitle: "chance of seeing it",
            horizontalTitle: "fall of the rate, in per cent",
            series: [
                LineChart.Series(
                    label: "",
                    style: .line,
                    ink: .main,
                    points: ordered.map { ($0.fall * 100, $0.power * 100) }
                )
            ],
            bands: [
                LineChart.Band(
                    ink: .main,
                    areBars: true,
                    points: ordered.map { point in
                        (point.fall * 100, point.interval.map { ($0.lowerBound * 100)...($0.upperBound * 100) })
                    }
                )
            ],
            marks: marks.map { (x: $0.0, label: $0.1) },
            level: (80, "80 %"),
            ticks: ticks.map { ($0, Wording.number($0, decimals: decimals)) },
            mustHold: [0, 100],
            verticalLabel: { Wording.number($0) + " %" },
            table: FigureTable(
                caption: "\(title): power by size of the fall",
                names: ["Fall"],
                numbers: ["Power", "95 % interval"],
                rows: ordered.map { point in
                    let interval = point.interval.map {
                        "\(Wording.percent($0.lowerBound)) to \(Wording.percent($0.upperBound))"
                    }
                    return [Wording.percent(point.fall), Wording.percent(point.power), interval ?? ""]
                }
            ),
            spoken: detectable.map { "80 % power from a fall of \(Wording.percent($0))." }
                ?? "80 % power is not reached."
        )
    }
}
