public import FoundationEssentials
public import Programme

/// One line of a register: a person with a place, and what is recorded of each sitting.
public struct RegisterLine: Hashable, Sendable {
    /// The booking.
    public let booking: ID<Booking>
    /// The person.
    public let person: ID<Person>
    /// The booking's code, for survey forms.
    public let reference: String
    /// The name.
    public let name: PersonName
    /// The language of the name.
    public let language: String?
    /// What the person needs to take part.
    public let accessNeeds: String
    /// Whether the person came without a booking.
    public let isWalkIn: Bool
    /// The mark of each sitting in order; nil is "not recorded".
    public let marks: [RegisterMark?]
    /// The waves answered so far.
    public let answered: Set<Wave>
    /// The certificate's number, when one was issued and not taken back.
    public let certificate: String?
}

/// A run's register.
public struct RegisterSheet: Hashable, Sendable {
    /// The run with its numbers.
    public let summary: RunSummary
    /// The lines by name.
    public let lines: [RegisterLine]
}

extension Reader {
    /// The register of a run, in three queries whatever its length; nil when there is no such run.
    public func register(of id: ID<Run>) throws -> RegisterSheet? {
        guard let summary = try run(id) else { return nil }
        let sittings = summary.run.sittings.count
        var marks: [Int: [RegisterMark?]] = [:]
        for row in try connection.rows(
            """
            SELECT register_mark.* FROM register_mark JOIN booking ON booking.id = register_mark.booking
            WHERE booking.run = $1
            """,
            .id(id)
        ) {
            let (booking, sitting) = (try row.int("booking"), try row.int("sitting"))
            guard (1...max(sittings, 1)).contains(sitting) else { continue }
            marks[booking, default: Array(repeating: nil, count: sittings)][sitting - 1] = try RegisterMark(row: row)
        }
        let rows = try connection.rows(
            """
            SELECT booking.id, booking.person, booking.reference, booking.access_needs, booking.source, person.given_name, person.language,
              (SELECT group_concat(wave) FROM response WHERE response.booking = booking.id) AS waves,
              (SELECT number FROM certificate WHERE certificate.booking = booking.id AND revoked_at IS NULL
                ORDER BY version DESC LIMIT 1) AS certificate
            FROM booking JOIN person ON person.id = booking.person
            WHERE booking.run = $1 AND booking.state = 'confirmed' ORDER BY lower(person.name), booking.id
            """,
            .id(id)
        )
        let lines = try rows.map { row in
            RegisterLine(
                booking: try row.id("id"),
                person: try row.id("person"),
                reference: try row.text("reference"),
                name: try row.parsed("given_name", "name") { try? PersonName(parsing: $0) },
                language: try row.optionalText("language"),
                accessNeeds: try row.text("access_needs"),
                isWalkIn: try row.text("source") == BookingSource.walkIn.word,
                marks: marks[try row.int("id")] ?? Array(repeating: nil, count: sittings),
                answered: Set(
                    (try row.optionalText("waves") ?? "").split(separator: ",").compactMap { Wave(name: $0) }
                ),
                certificate: try row.optionalText("certificate")
            )
        }
        return RegisterSheet(summary: summary, lines: lines)
    }

    /// The mark of one booking at one sitting; nil is "not recorded".
    public func mark(of booking: ID<Booking>, sitting: Int) throws -> RegisterMark? {
        try connection.first(
            "SELECT * FROM register_mark WHERE booking = $1 AND sitting = $2",
            .id(booking),
            .integer(sitting)
        ).map(RegisterMark.init(row:))
    }

    /// Whether a booking has any mark.
    public func isMarked(_ booking: ID<Booking>) throws -> Bool {
        try connection.count("SELECT COUNT(*) AS n FROM register_mark WHERE booking = $1", .id(booking)) > 0
    }
}

extension RegisterMark {
    init(row: SQLRow) throws {
        self = try RegisterMark(word: try row.text("mark"), late: try row.int("late"), early: try row.int("early"))
    }
}

extension Ledger {
    /// Marks one booking at one sitting; nil takes the mark back to "not recorded".
    public func mark(_ booking: ID<Booking>, sitting: Int, _ mark: RegisterMark?, by actor: String, at now: Date) throws
    {
        guard let mark else {
            return try connection.run(
                "DELETE FROM register_mark WHERE booking = $1 AND sitting = $2",
                .id(booking),
                .integer(sitting)
            )
        }
        try connection.run(
            """
            INSERT INTO register_mark (booking, sitting, mark, late, early, marked_at, marked_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (booking, sitting) DO UPDATE SET mark = excluded.mark, late = excluded.late,
              early = excluded.early, marked_at = excluded.marked_at, marked_by = excluded.marked_by
            """,
            .id(booking),
            .integer(sitting),
            .text(mark.word),
            .integer(mark.minutesLate),
            .integer(mark.minutesEarly),
            .instant(now),
            .text(actor)
        )
    }
}
