public import Programme

/// What is declared before anybody looks at an outcome: the main question, what stands behind it, and how missing answers and
/// small losses are judged.
public struct ConfidencePlan: Hashable, Sendable {
    /// What is done about answers that are missing.
    public enum MissingData: String, CaseIterable, Hashable, Sendable {
        /// People with both answers are compared; bounds and shifted means stand beside.
        case completePairs = "complete_pairs"
    }

    /// The measure of the main question.
    public var outcome: ConfidenceMeasure
    /// Its first wave.
    public var from: Wave
    /// Its second wave.
    public var to: Wave
    /// The measure that is tested only when the main question shows a rise; nil for none.
    public var keySecondary: ConfidenceMeasure?
    /// How far below the day of the course a follow-up may lie and still count as lasting, in points above 0.
    public var margin: Double?
    /// The smallest mean change that would matter, in points above 0.
    public var smallestChange: Double?
    /// What is done about missing answers.
    public var missingData: MissingData

    /// A plan.
    public init(
        outcome: ConfidenceMeasure,
        from: Wave,
        to: Wave,
        keySecondary: ConfidenceMeasure? = nil,
        margin: Double? = nil,
        smallestChange: Double? = nil,
        missingData: MissingData = .completePairs
    ) {
        (self.outcome, self.from, self.to, self.keySecondary) = (outcome, from, to, keySecondary)
        (self.margin, self.smallestChange, self.missingData) = (margin, smallestChange, missingData)
    }

    /// The plan as canonical JSON (RFC 8785: members in the order of their names, no white space), of which the SHA-256 is kept.
    public var canonical: String { json.compact }

    /// The plan as a document whose members stand in the order of their names.
    public var json: JSONValue {
        [
            "from": .string(from.name), "key_secondary": .text(keySecondary?.name), "margin": .number(margin),
            "missing_data": .string(missingData.rawValue), "outcome": .string(outcome.name),
            "schema": .string("commonground.confidence-plan/1"), "smallest_change": .number(smallestChange),
            "to": .string(to.name),
        ]
    }

    /// Why the plan cannot be declared; nil when it can.
    public var fault: String? {
        if from >= to { return "The wave \(to.name) does not come after \(from.name). Name the earlier wave first." }
        for (name, value) in [("margin", margin), ("smallest change", smallestChange)] {
            if let value, !(value > 0 && value.isFinite) { return "The \(name) must be above 0 points." }
        }
        if keySecondary == outcome { return "The key secondary outcome is the outcome itself. Name another or none." }
        return nil
    }
}

extension ConfidenceMeasure {
    /// Reads a ``name``: an item's code, `scale` or `scale:NAME`; nil for nothing or `scale:` without a name.
    public init?(name: String) {
        switch name {
        case "", "scale:": return nil
        case "scale": self = .allItems
        default: self = name.hasPrefix("scale:") ? .scale(String(name.dropFirst(6))) : .item(name)
        }
    }
}
