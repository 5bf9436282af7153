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
                let day = openDay(
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

    /// The day itself, or the nearest one before on which there is such a setting: offices close at weekends and on bank
    /// holidays, schools in their holidays too.
    private func openDay(_ day: CalendarDate, _ setting: AwarenessSetting) -> CalendarDate {
        var day = day
        for _ in 0..<60 where !isOpen(setting, on: day) { day = day.adding(days: -1) }
        return day
    }

    private func isOpen(_ setting: AwarenessSetting, on day: CalendarDate) -> Bool {
        let isHoliday = plan.office.reference.bankHolidays.name(on: day) != nil
        let isChristmas = (day.month == 12 && day.day > 19) || (day.month == 1 && day.day < 5)
        let isSummer = day.month == 8 || (day.month == 7 && day.day > 20)
        return switch setting {
        case .community, .online: !isHoliday && !(day.month == 12 && day.day > 23)
        case .professional: day.weekday <= 5 && !isHoliday && !isChristmas
        case .school: day.weekday <= 5 && !isHoliday && !isChristmas && !isSummer
        }
    }
}
