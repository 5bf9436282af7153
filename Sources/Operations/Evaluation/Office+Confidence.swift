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
        bootstrap: ConfidenceOptions.Bootstrap? = nil,
        by actor: Actor
    ) async throws -> ConfidenceFindings {
        try actor.require(.evaluated)
        let today = try today()
        let evidence = try await records.read { reader in try reader.surveyEvidence(on: today) }
        return try ConfidenceFindings(
            evaluating: evidence.records,
            options: ConfidenceOptions(
                range: evidence.range,
                scales: evidence.scales,
                suppressBelow: suppressBelow,
                bootstrap: bootstrap
            ),
            guardAnswers: evidence.guardAnswers,
            flow: evidence.flow
        )
    }
}

/// What the office knows about answers.
private struct SurveyEvidence: Sendable {
    var records: [ResponseRecord] = []
    var guardAnswers: [GuardAnswer] = []
    var flow = SurveyFlow(people: [])
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
        evidence.records = instrument.withBlanks(try responseRecords().filter { scored.contains($0.item) })
        if evidence.records.isEmpty { evidence.scales = [] }
        let safety = Set(instrument.items.filter(\.isSafetyQuestion).map(\.code))
        evidence.guardAnswers = try choiceRecords().filter { safety.contains($0.item) }.map { choice in
            GuardAnswer(
                attendee: choice.attendee,
                wave: choice.wave,
                item: choice.item,
                isSafe: choice.score.map { $0 > 0 }
            )
        }
        evidence.flow = flow(participations, instrument, on: today, answered: evidence.records)
        return evidence
    }

    /// Where everybody who attended stands in every wave: whether asked, due, answered, and in time or not.
    private func flow(
        _ participations: [Participation],
        _ instrument: Instrument,
        on today: CalendarDate,
        answered records: [ResponseRecord]
    ) -> SurveyFlow {
        var days: [String: [Wave: CalendarDate]] = [:]
        for record in records { days[record.attendee, default: [:]][record.wave] = record.answeredOn ?? today }
        let people = participations.map { person in
            let dates = PersonalCourseDates(
                bookedOn: person.bookedOn,
                firstSitting: person.firstSitting,
                lastSitting: person.lastSitting
            )
            let states = instrument.waves.map { plan -> (Wave, FlowState) in
                if let day = days[person.reference]?[plan.wave] {
                    return (plan.wave, plan.isInTime(day, for: dates) ? .answered : .late)
                }
                guard person.agreesToSurveys else { return (plan.wave, .notAgreed) }
                return (plan.wave, FlowState(plan.standing(for: dates, on: today).state))
            }
            return SurveyFlow.Person(
                reference: person.reference,
                course: person.run.description,
                states: Dictionary(states) { first, _ in first }
            )
        }
        return SurveyFlow(people: people)
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

extension FlowState {
    /// What a wave's standing means for somebody who has not answered.
    fileprivate init(_ state: WaveStanding.State) {
        switch state {
        case .skipped: self = .skipped
        case .upcoming: self = .notYetDue
        case .open, .due, .missed: self = .due
        case .answered: self = .answered
        }
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
