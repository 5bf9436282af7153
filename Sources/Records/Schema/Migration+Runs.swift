extension Migration {
    static let runs = Migration(
        name: "005 runs",
        sql: """
            CREATE TABLE run (
              id             {{identity}},
              course         TEXT NOT NULL,
              course_version {{int64}} NOT NULL,
              instrument     TEXT,
              instrument_version {{int64}},
              programme      TEXT REFERENCES programme (code),
              area           TEXT NOT NULL,
              title          TEXT NOT NULL,
              venue          TEXT NOT NULL,
              address        TEXT NOT NULL,
              access         TEXT NOT NULL,
              capacity       {{int64}} NOT NULL CHECK (capacity BETWEEN 1 AND 500),
              zone           TEXT NOT NULL,
              starts         TEXT NOT NULL,
              booking_closes TEXT NOT NULL,
              state          TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'held', 'cancelled')),
              reason         TEXT,
              FOREIGN KEY (course, course_version) REFERENCES course_edition (code, version),
              FOREIGN KEY (instrument, instrument_version) REFERENCES instrument_edition (code, version),
              CHECK (state <> 'cancelled' OR reason IS NOT NULL)
            ) {{strict}};
            CREATE INDEX run_starts ON run (starts);
            CREATE INDEX run_area ON run (area, starts);
            CREATE TABLE sitting (
              run     {{int64}} NOT NULL REFERENCES run (id),
              number  {{int64}} NOT NULL CHECK (number >= 1),
              starts  TEXT NOT NULL,
              minutes {{int64}} NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
              PRIMARY KEY (run, number)
            ) {{strict}};
            CREATE TABLE run_trainer (
              run      {{int64}} NOT NULL REFERENCES run (id),
              position {{int64}} NOT NULL,
              name     TEXT NOT NULL,
              account  {{int64}} REFERENCES account (id),
              PRIMARY KEY (run, position)
            ) {{strict}};
            CREATE INDEX run_trainer_account ON run_trainer (account);
            """
    )

    static let people = Migration(
        name: "006 people",
        sql: """
            CREATE TABLE person (
              id            {{identity}},
              given_name    TEXT NOT NULL,
              name          TEXT NOT NULL CHECK (name <> ''),
              email         TEXT,
              email_key     TEXT,
              telephone     TEXT,
              telephone_key TEXT,
              language      TEXT
            ) {{strict}};
            CREATE INDEX person_email ON person (email_key);
            CREATE INDEX person_telephone ON person (telephone_key);
            CREATE TABLE caller_mark (
              person  {{int64}} PRIMARY KEY NOT NULL REFERENCES person (id),
              set_by  TEXT NOT NULL,
              partner TEXT,
              set_at  TEXT NOT NULL
            ) {{strict}};
            CREATE TABLE postcode (
              code TEXT PRIMARY KEY NOT NULL,
              lsoa TEXT NOT NULL
            ) {{strict}};
            CREATE TABLE invitation (
              hash         {{bytes}} PRIMARY KEY NOT NULL,
              partner      TEXT NOT NULL,
              marks_caller {{int64}} NOT NULL CHECK (marks_caller IN (0, 1)),
              uses_left    {{int64}} NOT NULL CHECK (uses_left >= 0),
              expires_at   TEXT NOT NULL
            ) {{strict}};
            """
    )

    static let bookings = Migration(
        name: "007 bookings",
        sql: """
            CREATE TABLE booking (
              id           {{identity}},
              reference    TEXT NOT NULL UNIQUE,
              run          {{int64}} NOT NULL REFERENCES run (id),
              person       {{int64}} NOT NULL REFERENCES person (id),
              state        TEXT NOT NULL CHECK (state IN ('confirmed', 'waiting', 'cancelled')),
              role         TEXT NOT NULL,
              source       TEXT NOT NULL,
              access_needs TEXT NOT NULL,
              home_area    TEXT,
              work_area    TEXT,
              home_lsoa    TEXT,
              work_lsoa    TEXT,
              booked_by    TEXT,
              made_at      TEXT NOT NULL,
              queued_at    TEXT NOT NULL,
              ended_at     TEXT,
              reason       TEXT,
              CHECK (state <> 'cancelled' OR ended_at IS NOT NULL)
            ) {{strict}};
            CREATE UNIQUE INDEX booking_once ON booking (run, person) WHERE state <> 'cancelled';
            CREATE INDEX booking_queue ON booking (run, state, queued_at, id);
            CREATE INDEX booking_person ON booking (person);
            CREATE TABLE consent (
              booking {{int64}} NOT NULL REFERENCES booking (id),
              purpose TEXT NOT NULL CHECK (purpose IN ('surveys', 'later-contact', 'linkage', 'quotation')),
              granted {{int64}} NOT NULL CHECK (granted IN (0, 1)),
              wording {{int64}} NOT NULL,
              at      TEXT NOT NULL,
              channel TEXT NOT NULL,
              PRIMARY KEY (booking, purpose, at)
            ) {{strict}};
            """
    )

    static let links = Migration(
        name: "008 links",
        sql: """
            CREATE TABLE link (
              hash       {{bytes}} PRIMARY KEY NOT NULL,
              purpose    TEXT NOT NULL CHECK (purpose IN ('booking', 'survey', 'certificate', 'calendar', 'sign-in')),
              subject    {{int64}} NOT NULL,
              issued_at  TEXT NOT NULL,
              expires_at TEXT NOT NULL,
              used_at    TEXT,
              revoked_at TEXT
            ) {{strict}};
            CREATE INDEX link_subject ON link (purpose, subject);
            """
    )

    static let register = Migration(
        name: "009 register",
        sql: """
            CREATE TABLE register_mark (
              booking   {{int64}} NOT NULL REFERENCES booking (id),
              sitting   {{int64}} NOT NULL CHECK (sitting >= 1),
              mark      TEXT NOT NULL CHECK (mark IN ('present', 'late', 'left-early', 'late-and-left-early', 'absent')),
              late      {{int64}} NOT NULL DEFAULT 0,
              early     {{int64}} NOT NULL DEFAULT 0,
              marked_at TEXT NOT NULL,
              marked_by TEXT NOT NULL,
              PRIMARY KEY (booking, sitting)
            ) {{strict}};
            """
    )
}
