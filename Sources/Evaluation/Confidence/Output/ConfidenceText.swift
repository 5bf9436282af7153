import Programme

extension ConfidenceFindings {
    /// The findings for a terminal: the verdict, the sentences, then tables of every comparison and of who answered.
    public var text: String {
        var parts = ["Verdict: \(verdict)\n"]
        if !statements.isEmpty { parts.append(statements.map { "- \($0)\n" }.joined()) }
        for group in wavePairs { parts.append(table(of: group)) }
        parts.append(responseTable)
        return parts.joined(separator: "\n")
    }

    private var wavePairs: [[ConfidenceComparison]] {
        comparisons.reduce(into: [[ConfidenceComparison]]()) { groups, comparison in
            if let last = groups.last?.last, last.from == comparison.from, last.to == comparison.to {
                groups[groups.count - 1].append(comparison)
            } else {
                groups.append([comparison])
            }
        }
    }

    private func table(of group: [ConfidenceComparison]) -> String {
        guard let first = group.first else { return "" }
        var table = TextTable([
            .init("item", .left), .init("pairs"), .init("mean \(first.from.name)"), .init("mean \(first.to.name)"),
            .init("change"), .init("95 % interval", .left), .init("p"), .init("p Holm"), .init("up"), .init("same"),
            .init("down"),
        ])
        for comparison in group {
            table.add([
                comparison.measure.name, count(comparison.pairs), mean(comparison.meanFrom), mean(comparison.meanTo),
                comparison.meanChange.map { Wording.signed($0) } ?? "-",
                comparison.interval.map {
                    "\(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound))"
                } ?? "-",
                p(comparison.p), p(comparison.holm), count(comparison.improved), count(comparison.unchanged),
                count(comparison.worse),
            ])
        }
        let notes = group.compactMap { comparison -> String? in
            let reasons = comparison.reasons.filter { $0.names != ["p_holm"] }
            return reasons.isEmpty
                ? nil : "  \(comparison.measure.name): \(reasons.map(\.sentence).joined(separator: "; "))\n"
        }
        return "\(first.from.name) -> \(first.to.name)\n" + table.text + notes.joined()
    }

    private var responseTable: String {
        var table = TextTable([.init("wave", .left), .init("due"), .init("answered"), .init("share")])
        for wave in attrition.waves {
            let share = wave.due.flatMap { due in
                wave.answered.flatMap { due > 0 ? Wording.percent(Double($0) / Double(due)) : nil }
            }
            table.add([wave.wave.name, count(wave.due), count(wave.answered), share ?? "-"])
        }
        let base = attrition.knowsDue ? "" : " (due: everybody seen in the answers)"
        return "Who answered\(base)\n" + table.text + "attended \(count(attrition.attended)), "
            + "pre and post \(count(attrition.preAndPost))\n"
    }

    private func count(_ value: Int?) -> String { value.map { Wording.count($0) } ?? "-" }
    private func mean(_ value: Double?) -> String { value.map { Wording.number($0, decimals: 2) } ?? "-" }
    private func p(_ value: Double?) -> String {
        value.map { $0 < 0.0001 ? "<0.0001" : Wording.number($0, decimals: 4) } ?? "-"
    }
}
