public import FoundationEssentials
public import Programme

extension Reader {
    /// People with this address or number: the candidates for being the same person.
    public func people(email: EmailAddress?, telephone: TelephoneNumber?) throws -> [Person] {
        guard email != nil || telephone != nil else { return [] }
        return try connection.rows(
            """
            SELECT * FROM person WHERE ($1 IS NOT NULL AND email_key = $1) OR ($2 IS NOT NULL AND telephone_key = $2)
            ORDER BY id
            """,
            .optional(email?.key),
            .optional(telephone?.key)
        ).map(Person.init(row:))
    }

    /// One person, or nil.
    public func person(_ id: ID<Person>) throws -> Person? {
        try connection.first("SELECT * FROM person WHERE id = $1", .id(id)).map(Person.init(row:))
    }

    /// People whose name, address or number contains `text`, at most `limit`, with how many bookings each has.
    public func people(containing text: String, limit: Int = 50) throws -> [(person: Person, bookings: Int)] {
        let pattern = "%" + text.split(whereSeparator: { "%_".contains($0) }).joined(separator: "_") + "%"
        let digits = text.filter { $0.isNumber }
        return try connection.rows(
            """
            SELECT person.*, (SELECT COUNT(*) FROM booking WHERE booking.person = person.id) AS bookings FROM person
            WHERE name LIKE $1 OR email_key LIKE $1 OR ($2 <> '' AND telephone_key LIKE '%' || $2 || '%')
            ORDER BY name, id LIMIT $3
            """,
            .text(pattern),
            .text(digits.count >= 4 ? String(digits.drop { $0 == "0" }) : ""),
            .integer(limit)
        ).map { (try Person(row: $0), try $0.int("bookings")) }
    }
}

extension Person {
    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            name: try row.parsed("given_name", "name") { try? PersonName(parsing: $0) },
            email: try row.optionalText("email").flatMap { try? EmailAddress(parsing: $0) },
            telephone: try row.optionalText("telephone").flatMap { try? TelephoneNumber(parsing: $0) },
            language: try row.optionalText("language")
        )
    }
}

extension Reader {
    /// How many frequent callers have a live booking, by area of the run.
    public func frequentCallersByArea() throws -> [(area: String, people: Int)] {
        try connection.rows(
            """
            SELECT run.area, COUNT(DISTINCT booking.person) AS people FROM caller_mark
              JOIN booking ON booking.person = caller_mark.person AND booking.state = 'confirmed'
              JOIN run ON run.id = booking.run
            GROUP BY run.area ORDER BY run.area
            """
        ).map { (try $0.text("area"), try $0.int("people")) }
    }
}

/// A partner's invitation as kept on record.
public struct Invitation: Hashable, Sendable {
    /// The partner.
    public let partner: String
    /// Whether those who use it are frequent callers.
    public let marksCaller: Bool
    /// How many more may use it.
    public let usesLeft: Int
    /// Until when.
    public let expires: Date
}

extension Reader {
    /// The invitation whose code has this SHA-256, or nil.
    public func invitation(hash: [UInt8]) throws -> Invitation? {
        try connection.first("SELECT * FROM invitation WHERE hash = $1", .bytes(hash)).map { row in
            Invitation(
                partner: try row.text("partner"),
                marksCaller: try row.flag("marks_caller"),
                usesLeft: try row.int("uses_left"),
                expires: try row.instant("expires_at")
            )
        }
    }
}

extension Ledger {
    /// Puts a person on record.
    public func insertPerson(
        name: PersonName,
        email: EmailAddress?,
        telephone: TelephoneNumber?,
        language: String?
    ) throws -> ID<Person> {
        try inserted(
            """
            INSERT INTO person (given_name, name, email, email_key, telephone, telephone_key, language)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .text(name.given), .text(name.text), .optional(email?.text), .optional(email?.key),
                .optional(telephone?.text), .optional(telephone?.key), .optional(language),
            ]
        )
    }

    /// Marks a person as a frequent caller; a mark that is there stays as it is.
    public func markFrequentCaller(_ person: ID<Person>, by actor: String, partner: String?, at now: Date) throws {
        try connection.run(
            """
            INSERT INTO caller_mark (person, set_by, partner, set_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (person) DO NOTHING
            """,
            .id(person),
            .text(actor),
            .optional(partner),
            .instant(now)
        )
    }

    /// Keeps a partner's invitation under the SHA-256 of its code.
    public func insertInvitation(hash: [UInt8], partner: String, marksCaller: Bool, uses: Int, expires: Date) throws {
        try connection.run(
            "INSERT INTO invitation (hash, partner, marks_caller, uses_left, expires_at) VALUES ($1, $2, $3, $4, $5)",
            .bytes(hash),
            .text(partner),
            .flag(marksCaller),
            .integer(uses),
            .instant(expires)
        )
    }

    /// Takes one use of an invitation.
    public func useInvitation(hash: [UInt8]) throws {
        try connection.run("UPDATE invitation SET uses_left = uses_left - 1 WHERE hash = $1", .bytes(hash))
    }
}
