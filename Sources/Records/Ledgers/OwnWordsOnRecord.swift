public import Programme

/// Words that somebody wrote, with what may be done with them.
public struct StoredWords: Hashable, Sendable {
    /// The booking's code.
    public let attendee: String
    /// The run.
    public let run: ID<Run>
    /// The area of the run.
    public let area: String
    /// The wave.
    public let wave: Wave
    /// The item's code.
    public let item: String
    /// The words.
    public let text: String
    /// Whether they may be quoted, without saying whose they are.
    public let mayQuote: Bool
    /// The last day on which they are kept; nil when it was never set.
    public let keptUntil: CalendarDate?
}

extension Reader {
    /// Every word of people's own that is on record, by booking and wave.
    public func ownWords() throws -> [StoredWords] {
        try connection.rows(
            """
            SELECT free_text.*, booking.reference, booking.run, run.area, response.wave
            FROM free_text JOIN response ON response.id = free_text.response
              JOIN booking ON booking.id = response.booking JOIN run ON run.id = booking.run
            ORDER BY booking.id, response.id, free_text.item
            """
        ).map { row in
            StoredWords(
                attendee: try row.text("reference"),
                run: try row.id("run"),
                area: try row.text("area"),
                wave: try row.parsed("wave", "wave") { Wave(name: $0) },
                item: try row.text("item"),
                text: try row.text("text"),
                mayQuote: try row.flag("may_quote"),
                keptUntil: try row.parsedIfPresent("kept_until", "date") { CalendarDate($0) }
            )
        }
    }
}

extension Ledger {
    /// Erases words whose last day lies before `today`, with the wordings they had before; how many there were.
    public func eraseOwnWords(before today: CalendarDate) throws -> Int {
        let due = try connection.rows(
            "SELECT response, item FROM free_text WHERE kept_until < $1",
            .text(today.description)
        )
        for row in due {
            let key: [SQLValue] = [.integer(try row.int("response")), .text(try row.text("item"))]
            try connection.run(
                """
                DELETE FROM earlier_words WHERE change IN
                  (SELECT id FROM answer_change WHERE response = $1 AND item = $2)
                """,
                key
            )
            try connection.run("DELETE FROM free_text WHERE response = $1 AND item = $2", key)
        }
        return due.count
    }
}
