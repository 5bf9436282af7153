/// Where a wave stands for one person on one day.
public struct WaveStanding: Hashable, Sendable {
    /// What can be done.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// The window never opens: it would close before it opens, as before a course booked at the door.
        case skipped
        /// The window has not opened.
        case upcoming
        /// It may be answered, and nobody need be reminded yet.
        case open
        /// It may be answered and is waited for.
        case due
        /// The window has closed without an answer.
        case missed
        /// It has been answered.
        case answered
    }

    /// The wave.
    public let wave: Wave
    /// What can be done.
    public let state: State
    /// The first day on which it may be answered.
    public let opens: CalendarDate
    /// The day from which it is waited for.
    public let due: CalendarDate
    /// The last day on which an answer counts as in time.
    public let closes: CalendarDate

    /// Whether a form may be filled in on that day.
    public var canBeAnswered: Bool { state == .open || state == .due }
}

extension Instrument {
    /// Where every wave stands for one person.
    /// - Parameters:
    ///   - dates: When they booked and when the course is.
    ///   - today: The day asked about.
    ///   - answered: The waves they have answered.
    /// - Returns: One standing a wave, in the instrument's order.
    public func standings(
        for dates: PersonalCourseDates,
        on today: CalendarDate,
        answered: Set<Wave> = []
    ) -> [WaveStanding] {
        waves.map { $0.standing(for: dates, on: today, isAnswered: answered.contains($0.wave)) }
    }
}

extension WavePlan {
    /// Where the wave stands for one person on one day.
    public func standing(
        for dates: PersonalCourseDates,
        on today: CalendarDate,
        isAnswered: Bool = false
    ) -> WaveStanding {
        let (opens, due, closes) = (opens.date(in: dates), due.date(in: dates), closes.date(in: dates))
        let state: WaveStanding.State =
            if isAnswered {
                .answered
            } else if closes < opens {
                .skipped
            } else if today < opens {
                .upcoming
            } else if today > closes {
                .missed
            } else {
                today < due ? .open : .due
            }
        return WaveStanding(wave: wave, state: state, opens: opens, due: due, closes: closes)
    }

    /// Whether an answer of a day counts as in time.
    public func isInTime(_ day: CalendarDate, for dates: PersonalCourseDates) -> Bool {
        opens.date(in: dates) <= day && day <= closes.date(in: dates)
    }
}
