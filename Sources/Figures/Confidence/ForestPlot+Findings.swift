public import Evaluation

extension ForestPlot {
    /// The scales and items over the main question's waves, then the main question by area, role and language;
    /// nil when there is no main question.
    ///
    /// - Parameters:
    ///   - findings: The findings.
    ///   - names: What people read in place of codes.
    public init?(_ findings: ConfidenceFindings, names: SurveyNames = SurveyNames()) {
        guard let primary = findings.primary else { return nil }
        let comparisons = findings.comparisons.filter { $0.from == primary.from && $0.to == primary.to }
        let scales = comparisons.filter { !$0.measure.isItem }
        let title: (ConfidenceMeasure) -> String = { measure in
            guard case .item(let code) = measure else {
                let name = findings.title(of: measure)
                return name.prefix(1).uppercased() + name.dropFirst()
            }
            return names.items[code].map { "\(code) \($0)" } ?? code
        }
        let rows = { (comparisons: [ConfidenceComparison]) in
            comparisons.map { comparison in
                // The figures speak of the main question as the sentences do: without answers outside their window.
                let isPrimary = comparison.measure == primary.measure
                let told = isPrimary ? findings.primaryComparison ?? comparison : comparison
                return Row(told, label: title(comparison.measure), isPrimary: isPrimary)
            }
        }
        let range = findings.range.map { ", points on a scale from \($0)" } ?? ", in points"
        self.init(
            title: "Every change beside the main one",
            subtitle:
                "\(WaveLabels.heading(primary.from)) against \(WaveLabels.when(primary.to)), in people who answered both times"
                + range,
            sections: [
                Section(title: "Scales", rows: rows(scales.sorted { rank($0, primary) < rank($1, primary) })),
                Section(title: "Questions", rows: rows(comparisons.filter(\.measure.isItem))),
            ] + Self.groups(findings.groups, of: title(primary.measure), names)
        )
    }

    /// The main question by group; trainers are people, whom a figure does not compare.
    private static func groups(_ groups: [GroupChange], of measure: String, _ names: SurveyNames) -> [Section] {
        [
            (GroupKind.area, "area", "areas"), (.category, "role", "roles"),
            (.language, "language of the form", "languages"),
        ].map { kind, word, words in
            let rows = groups.filter { $0.kind == kind }.map { Row($0.comparison, label: names.name(of: $0)) }
            return Section(title: "\(measure) by \(word)", rows: gathered(rows, words))
        }
    }

    /// The rows with an estimate, and one row for all those that lack it for the same reason.
    private static func gathered(_ rows: [Row], _ words: String) -> [Row] {
        var lacking: [(why: String?, rows: [Row])] = []
        for row in rows where row.estimate == nil {
            if let place = lacking.firstIndex(where: { $0.why == row.why }) {
                lacking[place].rows.append(row)
            } else {
                lacking.append((row.why, [row]))
            }
        }
        return rows.filter { $0.estimate != nil }
            + lacking.flatMap { why, rows in
                rows.count == 1
                    ? rows : [Row(label: "\(rows.count) \(words)", estimate: nil, interval: nil, people: nil, why: why)]
            }
    }
}

/// The main question first, then named scales, then all items.
private func rank(_ comparison: ConfidenceComparison, _ primary: PrimaryQuestion) -> Int {
    comparison.measure == primary.measure ? 0 : comparison.measure == .allItems ? 2 : 1
}

extension ForestPlot.Row {
    /// A comparison with the interval that its sentences speak from.
    init(_ comparison: ConfidenceComparison, label: String, isPrimary: Bool = false) {
        let interval = comparison.leadingInterval
        self.init(
            label: label,
            estimate: comparison.meanChange,
            interval: interval,
            isClustered: interval != nil && interval == comparison.clustered?.interval,
            people: comparison.pairs,
            why: comparison.reasons.first?.reason,
            isPrimary: isPrimary
        )
    }
}
