import Programme

/// Reads the sittings of a course and checks that times and minutes add up.
struct SittingReader {
    let modules: [Module]
    /// The course's survey, to check that the waves on the agenda exist.
    let survey: NamedSurvey

    private static let keys = ["title", "starts", "totals", "agenda"]
    private static let entryKeys = ["at", "minutes", "module", "break", "survey", "title"]

    /// Reads the key `sittings`; empty, with faults noted, when one cannot be read.
    func read(_ map: YAMLMapping) -> [Sitting] {
        let places = map.sequence("sittings")
        let sittings = places.compactMap { sitting($0) }
        guard sittings.count == places.count, let owner = map.optional("sittings") else { return [] }
        let taught = sittings.flatMap(\.modules)
        for module in modules where taught.count(where: { $0 == module.number }) != 1 {
            let times = taught.contains(module.number) ? "more than once" : "never"
            owner.fault("Module \(module.number) is taught \(times); every module stands once on the agenda.")
        }
        if taught != taught.sorted() { owner.fault("The modules are not in order on the agenda.") }
        checkWaves(sittings, owner)
        return sittings
    }

    private func sitting(_ place: YAMLValue) -> Sitting? {
        guard let map = place.mapping(keys: Self.keys) else { return nil }
        let title = map.text("title")
        let starts = map.required("starts")?.wallTime()
        guard let title, let starts else { return nil }
        var agenda: [AgendaEntry] = []
        let places = map.sequence("agenda")
        var reached: Int? = 0
        for place in places {
            let read = entry(place, reached: reached, starts: starts)
            agenda += [read.entry].compactMap { $0 }
            reached = read.end
        }
        let sitting = Sitting(title: title, usualStart: starts, agenda: agenda)
        guard agenda.count == places.count, !agenda.isEmpty else { return nil }
        checkTotals(of: sitting, map)
        return sitting
    }

    /// One line and where it ends; each line's start is held against the end of the one before, when that is known.
    private func entry(
        _ place: YAMLValue,
        reached: Int?,
        starts: WallTime
    ) -> (entry: AgendaEntry?, end: Int?) {
        guard let map = place.mapping(keys: Self.entryKeys) else { return (nil, nil) }
        let at = map.required("at")?.wallTime()
        let minutes = map.integer("minutes", in: 1...480)
        let content = content(map, minutes)
        guard let at, let minutes else { return (nil, nil) }
        let start = (at.minutes - starts.minutes + 1440) % 1440
        if let reached, start != reached {
            let expected = WallTime(minutes: (starts.minutes + reached) % 1440)?.description ?? ""
            map.required("at")?.fault("This begins at \(at), but what stands before it ends at \(expected).")
        }
        let entry = content.map { AgendaEntry(start: start, minutes: minutes, content: $0) }
        return (entry, start + minutes)
    }

    private func content(_ map: YAMLMapping, _ minutes: Int?) -> AgendaEntry.Content? {
        let kinds = ["module", "break", "survey"].filter { map.optional($0) != nil }
        guard kinds.count == 1 else {
            map.owner.fault("A line of the agenda is one of module, break or survey.")
            return nil
        }
        if let value = map.optional("module") {
            guard let number = value.integer(in: 1...99) else { return nil }
            guard let module = modules.first(where: { $0.number == number }) else {
                value.fault("There is no module \(number).")
                return nil
            }
            if let minutes, minutes != module.minutes {
                map.required("minutes")?
                    .fault("Module \(number) takes \(module.minutes) minutes, but the agenda gives it \(minutes).")
            }
            return .module(number: number)
        }
        if let value = map.optional("break") { return value.text().map { .pause(title: $0) } }
        guard let value = map.optional("survey"), let name = value.text(), let title = map.text("title") else {
            return nil
        }
        guard let wave = Wave(name: name) else {
            value.fault("\"\(name)\" is not a wave; \(Wave.spelling) is expected.")
            return nil
        }
        switch survey {
        case .none: value.fault("The agenda has a survey, but the course names none; add \"survey:\" with its code.")
        case .found(let instrument) where instrument.plan(wave) == nil:
            value.fault("The survey \"\(instrument.code)\" has no wave \(name).")
        case .found, .unreadable: break
        }
        return .survey(wave: wave, title: title)
    }

    private func checkTotals(of sitting: Sitting, _ map: YAMLMapping) {
        guard let value = map.required("totals"), let totals = value.mapping(keys: ["contact", "breaks", "surveys"])
        else { return }
        let sums = AgendaMinutes(sitting)
        for (key, sum) in [("contact", sums.contact), ("breaks", sums.breaks), ("surveys", sums.surveys)] {
            guard let said = totals.integer(key, in: 0...1440), said != sum else { continue }
            totals.required(key)?.fault("The minutes of \(key) add up to \(sum), not \(said).")
        }
    }

    /// "Before" is asked before anything is taught, "after" when everything has been.
    private func checkWaves(_ sittings: [Sitting], _ owner: YAMLValue) {
        let entries = sittings.flatMap(\.agenda)
        guard let first = entries.firstIndex(where: { $0.module != nil }),
            let last = entries.lastIndex(where: { $0.module != nil })
        else { return }
        for (index, entry) in entries.enumerated() {
            if entry.wave == .pre, index > first { owner.fault("The survey \"pre\" stands after teaching has begun.") }
            if entry.wave == .post, index < last {
                owner.fault("The survey \"post\" stands before teaching has ended.")
            }
        }
    }
}

/// The minutes of a sitting by what they are spent on.
struct AgendaMinutes: Hashable {
    var contact = 0
    var breaks = 0
    var surveys = 0

    /// Adds up one sitting.
    init(_ sitting: Sitting) {
        for entry in sitting.agenda {
            switch entry.content {
            case .module: contact += entry.minutes
            case .pause: breaks += entry.minutes
            case .survey: surveys += entry.minutes
            }
        }
    }
}
