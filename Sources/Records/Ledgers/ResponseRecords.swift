public import Programme

extension Reader {
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
