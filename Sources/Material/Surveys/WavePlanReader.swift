import Programme

/// Reads when each wave is asked and what it asks.
struct WavePlanReader {
    let sections: [InstrumentSection]

    /// Somebody who books three weeks ahead for a course of two evenings a week apart: their windows must be in order.
    private static let example: PersonalCourseDates? = {
        guard let booked = CalendarDate(year: 2026, month: 1, day: 10) else { return nil }
        let first = booked.adding(days: 21)
        return PersonalCourseDates(bookedOn: booked, firstSitting: first, lastSitting: first.adding(days: 7))
    }()

    /// Reads the key `waves`.
    func read(_ map: YAMLMapping) -> [WavePlan] {
        var plans: [WavePlan] = []
        for place in map.sequence("waves") {
            guard let plan = plan(place) else { continue }
            if plans.contains(where: { $0.wave == plan.wave }) {
                place.fault("There are two waves \(plan.wave.name).")
            } else if let last = plans.last, last.wave > plan.wave {
                place.fault("The wave \(plan.wave.name) stands after \(last.wave.name); waves stand in order of time.")
            }
            plans.append(plan)
        }
        return plans
    }

    private func plan(_ place: YAMLValue) -> WavePlan? {
        guard let map = place.mapping(keys: ["wave", "title", "asks", "opens", "due", "closes"]) else { return nil }
        let wave = map.required("wave").flatMap { value -> Wave? in
            let wave = value.read(Wave.spelling) { Wave(name: $0) }
            guard wave == .firstFollowUp else { return wave }
            value.fault("A survey says which follow-up it is: followup-3 for three months.")
            return nil
        }
        let title = map.text("title")
        let items = ItemNames(sections: sections).read(map, "asks")
        let opens = moment(map, "opens")
        let due = moment(map, "due")
        let closes = moment(map, "closes")
        checkConditions(items, map)
        guard let wave, let title, let opens, let due, let closes else { return nil }
        if let dates = Self.example,
            opens.date(in: dates) > due.date(in: dates) || due.date(in: dates) > closes.date(in: dates)
        {
            place.fault("The wave \(wave.name) must open before it is due and be due before it closes.")
        }
        return WavePlan(
            wave: wave,
            title: title,
            items: items.map(\.code),
            opens: opens,
            due: due,
            closes: closes
        )
    }

    private func checkConditions(_ items: [SurveyItem], _ map: YAMLMapping) {
        let asked = Set(items.map(\.code))
        for item in items {
            if let other = item.onlyIf?.item, !asked.contains(other) {
                map.required("asks")?.fault("\(item.code) depends on \(other), which this wave does not ask.")
            }
        }
    }

    private func moment(_ map: YAMLMapping, _ key: String) -> WaveMoment? {
        guard let value = map.required(key), let entry = value.mapping(keys: ["from", "months", "days"]) else {
            return nil
        }
        let words = WaveMoment.Anchor.allCases.map(\.rawValue)
        let anchor = entry.required("from")?.word(among: words).flatMap(WaveMoment.Anchor.init)
        let months = entry.optional("months").map { $0.integer(in: 0...120) } ?? 0
        let days = entry.optional("days").map { $0.integer(in: -366...366) } ?? 0
        guard let anchor, let months, let days else { return nil }
        return WaveMoment(anchor, months: months, days: days)
    }
}
