public import FoundationEssentials
import Programme

extension CallsDesign {
    /// Reads a `design.json`.
    /// - Throws: ``CallsRefusal/malformedDesign(_:)`` naming the key, what is wrong and what is expected.
    public init(json: Data) throws(CallsRefusal) {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: json)
        } catch {
            throw .malformedDesign(Self.reason(error))
        }
        for key in file.unknown {
            throw .malformedDesign(
                "\"\(key)\" is not a key of a design.\(NearestSpelling.suggestion(for: key, among: File.Key.names))"
            )
        }
        self.init()
        method = try Self.choice(file.method, "method") ?? .beforeAfter
        family = try Self.choice(file.family, "family") ?? .quasipoisson
        offset = try Self.choice(file.offset, "offset")
        treated = file.treated ?? []
        comparison = file.comparison
        start = try file.start.map { text throws(CallsRefusal) in try Self.month(text, "start") }
        for (area, text) in (file.starts ?? [:]).sorted(by: { $0.key < $1.key }) {
            starts[area] = try Self.month(text, "starts of \(area)")
        }
        harmonics = try Self.whole(file.harmonics, "harmonics", 0...6) ?? 2
        lag = try Self.whole(file.lag, "lag", 0...120)
        windowMonths = try Self.whole(file.windowMonths, "window_months", 1...120) ?? 12
        transitionMonths = try Self.whole(file.transitionMonths, "transition_months", 0...24) ?? 0
        events = try DesignParts.events(file.events ?? [])
        companions = try DesignParts.companions(file.companions ?? [])
        neighbours = file.neighbours ?? []
        unaffectedCategory = file.unaffectedCategory
        isRandomised = file.randomised ?? false
        if let area = neighbours.first(where: { treated.contains($0) || starts[$0] != nil }) {
            throw .malformedDesign("\(area) is treated and a neighbour. Neighbours are areas without the course.")
        }
        if start == nil, starts.isEmpty {
            throw .malformedDesign(
                "there is neither \"start\" nor \"starts\". Say the first month with training, for example \"2025-04\"."
            )
        }
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String?,
        _ key: String
    ) throws(CallsRefusal) -> Choice? {
        guard let text else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        let next = NearestSpelling.suggestion(for: text, among: names)
        throw .malformedDesign("\(key) \"\(text)\" is not one of \(Wording.list(names)).\(next)")
    }

    static func month(_ text: String, _ key: String) throws(CallsRefusal) -> Month {
        guard let month = Month(text) else {
            throw .malformedDesign("\(key) \"\(text)\" is not a month like 2025-04.")
        }
        return month
    }

    private static func whole(_ value: Int?, _ key: String, _ allowed: ClosedRange<Int>) throws(CallsRefusal) -> Int? {
        guard let value, !allowed.contains(value) else { return value }
        throw .malformedDesign("\(key) is \(value) but must be \(allowed.lowerBound) to \(allowed.upperBound).")
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "it is not JSON." }
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? "it is not a JSON object." : "\"\(path)\" has the wrong type."
        default: return "it is not JSON."
        }
    }
}

private struct File: Decodable {
    enum Key: String, CodingKey, CaseIterable {
        case method, treated, start, starts, comparison, family, harmonics, lag, offset
        case events, companions, neighbours, randomised
        case unaffectedCategory = "unaffected_category"
        case windowMonths = "window_months"
        case transitionMonths = "transition_months"
        static var names: [String] { allCases.map(\.rawValue) }
    }

    let method, start, family, offset: String?
    let treated, comparison: [String]?
    let starts: [String: String]?
    let harmonics, lag, windowMonths, transitionMonths: Int?
    let events: [DesignParts.Event]?
    let companions: [DesignParts.Companion]?
    let neighbours: [String]?
    let unaffectedCategory: String?
    let randomised: Bool?
    let unknown: [String]

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        method = try keys.decodeIfPresent(String.self, forKey: .method)
        start = try keys.decodeIfPresent(String.self, forKey: .start)
        family = try keys.decodeIfPresent(String.self, forKey: .family)
        offset = try keys.decodeIfPresent(String.self, forKey: .offset)
        treated = try keys.decodeIfPresent([String].self, forKey: .treated)
        comparison = try keys.decodeIfPresent([String].self, forKey: .comparison)
        starts = try keys.decodeIfPresent([String: String].self, forKey: .starts)
        harmonics = try keys.decodeIfPresent(Int.self, forKey: .harmonics)
        lag = try keys.decodeIfPresent(Int.self, forKey: .lag)
        windowMonths = try keys.decodeIfPresent(Int.self, forKey: .windowMonths)
        transitionMonths = try keys.decodeIfPresent(Int.self, forKey: .transitionMonths)
        events = try keys.decodeIfPresent([DesignParts.Event].self, forKey: .events)
        companions = try keys.decodeIfPresent([DesignParts.Companion].self, forKey: .companions)
        neighbours = try keys.decodeIfPresent([String].self, forKey: .neighbours)
        unaffectedCategory = try keys.decodeIfPresent(String.self, forKey: .unaffectedCategory)
        randomised = try keys.decodeIfPresent(Bool.self, forKey: .randomised)
        unknown = try AnyKey.unknown(in: decoder, known: Key.names)
    }
}
