public import Programme

/// What the confidence surveys of a programme show.
public struct ConfidenceFindings: Hashable, Sendable {
    /// The number of items.
    public let items: Int
    /// The number of people in the answers.
    public let attendees: Int
    /// Every measure compared between every two waves that belong together, by waves and then by measure.
    public internal(set) var comparisons: [ConfidenceComparison]
    /// Cronbach's alpha of every scale in every wave.
    public let reliability: [ScaleReliability]
    /// Who came, was asked and answered.
    public internal(set) var attrition: Attrition
    /// Safe choices compared between the waves of the primary comparison; empty without guard items.
    public internal(set) var guardItems: [GuardComparison]
    /// The declared main question: its measure and waves; nil when no two waves can be compared.
    public let primary: PrimaryQuestion?
    /// The scores the instrument allows, when known.
    public let range: ScoreRange?
    /// What sentences call each named scale.
    public let titles: [String: String]
    /// The number below which counts are hidden, when any.
    public let suppressedBelow: Int?
    /// What follows from the primary comparison.
    public internal(set) var verdict: ConfidenceVerdict
    /// The findings as plain sentences.
    public internal(set) var statements: [String]

    /// The comparison that answers the main question.
    public var primaryComparison: ConfidenceComparison? {
        guard let primary else { return nil }
        return comparisons.first {
            $0.measure == primary.measure && $0.from == primary.from && $0.to == primary.to
        }
    }

    /// What sentences call a measure.
    public func title(of measure: ConfidenceMeasure) -> String {
        switch measure {
        case .item(let code): "item \(code)"
        case .allItems: "the mean of all items"
        case .scale(let name): titles[name] ?? name
        }
    }
}

/// The question declared first: which measure, from which wave to which.
public struct PrimaryQuestion: Hashable, Sendable {
    /// The measure.
    public let measure: ConfidenceMeasure
    /// The first wave.
    public let from: Wave
    /// The second wave.
    public let to: Wave
}
