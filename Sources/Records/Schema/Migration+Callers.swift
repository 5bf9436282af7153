extension Migration {
    static let callerLinks = Migration(
        name: "040 attendees and callers",
        sql: """
            CREATE TABLE caller_link (
              caller    {{bytes}} PRIMARY KEY NOT NULL CHECK (length(caller) = 16),
              person    {{int64}} NOT NULL REFERENCES person (id),
              linked_by TEXT NOT NULL,
              linked_at TEXT NOT NULL
            ) {{strict}};
            CREATE INDEX caller_link_person ON caller_link (person);
            """
    )
}
