public import Programme

extension ConfidenceFindings {
    /// Evaluates answers.
    ///
    /// Waves that are there are compared as before → after, before → each follow-up, after → each follow-up and, with no teaching
    /// between them, booking → before; without a "before" wave booking takes its place. The primary question is the first
    /// named scale (all items when there is none) from before to the first follow-up with two or more pairs, else to after.
    ///
    /// - Parameters:
    ///   - records: Answers in any order.
    ///   - options: How to read and compare them.
    ///   - guardAnswers: Safe choices, when the survey has guard items: without them not falling, success is never claimed.
    ///   - due: Whose turn it was, from the office; nil takes everybody in the answers as due.
    /// - Throws: A ``ConfidenceRefusal`` for answers that contradict each other or the options. An item missing from a wave,
    ///   a single wave, one person, constant answers are no reason to refuse.
    /// - Complexity: O(records + people × items × waves).
    public init(
        evaluating records: [ResponseRecord],
        options: ConfidenceOptions = ConfidenceOptions(),
        guardAnswers: [GuardAnswer] = [],
        due: WavesDue? = nil
    ) throws(ConfidenceRefusal) {
        let table = try ScoreTable(records, options)
        let guardTable = try GuardTable(guardAnswers)
        items = table.items.count
        attendees = table.attendees.count
        range = options.range
        titles = Dictionary(uniqueKeysWithValues: options.scales.map { ($0.name, $0.title) })
        suppressedBelow = options.suppressBelow
        comparisons = Self.wavePairs(table.waves).flatMap { Self.compare(table, options, from: $0, to: $1) }
        if let bootstrap = options.bootstrap {
            for position in comparisons.indices { comparisons[position].resample(bootstrap) }
        }
        reliability = Self.reliability(table, options)
        attrition = Attrition(table, due: due)
        primary = Self.primary(of: comparisons, options)
        guardItems = primary.map { guardTable.comparisons(from: $0.from, to: $0.to) } ?? []
        verdict = .notEstimable("no two waves can be compared")
        statements = []
        if let least = options.suppressBelow { suppress(below: least) }
        verdict = ConfidenceVerdict(self, options)
        statements = ConfidenceStatements(self).all
    }

    private static func wavePairs(_ waves: [Wave]) -> [(Wave, Wave)] {
        let followUps = waves.filter { $0 > .post }
        let baseline: Wave = waves.contains(.pre) ? .pre : .booking
        var pairs = [(baseline, Wave.post)] + followUps.map { (baseline, $0) } + followUps.map { (Wave.post, $0) }
        if baseline == .pre { pairs.append((.booking, .pre)) }
        if followUps.count > 1, !waves.contains(baseline), !waves.contains(.post) {
            pairs += followUps.dropFirst().map { (followUps[0], $0) }
        }
        return pairs.filter { waves.contains($0.0) && waves.contains($0.1) }
    }

    private static func compare(
        _ table: ScoreTable,
        _ options: ConfidenceOptions,
        from: Wave,
        to: Wave
    ) -> [ConfidenceComparison] {
        var comparisons = table.items.indices.map { item in
            let missing = [from, to].filter { !table.wasAsked(item, in: $0) }.map(\.name)
            let absence = missing.isEmpty ? nil : "\(table.items[item]) was not asked in wave \(Wording.list(missing))"
            return ConfidenceComparison(
                .item(table.items[item]),
                from: from,
                to: to,
                first: table[from].map { $0[item] },
                second: table[to].map { $0[item] },
                courses: table.courses,
                absence: absence
            )
        }
        comparisons.adjustItems()
        let whole = ScaleDefinition(name: "", items: table.items)
        let scales = [(ConfidenceMeasure.allItems, whole)] + options.scales.map { (.scale($0.name), $0) }
        return comparisons
            + scales.map { measure, definition in
                let mean = ScaleMean(definition, in: table, options)
                return ConfidenceComparison(
                    measure,
                    from: from,
                    to: to,
                    first: table[from].map(mean.of),
                    second: table[to].map(mean.of),
                    courses: table.courses,
                    absence: mean.absence(table, from, to)
                )
            }
    }

    private static func reliability(_ table: ScoreTable, _ options: ConfidenceOptions) -> [ScaleReliability] {
        guard !table.items.isEmpty else { return [] }
        let named = options.scales.map { (ConfidenceMeasure.scale($0.name), $0.items.compactMap(table.position)) }
        return ([(.allItems, Array(table.items.indices))] + named).flatMap { measure, positions in
            table.waves.map {
                ScaleReliability(measure, positions, in: $0, of: table, suppressBelow: options.suppressBelow)
            }
        }
    }

    private static func primary(
        of comparisons: [ConfidenceComparison],
        _ options: ConfidenceOptions
    ) -> PrimaryQuestion? {
        let measure = options.scales.first.map { ConfidenceMeasure.scale($0.name) } ?? .allItems
        let candidates = comparisons.filter { $0.measure == measure && $0.from < .post && $0.to >= .post }
        let followUp = candidates.filter { $0.to > .post }.first { ($0.pairs ?? 0) >= 2 }
        guard let chosen = followUp ?? candidates.first ?? comparisons.first(where: { $0.measure == measure }) else {
            return nil
        }
        return PrimaryQuestion(measure: measure, from: chosen.from, to: chosen.to)
    }
}
