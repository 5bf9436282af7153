public import Evaluation
import Programme

extension Figure {
    /// The effect at every pretended start before the real one, and the real one as a hollow mark.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - size: How wide.
    /// - Returns: nil without at least two pretended starts with a ratio above 0.
    public static func placeboDates(_ findings: CallsFindings, size: FigureSize = .page) -> Figure? {
        guard let dates = findings.falsification?.placeboDates else { return nil }
        let told = dates.dates.filter { ($0.effect.ratio ?? 0) > 0 }
        guard told.count > 1 else { return nil }
        let x = { (date: CallsFalsification.PlaceboDates.Dated) in Double(-date.monthsEarlier) }
        let share = dates.asLarge.map {
            " \(Wording.count($0)) of \(Wording.count(dates.estimated)) are as far from no change as the real one."
        }
        let real = findings.pooled.ratio.flatMap { $0 > 0 ? [(0.0, Optional($0))] : nil } ?? []
        let interval = findings.pooled.interval.map { [(0.0, Optional($0))] } ?? []
        let last = told.map(x).min() ?? 0
        return LineChart(
            title: "If the course had started earlier",
            subtitle: "Effect at pretended starts, from months before the real one only",
            note:
                "Marks are effects, lines 95 % intervals; the hollow mark is the real start. Most of the others should lie on the "
                + "line.\(share ?? "")",
            verticalTitle: "change of the rate",
            horizontalTitle: "months before the real start",
            series: [
                LineChart.Series(label: "", style: .dots, ink: .main, points: told.map { (x($0), $0.effect.ratio) }),
                LineChart.Series(label: "", style: .hollowDots, ink: .other, points: real),
            ],
            bands: [
                LineChart.Band(ink: .main, areBars: true, points: told.map { (x($0), $0.effect.interval) }),
                LineChart.Band(ink: .other, areBars: true, points: interval),
            ],
            level: (1, "no change"),
            ticks: stride(from: 0, through: last, by: -6).reversed().map { ($0, Wording.signed($0, decimals: 0)) },
            mustHold: [0.9, 1.1],
            isLogarithmic: true,
            verticalLabel: { Wording.signed(($0 - 1) * 100, decimals: 0) + " %" },
            table: FigureTable.callFalsification(findings)
                ?? FigureTable(caption: "Pretended starts", names: ["Start"], numbers: [], rows: []),
            spoken: "\(Wording.count(told.count, "pretended start", "pretended starts"))."
        )
        .figure(size)
    }
}
