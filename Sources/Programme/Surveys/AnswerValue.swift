/// An answer as kept on record: a score, a choice, or neither when the person could not say.
///
/// Words of a person's own are kept apart and never stand here.
public struct AnswerValue: Hashable, Sendable {
    /// The number it counts as; nil when missing or when the answer counts as nothing.
    public var score: Double?
    /// The choice as ``Answer/text`` writes it; nil for a point of a scale or a count.
    public var choice: String?

    /// A value; without anything it is "does not apply / cannot say".
    public init(score: Double? = nil, choice: String? = nil) {
        self.score = score
        self.choice = choice
    }

    /// What stands for words of a person's own, which are kept apart, in the history of changes.
    public static let words = AnswerValue(choice: "(words)")

    /// The answer as ``Answer/text`` writes it: `7`, `a:away`, `cannot-say`.
    public var text: String {
        if let choice { return choice }
        guard let score else { return Answer.cannotSayText }
        return Int(exactly: score).map(String.init) ?? "\(score)"
    }
}
