import Figures
import Programme

/// Made-up plots of calls.
enum Calls {
    static let months = Month("2021-01").map { first in (0..<48).map { first.adding($0) } } ?? []

    static let series =
        months.isEmpty
        ? nil
        : CallSeriesPlot(
            title: "Recorded incidents",
            subtitle: "30 months before the course, 18 after",
            unit: "incidents a month",
            points: months.enumerated().filter { $0.offset != 20 }.map { number, month in
                let expected = 300 - Double(number) + Double(number * 37 % 40)
                let isAfter = number >= 30
                return CallSeriesPlot.Point(
                    month: month,
                    observed: number == 14 || number == 40 ? nil : expected * (isAfter ? 0.9 : 1),
                    fitted: 300 - Double(number),
                    counterfactual: isAfter ? 300 - Double(number) : nil,
                    interval: isAfter ? 240...330 : nil
                )
            },
            start: months[30],
            events: [
                CallSeriesPlot.Event(name: "Night patrols", from: months[3], to: months[9]),
                CallSeriesPlot.Event(name: "New recording rules", from: months[33], to: nil),
            ]
        )

    static let eventStudy = EventStudyPlot(
        title: "Month by month",
        subtitle: "14 areas",
        points: (-12...12).filter { $0 != -1 }.map { month in
            EventStudyPlot.Point(
                months: month,
                ratio: month == 5 ? nil : 1 - Double(month) / 200,
                interval: month == 5 ? nil : 0.8...1.15,
                isBinned: abs(month) == 12
            )
        }
    )

    static let placebos =
        months.isEmpty
        ? nil
        : PlaceboPlot(
            title: "Against its synthetic control",
            subtitle: "Incidents per 1,000 residents and year",
            unit: "gap",
            months: months,
            treated: gaps(0),
            placebos: (1...12).map(gaps),
            start: months[30]
        )

    private static func gaps(_ area: Int) -> PlaceboPlot.Gaps {
        PlaceboPlot.Gaps(
            area: "Area \(area)",
            values: months.indices.map { $0 == 14 ? nil : Double(($0 * (area + 3) * 31) % 37 - 18) }
        )
    }

    static let power = PowerCurvePlot(
        title: "What could be seen",
        subtitle: "12 months before and after",
        points: (0...12).map { step in
            let power = min(1, 0.05 + Double(step * step) / 120)
            return PowerCurvePlot.Point(
                fall: Double(step) / 100,
                power: power,
                interval: max(0, power - 0.03)...min(1, power + 0.03)
            )
        },
        detectable: 0.095,
        expected: 0.0067
    )

    static let dose = DosePlot(
        title: "Where the teaching went",
        subtitle: "2024 to 2026",
        unit: "trained per 1,000 residents",
        rows: [
            DosePlot.Row(area: "Slough", dose: 1.93, people: 310),
            DosePlot.Row(area: Sample.longName, dose: 3.2, people: 1_204),
            DosePlot.Row(area: "Oxford", dose: nil, people: nil, why: "suppressed: fewer than 10 people"),
            DosePlot.Row(area: "Cherwell", dose: 0, people: 0),
        ]
    )
}
