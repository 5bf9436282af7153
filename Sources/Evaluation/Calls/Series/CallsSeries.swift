public import Programme

/// What was counted month by month, what the model fits, and what it expects without the training.
public struct CallsSeries: Hashable, Sendable {
    /// Whose series it is.
    public enum Role: String, Hashable, Sendable {
        /// One treated area.
        case treated
        /// All treated areas: their sum, or for values their mean.
        case treatedTogether = "treated_together"
        /// All comparison areas: their sum, or for values their mean.
        case comparison
    }

    /// One calendar month; what is nil is not there.
    public struct Point: Hashable, Sendable {
        /// The month.
        public let month: Month
        /// The count, or the value of a model without logarithm; nil is a gap (of several areas: one of them has a gap).
        public let observed: Double?
        /// What the model fits; nil where the method fits no months.
        public let fitted: Double?
        /// What the model expects without the training; only of treated areas from the start on.
        public let counterfactual: Double?
        /// The 95 % interval of ``counterfactual``, where the method has one. The noise of single months is not in it.
        public let interval: ClosedRange<Double>?
    }

    /// The area, or `treated areas` or `comparison areas`.
    public let name: String
    /// Whose series it is.
    public let role: Role
    /// The areas in it.
    public let areas: [String]
    /// The first month with training; nil for comparison areas and for areas with different starts.
    public let start: Month?
    /// What is counted: `calls a month`, or `per 1,000 residents and month`.
    public let unit: String
    /// Every calendar month from the first to the last with a count; empty when hidden.
    public let points: [Point]
    /// Dated events that touch these months and areas.
    public let events: [CallsEvent]
    /// Why numbers are missing, when a small count hides them.
    public let why: String?
}

extension CallsSeries {
    /// Columns of equal length rather than an object a month.
    var json: JSONValue {
        func column(_ name: String, _ value: (Point) -> JSONValue) -> [JSONMember] {
            let values = points.map(value)
            return values.allSatisfy { $0 == .null } ? [] : [JSONMember(name, .array(values))]
        }
        let head: JSONValue = [
            "name": .string(name), "role": .string(role.rawValue), "areas": .array(areas.map(JSONValue.string)),
            "unit": .string(unit),
        ]
        return head.adding(start.map { [JSONMember("start", .string($0.description))] } ?? [])
            .adding(why.map { [JSONMember("why", .string($0))] } ?? [])
            .adding([JSONMember("months", .array(points.map { .string($0.month.description) }))])
            .adding(column("observed") { .number($0.observed) })
            .adding(column("fitted") { .number($0.fitted) })
            .adding(column("counterfactual") { .number($0.counterfactual) })
            .adding(column("counterfactual_ci95") { .interval($0.interval) })
            .adding(events.isEmpty ? [] : [JSONMember("events", .array(events.map { .string($0.words) }))])
    }
}
