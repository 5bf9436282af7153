public import FoundationEssentials
public import Programme

extension Ledger {
    /// Puts one wave's answers of one booking on record where there were none, or adds to those there; day, mode and language
    /// of a sheet that is there stay, and no answer that is there is touched.
    public func store(_ response: StoredResponse, at now: Date) throws {
        let id: ID<StoredResponse> = try inserted(
            """
            INSERT INTO response (booking, wave, answered_on, mode, language, received_at, keyed_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (booking, wave) DO UPDATE SET booking = excluded.booking RETURNING id
            """,
            [
                .id(response.booking), .text(response.wave.name), .text(response.answeredOn.description),
                .text(response.mode.rawValue), .optional(response.language), .instant(now),
                .optional(response.keyedBy),
            ]
        )
        let changed = Set(
            try connection.rows("SELECT DISTINCT item FROM answer_change WHERE response = $1", .id(id)).map {
                try $0.text("item")
            }
        )
        for answer in response.answers {
            if changed.contains(answer.item) {
                try giveAgain(answer, in: id, by: response.keyedBy ?? Actor.linkHolder.hand, at: now)
            } else {
                try add(answer, to: id, keptUntil: OwnWords.keptUntil(answeredOn: response.answeredOn))
            }
        }
    }

    private func add(_ answer: StoredAnswer, to id: ID<StoredResponse>, keptUntil: CalendarDate) throws {
        if let text = answer.text {
            try connection.run(
                """
                INSERT INTO free_text (response, item, text, may_quote, kept_until) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (response, item) DO NOTHING
                """,
                .id(id),
                .text(answer.item),
                .text(text),
                .flag(answer.mayQuote),
                .text(keptUntil.description)
            )
        } else {
            try connection.run(
                """
                INSERT INTO answer (response, item, score, choice) VALUES ($1, $2, $3, $4)
                ON CONFLICT (response, item) DO NOTHING
                """,
                .id(id),
                .text(answer.item),
                .optional(answer.score),
                .optional(answer.choice)
            )
        }
    }

    /// Adds an answer that has a history already: where it is blank now, the history goes on.
    private func giveAgain(_ answer: StoredAnswer, in id: ID<StoredResponse>, by hand: String, at now: Date) throws {
        let table = answer.text == nil ? "answer" : "free_text"
        let isThere = try connection.count(
            "SELECT COUNT(*) AS n FROM \(table) WHERE response = $1 AND item = $2",
            .id(id),
            .text(answer.item)
        )
        guard isThere == 0 else { return }
        let change = AnswerChange(
            item: answer.item,
            from: nil,
            to: answer.text == nil ? answer.value : .words,
            source: .filled,
            by: hand,
            at: now,
            reason: nil
        )
        if let text = answer.text {
            try changeWords(to: text, mayQuote: answer.mayQuote, change, in: id)
        } else {
            try self.change(change, in: id)
        }
    }

    /// Changes one answer, or one fact of the sheet, and keeps what it was.
    public func change(_ change: AnswerChange, in response: ID<StoredResponse>) throws {
        try note(change, in: response)
        if let fact = SheetFact(rawValue: change.item) { return try set(fact, to: change.to?.choice, in: response) }
        guard let value = change.to else {
            return try connection.run(
                "DELETE FROM answer WHERE response = $1 AND item = $2",
                .id(response),
                .text(change.item)
            )
        }
        try connection.run(
            """
            INSERT INTO answer (response, item, score, choice) VALUES ($1, $2, $3, $4)
            ON CONFLICT (response, item) DO UPDATE SET score = excluded.score, choice = excluded.choice
            """,
            .id(response),
            .text(change.item),
            .optional(value.score),
            .optional(value.choice)
        )
    }

    /// Changes words of a person's own; nil takes them away. What staff replace is kept with the change; what a person replaces
    /// by their own link is gone.
    public func changeWords(to text: String?, mayQuote: Bool, _ change: AnswerChange, in response: ID<StoredResponse>)
        throws
    {
        let before = try connection.first(
            "SELECT text FROM free_text WHERE response = $1 AND item = $2",
            .id(response),
            .text(change.item)
        )?.text("text")
        let id = try note(change, in: response)
        if let before, change.source != .own {
            try connection.run("INSERT INTO earlier_words (change, text) VALUES ($1, $2)", .id(id), .text(before))
        }
        guard let text else {
            return try connection.run(
                "DELETE FROM free_text WHERE response = $1 AND item = $2",
                .id(response),
                .text(change.item)
            )
        }
        try connection.run(
            """
            INSERT INTO free_text (response, item, text, may_quote, kept_until)
            SELECT $1, $2, $3, $4, $5
            ON CONFLICT (response, item) DO UPDATE SET text = excluded.text, may_quote = excluded.may_quote
            """,
            .id(response),
            .text(change.item),
            .text(text),
            .flag(mayQuote),
            .text(try keptUntil(response).description)
        )
    }

    /// Says whether words on record may be quoted.
    public func setQuoting(_ mayQuote: Bool, of item: String, in response: ID<StoredResponse>) throws {
        try connection.run(
            "UPDATE free_text SET may_quote = $3 WHERE response = $1 AND item = $2",
            .id(response),
            .text(item),
            .flag(mayQuote)
        )
    }

    private func keptUntil(_ response: ID<StoredResponse>) throws -> CalendarDate {
        guard
            let row = try connection.first("SELECT answered_on FROM response WHERE id = $1", .id(response))
        else { throw SQLRow.Mismatch(column: "answered_on", expected: "date") }
        return OwnWords.keptUntil(answeredOn: try row.date("answered_on"))
    }

    private func set(_ fact: SheetFact, to text: String?, in response: ID<StoredResponse>) throws {
        try connection.run(
            "UPDATE response SET \(fact.rawValue) = $2 WHERE id = $1",
            .id(response),
            .optional(text)
        )
        guard fact == .answeredOn else { return }
        try connection.run(
            "UPDATE free_text SET kept_until = $2 WHERE response = $1",
            .id(response),
            .text(try keptUntil(response).description)
        )
    }

    @discardableResult
    private func note(_ change: AnswerChange, in response: ID<StoredResponse>) throws -> ID<AnswerChange> {
        let reason: ID<GivenReason>? = try change.reason.map(reasonKey)
        return try inserted(
            """
            INSERT INTO answer_change (response, item, old_given, old_score, old_choice, new_given, new_score, new_choice,
              source, reason, changed_by, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
            """,
            [
                .id(response), .text(change.item), .flag(change.from != nil), .optional(change.from?.score),
                .optional(change.from?.choice), .flag(change.to != nil), .optional(change.to?.score),
                .optional(change.to?.choice), .text(change.source.rawValue), reason.map(SQLValue.id) ?? .null,
                .text(change.by), .instant(change.at),
            ]
        )
    }
}
