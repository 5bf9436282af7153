public import FoundationEssentials
public import Programme

extension Ledger {
    /// Corrects a person's name and language, and keeps the former name with the reason where it can be erased.
    public func correctName(
        of person: Person,
        to name: PersonName,
        language: String?,
        reason: String,
        by actor: String,
        at now: Date
    ) throws {
        try connection.run(
            """
            INSERT INTO former_name (person, given_name, reason, corrected_at, corrected_by) VALUES ($1, $2, $3, $4, $5)
            """,
            .id(person.id),
            .text(person.name.given),
            .text(reason),
            .instant(now),
            .text(actor)
        )
        try connection.run(
            "UPDATE person SET given_name = $2, name = $3, language = $4 WHERE id = $1",
            .id(person.id),
            .text(name.given),
            .text(name.text),
            .optional(language)
        )
    }
}

extension Reader {
    /// The runs on which a person has or had a place, the newest first.
    public func runs(of person: ID<Person>) throws -> [ID<Run>] {
        try connection.rows("SELECT DISTINCT run FROM booking WHERE person = $1 ORDER BY run DESC", .id(person)).map {
            try $0.id("run")
        }
    }
}
