public import FoundationEssentials
public import Programme

/// A booking with the person, as staff lists show it.
public struct BookingEntry: Hashable, Sendable {
    /// The booking.
    public let booking: Booking
    /// The person.
    public let person: Person
    /// What the person does in the community.
    public let role: CommunityRole
    /// What the person needs to take part.
    public let accessNeeds: String
    /// Who booked on the person's behalf.
    public let bookedBy: String?
    /// The position in the queue from 1; nil unless waiting.
    public let position: Int?
    /// Where the person lives: an area's code.
    public let homeArea: String?
    /// Whether the person agreed to the surveys.
    public let agreesToSurveys: Bool
    /// When the booking was made.
    public let madeAt: Date
}

extension Reader {
    /// The places of a run, to be decided on inside this transaction.
    public func places(of summary: RunSummary, in zone: TimeZone) -> Places {
        Places(
            run: summary.run.label,
            state: summary.run.state,
            capacity: summary.run.capacity,
            confirmed: summary.confirmed,
            waiting: summary.waiting,
            closes: summary.run.bookingCloses.instant(in: zone),
            starts: summary.run.starts.instant(in: zone)
        )
    }

    /// One booking, or nil.
    public func booking(_ id: ID<Booking>) throws -> BookingEntry? {
        try entries("WHERE booking.id = $1", [.id(id)]).first
    }

    /// The booking with a reference, read without regard to case, or nil.
    public func booking(reference: String) throws -> BookingEntry? {
        try entries("WHERE booking.reference = $1", [.text(reference.uppercased())]).first
    }

    /// The bookings of a run: places by name, then the queue in order; cancelled ones only when asked for.
    public func bookings(of run: ID<Run>, withCancelled: Bool = false) throws -> [BookingEntry] {
        try entries(
            """
            WHERE booking.run = $1 AND ($2 = 1 OR booking.state <> 'cancelled')
            ORDER BY CASE booking.state WHEN 'confirmed' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END,
              CASE booking.state WHEN 'waiting' THEN booking.queued_at ELSE lower(person.name) END, booking.id
            """,
            [.id(run), .flag(withCancelled)]
        )
    }

    /// The live booking of a person on a run, or nil.
    public func booking(of person: ID<Person>, on run: ID<Run>) throws -> BookingEntry? {
        try entries(
            "WHERE booking.person = $1 AND booking.run = $2 AND booking.state <> 'cancelled'",
            [.id(person), .id(run)]
        ).first
    }

    /// Those who wait longest, first.
    public func waiting(on run: ID<Run>, limit: Int) throws -> [ID<Booking>] {
        try connection.rows(
            "SELECT id FROM booking WHERE run = $1 AND state = 'waiting' ORDER BY queued_at, id LIMIT $2",
            .id(run),
            .integer(limit)
        ).map { try $0.id("id") }
    }

    private func entries(_ condition: String, _ values: [SQLValue]) throws -> [BookingEntry] {
        try connection.rows(
            """
            SELECT booking.*, person.given_name, person.email, person.telephone, person.language,
              CASE WHEN booking.state = 'waiting' THEN
                (SELECT COUNT(*) FROM booking AS earlier WHERE earlier.run = booking.run AND earlier.state = 'waiting'
                  AND (earlier.queued_at, earlier.id) <= (booking.queued_at, booking.id)) END AS position,
              COALESCE((SELECT granted FROM consent WHERE consent.booking = booking.id AND purpose = 'surveys'
                ORDER BY at DESC LIMIT 1), 0) AS surveys
            FROM booking JOIN person ON person.id = booking.person \(condition)
            """,
            values
        ).map(BookingEntry.init(row:))
    }
}

extension BookingEntry {
    init(row: SQLRow) throws {
        booking = Booking(
            id: try row.id("id"),
            reference: try row.text("reference"),
            run: try row.id("run"),
            person: try row.id("person"),
            state: try row.parsed("state", "booking state") { BookingState(rawValue: $0) },
            source: BookingSource(word: try row.text("source")),
            queuedAt: try row.instant("queued_at")
        )
        person = Person(
            id: booking.person,
            name: try row.parsed("given_name", "name") { try? PersonName(parsing: $0) },
            email: try row.optionalText("email").flatMap { try? EmailAddress(parsing: $0) },
            telephone: try row.optionalText("telephone").flatMap { try? TelephoneNumber(parsing: $0) },
            language: try row.optionalText("language")
        )
        role = CommunityRole(rawValue: try row.text("role")) ?? .ratherNotSay
        accessNeeds = try row.text("access_needs")
        bookedBy = try row.optionalText("booked_by")
        position = try row.optionalInt("position")
        homeArea = try row.optionalText("home_area")
        agreesToSurveys = try row.flag("surveys")
        madeAt = try row.instant("made_at")
    }
}

extension Ledger {
    /// Puts a booking on record.
    public func insertBooking(
        _ request: BookingRequest,
        reference: String,
        person: ID<Person>,
        run: ID<Run>,
        state: BookingState,
        at now: Date
    ) throws -> ID<Booking> {
        let id: ID<Booking> = try inserted(
            """
            INSERT INTO booking (reference, run, person, state, role, source, access_needs, home_area, work_area, home_lsoa,
              work_lsoa, booked_by, made_at, queued_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id
            """,
            [
                .text(reference), .id(run), .id(person), .text(state.rawValue), .text(request.role.rawValue),
                .text(request.source.word), .text(request.accessNeeds), .optional(request.homeArea),
                .optional(request.workArea), .optional(request.homeLSOA), .optional(request.workLSOA),
                .optional(request.bookedBy), .instant(now), .instant(try queueTime(on: run, at: now)),
            ]
        )
        for purpose in ConsentPurpose.allCases {
            try connection.run(
                "INSERT INTO consent (booking, purpose, granted, wording, at, channel) VALUES ($1, $2, $3, $4, $5, $6)",
                .id(id),
                .text(purpose.rawValue),
                .flag(request.consents.granted.contains(purpose)),
                .integer(request.consents.wordingVersion),
                .instant(now),
                .text(request.source.word)
            )
        }
        return id
    }

    /// Gives somebody who waits a place.
    public func confirm(_ booking: ID<Booking>) throws {
        try connection.run("UPDATE booking SET state = 'confirmed' WHERE id = $1 AND state = 'waiting'", .id(booking))
    }

    /// Ends a booking.
    public func cancel(_ booking: ID<Booking>, reason: String?, at now: Date) throws {
        try connection.run(
            "UPDATE booking SET state = 'cancelled', ended_at = $2, reason = $3 WHERE id = $1",
            .id(booking),
            .instant(now),
            .optional(reason)
        )
    }

    /// Moves a booking, with its reference, needs and answers, to another run.
    public func move(_ booking: ID<Booking>, to run: ID<Run>, state: BookingState, at now: Date) throws {
        try connection.run(
            "UPDATE booking SET run = $2, state = $3, queued_at = $4 WHERE id = $1",
            .id(booking),
            .id(run),
            .text(state.rawValue),
            .instant(try queueTime(on: run, at: now))
        )
    }

    /// When a newcomer joins the queue: now, but after everybody who waits already, whatever clock they read.
    private func queueTime(on run: ID<Run>, at now: Date) throws -> Date {
        let last = try connection.first(
            "SELECT MAX(queued_at) AS last FROM booking WHERE run = $1 AND state = 'waiting'",
            .id(run)
        )?.optionalInstant("last")
        return last.map { max(now, $0.addingTimeInterval(0.001)) } ?? now
    }

    /// Ends every booking of a run; the bookings that were live.
    public func cancelAll(of run: ID<Run>, reason: String, at now: Date) throws -> [ID<Booking>] {
        try connection.rows(
            """
            UPDATE booking SET state = 'cancelled', ended_at = $2, reason = $3 WHERE run = $1 AND state <> 'cancelled'
            RETURNING id
            """,
            .id(run),
            .instant(now),
            .text(reason)
        ).map { try $0.id("id") }
    }
}
