import Material
import Programme
import Records

extension Scribe {
    /// Logs awareness sessions of Harmony's size; days and areas are made up.
    mutating func writeAwareness() throws {
        var chance = plan.chance("awareness")
        let year = PublishedContract.Year.harmony.lastYear(on: plan.today)
        let areas = plan.office.reference.areas.areas.filter { $0.force.rawValue == "staffordshire" }
        var sessions: [AwarenessSession] = []
        for group in SessionGroup.all {
            let days = year.last.dayNumber - year.first.dayNumber
            for (index, count) in group.counts(&chance).enumerated() {
                let day = weekday(
                    year.first.adding(days: days * index / group.sessions + chance.below(5)),
                    group.setting
                )
                let then = areas.filter { $0.validity.contains(day) }
                // Stoke-on-Trent has more people than any district, so more sessions.
                guard let area = chance.pick(then, weight: { $0.code.rawValue == "stoke-on-trent" ? 3 : 1 }) else {
                    continue
                }
                sessions.append(
                    try AwarenessSession(
                        date: day,
                        area: area.code.rawValue,
                        setting: group.setting,
                        audience: chance.pick(group.audiences) ?? "",
                        heads: count.heads,
                        estimated: count.isEstimated,
                        programme: PublishedContract.harmony,
                        today: plan.today
                    )
                )
            }
        }
        for session in sessions.sorted(by: { ($0.date, $0.area, $0.heads) < ($1.date, $1.area, $1.heads) }) {
            let logged = try ledger.insert(session)
            try ledger.note(
                "awareness:\(logged.id)",
                ["area": session.area, "heads": "\(session.heads)"],
                as: .awarenessLogged
            )
            tally.sessions += 1
            tally.heads += session.heads
        }
    }

    /// The day itself; for schools and offices the Friday before when it is at a weekend.
    private func weekday(_ day: CalendarDate, _ setting: AwarenessSetting) -> CalendarDate {
        setting == .community || day.weekday <= 5 ? day : day.adding(days: 5 - day.weekday)
    }
}
