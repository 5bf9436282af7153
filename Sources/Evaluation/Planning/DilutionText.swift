extension DilutionFindings {
    /// The findings for a terminal: the verdict, the sentences, then a table of the ways.
    public var text: String {
        var parts = ["Verdict: \(verdict)\n", statements.map { "- \($0)\n" }.joined()]
        parts.append("Across all \(Wording.count(plan.areas, "area", "areas"))\n" + table(reaches, detectableFall))
        if let concentrated {
            let wards = Wording.count(concentrated.concentration.wards, "ward", "wards")
            parts.append("In \(wards)\n" + table(concentrated.reaches, concentrated.detectableFall))
        }
        return parts.joined(separator: "\n")
    }

    private func table(_ reaches: [Reach], _ detectable: Double) -> String {
        var table = TextTable([
            .init("way", .left), .init("people"), .init("expected fall"), .init("detectable"), .init("short by"),
            .init("people needed"),
        ])
        for reach in reaches {
            table.add([
                reach.reach.kind, Wording.count(reach.reach.people), reach.expectedFall.map(Wording.percent) ?? "-",
                Wording.percent(detectable),
                reach.shortByFactor.map { Wording.number($0, decimals: $0 < 10 ? 1 : 0) } ?? "-",
                reach.neededPeople.map { Wording.count($0) } ?? "-",
            ])
        }
        return table.text + reaches.compactMap { reach in reach.why.map { "  \(reach.reach.kind): \($0)\n" } }.joined()
    }
}
