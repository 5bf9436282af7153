extension Migration {
    static let audit = Migration(
        name: "001 audit and outbox",
        sql: """
            CREATE TABLE audit (
              number   {{identity}},
              at       TEXT NOT NULL,
              actor    TEXT NOT NULL,
              terminal TEXT,
              action   TEXT NOT NULL,
              subject  TEXT NOT NULL,
              detail   TEXT NOT NULL,
              previous {{bytes}} NOT NULL,
              hash     {{bytes}} NOT NULL UNIQUE
            ) {{strict}};
            CREATE TABLE outbox (
              id       {{identity}},
              purpose  TEXT NOT NULL,
              subject  {{int64}} NOT NULL,
              occasion TEXT NOT NULL,
              queued_at TEXT NOT NULL,
              sent_at  TEXT,
              UNIQUE (purpose, subject, occasion)
            ) {{strict}};
            """
    )

    static let accounts = Migration(
        name: "002 accounts",
        sql: """
            CREATE TABLE account (
              id        {{identity}},
              email     TEXT NOT NULL,
              email_key TEXT NOT NULL UNIQUE,
              name      TEXT NOT NULL,
              role      TEXT NOT NULL CHECK (role IN ('manager', 'trainer', 'evaluator', 'data-protection-officer')),
              password  TEXT,
              disabled_at TEXT
            ) {{strict}};
            CREATE TABLE account_area (
              account {{int64}} NOT NULL REFERENCES account (id),
              area    TEXT NOT NULL,
              PRIMARY KEY (account, area)
            ) {{strict}};
            CREATE TABLE session (
              hash       {{bytes}} PRIMARY KEY NOT NULL,
              account    {{int64}} NOT NULL REFERENCES account (id),
              issued_at  TEXT NOT NULL,
              expires_at TEXT NOT NULL
            ) {{strict}};
            """
    )

    static let programmes = Migration(
        name: "003 funded programmes and targets",
        sql: """
            CREATE TABLE programme (
              code         TEXT PRIMARY KEY NOT NULL,
              name         TEXT NOT NULL,
              commissioner TEXT NOT NULL,
              provider     TEXT NOT NULL,
              force        TEXT NOT NULL,
              funding      {{int64}},
              starts       TEXT NOT NULL,
              ends         TEXT NOT NULL,
              extension    {{int64}} NOT NULL DEFAULT 0,
              areas_as_of  TEXT,
              CHECK (ends >= starts)
            ) {{strict}};
            CREATE TABLE target (
              id         {{identity}},
              programme  TEXT NOT NULL REFERENCES programme (code),
              area       TEXT NOT NULL,
              quarter    TEXT NOT NULL,
              measure    TEXT NOT NULL,
              planned    {{int64}} NOT NULL CHECK (planned >= 0),
              decided_on TEXT NOT NULL,
              reason     TEXT NOT NULL CHECK (reason <> '')
            ) {{strict}};
            CREATE INDEX target_cell ON target (programme, area, quarter, measure, decided_on);
            """
    )

    static let material = Migration(
        name: "004 course and survey editions, as taught",
        sql: """
            CREATE TABLE course_edition (
              code    TEXT NOT NULL,
              version {{int64}} NOT NULL,
              content TEXT NOT NULL,
              PRIMARY KEY (code, version)
            ) {{strict}};
            CREATE TABLE instrument_edition (
              code    TEXT NOT NULL,
              version {{int64}} NOT NULL,
              content TEXT NOT NULL,
              PRIMARY KEY (code, version)
            ) {{strict}};
            """
    )

    static let reasons = Migration(
        name: "015 reasons given",
        sql: """
            CREATE TABLE reason (
              id   {{identity}},
              text TEXT NOT NULL CHECK (text <> '')
            ) {{strict}};
            """
    )

    static let settings = Migration(
        name: "014 settings",
        sql: """
            CREATE TABLE setting (
              name  TEXT PRIMARY KEY NOT NULL,
              value TEXT NOT NULL
            ) {{strict}};
            """
    )
}
