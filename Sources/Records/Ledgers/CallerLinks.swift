public import FoundationEssentials
public import Programme

/// Which caller of a force's extract a person is; both known by numbers only.
public struct CallerLink: Hashable, Sendable {
    /// The pseudonym.
    public let caller: [UInt8]
    /// The person.
    public let person: ID<Person>
}

extension Reader {
    /// Every link, by person and pseudonym.
    public func callerLinks() throws -> [CallerLink] {
        try connection.rows("SELECT caller, person FROM caller_link ORDER BY person, caller").map { row in
            CallerLink(caller: try row.bytes("caller"), person: try row.id("person"))
        }
    }

    /// The day each person finished a course: the last sitting of the first run at which they were marked as there.
    public func trainingDays() throws -> [ID<Person>: CalendarDate] {
        let rows = try connection.rows(
            """
            SELECT booking.person, (SELECT MAX(starts) FROM sitting WHERE sitting.run = run.id) AS last
            FROM booking JOIN run ON run.id = booking.run
            WHERE booking.state = 'confirmed' AND run.state <> 'cancelled'
              AND EXISTS (SELECT 1 FROM register_mark WHERE register_mark.booking = booking.id AND mark <> 'absent')
            """
        )
        return try rows.reduce(into: [:]) { days, row in
            let (person, day) = (try row.id("person") as ID<Person>, try row.local("last").date)
            days[person] = min(days[person] ?? day, day)
        }
    }
}

extension Ledger {
    /// Says which caller a person is; a person may be several callers, a caller is one person.
    public func link(_ person: ID<Person>, toCaller caller: [UInt8], by actor: String, at now: Date) throws {
        try connection.run(
            """
            INSERT INTO caller_link (caller, person, linked_by, linked_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (caller) DO NOTHING
            """,
            .bytes(caller),
            .id(person),
            .text(actor),
            .instant(now)
        )
    }

    /// Takes every link of a person away.
    public func unlinkCallers(of person: ID<Person>) throws {
        try connection.run("DELETE FROM caller_link WHERE person = $1", .id(person))
    }
}
