import FoundationEssentials
import Programme

/// A key of a JSON object, whatever it is called.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    /// The keys of an object that are not among those known.
    static func unknown(in decoder: any Decoder, known: [String]) throws -> [String] {
        try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted()
    }
}

/// The objects inside a `design.json`.
enum DesignParts {
    /// One of `events`.
    struct Event: Decodable {
        static let keys = ["name", "from", "to", "areas", "adjust"]
        let name, from, to: String?
        let areas: [String]?
        let adjust: Bool?
        let unknown: [String]

        private enum CodingKeys: CodingKey { case name, from, to, areas, adjust }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            name = try keys.decodeIfPresent(String.self, forKey: .name)
            from = try keys.decodeIfPresent(String.self, forKey: .from)
            to = try keys.decodeIfPresent(String.self, forKey: .to)
            areas = try keys.decodeIfPresent([String].self, forKey: .areas)
            adjust = try keys.decodeIfPresent(Bool.self, forKey: .adjust)
            unknown = try AnyKey.unknown(in: decoder, known: Self.keys)
        }
    }

    /// One of `companions`.
    struct Companion: Decodable {
        static let keys = ["name", "measure", "change", "ci95", "better"]
        let name, measure, better: String?
        let change: Double?
        let ci95: [Double]?
        let unknown: [String]

        private enum CodingKeys: CodingKey { case name, measure, change, ci95, better }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            name = try keys.decodeIfPresent(String.self, forKey: .name)
            measure = try keys.decodeIfPresent(String.self, forKey: .measure)
            better = try keys.decodeIfPresent(String.self, forKey: .better)
            change = try keys.decodeIfPresent(Double.self, forKey: .change)
            ci95 = try keys.decodeIfPresent([Double].self, forKey: .ci95)
            unknown = try AnyKey.unknown(in: decoder, known: Self.keys)
        }
    }

    static func events(_ parts: [Event]) throws(CallsRefusal) -> [CallsEvent] {
        var events: [CallsEvent] = []
        for (place, part) in parts.enumerated() {
            try refuse(part.unknown, in: "event \(place + 1)", known: Event.keys)
            guard let name = part.name, !name.isEmpty else { throw missing("name", "event \(place + 1)") }
            guard let text = part.from else { throw missing("from", "event \(name)") }
            guard !events.contains(where: { $0.name == name }) else {
                throw .malformedDesign("there are two events called \(name). Give each a name of its own.")
            }
            let from = try CallsDesign.month(text, "from of event \(name)")
            let to = try part.to.map { text throws(CallsRefusal) in
                try CallsDesign.month(text, "to of event \(name)")
            }
            if let to, to < from {
                throw .malformedDesign("event \(name) ends in \(to), before it begins in \(from).")
            }
            events.append(
                CallsEvent(name: name, from: from, to: to, areas: part.areas, adjusts: part.adjust ?? false)
            )
        }
        return events
    }

    static func companions(_ parts: [Companion]) throws(CallsRefusal) -> [CompanionOutcome] {
        var companions: [CompanionOutcome] = []
        for (place, part) in parts.enumerated() {
            try refuse(part.unknown, in: "companion \(place + 1)", known: Companion.keys)
            guard let name = part.name, !name.isEmpty else { throw missing("name", "companion \(place + 1)") }
            guard let change = part.change else { throw missing("change", "companion \(name)") }
            guard let better = part.better.flatMap(CompanionOutcome.Direction.init) else {
                throw .malformedDesign("companion \(name) must say whether \"better\" is \"higher\" or \"lower\".")
            }
            let bounds = part.ci95 ?? []
            guard bounds.isEmpty || (bounds.count == 2 && bounds[0] <= bounds[1]) else {
                throw .malformedDesign("ci95 of companion \(name) must be two numbers, the lower first.")
            }
            companions.append(
                CompanionOutcome(
                    name: name,
                    measure: part.measure,
                    change: change,
                    interval: bounds.isEmpty ? nil : bounds[0]...bounds[1],
                    better: better
                )
            )
        }
        return companions
    }

    private static func missing(_ key: String, _ place: String) -> CallsRefusal {
        .malformedDesign("\(place) has no \"\(key)\".")
    }

    private static func refuse(_ unknown: [String], in place: String, known: [String]) throws(CallsRefusal) {
        guard let key = unknown.first else { return }
        throw .malformedDesign(
            "\"\(key)\" is not a key of \(place).\(NearestSpelling.suggestion(for: key, among: known))"
        )
    }
}
