import Programme

extension Migration {
    /// A sheet keyed a second time, with what was on record then.
    static let secondKeyings = Migration(
        name: "020 sheets keyed twice",
        sql: """
            ALTER TABLE response ADD COLUMN keyed_by TEXT;
            CREATE TABLE second_keying (
              id       {{identity}},
              response {{int64}} NOT NULL UNIQUE REFERENCES response (id),
              keyed_by TEXT NOT NULL,
              keyed_at TEXT NOT NULL,
              items    {{int64}} NOT NULL CHECK (items >= 1)
            ) {{strict}};
            CREATE TABLE disagreement (
              keying       {{int64}} NOT NULL REFERENCES second_keying (id),
              item         TEXT NOT NULL,
              first_given  {{int64}} NOT NULL CHECK (first_given IN (0, 1)),
              first_score  REAL,
              first_choice TEXT,
              second_given {{int64}} NOT NULL CHECK (second_given IN (0, 1)),
              second_score REAL,
              second_choice TEXT,
              settled_at   TEXT,
              settled_by   TEXT,
              reason       {{int64}} REFERENCES reason (id),
              PRIMARY KEY (keying, item),
              CHECK ((settled_at IS NULL) = (settled_by IS NULL) AND (settled_at IS NULL) = (reason IS NULL))
            ) {{strict}};
            """
    )

    /// What an answer was before, who changed it and why; rows are only ever added.
    static let answerChanges = Migration(
        name: "021 changes of answers",
        sql: """
            CREATE TABLE answer_change (
              id         {{identity}},
              response   {{int64}} NOT NULL REFERENCES response (id),
              item       TEXT NOT NULL,
              old_given  {{int64}} NOT NULL CHECK (old_given IN (0, 1)),
              old_score  REAL,
              old_choice TEXT,
              new_given  {{int64}} NOT NULL CHECK (new_given IN (0, 1)),
              new_score  REAL,
              new_choice TEXT,
              source     TEXT NOT NULL CHECK (source IN ('own', 'correction', 'file', 'filled', 'double-entry')),
              reason     {{int64}} REFERENCES reason (id),
              changed_by TEXT NOT NULL,
              changed_at TEXT NOT NULL,
              CHECK (source IN ('own', 'filled') OR reason IS NOT NULL)
            ) {{strict}};
            CREATE INDEX answer_change_response ON answer_change (response, id);
            """
    )

    /// Links made and opened, and what staff know about asking a person.
    static let waveEvents = Migration(
        name: "022 what is known about asking",
        sql: """
            CREATE TABLE wave_event (
              id       {{identity}},
              booking  {{int64}} NOT NULL REFERENCES booking (id),
              wave     TEXT NOT NULL,
              kind     TEXT NOT NULL
                CHECK (kind IN ('link', 'opened', 'reached', 'refused', 'unreachable', 'withdrawn', 'taken-back')),
              day      TEXT NOT NULL,
              reason   {{int64}} REFERENCES reason (id),
              noted_by TEXT NOT NULL,
              noted_at TEXT NOT NULL
            ) {{strict}};
            CREATE INDEX wave_event_booking ON wave_event (booking, id);
            """
    )

    /// Words of people's own with the right to quote them and the day until which they are kept.
    static let ownWords = Migration(
        name: "023 own words",
        sql: """
            ALTER TABLE free_text ADD COLUMN may_quote {{int64}} NOT NULL DEFAULT 0 CHECK (may_quote IN (0, 1));
            ALTER TABLE free_text ADD COLUMN kept_until TEXT;
            CREATE TABLE earlier_words (
              change   {{int64}} PRIMARY KEY NOT NULL REFERENCES answer_change (id),
              text     TEXT NOT NULL
            ) {{strict}};
            """,
        fill: { connection, _ in
            for row in try connection.rows(
                "SELECT free_text.response, free_text.item, response.answered_on FROM free_text JOIN response ON response.id = free_text.response"
            ) {
                try connection.run(
                    "UPDATE free_text SET kept_until = $3 WHERE response = $1 AND item = $2",
                    [
                        .integer(Int64(try row.int("response"))), .text(try row.text("item")),
                        .text(OwnWords.keptUntil(answeredOn: try row.date("answered_on")).description),
                    ]
                )
            }
        }
    )
}
