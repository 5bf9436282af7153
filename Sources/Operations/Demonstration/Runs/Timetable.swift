import Material
import Programme

extension Demonstration {
    /// Every run of the pilot, by first sitting.
    var timetable: [PilotRun] {
        (heldRuns + [heldYesterday, runOfToday, fullRun] + calledOff + openRuns + [draft])
            .sorted { ($0.starts[0], $0.area.code) < ($1.starts[0], $1.area.code) }
    }

    /// How many people ask for a place on each of the 45 runs held before yesterday: thin on purpose.
    private static let demands =
        [5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9]
        + [9, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 13, 13, 13, 14, 14]

    /// One run in every area first, then the second round, over the fourteen months up to a fortnight ago.
    private var heldRuns: [PilotRun] {
        var chance = chance("timetable")
        let rounds = PilotArea.all.map(\.runsHeld).max() ?? 0
        let order = (0..<rounds).flatMap { round in
            chance.shuffled(PilotArea.all.filter { $0.runsHeld > round })
        }
        let demands = chance.shuffled(Self.demands)
        return order.enumerated().map { index, area in
            let demand = demands[index % demands.count]
            // The last places of the fullest runs are taken by people who waited.
            let isOverbooked = demand == 14
            return run(
                area,
                index % 3 == 2 ? twoEvenings : oneDay,
                on: today.adding(days: -418 + index * 404 / max(1, order.count - 1)),
                searching: -1,
                capacity: isOverbooked ? 12 : demand > 12 ? 16 : chance.pick([12, 12, 14]) ?? 12,
                demand: demand,
                givenUp: isOverbooked ? 2 : demand < 8 ? 0 : chance.below(3),
                .held
            )
        }
    }

    private var heldYesterday: PilotRun {
        run(.named("aylesbury-vale"), oneDay, on: today.adding(days: -1), capacity: 12, demand: 10, .heldYesterday)
    }

    /// Half booked, in as many scripts as people.
    private var runOfToday: PilotRun {
        PilotRun(
            area: .named("milton-keynes"),
            hall: 0,
            course: oneDay,
            starts: [LocalDateTime(date: today, time: begins)],
            capacity: 12,
            demand: 6,
            givenUp: 0,
            fate: .today,
            languages: ["pa", "bn", "en", "pl", "zh-Hant", "am"]
        )
    }

    private var fullRun: PilotRun {
        run(.named("reading"), oneDay, on: today.adding(days: 12), searching: 1, capacity: 12, demand: 14, .open)
    }

    private var calledOff: [PilotRun] {
        let (first, second) = (today.adding(days: -150), today.adding(days: 9))
        return [
            run(
                .named("west-oxfordshire"),
                oneDay,
                on: first,
                searching: -1,
                capacity: 12,
                demand: 3,
                .cancelled(
                    on: first.adding(days: -10),
                    reason: "Only three people had booked and the course needs eight to practise in threes."
                )
            ),
            run(
                .named("slough"),
                oneDay,
                on: second,
                searching: 1,
                capacity: 12,
                demand: 5,
                .cancelled(
                    on: today.adding(days: -2),
                    reason: "The hall's heating has failed and no other hall was free."
                )
            ),
        ]
    }

    /// Area, days from today, whether on two evenings, places and bookings so far.
    private var openRuns: [PilotRun] {
        let plans: [(String, Int, Bool, Int, Int)] = [
            ("oxford", 6, false, 14, 8), ("milton-keynes", 16, false, 12, 6), ("wycombe", 20, true, 12, 5),
            ("cherwell", 23, false, 12, 5), ("windsor-and-maidenhead", 27, false, 14, 5),
            ("west-berkshire", 34, false, 12, 4), ("wokingham", 41, true, 12, 3),
            ("bracknell-forest", 48, false, 16, 3),
        ]
        return plans.map { code, days, evenings, capacity, demand in
            run(
                .named(code),
                evenings ? twoEvenings : oneDay,
                on: today.adding(days: days),
                searching: 1,
                capacity: capacity,
                demand: demand,
                .open
            )
        }
    }

    private var draft: PilotRun {
        run(
            .named("chiltern-and-south-bucks"),
            oneDay,
            on: today.adding(days: 62),
            searching: 1,
            capacity: 12,
            demand: 0,
            .draft
        )
    }

    /// A run on a day, or on the nearest day that suits in the direction of `step`; a step of 0 takes the day as it is.
    private func run(
        _ area: PilotArea,
        _ course: Course,
        on day: CalendarDate,
        searching step: Int = 0,
        capacity: Int,
        demand: Int,
        givenUp: Int = 0,
        _ fate: PilotRun.Fate
    ) -> PilotRun {
        let weekdays: Set<Int> = course.sittings.count > 1 ? [1, 2, 3, 4] : [3, 4, 6]
        var first = day
        for _ in 0..<60 where step != 0 && !suits(first, weekdays, sittings: course.sittings.count) {
            first = first.adding(days: step)
        }
        return PilotRun(
            area: area,
            hall: demand % 2,
            course: course,
            starts: course.sittings.enumerated().map { index, sitting in
                LocalDateTime(date: first.adding(days: 7 * index), time: sitting.usualStart)
            },
            capacity: capacity,
            demand: demand,
            givenUp: givenUp,
            fate: fate
        )
    }

    /// Whether courses are held on this day and, for evenings, on the same day of the week after.
    private func suits(_ day: CalendarDate, _ weekdays: Set<Int>, sittings: Int) -> Bool {
        (0..<max(1, sittings)).allSatisfy { index in
            let day = day.adding(days: 7 * index)
            let isChristmas = (day.month == 12 && day.day >= 20) || (day.month == 1 && day.day <= 3)
            return weekdays.contains(day.weekday) && !isChristmas && office.reference.bankHolidays.name(on: day) == nil
        }
    }
}
