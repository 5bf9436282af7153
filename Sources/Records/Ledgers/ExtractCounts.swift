public import Programme

/// Calls of one category in one place and month, from a force's own extract.
public struct ExtractMonthCount: Hashable, Sendable {
    /// The force's slug.
    public let force: String
    /// The month.
    public let month: Month
    /// The count.
    public let count: ExtractCount
}

/// Calls of one person in one month, the person known by a pseudonym only.
public struct CallerMonthCount: Hashable, Sendable {
    /// The force's slug.
    public let force: String
    /// The month.
    public let month: Month
    /// The count.
    public let count: CallerCount
}

extension CountFile {
    /// The kind of a force's own extract.
    public static let extract = "extract"
}

extension Reader {
    /// The calls of force extracts in force, by force, month, place and category.
    public func extractCounts() throws -> [ExtractMonthCount] {
        try connection.rows(
            """
            SELECT extract_count.*, count_file.force, count_file.month
            FROM extract_count JOIN count_file ON count_file.id = extract_count.file
            WHERE count_file.replaced_at IS NULL
            ORDER BY count_file.force, count_file.month, extract_count.place, extract_count.category
            """
        ).map { row in
            let count = ExtractCount(
                place: try row.text("place"),
                category: try row.text("category"),
                calls: try row.int("calls"),
                attended: try row.optionalInt("attended"),
                notAttended: try row.optionalInt("not_attended"),
                escalated: try row.optionalInt("escalated")
            )
            return ExtractMonthCount(force: try row.text("force"), month: try row.month("month"), count: count)
        }
    }

    /// The calls by person of force extracts in force, by force, pseudonym and month.
    public func callerCounts() throws -> [CallerMonthCount] {
        try connection.rows(
            """
            SELECT caller_count.caller, caller_count.calls, count_file.force, count_file.month
            FROM caller_count JOIN count_file ON count_file.id = caller_count.file
            WHERE count_file.replaced_at IS NULL
            ORDER BY count_file.force, caller_count.caller, count_file.month
            """
        ).map { row in
            let count = CallerCount(caller: try row.bytes("caller"), calls: try row.int("calls"))
            return CallerMonthCount(force: try row.text("force"), month: try row.month("month"), count: count)
        }
    }
}

extension Ledger {
    /// Adds the calls of one place and category to a file.
    public func insert(_ row: ExtractCount, file: ID<CountFile>) throws {
        try connection.run(
            """
            INSERT INTO extract_count (file, place, category, calls, attended, not_attended, escalated)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            .id(file),
            .text(row.place),
            .text(row.category),
            .integer(row.calls),
            .optional(row.attended),
            .optional(row.notAttended),
            .optional(row.escalated)
        )
    }

    /// Adds the calls of one person to a file.
    public func insert(_ row: CallerCount, file: ID<CountFile>) throws {
        try connection.run(
            "INSERT INTO caller_count (file, caller, calls) VALUES ($1, $2, $3)",
            .id(file),
            .bytes(row.caller),
            .integer(row.calls)
        )
    }
}
