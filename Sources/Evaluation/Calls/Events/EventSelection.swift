import Programme
import Statistics

/// Which dated events a model can give a level of their own.
extension ModelledCalls {
    /// Tries the events that are to be adjusted for one after the other and keeps those whose level the model can tell.
    ///
    /// - Parameter fit: Fits with these events and names the columns left out; what it throws without any is thrown here.
    /// - Returns: The events kept.
    /// - Throws: What the fit without any event throws.
    mutating func selectEvents(
        _ fit: ([CallsEvent]) throws(StatisticsError) -> [String]
    ) throws(StatisticsError) -> [CallsEvent] {
        guard events.contains(where: \.adjusts) else { return [] }
        _ = try fit([])
        var kept: [CallsEvent] = []
        for place in events.indices where events[place].adjusts {
            let event = events[place]
            if isCommon(event) {
                events[place].treatment = .absorbed
                continue
            }
            if let reason = hiding(event) {
                events[place].treatment = .dropped(reason)
                continue
            }
            do throws(StatisticsError) {
                let dropped = try fit(kept + [event])
                guard dropped.isEmpty else { throw .rankDeficient(columns: dropped) }
                kept.append(event)
                events[place].treatment = .adjusted
            } catch {
                events[place].treatment = .dropped(Self.reason(error))
            }
        }
        return kept
    }

    /// Why an event tells nothing before any fit.
    private func hiding(_ event: CallsEvent) -> String? {
        if cells.cells.allSatisfy({ event.touches(cells.areas[$0.area], $0.month.index) }) {
            return "it holds in every month used"
        }
        return nil
    }

    /// Whether an event held in all areas of a month or in none, which a model with levels of months takes out by itself.
    private func isCommon(_ event: CallsEvent) -> Bool {
        guard design.method == .differenceInDifferences else { return false }
        return Dictionary(grouping: cells.cells, by: \.month).values.allSatisfy { month in
            Set(month.map { event.touches(cells.areas[$0.area], $0.month.index) }).count == 1
        }
    }

    private static func reason(_ error: StatisticsError) -> String {
        switch error {
        case .rankDeficient(let columns)
        where columns.contains { ["level", "slope", "treated:level", "treated:slope", "treated_post"].contains($0) }:
            "it cannot be told apart from the start"
        case .rankDeficient: "it cannot be told apart from trend, seasons, levels or other events"
        default: words(error)
        }
    }

    /// The name of an event's coefficient.
    static func column(_ event: CallsEvent) -> String { "event:\(event.name)" }

    /// The events as a series model takes them, by the places of the areas they touch.
    func dated(_ events: [CallsEvent]) -> [DatedEvent] {
        events.map { event in
            DatedEvent(
                name: Self.column(event),
                months: event.months,
                series: event.areas.map { areas in
                    Set(cells.areas.indices.filter { areas.contains(cells.areas[$0]) })
                }
            )
        }
    }

    /// Says of every event that is to be adjusted for that this method has no place for it.
    mutating func onlyPrintEvents() {
        for place in events.indices where events[place].adjusts {
            events[place].treatment = .dropped("this method gives events no level")
        }
    }
}
