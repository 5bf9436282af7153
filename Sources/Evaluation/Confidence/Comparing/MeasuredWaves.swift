import Programme

/// What is compared: every item, the mean of all items and each named scale, with everybody's score wave by wave.
struct MeasuredWaves: Sendable {
    let table: ScoreTable
    let measures: [ConfidenceMeasure]
    private let means: [ConfidenceMeasure: ScaleMean]
    private let scaleScores: [ConfidenceMeasure: [Wave: [Double?]]]

    init(_ table: ScoreTable, _ options: ConfidenceOptions) {
        self.table = table
        let whole = ScaleDefinition(name: "", items: table.items)
        let scales = [(ConfidenceMeasure.allItems, whole)] + options.scales.map { (.scale($0.name), $0) }
        measures = table.items.map { .item($0) } + scales.map(\.0)
        let means = scales.map { ($0.0, ScaleMean($0.1, in: table, options)) }
        self.means = Dictionary(means) { first, _ in first }
        let scores = means.map { measure, mean in
            (measure, Dictionary(uniqueKeysWithValues: table.waves.map { ($0, mean.all(table, in: $0)) }))
        }
        scaleScores = Dictionary(scores) { first, _ in first }
    }

    /// Everybody's score of a measure in a wave, in the table's order of people.
    func scores(_ measure: ConfidenceMeasure, in wave: Wave) -> [Double?] {
        if case .item(let code) = measure {
            guard let position = table.position(of: code) else { return table.attendees.map { _ in nil } }
            return table.scores(of: position, in: wave)
        }
        return scaleScores[measure]?[wave] ?? table.attendees.map { _ in nil }
    }

    /// Why there can be no pair at all, when an item was not asked; nil otherwise.
    func absence(_ measure: ConfidenceMeasure, _ from: Wave, _ to: Wave) -> String? {
        guard case .item(let code) = measure else { return means[measure]?.absence(table, from, to) }
        guard let position = table.position(of: code) else { return "no one was asked \(code)" }
        let missing = [from, to].filter { !table.wasAsked(position, in: $0) }.map(\.name)
        return missing.isEmpty ? nil : "\(code) was not asked in wave \(Wording.list(missing))"
    }

    /// One measure compared between two waves, in the people that `keep` says count (nil: everybody), by course and trainer
    /// unless `clusters` is false.
    func comparison(
        _ measure: ConfidenceMeasure,
        from: Wave,
        to: Wave,
        keep: [Bool]? = nil,
        clusters: Bool = true
    ) -> ConfidenceComparison {
        var first = scores(measure, in: from)
        if let keep { for person in first.indices where !keep[person] { first[person] = nil } }
        return ConfidenceComparison(
            measure,
            from: from,
            to: to,
            first: first,
            second: scores(measure, in: to),
            courses: clusters ? table.courses : table.courses.map { _ in nil },
            trainers: clusters ? table.traits.map { $0[.trainer] } : table.traits.map { _ in nil },
            absence: absence(measure, from, to)
        )
    }
}
