import Programme

/// What stands beside the comparisons: it supports the main question or warns against believing it too soon.
public struct SupportingFindings: Hashable, Sendable {
    /// The change without teaching beside the change with it; empty without a wave at booking.
    public internal(set) var doubleBaselines: [DoubleBaseline]
    /// The taught against those still waiting; nil where nobody waited.
    public internal(set) var delayed: DelayedComparison?
    /// How people judge their morning afterwards.
    public internal(set) var thenRatings: [ThenRating]
    /// "Improved on some or all", from before to each later wave.
    public internal(set) var improvements: [ImprovementCount]
    /// Changes beyond the wobble of the scale, from before to each later wave.
    public internal(set) var reliableChanges: [ReliableChangeCount]
    /// What the missing answers could do to the main question; nil without one.
    public internal(set) var sensitivity: MissingAnswersSensitivity?
    /// The main question by a mixed model; nil without one.
    public internal(set) var mixedModel: MixedModelChange?
    /// How many used what they had learnt.
    public internal(set) var skillUse: [SkillUse]
    /// Everything told that calls for safeguarding.
    public internal(set) var events: [SafetyEvent]

    init(
        _ waves: MeasuredWaves,
        _ comparisons: [ConfidenceComparison],
        _ reliability: [ScaleReliability],
        _ question: PrimaryQuestion?,
        inTime: [Bool]?,
        _ options: ConfidenceOptions,
        _ evidence: ConfidenceEvidence
    ) {
        let table = waves.table
        doubleBaselines = DoubleBaseline.all(waves)
        delayed = question.flatMap { DelayedComparison(waves, $0.measure) }
        thenRatings = ThenRating.all(waves, evidence.thenAnswers)
        let fromBefore = comparisons.filter { $0.from < .post && $0.to >= .post }
        improvements = fromBefore.filter { $0.measure == .allItems }.map {
            ImprovementCount(waves, from: $0.from, to: $0.to)
        }
        reliableChanges = fromBefore.filter { !$0.measure.isItem }.map {
            ReliableChangeCount(waves, $0, reliability, maximum: options.range?.highest)
        }
        let due = question.flatMap { question in
            evidence.flow.map { flow in
                Set(flow.people.filter { $0.states[question.to]?.isDue ?? false }.map(\.reference))
            }
        }
        sensitivity = question.map {
            MissingAnswersSensitivity(waves, $0, options, inTime: inTime, due: due)
        }
        mixedModel = question.map { MixedModelChange(waves, $0) }
        skillUse = SkillUse.all(evidence.skills, attended: evidence.flow?.people.count ?? table.attendees.count)
        events = evidence.events
    }

    mutating func suppress(below least: Int) {
        for place in doubleBaselines.indices { doubleBaselines[place].suppress(below: least) }
        delayed?.suppress(below: least)
        for place in thenRatings.indices { thenRatings[place].suppress(below: least) }
        for place in improvements.indices { improvements[place].suppress(below: least) }
        for place in reliableChanges.indices { reliableChanges[place].suppress(below: least) }
        sensitivity?.suppress(below: least)
        mixedModel?.suppress(below: least)
        for place in skillUse.indices { skillUse[place].suppress(below: least) }
        for place in events.indices where (1..<least).contains(events[place].people ?? 0) { events[place].people = nil }
    }
}
