public import FoundationEssentials
public import Programme

/// A file of counts that was taken in, for one force and month.
public struct CountFile: Hashable, Sendable {
    /// `police.uk`, `counts` or `extract`.
    public let kind: String
    /// The force's slug; for a counts file its name.
    public let force: String
    /// The month.
    public let month: Month
    /// The file's name.
    public let name: String
    /// The fast fingerprint of its bytes.
    public let fingerprint: String
    /// The rows in it.
    public let rows: Int

    /// A file.
    public init(kind: String, force: String, month: Month, name: String, fingerprint: String, rows: Int) {
        self.kind = kind
        self.force = force
        self.month = month
        self.name = name
        self.fingerprint = fingerprint
        self.rows = rows
    }
}

/// The edition of a force and month that is in force.
public struct CountEdition: Hashable, Sendable {
    /// The file.
    public let id: ID<CountFile>
    /// The fast fingerprint of its bytes.
    public let fingerprint: String
    /// When it was taken in.
    public let importedAt: Date
}

extension Reader {
    /// The edition in force for a force and month, or nil.
    public func countEdition(kind: String, force: String, month: Month) throws -> CountEdition? {
        try connection.first(
            """
            SELECT id, fingerprint, imported_at FROM count_file
            WHERE kind = $1 AND force = $2 AND month = $3 AND replaced_at IS NULL
            """,
            .text(kind),
            .text(force),
            .text(month.description)
        ).map { row in
            CountEdition(
                id: try row.id("id"),
                fingerprint: try row.text("fingerprint"),
                importedAt: try row.instant("imported_at")
            )
        }
    }

    /// The files in force, by kind, force and month.
    public func countFiles() throws -> [CountFile] {
        try connection.rows("SELECT * FROM count_file WHERE replaced_at IS NULL ORDER BY kind, force, month").map {
            row in
            CountFile(
                kind: try row.text("kind"),
                force: try row.text("force"),
                month: try row.month("month"),
                name: try row.text("name"),
                fingerprint: try row.text("fingerprint"),
                rows: try row.int("row_count")
            )
        }
    }

    /// The counts that came as area and month already.
    public func areaCounts() throws -> [AreaMonthCount] {
        try connection.rows(
            """
            SELECT area_count.*, count_file.month FROM area_count JOIN count_file ON count_file.id = area_count.file
            WHERE count_file.replaced_at IS NULL ORDER BY area, month
            """
        ).map { row in
            AreaMonthCount(
                area: try row.text("area"),
                month: try row.month("month"),
                count: try row.int("count"),
                population: try row.optionalReal("population")
            )
        }
    }
}

extension Ledger {
    /// Takes a file in, in place of `former`, of which the totals by category stay and all else goes.
    public func insert(_ file: CountFile, replacing former: ID<CountFile>?, at now: Date) throws -> ID<CountFile> {
        if let former {
            try connection.run("UPDATE count_file SET replaced_at = $2 WHERE id = $1", .id(former), .instant(now))
            try connection.run(
                "UPDATE category_count SET places = $2 WHERE file = $1",
                .id(former),
                .bytes([])
            )
            try connection.run("DELETE FROM extract_count WHERE file = $1", .id(former))
            try connection.run("DELETE FROM caller_count WHERE file = $1", .id(former))
        }
        return try inserted(
            """
            INSERT INTO count_file (kind, force, month, name, fingerprint, row_count, imported_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            [
                .text(file.kind), .text(file.force), .text(file.month.description), .text(file.name),
                .text(file.fingerprint), .integer(file.rows), .instant(now),
            ]
        )
    }

    /// Adds one area's count to a file.
    public func insertAreaCount(_ row: AreaMonthCount, file: ID<CountFile>) throws {
        try connection.run(
            "INSERT INTO area_count (file, area, count, population) VALUES ($1, $2, $3, $4)",
            .id(file),
            .text(row.area),
            .integer(row.count),
            .optional(row.population)
        )
    }
}
