extension Migration {
    /// Seals, the public keys they were made with, and look-up by a digest of the number.
    static let sealing = Migration(
        name: "016 sealing",
        sql: """
            CREATE TABLE certificate_key (
              name       TEXT PRIMARY KEY NOT NULL,
              public_key {{bytes}} NOT NULL CHECK (length(public_key) = 32),
              since      TEXT NOT NULL,
              retired_at TEXT
            ) {{strict}};
            ALTER TABLE certificate ADD COLUMN number_digest {{bytes}};
            ALTER TABLE certificate ADD COLUMN key_name TEXT REFERENCES certificate_key (name);
            ALTER TABLE certificate ADD COLUMN signature {{bytes}} CHECK ((signature IS NULL) = (key_name IS NULL));
            ALTER TABLE certificate ADD COLUMN fonts TEXT;
            ALTER TABLE certificate ADD COLUMN reissue_reason TEXT;
            CREATE UNIQUE INDEX certificate_look_up ON certificate (number_digest, version);
            """,
        fill: { connection, digest in
            for row in try connection.rows("SELECT DISTINCT number FROM certificate") {
                let number = try row.text("number")
                try connection.run(
                    "UPDATE certificate SET number_digest = $2 WHERE number = $1",
                    .text(number),
                    .bytes(digest(Array(number.utf8)))
                )
            }
        }
    )

    /// The names people had before they were corrected, apart from the audit trail so that they can be erased.
    static let names = Migration(
        name: "017 names",
        sql: """
            CREATE TABLE former_name (
              id           {{identity}},
              person       {{int64}} NOT NULL REFERENCES person (id),
              given_name   TEXT NOT NULL,
              reason       TEXT NOT NULL,
              corrected_at TEXT NOT NULL,
              corrected_by TEXT NOT NULL
            ) {{strict}};
            CREATE INDEX former_name_person ON former_name (person);
            """
    )
}
