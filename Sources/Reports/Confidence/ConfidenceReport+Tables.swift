import Evaluation
import Figures

extension ConfidenceReport {
    /// Flow, then response by wave, then safe choices.
    var peopleParts: [HTML] {
        let waves = findings.attrition.waves
        let response = FigureTable(
            caption: findings.attrition.knowsDue ? "Answers by wave" : "Answers by wave, of everybody in the answers",
            names: ["Wave"],
            numbers: ["Due", "Answered", "Share", "Missing"],
            rows: waves.map { wave in
                guard let due = wave.due, let answered = wave.answered else {
                    return [WaveLabels.heading(wave.wave), told(wave.due), told(wave.answered), "", wave.why ?? ""]
                }
                let share = due > 0 ? Wording.percent(Double(answered) / Double(due)) : "nobody was due"
                return [WaveLabels.heading(wave.wave), told(due), told(answered), share, told(due - answered)]
            }
        )
        return flowFigure + (waves.isEmpty ? [] : [response.html]) + stayersAndLeavers + safety
    }

    private var safety: [HTML] {
        guard !findings.guardItems.isEmpty else { return [] }
        let table = FigureTable(
            caption: "Safe choices, in people who answered both times",
            names: ["Question", "Waves"],
            numbers: [
                "People", "Safe at first", "Safe later", "Came to choose safely", "No longer did", "p (McNemar)",
            ],
            rows: findings.guardItems.map { item in
                let waves = "\(WaveLabels.when(item.from)) to \(WaveLabels.when(item.to))"
                let counts = [item.pairs, item.safeFrom, item.safeTo, item.gained, item.lost].map(told)
                return [item.item, waves] + counts + [item.p.map(Wording.bareP) ?? item.reasons.first?.reason ?? ""]
            }
        )
        return [.tag("h3", "Safety guard"), table.html]
    }

    /// One table for every two waves, then reliability.
    var comparisonTables: [HTML] {
        var pairs: [ConfidenceComparison] = []
        for comparison in findings.comparisons
        where !pairs.contains(where: { $0.from == comparison.from && $0.to == comparison.to }) {
            pairs.append(comparison)
        }
        let tables = pairs.map { pair in
            table(findings.comparisons.filter { $0.from == pair.from && $0.to == pair.to }, of: pair).html
        }
        return tables + reliability
    }

    private func table(_ comparisons: [ConfidenceComparison], of pair: ConfidenceComparison) -> FigureTable {
        FigureTable(
            caption: "\(WaveLabels.heading(pair.from)) against \(WaveLabels.when(pair.to))",
            names: ["What"],
            numbers: [
                "People", "Mean, first", "Mean, later", "Change", "95 % interval", "p", "p, adjusted", "Up", "Same",
                "Down",
            ],
            rows: comparisons.map { comparison in
                let interval = comparison.leadingInterval.map {
                    "\(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound))"
                }
                let reason = comparison.meanChange == nil ? comparison.reasons.first?.reason : nil
                return [
                    name(comparison.measure), told(comparison.pairs), number(comparison.meanFrom),
                    number(comparison.meanTo), comparison.meanChange.map { Wording.signed($0) } ?? "",
                    interval ?? reason ?? "none", comparison.leadingP.map(Wording.bareP) ?? "",
                    comparison.holm.map(Wording.bareP) ?? "", told(comparison.improved), told(comparison.unchanged),
                    told(comparison.worse),
                ]
            }
        )
    }

    private var reliability: [HTML] {
        let known = findings.reliability.filter { $0.alpha != nil }
        guard !known.isEmpty else { return [] }
        let table = FigureTable(
            caption: "How far the questions of a scale rise and fall together (Cronbach's alpha)",
            names: ["Scale", "Wave"],
            numbers: ["Questions", "People", "Alpha", "95 % interval"],
            rows: known.map { row in
                let interval = row.interval.map {
                    "\(Wording.number($0.lowerBound, decimals: 2)) to \(Wording.number($0.upperBound, decimals: 2))"
                }
                return [
                    name(row.measure), WaveLabels.heading(row.wave), told(row.items), told(row.people),
                    number(row.alpha), interval ?? "",
                ]
            }
        )
        return [table.html]
    }

    /// What a table calls a measure: items by their codes, whose words stand in the figures.
    func name(_ measure: ConfidenceMeasure) -> String {
        if case .item(let code) = measure { return code }
        let title = findings.title(of: measure)
        return title.prefix(1).uppercased() + title.dropFirst()
    }

    func told(_ count: Int?) -> String { count.map { Wording.count($0) } ?? "not told" }

    func number(_ value: Double?) -> String { value.map { Wording.number($0, decimals: 2) } ?? "" }
}
