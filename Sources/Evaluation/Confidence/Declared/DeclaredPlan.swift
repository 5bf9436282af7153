public import Programme

/// A plan with the day of its declaration and whether anybody had looked by then.
public struct DeclaredPlan: Hashable, Sendable {
    /// Whether the plan came before the first look at an outcome.
    public enum Timing: Hashable, Sendable {
        /// Nobody had read an outcome.
        case before
        /// The first outcome had been read on this day.
        case after(CalendarDate)
        /// Nothing is known about who read what, as with a file of answers from elsewhere.
        case unknown
    }

    /// The plan.
    public let plan: ConfidencePlan
    /// The SHA-256 of its canonical text, 64 hexadecimal digits.
    public let sha256: String
    /// The day of the declaration; nil when the file does not say.
    public let declaredOn: CalendarDate?
    /// Whether anybody had looked by then.
    public let timing: Timing

    /// A declared plan.
    public init(plan: ConfidencePlan, sha256: String, declaredOn: CalendarDate?, timing: Timing) {
        (self.plan, self.sha256, self.declaredOn, self.timing) = (plan, sha256, declaredOn, timing)
    }

    /// `The main question was declared on 2026-03-01, before the first outcome was read.`
    public var sentence: String {
        let day = declaredOn.map { " on \($0)" } ?? ""
        let when =
            switch timing {
            case .before: ", before the first outcome was read"
            case .after(let day): ", after the first outcome was read (\(day))"
            case .unknown: "; whether an outcome had been read by then is not known"
            }
        return "The main question was declared\(day)\(when)."
    }

    /// The plan for a file or a script.
    public var json: JSONValue {
        let timingWord: String =
            switch timing {
            case .before: "before_first_outcome"
            case .after: "after_first_outcome"
            case .unknown: "unknown"
            }
        var members: [JSONMember] = []
        if case .after(let day) = timing {
            members.append(JSONMember("first_outcome_read_on", .string(day.description)))
        }
        let document: JSONValue = [
            "plan": plan.json, "sha256": .string(sha256), "declared_on": .text(declaredOn?.description),
            "declared": .string(timingWord),
        ]
        return document.adding(members)
            .adding(declaredOn == nil ? [MissingReason(["declared_on"], "the file does not say")].member : [])
    }
}
