public import Programme

/// The question declared first: which measure, from which wave to which.
public struct PrimaryQuestion: Hashable, Sendable {
    /// The measure.
    public let measure: ConfidenceMeasure
    /// The first wave.
    public let from: Wave
    /// The second wave.
    public let to: Wave

    /// Whether it stands in for a declared question that nobody has answered yet.
    public let standsIn: Bool

    init(measure: ConfidenceMeasure, from: Wave, to: Wave, standsIn: Bool = false) {
        (self.measure, self.from, self.to, self.standsIn) = (measure, from, to, standsIn)
    }

    /// Whether a comparison is the one that answers the question.
    func isAsked(_ comparison: ConfidenceComparison) -> Bool {
        comparison.measure == measure && comparison.from == from && comparison.to == to
    }

    /// The declared question as soon as two people have answered it; until then, or without a plan, its measure (the first
    /// named scale, or all items) from before to the first follow-up that two people answered, else to after.
    ///
    /// A plan that names `followup` means the first follow-up there is. nil when no two waves can be compared.
    init?(_ comparisons: [ConfidenceComparison], _ options: ConfidenceOptions, plan: ConfidencePlan?) {
        let measure = plan?.outcome ?? options.scales.first.map { ConfidenceMeasure.scale($0.name) } ?? .allItems
        let ofMeasure = comparisons.filter { $0.measure == measure }
        if let plan {
            let later = plan.to == .firstFollowUp ? ofMeasure.map(\.to).filter { $0 > .post }.min() ?? plan.to : plan.to
            let declared = ofMeasure.first { $0.from == plan.from && $0.to == later }
            if let declared, (declared.pairs ?? 0) >= 2 {
                self.init(measure: measure, from: plan.from, to: later)
                return
            }
        }
        let candidates = ofMeasure.filter { $0.from < .post && $0.to >= .post }
        let followUp = candidates.filter { $0.to > .post }.first { ($0.pairs ?? 0) >= 2 }
        guard let chosen = followUp ?? candidates.first ?? ofMeasure.first else { return nil }
        self.init(measure: measure, from: chosen.from, to: chosen.to, standsIn: plan != nil)
    }
}
