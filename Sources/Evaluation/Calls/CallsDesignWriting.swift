import Programme

extension CallsDesign {
    /// The design as a `design.json` that ``init(json:)`` reads back.
    public var json: JSONValue {
        let known: [JSONMember] = [
            JSONMember("method", .string(method.rawValue)), JSONMember("treated", Self.names(treated)),
        ]
        let begin =
            (start.map { [JSONMember("start", .string($0.description))] } ?? [])
            + (starts.isEmpty ? [] : [JSONMember("starts", startsJSON)])
        let others = comparison.map { [JSONMember("comparison", Self.names($0))] } ?? []
        let rest: [JSONMember] = [
            JSONMember("family", .string(family.rawValue)), JSONMember("harmonics", .integer(harmonics)),
            JSONMember("lag", .count(lag)),
        ]
        let counted = offset.map { [JSONMember("offset", .string($0.rawValue))] } ?? []
        let windows: [JSONMember] = [
            JSONMember("window_months", .integer(windowMonths)),
            JSONMember("transition_months", .integer(transitionMonths)),
        ]
        let dated = events.isEmpty ? [] : [JSONMember("events", .array(events.map(Self.event)))]
        let ring = neighbours.isEmpty ? [] : [JSONMember("neighbours", Self.names(neighbours))]
        let beside =
            ring + (companions.isEmpty ? [] : [JSONMember("companions", .array(companions.map(Self.companion)))])
            + (unaffectedCategory.map { [JSONMember("unaffected_category", .string($0))] } ?? [])
            + (isRandomised ? [JSONMember("randomised", .bool(true))] : [])
        return .object(known + begin + others + rest + counted + windows + dated + beside)
    }

    private var startsJSON: JSONValue {
        let order = starts.keys.sorted(by: NaturalOrder.precedes)
        return .object(order.compactMap { area in starts[area].map { JSONMember(area, .string($0.description)) } })
    }

    private static func names(_ areas: [String]) -> JSONValue { .array(areas.map(JSONValue.string)) }

    private static func event(_ event: CallsEvent) -> JSONValue {
        JSONValue.object([
            JSONMember("name", .string(event.name)), JSONMember("from", .string(event.from.description)),
        ])
        .adding(event.to.map { [JSONMember("to", .string($0.description))] } ?? [])
        .adding(event.areas.map { [JSONMember("areas", names($0))] } ?? [])
        .adding([JSONMember("adjust", .bool(event.adjusts))])
    }

    private static func companion(_ companion: CompanionOutcome) -> JSONValue {
        JSONValue.object([JSONMember("name", .string(companion.name))])
            .adding(companion.measure.map { [JSONMember("measure", .string($0))] } ?? [])
            .adding([JSONMember("change", .number(companion.change))])
            .adding(companion.interval.map { [JSONMember("ci95", .interval($0))] } ?? [])
            .adding([JSONMember("better", .string(companion.better.rawValue))])
    }
}
