import Programme

/// What somebody brings to a course and takes from it, as far as a survey can tell: made up, and different for everybody.
///
/// Confidence rises by about 1.2 points of 10 and partly fades; willingness by about 0.6; safe choices become more common.
struct Temper {
    /// The level before the course on the items' scale of 0 to 10.
    private let confidence: Double
    private let willingness: Double
    /// What the course adds by its end.
    private let confidenceGain: Double
    private let willingnessGain: Double
    /// How often the person meets trouble, 0 to 1.
    let trouble: Double
    /// For each safety question the share of people who would choose safely before this one does.
    private let recklessness: [String: Double]

    init(isFrequentComplainant: Bool, _ chance: inout Chance) {
        confidence = 5.3 + 1.4 * chance.normal() - (isFrequentComplainant ? 0.4 : 0)
        willingness = 4.9 + 1.6 * chance.normal()
        confidenceGain = 1.35 + 0.9 * chance.normal()
        willingnessGain = 0.7 + 0.9 * chance.normal()
        trouble = min(1, chance.uniform() * (isFrequentComplainant ? 0.7 : 0.8) + (isFrequentComplainant ? 0.4 : 0))
        recklessness = ["C1": chance.uniform(), "C2": chance.uniform()]
    }

    /// How much of the gain is there in a wave.
    private static func kept(in wave: Wave) -> Double {
        switch wave {
        case .booking, .pre: 0
        case .post: 1
        case .firstFollowUp: 0.8
        case .followUp(let months): months <= 3 ? 0.8 : 0.65
        }
    }

    /// How much harder than the average of its scale an item is.
    private static let difficulty: [String: Double] = [
        "A1": -0.5, "A2": -0.1, "A3": 0.4, "A4": 0.8, "A5": -0.6, "A6": 0, "B1": -0.4, "B2": 0.5, "B3": -0.5, "B4": 0.4,
    ]

    /// A point of a scale, 0 to 10, with the item's difficulty and a mood of the day.
    func point(_ item: String, in wave: Wave, _ chance: inout Chance) -> Int {
        let kept = Self.kept(in: wave)
        let level: Double =
            switch item.first {
            case "B": willingness + willingnessGain * kept
            case "E": 8.3 + 0.4 * confidenceGain
            default:
                item.hasSuffix("-then")
                    // Looking back, people find that they had overrated themselves a little.
                    ? confidence - 0.5
                    : confidence + confidenceGain * kept
            }
        let code = item.split(separator: "-").first.map(String.init) ?? item
        let value = level - (Self.difficulty[code] ?? 0) + 0.9 * chance.normal()
        return max(0, min(10, Int(value.rounded())))
    }

    /// Whether the person chooses the safe answer in a wave.
    func isSafe(_ item: String, in wave: Wave) -> Bool {
        (recklessness[item] ?? 0.5) < 0.86 + 0.10 * Self.kept(in: wave)
    }

    /// How much surer than before the course the person feels, in points.
    func felt(in wave: Wave) -> Double { confidenceGain * Self.kept(in: wave) }
}
