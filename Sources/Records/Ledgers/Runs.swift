public import Programme

/// A run with its numbers, as lists and pages show it.
public struct RunSummary: Hashable, Sendable {
    /// The run.
    public let run: Run
    /// The places taken.
    public let confirmed: Int
    /// The people waiting.
    public let waiting: Int
    /// Places that nobody has; 0 when walk-ins went beyond the capacity.
    public var free: Int { max(0, run.capacity - confirmed) }
}

/// Which runs a list shows; nil means all.
public struct RunFilter: Hashable, Sendable {
    /// The area's code.
    public var area: String?
    /// No run that starts before this day.
    public var from: CalendarDate?
    /// No run that starts after this day.
    public var to: CalendarDate?
    /// The states.
    public var states: Set<RunState>?
    /// The account that teaches.
    public var trainer: ID<Account>?
    /// The most rows.
    public var limit: Int

    /// A filter that lets everything pass unless told otherwise.
    public init(
        area: String? = nil,
        from: CalendarDate? = nil,
        to: CalendarDate? = nil,
        states: Set<RunState>? = nil,
        trainer: ID<Account>? = nil,
        limit: Int = 1000
    ) {
        self.area = area
        self.from = from
        self.to = to
        self.states = states
        self.trainer = trainer
        self.limit = limit
    }
}

extension Reader {
    /// One run with its numbers, or nil.
    public func run(_ id: ID<Run>) throws -> RunSummary? { try summaries("WHERE run.id = $1", [.id(id)]).first }

    /// Runs in order of start.
    public func runs(_ filter: RunFilter = RunFilter()) throws -> [RunSummary] {
        let states = filter.states.map { "," + $0.map(\.rawValue).sorted().joined(separator: ",") + "," }
        return try summaries(
            """
            WHERE ($1 IS NULL OR run.area = $1) AND ($2 IS NULL OR run.starts >= $2) AND ($3 IS NULL OR run.starts < $3)
              AND ($4 IS NULL OR $4 LIKE '%,' || run.state || ',%')
              AND ($5 IS NULL OR EXISTS (SELECT 1 FROM run_trainer WHERE run_trainer.run = run.id AND account = $5))
            ORDER BY run.starts, run.id LIMIT $6
            """,
            [
                .optional(filter.area), .optional(filter.from?.description),
                .optional(filter.to?.adding(days: 1).description), .optional(states),
                .optional(filter.trainer.map { Int($0.rawValue) }), .integer(filter.limit),
            ]
        )
    }

    /// The first ten run numbers closest to `id`, for a refusal that suggests one.
    public func runNumbers(near id: ID<Run>) throws -> [ID<Run>] {
        try connection.rows("SELECT id FROM run ORDER BY ABS(id - $1), id LIMIT 3", .id(id)).map { try $0.id("id") }
    }

    private func summaries(_ condition: String, _ values: [SQLValue]) throws -> [RunSummary] {
        let rows = try connection.rows(
            """
            SELECT run.*,
              (SELECT COUNT(*) FROM booking WHERE booking.run = run.id AND state = 'confirmed') AS confirmed,
              (SELECT COUNT(*) FROM booking WHERE booking.run = run.id AND state = 'waiting') AS waiting,
              (SELECT group_concat(starts || '/' || minutes, ';') FROM
                (SELECT starts, minutes FROM sitting WHERE sitting.run = run.id ORDER BY number)) AS sittings,
              (SELECT group_concat(COALESCE(account, '') || '/' || name, char(10)) FROM
                (SELECT account, name FROM run_trainer WHERE run_trainer.run = run.id ORDER BY position)) AS trainers
            FROM run \(condition)
            """,
            values
        )
        return try rows.map { row in
            RunSummary(run: try Run(row: row), confirmed: try row.int("confirmed"), waiting: try row.int("waiting"))
        }
    }
}

extension Run {
    init(row: SQLRow) throws {
        let sittings = try row.parsed("sittings", "sittings") { text in
            text.split(separator: ";").compactMap { part -> RunSitting? in
                let halves = part.split(separator: "/")
                guard halves.count == 2, let starts = LocalDateTime(halves[0]), let minutes = Int(halves[1]) else {
                    return nil
                }
                return RunSitting(starts: starts, minutes: minutes)
            }
        }
        let trainers = (try row.optionalText("trainers") ?? "").split(separator: "\n").map { line in
            let halves = line.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            return RunTrainer(name: String(halves.last ?? ""), account: halves.first.flatMap { ID(String($0)) })
        }
        self.init(
            id: try row.id("id"),
            course: CourseEdition(code: try row.text("course"), version: try row.int("course_version")),
            title: try row.text("title"),
            programme: try row.optionalText("programme"),
            area: try row.text("area"),
            venue: Venue(name: try row.text("venue"), address: try row.text("address"), access: try row.text("access")),
            trainers: trainers,
            capacity: try row.int("capacity"),
            sittings: sittings,
            zone: try row.text("zone"),
            state: try row.parsed("state", "run state") { RunState(rawValue: $0) },
            bookingCloses: try row.local("booking_closes")
        )
    }
}

extension Ledger {
    /// Puts a run on record; its `id` is ignored and the new key returned.
    public func insert(_ run: Run, instrument: CourseEdition?) throws -> ID<Run> {
        let id: ID<Run> = try inserted(
            """
            INSERT INTO run (course, course_version, instrument, instrument_version, programme, area, title, venue, address, access,
              capacity, zone, starts, booking_closes, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id
            """,
            [
                .text(run.course.code), .integer(run.course.version), .optional(instrument?.code),
                .optional(instrument?.version), .optional(run.programme), .text(run.area), .text(run.title),
                .text(run.venue.name), .text(run.venue.address), .text(run.venue.access), .integer(run.capacity),
                .text(run.zone), .text(run.starts.description), .text(run.bookingCloses.description),
                .text(run.state.rawValue),
            ]
        )
        for (index, sitting) in run.sittings.enumerated() {
            try connection.run(
                "INSERT INTO sitting (run, number, starts, minutes) VALUES ($1, $2, $3, $4)",
                .id(id),
                .integer(index + 1),
                .text(sitting.starts.description),
                .integer(sitting.minutes)
            )
        }
        for (index, trainer) in run.trainers.enumerated() {
            try connection.run(
                "INSERT INTO run_trainer (run, position, name, account) VALUES ($1, $2, $3, $4)",
                .id(id),
                .integer(index + 1),
                .text(trainer.name.split(whereSeparator: \.isNewline).joined(separator: " ")),
                .optional(trainer.account.map { Int($0.rawValue) })
            )
        }
        return id
    }

    /// Sets where a run stands; cancelling needs the reason.
    public func setState(_ state: RunState, of run: ID<Run>, reason: String?) throws {
        try connection.run(
            "UPDATE run SET state = $2, reason = COALESCE($3, reason) WHERE id = $1",
            .id(run),
            .text(state.rawValue),
            .optional(reason)
        )
    }
}
