import Evaluation
import Figures

extension ConfidenceReport {
    /// Whether gains last: the fixed sequence, scales only; single questions would be too many tests.
    var lasting: [HTML] {
        let rows = findings.lasting.filter { !$0.measure.isItem }
        guard !rows.isEmpty else { return [] }
        let table = FigureTable(
            caption: "Whether the gain lasts: first above before, then not below the day of the course by the margin",
            names: ["What", "Wave"],
            numbers: [
                "People", "Since before", "p", "Since the course", "Lower bound", "Margin", "p", "Lasts", "Kept",
            ],
            rows: rows.map { row in
                let reason = row.reasons.first?.reason ?? ""
                return [
                    name(row.measure), WaveLabels.heading(row.wave), told(row.pairs), signed(row.gain),
                    (row.clustered?.gainP ?? row.gainP).map(Wording.bareP) ?? "", signed(row.meanChange),
                    signed(row.clustered?.lower ?? row.lower), number(row.margin),
                    (row.clustered.map(\.p) ?? row.p).map(Wording.bareP) ?? "",
                    row.leadingHolds.map { $0 ? "shown" : "not shown" } ?? "not tested",
                    row.retention.map(Wording.percent) ?? reason,
                ]
            }
        )
        return [table.html]
    }

    /// Those who answered later against those who did not.
    var stayersAndLeavers: [HTML] {
        let rows = findings.attrition.stayersLeavers.filter { !$0.measure.isItem }
        guard !rows.isEmpty else { return [] }
        let table = FigureTable(
            caption: "Those who answered later against those who did not",
            names: ["What", "Where"],
            numbers: ["Stayed", "Left", "Difference", "95 % interval", "p (Welch)"],
            rows: rows.map { row in
                [
                    name(row.measure), row.at == .pre ? "before the course" : "in the gain on the day",
                    told(row.stayers),
                    told(row.leavers), signed(row.difference),
                    interval(row.interval) ?? row.reasons.first?.reason ?? "",
                    row.p.map(Wording.bareP) ?? "",
                ]
            }
        )
        return [table.html]
    }

    /// What the missing answers could do to the main question.
    var sensitivity: [HTML] {
        guard let found = findings.supporting.sensitivity, found.missing != nil else { return [] }
        var lines: [(String, MissingAnswersSensitivity.Line?)] = [
            ("Every missing answer at the foot of the scale", found.worst),
            ("Every missing answer at the top of the scale", found.best),
        ]
        lines += found.shifted.map { line in
            ("Missing answers worse by \(Wording.number(line.shift ?? 0, decimals: 2)) points", line)
        }
        lines += [
            ("Those missing back where they began", found.jumpToBaseline),
            ("Those who answered weighted to stand for all", found.weighted),
            ("Missing answers imputed", found.imputed),
        ]
        let rows = lines.compactMap { words, line in
            line.map {
                [words, Wording.signed($0.mean), interval($0.interval) ?? "none", $0.p.map(Wording.bareP) ?? ""]
            }
        }
        guard !rows.isEmpty else { return [] }
        let table = FigureTable(
            caption: "The main change under other assumptions about \(told(found.missing)) missing answers",
            names: ["If …"],
            numbers: ["Mean change", "95 % interval", "p"],
            rows: rows
        )
        let tipping = found.tippingShift.map {
            "The rise would be lost if those missing had changed by \(Wording.number($0, decimals: 2)) points less than the "
                + "others."
        }
        return [table.html] + (tipping.map { [.tag("p", $0)] } ?? [])
    }

    private func signed(_ value: Double?) -> String { value.map { Wording.signed($0) } ?? "" }

    private func interval(_ interval: ClosedRange<Double>?) -> String? {
        interval.map { "\(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound))" }
    }
}
