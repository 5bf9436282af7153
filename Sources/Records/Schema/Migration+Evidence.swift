extension Migration {
    static let surveys = Migration(
        name: "010 survey answers",
        sql: """
            CREATE TABLE response (
              id          {{identity}},
              booking     {{int64}} NOT NULL REFERENCES booking (id),
              wave        TEXT NOT NULL,
              answered_on TEXT NOT NULL,
              mode        TEXT NOT NULL CHECK (mode IN ('web', 'paper', 'telephone')),
              language    TEXT,
              received_at TEXT NOT NULL,
              UNIQUE (booking, wave)
            ) {{strict}};
            CREATE TABLE answer (
              response {{int64}} NOT NULL REFERENCES response (id),
              item     TEXT NOT NULL,
              score    REAL,
              choice   TEXT,
              PRIMARY KEY (response, item)
            ) {{strict}};
            CREATE TABLE free_text (
              response {{int64}} NOT NULL REFERENCES response (id),
              item     TEXT NOT NULL,
              text     TEXT NOT NULL,
              PRIMARY KEY (response, item)
            ) {{strict}};
            """
    )

    static let awareness = Migration(
        name: "011 awareness sessions",
        sql: """
            CREATE TABLE awareness_session (
              id        {{identity}},
              programme TEXT REFERENCES programme (code),
              held_on   TEXT NOT NULL,
              area      TEXT NOT NULL,
              setting   TEXT NOT NULL CHECK (setting IN ('school', 'community', 'professional', 'online')),
              audience  TEXT NOT NULL,
              heads     {{int64}} NOT NULL CHECK (heads >= 1),
              estimated {{int64}} NOT NULL CHECK (estimated IN (0, 1))
            ) {{strict}};
            CREATE INDEX awareness_held ON awareness_session (held_on);
            """
    )

    static let counts = Migration(
        name: "012 counts of incidents and calls",
        sql: """
            CREATE TABLE count_file (
              id          {{identity}},
              kind        TEXT NOT NULL CHECK (kind IN ('police.uk', 'counts')),
              force       TEXT NOT NULL,
              month       TEXT NOT NULL,
              name        TEXT NOT NULL,
              fingerprint TEXT NOT NULL,
              row_count   {{int64}} NOT NULL,
              imported_at TEXT NOT NULL,
              replaced_at TEXT
            ) {{strict}};
            CREATE UNIQUE INDEX count_file_current ON count_file (kind, force, month) WHERE replaced_at IS NULL;
            CREATE TABLE small_area (
              code TEXT PRIMARY KEY NOT NULL,
              name TEXT NOT NULL
            ) {{strict}};
            CREATE TABLE incident_count (
              file     {{int64}} NOT NULL REFERENCES count_file (id),
              category TEXT NOT NULL,
              lsoa     TEXT NOT NULL,
              count    {{int64}} NOT NULL CHECK (count > 0),
              PRIMARY KEY (category, file, lsoa)
            ) {{strict}};
            CREATE TABLE area_count (
              file       {{int64}} NOT NULL REFERENCES count_file (id),
              area       TEXT NOT NULL,
              count      {{int64}} NOT NULL CHECK (count >= 0),
              population REAL CHECK (population > 0),
              PRIMARY KEY (file, area)
            ) {{strict}};
            CREATE TABLE own_area (
              id       {{identity}},
              area     TEXT NOT NULL,
              district TEXT,
              lsoa     TEXT,
              starts   TEXT,
              ends     TEXT,
              CHECK ((district IS NULL) <> (lsoa IS NULL))
            ) {{strict}};
            """
    )

    static let certificates = Migration(
        name: "013 certificates",
        sql: """
            CREATE TABLE certificate (
              id             {{identity}},
              number         TEXT NOT NULL,
              version        {{int64}} NOT NULL CHECK (version >= 1),
              booking        {{int64}} NOT NULL REFERENCES booking (id),
              design         TEXT NOT NULL,
              facts          TEXT NOT NULL,
              issued_at      TEXT NOT NULL,
              issued_by      TEXT NOT NULL,
              revoked_at     TEXT,
              revoked_reason TEXT,
              UNIQUE (number, version),
              UNIQUE (booking, version)
            ) {{strict}};
            """
    )
}
