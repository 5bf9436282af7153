public import FoundationEssentials
public import Programme

/// A noted event with who noted it.
public struct NotedWaveEvent: Hashable, Sendable {
    /// What happened.
    public let event: WaveEvent
    /// Who noted it, as ``Actor/hand``.
    public let by: String
    /// When it was noted.
    public let at: Date
    /// Why, in words; nil when none were given or they were erased.
    public let reason: String?
}

extension Reader {
    /// What is known about asking one person, in the order noted.
    public func waveEvents(of booking: ID<Booking>) throws -> [NotedWaveEvent] {
        try connection.rows(
            """
            SELECT wave_event.*, reason.text AS why FROM wave_event LEFT JOIN reason ON reason.id = wave_event.reason
            WHERE booking = $1 ORDER BY wave_event.id
            """,
            .id(booking)
        ).map { row in
            NotedWaveEvent(
                event: try WaveEvent(row: row),
                by: try row.text("noted_by"),
                at: try row.instant("noted_at"),
                reason: try row.optionalText("why")
            )
        }
    }

    /// What is known about asking everybody, by the booking's code, each in the order noted; of one run or all.
    public func waveEvents(on run: ID<Run>? = nil) throws -> [String: [WaveEvent]] {
        try connection.rows(
            """
            SELECT booking.reference, wave_event.wave, wave_event.kind, wave_event.day FROM wave_event
              JOIN booking ON booking.id = wave_event.booking WHERE $1 IS NULL OR booking.run = $1 ORDER BY wave_event.id
            """,
            run.map(SQLValue.id) ?? .null
        ).reduce(into: [:]) { events, row in
            events[try row.text("reference"), default: []].append(try WaveEvent(row: row))
        }
    }

    /// The day of each wave's answer, by the booking's code; of one run or all.
    public func answeredDays(on run: ID<Run>? = nil) throws -> [String: [Wave: CalendarDate]] {
        try connection.rows(
            """
            SELECT booking.reference, response.wave, response.answered_on FROM response
              JOIN booking ON booking.id = response.booking WHERE $1 IS NULL OR booking.run = $1
            """,
            run.map(SQLValue.id) ?? .null
        ).reduce(into: [:]) { days, row in
            guard let wave = Wave(name: try row.text("wave")) else { return }
            days[try row.text("reference"), default: [:]][wave] = try row.date("answered_on")
        }
    }
}

extension WaveEvent {
    init(row: SQLRow) throws {
        self.init(
            wave: try row.parsed("wave", "wave") { Wave(name: $0) },
            kind: try row.parsed("kind", "kind of event") { Kind(rawValue: $0) },
            day: try row.date("day")
        )
    }
}

extension Ledger {
    /// Notes an event about asking one person.
    public func insert(_ event: WaveEvent, of booking: ID<Booking>, by hand: String, reason: String?, at now: Date)
        throws
    {
        let key: ID<GivenReason>? = try reason.map(reasonKey)
        try connection.run(
            """
            INSERT INTO wave_event (booking, wave, kind, day, reason, noted_by, noted_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            .id(booking),
            .text(event.wave.name),
            .text(event.kind.rawValue),
            .text(event.day.description),
            key.map(SQLValue.id) ?? .null,
            .text(hand),
            .instant(now)
        )
    }
}
