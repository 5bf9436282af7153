public import Programme

/// The question declared first: which measure, from which wave to which.
public struct PrimaryQuestion: Hashable, Sendable {
    /// The measure.
    public let measure: ConfidenceMeasure
    /// The first wave.
    public let from: Wave
    /// The second wave.
    public let to: Wave

    init(measure: ConfidenceMeasure, from: Wave, to: Wave) { (self.measure, self.from, self.to) = (measure, from, to) }

    /// Whether a comparison is the one that answers the question.
    func isAsked(_ comparison: ConfidenceComparison) -> Bool {
        comparison.measure == measure && comparison.from == from && comparison.to == to
    }

    /// The first named scale, or all items, from before to the first follow-up that two people answered, else to after; nil
    /// when no two waves can be compared.
    init?(_ comparisons: [ConfidenceComparison], _ options: ConfidenceOptions) {
        let measure = options.scales.first.map { ConfidenceMeasure.scale($0.name) } ?? .allItems
        let candidates = comparisons.filter { $0.measure == measure && $0.from < .post && $0.to >= .post }
        let followUp = candidates.filter { $0.to > .post }.first { ($0.pairs ?? 0) >= 2 }
        guard let chosen = followUp ?? candidates.first ?? comparisons.first(where: { $0.measure == measure }) else {
            return nil
        }
        self.init(measure: measure, from: chosen.from, to: chosen.to)
    }
}
