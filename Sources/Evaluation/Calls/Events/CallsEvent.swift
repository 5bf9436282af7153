public import Programme

/// Something else that happened in known months: a patrol, a closure, a change of recording, a lockdown.
public struct CallsEvent: Hashable, Sendable {
    /// What a model did with an event.
    public enum Treatment: Hashable, Sendable {
        /// It is told beside the numbers and nothing more.
        case printed
        /// It has a level of its own in the model.
        case adjusted
        /// All areas had it, so that the levels of months take it out already.
        case absorbed
        /// It was to have a level of its own and has none, for this reason.
        case dropped(String)
    }

    /// The name.
    public let name: String
    /// The first month.
    public let from: Month
    /// The last month; nil when it goes on.
    public let to: Month?
    /// The areas it touched; nil for all.
    public let areas: [String]?
    /// Whether a model is to give it a level of its own.
    public let adjusts: Bool
    /// Where it is known from, for an event of the reference data.
    public let source: String?
    /// What the model did with it.
    public internal(set) var treatment = Treatment.printed

    /// An event.
    public init(
        name: String,
        from: Month,
        to: Month? = nil,
        areas: [String]? = nil,
        adjusts: Bool = false,
        source: String? = nil
    ) {
        (self.name, self.from, self.to) = (name, from, to)
        (self.areas, self.adjusts, self.source) = (areas, adjusts, source)
    }

    /// The name with its months: `Patrols (2023-04 to 2023-06)`.
    public var words: String {
        let span = to.map { $0 == from ? "\(from)" : "\(from) to \($0)" } ?? "from \(from) on"
        let places = areas.map { ", \(Wording.list($0))" } ?? ""
        return "\(name) (\(span)\(places))"
    }

    /// The months, counted from January of year 0; open at the end when it goes on.
    var months: ClosedRange<Int> { from.index...(to?.index ?? Int.max) }

    /// Whether it holds in a month of an area.
    func touches(_ area: String, _ month: Int) -> Bool {
        months.contains(month) && areas?.contains(area) ?? true
    }

    /// Whether it holds in any of these months and areas.
    func touches(anyOf places: [String], in months: Set<Int>) -> Bool {
        places.contains { areas?.contains($0) ?? true } && months.contains { self.months.contains($0) }
    }
}

extension CallsEvent.Treatment {
    /// What was done, in a few words.
    public var words: String {
        switch self {
        case .printed: "told only"
        case .adjusted: "taken out with a level of its own"
        case .absorbed: "taken out with the levels of months, since all areas had it"
        case .dropped(let reason): "not taken out: \(reason)"
        }
    }
}

extension CallsEvent {
    var json: JSONValue {
        let head: JSONValue = [
            "name": .string(name), "from": .string(from.description),
        ]
        var why: String?
        if case .dropped(let reason) = treatment { why = reason }
        let word =
            switch treatment {
            case .printed: "printed"
            case .adjusted: "adjusted"
            case .absorbed: "absorbed"
            case .dropped: "dropped"
            }
        return head.adding(to.map { [JSONMember("to", .string($0.description))] } ?? [])
            .adding(areas.map { [JSONMember("areas", .array($0.map(JSONValue.string)))] } ?? [])
            .adding([JSONMember("adjust", .bool(adjusts)), JSONMember("treatment", .string(word))])
            .adding(why.map { [JSONMember("why", .string($0))] } ?? [])
            .adding(source.map { [JSONMember("source", .string($0))] } ?? [])
    }
}
