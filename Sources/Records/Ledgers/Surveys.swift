public import FoundationEssentials
public import Programme

/// One item's answer as kept on record.
public struct StoredAnswer: Hashable, Sendable {
    /// The item's code.
    public var item: String
    /// The score; nil when missing or when the item has none.
    public var score: Double?
    /// The choice as ``Answer/text`` writes it; nil for a scored item.
    public var choice: String?
    /// Words of the person's own, stored apart.
    public var text: String?

    /// An answer; everything but the item may be missing.
    public init(item: String, score: Double? = nil, choice: String? = nil, text: String? = nil) {
        self.item = item
        self.score = score
        self.choice = choice
        self.text = text
    }
}

/// How a survey was answered.
public enum AnswerMode: String, CaseIterable, Hashable, Sendable {
    /// On the website.
    case web
    /// On paper, keyed by staff.
    case paper
    /// On the telephone, keyed by staff.
    case telephone
}

/// One person's answers of one wave.
public struct StoredResponse: Hashable, Sendable {
    /// The booking.
    public var booking: ID<Booking>
    /// The wave.
    public var wave: Wave
    /// The day of the answer.
    public var answeredOn: CalendarDate
    /// How it was answered.
    public var mode: AnswerMode
    /// The language of the form.
    public var language: String?
    /// The answers.
    public var answers: [StoredAnswer]

    /// A response.
    public init(
        booking: ID<Booking>,
        wave: Wave,
        answeredOn: CalendarDate,
        mode: AnswerMode,
        language: String?,
        answers: [StoredAnswer]
    ) {
        self.booking = booking
        self.wave = wave
        self.answeredOn = answeredOn
        self.mode = mode
        self.language = language
        self.answers = answers
    }
}

extension Reader {
    /// The waves a booking has answered, with the day.
    public func wavesAnswered(by booking: ID<Booking>) throws -> [Wave: CalendarDate] {
        try connection.rows("SELECT wave, answered_on FROM response WHERE booking = $1", .id(booking)).reduce(into: [:])
        {
            waves,
            row in
            guard let wave = Wave(name: try row.text("wave")) else { return }
            waves[wave] = try row.date("answered_on")
        }
    }

    /// The answers of one booking in one wave, or nil when there are none.
    public func response(of booking: ID<Booking>, wave: Wave) throws -> StoredResponse? {
        guard
            let head = try connection.first(
                "SELECT * FROM response WHERE booking = $1 AND wave = $2",
                .id(booking),
                .text(wave.name)
            )
        else { return nil }
        let response = try head.int("id")
        let texts = try connection.rows("SELECT item, text FROM free_text WHERE response = $1", .integer(response))
            .map { StoredAnswer(item: try $0.text("item"), text: try $0.text("text")) }
        let answers = try connection.rows("SELECT * FROM answer WHERE response = $1 ORDER BY item", .integer(response))
            .map { row in
                StoredAnswer(
                    item: try row.text("item"),
                    score: try row.optionalReal("score"),
                    choice: try row.optionalText("choice")
                )
            }
        return StoredResponse(
            booking: booking,
            wave: wave,
            answeredOn: try head.date("answered_on"),
            mode: AnswerMode(rawValue: try head.text("mode")) ?? .paper,
            language: try head.optionalText("language"),
            answers: answers + texts
        )
    }

    /// Every scored answer on record as rows of `responses.csv`, by booking, wave and item.
    ///
    /// Choices without a score (guard items and the like) stand in ``choiceRecords(areas:)`` instead.
    public func responseRecords(areas: Set<String>? = nil) throws -> [ResponseRecord] {
        try connection.rows(
            """
            SELECT booking.reference, booking.run, booking.role, run.area, response.wave, response.answered_on,
              response.mode, response.language, answer.item, answer.score,
              (SELECT name FROM run_trainer WHERE run_trainer.run = run.id AND position = 1) AS trainer
            FROM answer JOIN response ON response.id = answer.response JOIN booking ON booking.id = response.booking
              JOIN run ON run.id = booking.run
            WHERE answer.choice IS NULL ORDER BY booking.id, response.id, answer.item
            """
        ).compactMap { row in
            let area = try row.text("area")
            guard areas?.contains(area) != false else { return nil }
            return ResponseRecord(
                attendee: try row.text("reference"),
                wave: try row.parsed("wave", "wave") { Wave(name: $0) },
                item: try row.text("item"),
                score: try row.optionalReal("score"),
                course: String(try row.int("run")),
                answeredOn: try row.date("answered_on"),
                area: area,
                category: try row.text("role"),
                trainer: try row.optionalText("trainer"),
                mode: try row.text("mode"),
                language: try row.optionalText("language")
            )
        }
    }

    /// Every choice on record, by booking and wave.
    public func choiceRecords(areas: Set<String>? = nil) throws -> [ChoiceRecord] {
        try connection.rows(
            """
            SELECT booking.reference, run.area, response.wave, answer.item, answer.score, answer.choice
            FROM answer JOIN response ON response.id = answer.response JOIN booking ON booking.id = response.booking
              JOIN run ON run.id = booking.run
            WHERE answer.choice IS NOT NULL ORDER BY booking.id, response.id, answer.item
            """
        ).compactMap { row in
            guard areas?.contains(try row.text("area")) != false else { return nil }
            return ChoiceRecord(
                attendee: try row.text("reference"),
                wave: try row.parsed("wave", "wave") { Wave(name: $0) },
                item: try row.text("item"),
                score: try row.optionalReal("score"),
                choice: try row.text("choice")
            )
        }
    }
}

/// One choice of one person in one wave.
public struct ChoiceRecord: Hashable, Sendable {
    /// The booking's code.
    public let attendee: String
    /// The wave.
    public let wave: Wave
    /// The item's code.
    public let item: String
    /// What the choice counts as: 1 for a safe choice, 0 for any other; nil when it counts as nothing.
    public let score: Double?
    /// The choice as ``Answer/text`` writes it.
    public let choice: String
}

extension Ledger {
    /// Puts one wave's answers of one booking on record, in place of what was there.
    public func store(_ response: StoredResponse, at now: Date) throws {
        let row: ID<StoredResponse> = try inserted(
            """
            INSERT INTO response (booking, wave, answered_on, mode, language, received_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (booking, wave) DO UPDATE SET answered_on = excluded.answered_on, mode = excluded.mode,
              language = excluded.language, received_at = excluded.received_at
            RETURNING id
            """,
            [
                .id(response.booking), .text(response.wave.name), .text(response.answeredOn.description),
                .text(response.mode.rawValue), .optional(response.language), .instant(now),
            ]
        )
        for answer in response.answers {
            if let text = answer.text {
                try connection.run(
                    """
                    INSERT INTO free_text (response, item, text) VALUES ($1, $2, $3)
                    ON CONFLICT (response, item) DO UPDATE SET text = excluded.text
                    """,
                    .id(row),
                    .text(answer.item),
                    .text(text)
                )
            } else {
                try connection.run(
                    """
                    INSERT INTO answer (response, item, score, choice) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (response, item) DO UPDATE SET score = excluded.score, choice = excluded.choice
                    """,
                    .id(row),
                    .text(answer.item),
                    .optional(answer.score),
                    .optional(answer.choice)
                )
            }
        }
    }
}
