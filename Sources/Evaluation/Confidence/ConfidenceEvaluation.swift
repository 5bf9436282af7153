public import Programme
import Statistics

extension ConfidenceFindings {
    /// Evaluates records at hand, as the collector of them would be.
    public init(
        evaluating records: [ResponseRecord],
        options: ConfidenceOptions = ConfidenceOptions(),
        guardAnswers: [GuardAnswer] = [],
        flow: SurveyFlow? = nil
    ) throws(ConfidenceRefusal) {
        var answers = ResponseCollector()
        for record in records { answers.add(record) }
        let evidence = ConfidenceEvidence(guardAnswers: guardAnswers, flow: flow)
        try self.init(evaluating: answers, options: options, evidence: evidence)
    }

    /// Evaluates answers.
    ///
    /// Waves that are there are compared as before → after, before → each follow-up, after → each follow-up and, with no teaching
    /// between them, booking → before; without a "before" wave booking takes its place. The primary question is the declared
    /// one, else the first named scale (all items when there is none) from before to the first follow-up with two or more
    /// pairs, else to after. Every core works; the digits do not depend on how many there are.
    ///
    /// - Parameters:
    ///   - answers: Answers taken in any order.
    ///   - options: How to read and compare them.
    ///   - evidence: What stands beside the scores.
    /// - Throws: A ``ConfidenceRefusal`` for answers that contradict each other or the options. An item missing from a wave,
    ///   a single wave, one person, constant answers are no reason to refuse.
    /// - Complexity: O(records + people × items × waves), times log people for the ranks.
    public init(
        evaluating answers: ResponseCollector,
        options: ConfidenceOptions = ConfidenceOptions(),
        evidence: ConfidenceEvidence = ConfidenceEvidence()
    ) throws(ConfidenceRefusal) {
        let options = options.following(evidence.plan?.plan)
        let table = try ScoreTable(answers, options)
        let guardTable = try GuardTable(evidence.guardAnswers)
        let waves = MeasuredWaves(table, options)
        let timing = AnswerTiming(table, evidence.flow)
        items = table.items.count
        attendees = table.attendees.count
        range = options.range
        titles = Dictionary(uniqueKeysWithValues: options.scales.map { ($0.name, $0.title) })
        suppressedBelow = options.suppressBelow
        plan = evidence.plan
        methods = MethodLines(options).all
        let known = Self.compare(waves, options.bootstrap)
        comparisons = known
        reliability = Self.reliability(table, options)
        distributions = AnswerDistribution.all(table, range: options.range)
        flow = evidence.flow.map(WaveTally.all) ?? []
        attrition = Attrition(table, flow: evidence.flow, stayersLeavers: StayersLeavers.all(waves))
        lasting = LastingChange.all(waves, comparisons, margin: options.margin)
        let question = PrimaryQuestion(comparisons, options, plan: evidence.plan?.plan)
        let inTime = question.flatMap { timing.inTime(table.attendees.count, $0.from, $0.to) }
        primary = question
        if let question {
            primaryComparison = Self.inTime(question, waves, inTime, comparisons)
            outOfWindow = [question.from, question.to].map { WaveCount(wave: $0, people: timing.late(in: $0)) }
            groups = GroupChange.all(waves, question, inTime: inTime)
            guardItems = guardTable.comparisons(from: question.from, to: question.to)
        } else {
            (primaryComparison, outOfWindow, groups, guardItems) = (nil, [], [], [])
        }
        supporting = SupportingFindings(waves, comparisons, reliability, question, inTime: inTime, options, evidence)
        questions =
            primaryComparison.map { answer in
                let others = waves.measures.filter { $0 != answer.measure }.map { measure in
                    Self.inTime(answer.question(measure), waves, inTime, known)
                }
                return QuestionAnswer.all(answer, others, gatekept: options.keySecondary(evidence.plan?.plan))
            } ?? []
        verdict = .notEstimable("no two waves can be compared")
        findings = []
        statements = []
        if let least = options.suppressBelow { suppress(below: least) }
        verdict = ConfidenceVerdict(self, options)
        findings = FindingWords.all(self, options)
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

    /// Every measure over every two waves, each with the same seed, so that no order of working changes a digit.
    private static func compare(_ waves: MeasuredWaves, _ bootstrap: ConfidenceOptions.Bootstrap?)
        -> [ConfidenceComparison]
    {
        let pairs = wavePairs(waves.table.waves), measures = waves.measures
        var comparisons = Parallel.map(pairs.count * measures.count) { number in
            let (from, to) = pairs[number / measures.count]
            var comparison = waves.comparison(measures[number % measures.count], from: from, to: to)
            if let bootstrap { comparison.resample(bootstrap) }
            return comparison
        }
        for pair in pairs.indices { comparisons[pair * measures.count..<(pair + 1) * measures.count].adjustItems() }
        return comparisons
    }

    /// The primary comparison without answers given outside their window; the plain one when there are none.
    private static func inTime(
        _ question: PrimaryQuestion,
        _ waves: MeasuredWaves,
        _ inTime: [Bool]?,
        _ comparisons: [ConfidenceComparison]
    ) -> ConfidenceComparison {
        if inTime == nil, let plain = comparisons.first(where: question.isAsked) { return plain }
        return waves.comparison(question.measure, from: question.from, to: question.to, keep: inTime)
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
}
