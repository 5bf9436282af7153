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
    /// How often each score was given, by item and then by wave.
    public internal(set) var distributions: [AnswerDistribution]
    /// What became of everybody who attended, by wave; empty when the office's list is not known.
    public internal(set) var flow: [WaveTally]
    /// Whether gains last, by follow-up and then by measure.
    public internal(set) var lasting: [LastingChange]
    /// Who came, was asked and answered.
    public internal(set) var attrition: Attrition
    /// Safe choices compared between the waves of the primary comparison; empty without guard items.
    public internal(set) var guardItems: [GuardComparison]
    /// The declared main question: its measure and waves; nil when no two waves can be compared.
    public let primary: PrimaryQuestion?
    /// The comparison that answers the main question, without answers given outside their window.
    public internal(set) var primaryComparison: ConfidenceComparison?
    /// The people whose answers of the main question's waves were given outside their window.
    public internal(set) var outOfWindow: [WaveCount]
    /// The main question by area, role, language and trainer.
    public internal(set) var groups: [GroupChange]
    /// The main question, the one behind it and the rest, in the declared order.
    public internal(set) var questions: [QuestionAnswer]
    /// What supports the main question or warns against believing it too soon.
    public internal(set) var supporting: SupportingFindings
    /// What was declared beforehand; nil without a plan.
    public let plan: DeclaredPlan?
    /// How the numbers were made, line by line, for the foot of a report.
    public let methods: [String]
    /// The scores the instrument allows, when known.
    public let range: ScoreRange?
    /// What sentences call each named scale.
    public let titles: [String: String]
    /// The number below which counts are hidden, when any.
    public let suppressedBelow: Int?
    /// What follows from the primary comparison.
    public internal(set) var verdict: ConfidenceVerdict
    /// Each finding in words, the primary one first.
    public internal(set) var findings: [FindingWords]
    /// The findings as plain sentences.
    public internal(set) var statements: [String]

    /// What sentences call a measure.
    public func title(of measure: ConfidenceMeasure) -> String {
        switch measure {
        case .item(let code): "item \(code)"
        case .allItems: "the mean of all items"
        case .scale(let name): titles[name] ?? name
        }
    }

    /// Why there is no main question, where there is none.
    var whyNoQuestion: String {
        guard let plan, !comparisons.isEmpty else { return "no two waves can be compared" }
        return "the declared outcome \(plan.plan.outcome.name) is not among the items and scales of these answers"
    }

    /// The comparisons between two waves: items first, then all items, then named scales.
    public func comparisons(from: Wave, to: Wave) -> [ConfidenceComparison] {
        comparisons.filter { $0.from == from && $0.to == to }
    }
}

/// A count of people in one wave.
public struct WaveCount: Hashable, Sendable {
    /// The wave.
    public let wave: Wave
    /// The people; nil when suppressed.
    public internal(set) var people: Int?
}
