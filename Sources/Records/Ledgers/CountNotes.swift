public import Programme

/// Something noticed in a file of counts.
public struct CountNote: Hashable, Sendable {
    /// What: `repeated-crime`, `malformed`, ….
    public let kind: String
    /// What it is about, such as a force's name or a fault; may be empty.
    public let subject: String
    /// The line it was noticed on first, from 1.
    public let line: Int?
    /// How many rows.
    public let count: Int

    /// A note.
    public init(kind: String, subject: String = "", line: Int? = nil, count: Int) {
        (self.kind, self.subject, self.line, self.count) = (kind, subject, line, count)
    }
}

/// What was noticed in the file of a force and month.
public struct CountMonthNote: Hashable, Sendable {
    /// The force's slug.
    public let force: String
    /// The month.
    public let month: Month
    /// The file's name.
    public let file: String
    /// What was noticed.
    public let note: CountNote
}

extension Reader {
    /// What was noticed in the police files in force, by force and month.
    public func countNotes() throws -> [CountMonthNote] {
        try connection.rows(
            """
            SELECT count_file.force, count_file.month, count_file.name, count_note.kind, count_note.subject,
              count_note.line, count_note.count
            FROM count_note JOIN count_file ON count_file.id = count_note.file
            WHERE count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL
            ORDER BY count_file.force, count_file.month, count_note.number
            """
        ).map { row in
            CountMonthNote(
                force: try row.text("force"),
                month: try row.month("month"),
                file: try row.text("name"),
                note: CountNote(
                    kind: try row.text("kind"),
                    subject: try row.text("subject"),
                    line: try row.optionalInt("line"),
                    count: try row.int("count")
                )
            )
        }
    }
}

extension Ledger {
    /// Keeps what was noticed in a file.
    public func insert(_ notes: [CountNote], file: ID<CountFile>) throws {
        for (number, note) in notes.enumerated() {
            try connection.run(
                "INSERT INTO count_note (file, number, kind, subject, line, count) VALUES ($1, $2, $3, $4, $5, $6)",
                .id(file),
                .integer(number + 1),
                .text(note.kind),
                .text(note.subject),
                .optional(note.line),
                .integer(note.count)
            )
        }
    }
}
