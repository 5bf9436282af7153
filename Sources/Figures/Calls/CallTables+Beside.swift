public import Evaluation
import Programme

extension FigureTable {
    /// The effect beside the same effect with something changed that ought not to matter; nil when there is none.
    public static func callBeside(_ findings: CallsFindings) -> FigureTable? {
        let rows = bounds(findings) + methods(findings) + areas(findings)
        guard !rows.isEmpty else { return nil }
        return FigureTable(
            caption: "The same question with something changed",
            names: ["What is changed"],
            numbers: [effectHeading(findings), "95 % interval", "p"],
            rows: rows
        )
    }

    /// Pretended starts and counts that the course cannot touch; nil when there are none.
    public static func callFalsification(_ findings: CallsFindings) -> FigureTable? {
        guard let found = findings.falsification else { return nil }
        let dates = found.placeboDates.dates.map { dated in
            row(
                "Start pretended \(dated.start.map { "in \($0)" } ?? "\(dated.monthsEarlier) months earlier")",
                dated.effect
            )
        }
        let unaffected = found.unaffected.map { [row("\($0.name), which the course cannot touch", $0.effect)] } ?? []
        guard !dates.isEmpty || !unaffected.isEmpty else { return nil }
        return FigureTable(
            caption: "Where nothing should be found",
            names: ["What is looked at"],
            numbers: [effectHeading(findings), "95 % interval", "p"],
            rows: unaffected + dates
        )
    }

    /// Outcomes beside the counts: companions first, then those declared as secondary; nil when there is none.
    public static func callOutcomes(_ findings: CallsFindings) -> FigureTable? {
        let companions = findings.companions.map { outcome in
            [
                outcome.name + (outcome.measure.map { " (\($0))" } ?? ""), "companion: \(outcome.reading.words)",
                Wording.signed(outcome.change), cell(outcome.interval), "",
            ]
        }
        let secondary = findings.secondaryOutcomes.map { outcome in
            [
                outcome.name, "secondary", number(outcome.effect.ratio) ?? outcome.effect.why ?? "not estimable",
                interval(outcome.effect.interval) ?? "", outcome.holmP.map(Wording.bareP) ?? "",
            ]
        }
        guard !companions.isEmpty || !secondary.isEmpty else { return nil }
        return FigureTable(
            caption: "Outcomes beside the counts",
            names: ["Outcome", "What it is for"],
            numbers: ["Change or ratio", "95 % interval", "p, adjusted (Holm)"],
            rows: companions + secondary
        )
    }

    private static func effectHeading(_ findings: CallsFindings) -> String {
        findings.model?.effect.difference != nil && findings.model?.effect.ratio == nil ? "Difference" : "Ratio"
    }

    private static func row(_ name: String, _ effect: CallsEstimate) -> [String] {
        [
            name, number(effect.ratio ?? effect.difference) ?? effect.why ?? "not estimable",
            interval(effect.interval) ?? "", effect.p.map(Wording.bareP) ?? "",
        ]
    }

    private static func bounds(_ findings: CallsFindings) -> [[String]] {
        guard let bounds = findings.unallocatedBounds else { return [] }
        return [
            row("Counts of no area allocated so that it comes out lowest", bounds.best),
            row("Counts of no area allocated so that it comes out highest", bounds.worst),
        ]
    }

    private static func methods(_ findings: CallsFindings) -> [[String]] {
        let other = findings.sensitivity
        let series = other?.autoregressive.map { [row("Errors that remember the month before, AR(1)", $0.effect)] }
        let collapsed = other?.collapsed.map { [row("One change an area, before against after", $0.effect)] }
        let mixture = other?.leavingOut.map { range in
            [["Mixture without each area that has weight", interval(range) ?? "", "", ""]]
        }
        return (series ?? []) + (collapsed ?? []) + (mixture ?? [])
    }

    private static func areas(_ findings: CallsFindings) -> [[String]] {
        guard let found = findings.falsification else { return [] }
        let ring = found.neighbours.map { ring in
            (ring.without.map { [row("Neighbouring areas left out of the comparison", $0)] } ?? [])
                + [row("Neighbouring areas by themselves", ring.own)]
        }
        return (ring ?? [])
            + found.dropOne.map { row("Without \($0.area)\($0.isTreated ? "" : ", an area compared with")", $0.effect) }
    }
}
