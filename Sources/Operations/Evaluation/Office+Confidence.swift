public import Evaluation
import FoundationEssentials
public import Programme
import Records

extension Office {
    /// Evaluates the confidence surveys on record: scored answers, safety choices, and who was due when.
    ///
    /// The scales are those of the survey that most runs used; its range decides what a score may be.
    /// The bootstrap is left out unless asked for: it takes longer than a page may.
    public func confidence(
        suppressBelow: Int? = nil,
        smallestChange: Double? = nil,
        margin: Double? = nil,
        bootstrap: ConfidenceOptions.Bootstrap? = nil,
        by actor: Actor
    ) async throws -> ConfidenceFindings {
        try actor.require(.evaluated)
        let today = try today()
        let evidence = try await records.read { reader in try reader.surveyEvidence(on: today) }
        var answers = ResponseCollector()
        for record in evidence.records { answers.add(record) }
        let findings = try ConfidenceFindings(
            evaluating: answers,
            options: ConfidenceOptions(
                range: evidence.range,
                scales: evidence.scales,
                smallestChange: smallestChange,
                margin: margin,
                suppressBelow: suppressBelow,
                bootstrap: bootstrap
            ),
            evidence: evidence.beside
        )
        try await noteReading(.evaluation, isOutcome: evidence.records.contains { $0.wave >= .post }, by: actor)
        return findings
    }
}

/// What the office knows about answers.
private struct SurveyEvidence: Sendable {
    var records: [ResponseRecord] = []
    var beside = ConfidenceEvidence()
    var scales: [ScaleDefinition] = []
    var range: ScoreRange?
}

extension Reader {
    fileprivate func surveyEvidence(on today: CalendarDate) throws -> SurveyEvidence {
        var evidence = SurveyEvidence()
        let participations = try participations()
        guard let instrument = try commonestInstrument(of: participations) else { return evidence }
        evidence.scales = instrument.scales.map { scale in
            ScaleDefinition(
                name: scale.name,
                title: scale.title,
                items: scale.items,
                minimumAnswered: scale.minimumAnswered
            )
        }
        evidence.range = instrument.range
        let scored = Set(instrument.scales.flatMap(\.items))
        let given = try responseRecords()
        evidence.records = instrument.withBlanks(given.filter { scored.contains($0.item) })
        if evidence.records.isEmpty { evidence.scales = [] }
        let safety = Set(instrument.items.filter(\.isSafetyQuestion).map(\.code))
        let choices = try choiceRecords()
        evidence.beside = ConfidenceEvidence(
            guardAnswers: choices.filter { safety.contains($0.item) }.map { choice in
                GuardAnswer(
                    attendee: choice.attendee,
                    wave: choice.wave,
                    item: choice.item,
                    isSafe: choice.score.map { $0 > 0 }
                )
            },
            flow: SurveyFlow(try waveFlows(on: today), participations),
            thenAnswers: given.compactMap { ThenAnswer($0, scored: scored) },
            skills: SkillQuestions.answers(choices),
            events: instrument.events(choices),
            plan: try planInForce()
        )
        return evidence
    }

    func commonestInstrument(of participations: [Participation]) throws -> Instrument? {
        var counts: [CourseEdition: Int] = [:]
        for (run, people) in Dictionary(grouping: participations, by: \.run) {
            if let edition = try instrument(of: run) { counts[edition, default: 0] += people.count }
        }
        let most = counts.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }
        guard let edition = most?.key, let content = try instrumentContent(edition) else { return nil }
        return try FrozenMaterial.value(Instrument.self, content)
    }
}

extension SurveyFlow {
    /// What became of every wave, person by person; of everybody who attended, also on runs without a survey.
    fileprivate init(_ flows: [WaveFlow], _ participations: [Participation]) {
        let known = Dictionary(grouping: flows, by: \.attendee)
        self.init(
            people: participations.map { person in
                let states = known[person.reference, default: []].map { ($0.wave, $0.status) }
                return Person(
                    reference: person.reference,
                    course: person.run.description,
                    states: Dictionary(states) { first, _ in first }
                )
            }
        )
    }
}

extension SurveyItem {
    fileprivate var isSafetyQuestion: Bool {
        if case .guarded = answer { true } else { false }
    }
}

extension Instrument {
    /// The answers with a missing score for every scale item that was asked in a wave and left blank.
    fileprivate func withBlanks(_ records: [ResponseRecord]) -> [ResponseRecord] {
        let scored = Set(scales.flatMap(\.items))
        var complete = records
        for (_, answers) in Dictionary(grouping: records, by: { "\($0.attendee) \($0.wave.name)" })
            .sorted(by: { $0.key < $1.key })
        {
            guard let first = answers.first else { continue }
            let given = Set(answers.map(\.item))
            for item in items(in: first.wave) where scored.contains(item.code) && !given.contains(item.code) {
                var blank = first
                (blank.item, blank.score) = (item.code, nil)
                complete.append(blank)
            }
        }
        return complete
    }

    /// The widest range of the items on its scales.
    fileprivate var range: ScoreRange? {
        let scored = Set(scales.flatMap(\.items))
        var bounds: (lowest: Int, highest: Int)?
        for item in items where scored.contains(item.code) {
            guard case .scale(let lowest, let highest, _) = item.answer else { continue }
            bounds = (min(lowest, bounds?.lowest ?? lowest), max(highest, bounds?.highest ?? highest))
        }
        return bounds.flatMap { ScoreRange(lowest: Double($0.lowest), highest: Double($0.highest)) }
    }
}
