extension CallersFindings {
    /// The findings for a terminal: verdict, sentences, then the comparisons, the naive one under the adjusted one.
    public var text: String {
        var table = TextTable([
            .init("comparison", .left), .init("people"), .init("expected"), .init("observed"), .init("ratio"),
            .init("95 % interval", .left), .init("p"),
        ])
        func add(_ name: String, _ change: Ratio) {
            table.add([
                name, change.people.map { Wording.count($0) } ?? "-",
                change.expected.map { Wording.number($0, decimals: 1) } ?? "-",
                change.observed.map { Wording.count($0) } ?? "-", Self.number(change.ratio),
                change.interval.map { "\(Self.number($0.lowerBound)) to \(Self.number($0.upperBound))" } ?? "-",
                change.p.map { Wording.p($0) } ?? "-",
            ])
        }
        if let comparison {
            add("comparison callers, calls before adjusted", comparison.ancova)
            add("comparison callers, difference of changes", comparison.difference)
        }
        add("second baseline (recommended)", second.change)
        add("adjusted for regression to the mean", adjusted.change)
        if adjusted.change.ratio != nil { add("  as it stands, not to be used", adjusted.naive) }
        let law = adjusted.law.meanPerYear.map { mean in
            "\nCallers differ: \(Wording.number(mean, decimals: 2)) calls a person and year, theta "
                + "\(adjusted.law.theta.map { Wording.number($0, decimals: 3) } ?? "infinite"), from "
                + "\(adjusted.law.people.map { Wording.count($0, "person", "people") } ?? "all"); "
                + "\(Wording.count(options.resamples)) resamples, seed \(options.seed).\n"
        }
        return "Verdict: \(verdict)\n\n" + statements.map { "- \($0)\n" }.joined() + "\n" + table.text + (law ?? "")
            + shares
    }

    private var shares: String {
        guard !concentration.isEmpty else { return "" }
        var table = TextTable([.init("most frequent", .left), .init("people"), .init("calls before"), .init("share")])
        for share in concentration {
            table.add([
                "\(share.percent) %", share.people.map { Wording.count($0) } ?? "-",
                share.calls.map { Wording.count($0) } ?? "-", share.share.map { Wording.percent($0) } ?? "-",
            ])
        }
        return "\n" + table.text
    }

    private static func number(_ value: Double?) -> String { value.map { Wording.number($0, decimals: 3) } ?? "-" }
}
