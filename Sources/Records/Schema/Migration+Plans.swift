extension Migration {
    static let plans = Migration(
        name: "024 declared plans",
        sql: """
            CREATE TABLE confidence_plan (
              id          {{identity}},
              content     TEXT NOT NULL,
              sha256      TEXT NOT NULL,
              declared_at TEXT NOT NULL,
              declared_on TEXT NOT NULL,
              reason      TEXT
            ) {{strict}};
            CREATE TABLE outcome_reading (
              id      {{int64}} PRIMARY KEY CHECK (id = 1),
              kind    TEXT NOT NULL CHECK (kind IN ('evaluation', 'export')),
              read_at TEXT NOT NULL,
              read_on TEXT NOT NULL
            ) {{strict}};
            """
    )
}
