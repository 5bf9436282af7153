public import Programme

extension Reader {
    /// The funded programmes by name.
    public func programmes() throws -> [FundedProgramme] {
        try connection.rows("SELECT * FROM programme ORDER BY name").map { row in
            FundedProgramme(
                code: try row.text("code"),
                name: try row.text("name"),
                commissioner: try row.text("commissioner"),
                provider: try row.text("provider"),
                force: try row.text("force"),
                fundingPerYear: try row.optionalInt("funding"),
                starts: try row.date("starts"),
                ends: try row.date("ends"),
                extensionMonths: try row.int("extension"),
                areasAsOf: try row.parsedIfPresent("areas_as_of", "date") { CalendarDate($0) }
            )
        }
    }

    /// The targets in force: for each area, quarter and measure the latest decision.
    public func targets(of programme: String) throws -> [Target] {
        try connection.rows(
            """
            SELECT * FROM target AS decided WHERE programme = $1 AND id =
              (SELECT id FROM target AS later WHERE later.programme = decided.programme AND later.area = decided.area
                AND later.quarter = decided.quarter AND later.measure = decided.measure
                ORDER BY decided_on DESC, id DESC LIMIT 1)
            ORDER BY quarter, area, measure
            """,
            .text(programme)
        ).map { row in
            Target(
                programme: programme,
                area: try row.text("area"),
                quarter: try row.parsed("quarter", "quarter") { Quarter($0) },
                measure: try row.parsed("measure", "measure") { TargetMeasure(rawValue: $0) },
                planned: try row.int("planned"),
                decidedOn: try row.date("decided_on"),
                reason: try row.text("reason")
            )
        }
    }

    /// A setting of the programme, or nil.
    public func setting(_ name: String) throws -> String? {
        try connection.first("SELECT value FROM setting WHERE name = $1", .text(name))?.text("value")
    }
}

extension Ledger {
    /// Puts a funded programme on record, or changes it.
    public func upsert(_ programme: FundedProgramme) throws {
        try connection.run(
            """
            INSERT INTO programme (code, name, commissioner, provider, force, funding, starts, ends, extension,
              areas_as_of)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, commissioner = excluded.commissioner,
              provider = excluded.provider, force = excluded.force, funding = excluded.funding, starts = excluded.starts,
              ends = excluded.ends, extension = excluded.extension,
              areas_as_of = excluded.areas_as_of
            """,
            .text(programme.code),
            .text(programme.name),
            .text(programme.commissioner),
            .text(programme.provider),
            .text(programme.force),
            .optional(programme.fundingPerYear),
            .text(programme.starts.description),
            .text(programme.ends.description),
            .integer(programme.extensionMonths),
            .optional(programme.areasAsOf?.description)
        )
    }

    /// Adds a decision on a target; earlier ones stay on record.
    public func insert(_ target: Target) throws {
        try connection.run(
            """
            INSERT INTO target (programme, area, quarter, measure, planned, decided_on, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            .text(target.programme),
            .text(target.area),
            .text(target.quarter.description),
            .text(target.measure.rawValue),
            .integer(target.planned),
            .text(target.decidedOn.description),
            .text(target.reason)
        )
    }

    /// Sets a setting of the programme.
    public func set(_ name: String, to value: String) throws {
        try connection.run(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            .text(name),
            .text(value)
        )
    }
}
