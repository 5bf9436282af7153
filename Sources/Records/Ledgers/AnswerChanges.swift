public import Programme

extension Reader {
    /// Everything that was changed on one sheet, the oldest first.
    public func answerChanges(of booking: ID<Booking>, wave: Wave) throws -> [AnswerChange] {
        try connection.rows(
            """
            SELECT answer_change.*, reason.text AS why FROM answer_change
              JOIN response ON response.id = answer_change.response LEFT JOIN reason ON reason.id = answer_change.reason
            WHERE response.booking = $1 AND response.wave = $2 ORDER BY answer_change.id
            """,
            .id(booking),
            .text(wave.name)
        ).map(AnswerChange.init(row:))
    }

    /// How many answers were changed, by why they could be.
    public func answerChangeCounts() throws -> [AnswerChangeSource: Int] {
        try connection.rows("SELECT source, COUNT(*) AS n FROM answer_change GROUP BY source").reduce(into: [:]) {
            counts,
            row in
            guard let source = AnswerChangeSource(rawValue: try row.text("source")) else { return }
            counts[source] = try row.int("n")
        }
    }

    /// Words that staff replaced on one sheet, by item, the oldest first.
    public func earlierWords(of booking: ID<Booking>, wave: Wave) throws -> [(item: String, text: String)] {
        try connection.rows(
            """
            SELECT answer_change.item, earlier_words.text FROM earlier_words
              JOIN answer_change ON answer_change.id = earlier_words.change
              JOIN response ON response.id = answer_change.response
            WHERE response.booking = $1 AND response.wave = $2 ORDER BY answer_change.id
            """,
            .id(booking),
            .text(wave.name)
        ).map { (try $0.text("item"), try $0.text("text")) }
    }

    /// The bookings and waves whose changes do not fit together or do not end at what is on record.
    public func brokenAnswerHistories() throws -> [Drift] {
        let changed = try connection.rows(
            """
            SELECT DISTINCT response.booking, response.wave FROM answer_change
              JOIN response ON response.id = answer_change.response ORDER BY response.booking, response.wave
            """
        )
        return try changed.compactMap { row in
            let booking: ID<Booking> = try row.id("booking")
            let wave = try row.parsed("wave", "wave") { Wave(name: $0) }
            guard let response = try response(of: booking, wave: wave) else { return nil }
            let changes = try answerChanges(of: booking, wave: wave)
            var current = response.values.merging(response.facts) { answer, _ in answer }
            for answer in response.answers where answer.text != nil { current[answer.item] = .words }
            // Words whose time was over are gone, and their history ends with them.
            for change in changes where change.to == .words { current[change.item] = .words }
            for change in changes where change.from == .words && change.to == nil { current[change.item] = nil }
            let faults = AnswerHistory.faults(changes, current: current)
            guard !faults.isEmpty else { return nil }
            return Drift(
                description:
                    "The history of \(faults.joined(separator: ", ")) in \(wave.name) of booking \(booking) does not end at what is on record."
            )
        }
    }
}

extension AnswerChange {
    init(row: SQLRow) throws {
        self.init(
            item: try row.text("item"),
            from: try row.flag("old_given") ? AnswerValue(row: row, "old") : nil,
            to: try row.flag("new_given") ? AnswerValue(row: row, "new") : nil,
            source: try row.parsed("source", "source") { AnswerChangeSource(rawValue: $0) },
            by: try row.text("changed_by"),
            at: try row.instant("changed_at"),
            reason: try row.optionalText("why")
        )
    }
}

extension AnswerValue {
    init(row: SQLRow, _ prefix: String) throws {
        self.init(score: try row.optionalReal("\(prefix)_score"), choice: try row.optionalText("\(prefix)_choice"))
    }
}
