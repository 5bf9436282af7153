public import Programme

extension Reader {
    /// The JSON of a course as it was when a run was first scheduled with it, or nil.
    public func courseContent(_ edition: CourseEdition) throws -> String? {
        try content("course_edition", edition)
    }

    /// The JSON of a survey instrument as it was when first used, or nil.
    public func instrumentContent(_ edition: CourseEdition) throws -> String? {
        try content("instrument_edition", edition)
    }

    /// The instrument edition of a run, or nil when the course has no survey.
    public func instrument(of run: ID<Run>) throws -> CourseEdition? {
        let row = try connection.first("SELECT instrument, instrument_version FROM run WHERE id = $1", .id(run))
        guard let row, let code = try row.optionalText("instrument"),
            let version = try row.optionalInt("instrument_version")
        else { return nil }
        return CourseEdition(code: code, version: version)
    }

    private func content(_ table: String, _ edition: CourseEdition) throws -> String? {
        try connection.first(
            "SELECT content FROM \(table) WHERE code = $1 AND version = $2",
            .text(edition.code),
            .integer(edition.version)
        )?.text("content")
    }
}

extension Ledger {
    /// Keeps a course as it stands in the material.
    public func insertCourse(_ edition: CourseEdition, content: String) throws {
        try insert("course_edition", edition, content)
    }

    /// Keeps a survey instrument as it stands in the material.
    public func insertInstrument(_ edition: CourseEdition, content: String) throws {
        try insert("instrument_edition", edition, content)
    }

    private func insert(_ table: String, _ edition: CourseEdition, _ content: String) throws {
        try connection.run(
            "INSERT INTO \(table) (code, version, content) VALUES ($1, $2, $3)",
            .text(edition.code),
            .integer(edition.version),
            .text(content)
        )
    }
}
