public import FoundationEssentials
public import Programme

/// A file of counts that was taken in, for one force and month.
public struct CountFile: Hashable, Sendable {
    /// `police.uk` or `counts`.
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

/// Incidents of one category in one small area and month.
public struct SmallAreaCount: Hashable, Sendable {
    /// The LSOA's code; empty when the source gave none ("unallocated").
    public let lsoa: String
    /// The LSOA's name, which begins with its district's.
    public let name: String
    /// The force that supplied the rows, as a slug.
    public let force: String
    /// The month.
    public let month: Month
    /// The count.
    public let count: Int
}

extension Reader {
    /// The fingerprint of the file in force for a force and month, or nil.
    public func countFingerprint(kind: String, force: String, month: Month) throws -> String? {
        try connection.first(
            """
            SELECT fingerprint FROM count_file
            WHERE kind = $1 AND force = $2 AND month = $3 AND replaced_at IS NULL
            """,
            .text(kind),
            .text(force),
            .text(month.description)
        )?.text("fingerprint")
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

    /// The incidents of a category by small area and month.
    public func smallAreaCounts(category: String) throws -> [SmallAreaCount] {
        try connection.rows(
            """
            SELECT count_file.force, count_file.month, incident_count.lsoa, incident_count.count,
              COALESCE(small_area.name, '') AS name
            FROM incident_count JOIN count_file ON count_file.id = incident_count.file
              LEFT JOIN small_area ON small_area.code = incident_count.lsoa
            WHERE incident_count.category = $1 AND count_file.replaced_at IS NULL
            ORDER BY count_file.force, count_file.month, incident_count.lsoa
            """,
            .text(category)
        ).map { row in
            SmallAreaCount(
                lsoa: try row.text("lsoa"),
                name: try row.text("name"),
                force: try row.text("force"),
                month: try row.month("month"),
                count: try row.int("count")
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
    /// Takes a file in, in place of an earlier one for the same force and month.
    public func insert(_ file: CountFile, at now: Date) throws -> ID<CountFile> {
        try connection.run(
            """
            UPDATE count_file SET replaced_at = $4
            WHERE kind = $1 AND force = $2 AND month = $3 AND replaced_at IS NULL
            """,
            .text(file.kind),
            .text(file.force),
            .text(file.month.description),
            .instant(now)
        )
        try connection.run(
            """
            DELETE FROM incident_count WHERE file IN
              (SELECT id FROM count_file WHERE kind = $1 AND force = $2 AND month = $3 AND replaced_at IS NOT NULL)
            """,
            .text(file.kind),
            .text(file.force),
            .text(file.month.description)
        )
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

    /// Adds the incidents of one category in one small area to a file.
    public func insertIncidents(_ count: Int, category: String, lsoa: String, file: ID<CountFile>) throws {
        try connection.run(
            "INSERT INTO incident_count (file, category, lsoa, count) VALUES ($1, $2, $3, $4)",
            .id(file),
            .text(category),
            .text(lsoa),
            .integer(count)
        )
    }

    /// Keeps the name of a small area.
    public func nameSmallArea(_ code: String, _ name: String) throws {
        try connection.run(
            "INSERT INTO small_area (code, name) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET name = excluded.name",
            .text(code),
            .text(name)
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
