import Programme

extension CallsFindings {
    /// The findings for a terminal: the verdict, the sentences, then a table of the areas.
    public var text: String {
        if let model {
            return "Verdict: \(verdictWords)\n\n" + statements.map { "- \($0)\n" }.joined() + "\n" + model.text
                + besideText
        }
        var table = TextTable([
            .init("area", .left), .init("start", .left), .init("months"), .init("before"), .init("after"),
            .init("a day before"), .init("a day after"), .init("ratio"), .init("95 % interval", .left), .init("p"),
        ])
        for area in areas {
            table.add([
                area.area, area.start.description, Self.months(area),
                area.before?.count.map { Wording.count($0) } ?? "-",
                area.after?.count.map { Wording.count($0) } ?? "-", Self.number(area.before?.perDay, 2),
                Self.number(area.after?.perDay, 2), Self.number(area.change.ratio, 3),
                Self.interval(area.change.interval),
                area.change.p.map(Wording.bareP) ?? "-",
            ])
        }
        let notes = areas.compactMap { area in area.change.why.map { "  \(area.area): \($0)\n" } }.joined()
        return "Verdict: \(verdictWords)\n\n" + statements.map { "- \($0)\n" }.joined() + "\n" + table.text + notes
            + boundsText + besideText
    }

    /// Each area's change with all counts of no area in it.
    private var boundsText: String {
        let rows = areas.compactMap { area in
            area.unallocatedBounds.map { bounds in
                "  \(area.area): \(bounds.best.words) to \(bounds.worst.words)"
                    + (bounds.changesVerdict ? ", another verdict\n" : "\n")
            }
        }
        return rows.isEmpty
            ? "" : "With all \(source.short) of no area in this area, best to worst:\n" + rows.joined()
    }

    /// Dated events and pretended starts, line by line.
    private var besideText: String {
        let happened = events.map { "  \($0.words): \($0.treatment.words)\n" }
        let dates = falsification?.placeboDates.dates ?? []
        let pretended = dates.map { date in
            "  \(date.start?.description ?? "\(date.monthsEarlier) months earlier"): \(date.effect.words)"
                + (date.effect.p.map { ", \(Wording.p($0))\n" } ?? "\n")
        }
        return (happened.isEmpty ? "" : "Dated events:\n" + happened.joined())
            + (pretended.isEmpty ? "" : "Pretended starts:\n" + pretended.joined())
    }

    private static func months(_ area: Area) -> String {
        guard let before = area.before, let after = area.after else { return "-" }
        return "\(before.monthsPresent)+\(after.monthsPresent) of \(before.monthsWanted)+\(after.monthsWanted)"
    }

    private static func number(_ value: Double?, _ decimals: Int) -> String {
        value.map { Wording.number($0, decimals: decimals) } ?? "-"
    }

    private static func interval(_ interval: ClosedRange<Double>?) -> String {
        interval.map {
            "\(Wording.number($0.lowerBound, decimals: 3)) to \(Wording.number($0.upperBound, decimals: 3))"
        } ?? "-"
    }
}
