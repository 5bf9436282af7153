import Programme

extension CallsFindings {
    /// The findings for a terminal: the verdict, the sentences, then a table of the areas.
    public var text: String {
        if let model {
            return "Verdict: \(verdict)\n\n" + statements.map { "- \($0)\n" }.joined() + "\n" + model.text
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
                Self.number(area.change.p, 4),
            ])
        }
        let notes = areas.compactMap { area in area.change.why.map { "  \(area.area): \($0)\n" } }.joined()
        return "Verdict: \(verdict)\n\n" + statements.map { "- \($0)\n" }.joined() + "\n" + table.text + notes
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
