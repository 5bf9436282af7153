import Programme

extension Migration {
    /// Counts of a category and month in one row, and what was noticed in each file.
    static let packedCounts = Migration(
        name: "018 counts packed by category",
        sql: """
            CREATE TABLE count_edition (
              id          {{identity}},
              kind        TEXT NOT NULL CHECK (kind IN ('police.uk', 'counts', 'extract')),
              force       TEXT NOT NULL,
              month       TEXT NOT NULL,
              name        TEXT NOT NULL,
              fingerprint TEXT NOT NULL,
              row_count   {{int64}} NOT NULL,
              imported_at TEXT NOT NULL,
              replaced_at TEXT
            ) {{strict}};
            INSERT INTO count_edition SELECT * FROM count_file;
            CREATE TABLE category_count (
              file        {{int64}} NOT NULL REFERENCES count_edition (id),
              category    TEXT NOT NULL,
              total       {{int64}} NOT NULL CHECK (total > 0),
              unallocated {{int64}} NOT NULL CHECK (unallocated BETWEEN 0 AND total),
              places      {{bytes}} NOT NULL,
              PRIMARY KEY (category, file)
            ) {{strict}};
            CREATE TABLE area_total (
              file       {{int64}} NOT NULL REFERENCES count_edition (id),
              area       TEXT NOT NULL,
              count      {{int64}} NOT NULL CHECK (count >= 0),
              population REAL CHECK (population > 0),
              PRIMARY KEY (file, area)
            ) {{strict}};
            INSERT INTO area_total SELECT * FROM area_count;
            CREATE TABLE count_note (
              file    {{int64}} NOT NULL REFERENCES count_edition (id),
              number  {{int64}} NOT NULL,
              kind    TEXT NOT NULL,
              subject TEXT NOT NULL,
              line    {{int64}},
              count   {{int64}} NOT NULL CHECK (count >= 0),
              PRIMARY KEY (file, number)
            ) {{strict}};
            """,
        fill: { connection, _ in try connection.packIncidentCounts() }
    )

    /// The tables that the step before has emptied into others, away; the new ones under the old names.
    static let countTables = Migration(
        name: "019 count tables under their names",
        sql: """
            DROP TABLE incident_count;
            DROP TABLE area_count;
            DROP TABLE count_file;
            ALTER TABLE count_edition RENAME TO count_file;
            ALTER TABLE area_total RENAME TO area_count;
            CREATE UNIQUE INDEX count_file_current ON count_file (kind, force, month) WHERE replaced_at IS NULL;
            """
    )

    /// The totals of each file without the places between them, which are a thousand times as many bytes.
    static let countTotals = Migration(
        name: "041 count totals",
        sql: "CREATE INDEX category_count_total ON category_count (file, category, total, unallocated);"
    )
}

extension SQLConnection {
    /// Packs the rows of `incident_count`, one for each place, into one row for each category.
    fileprivate func packIncidentCounts() throws {
        for file in try rows("SELECT id FROM count_edition ORDER BY id").map({ try $0.int("id") }) {
            var unallocated: [String: Int] = [:]
            var packed: [String: PackedCounts] = [:]
            for row in try rows(
                "SELECT category, lsoa, count FROM incident_count WHERE file = $1 ORDER BY category, lsoa",
                .integer(file)
            ) {
                let (category, count) = (try row.text("category"), try row.int("count"))
                if let number = LSOA.number(ofCode: try row.text("lsoa")) {
                    packed[category, default: PackedCounts()].append(number, count)
                } else {
                    unallocated[category, default: 0] += count
                }
            }
            for category in Set(packed.keys).union(unallocated.keys).sorted() {
                let (places, without) = (packed[category] ?? PackedCounts(), unallocated[category] ?? 0)
                try run(
                    """
                    INSERT INTO category_count (file, category, total, unallocated, places) VALUES ($1, $2, $3, $4, $5)
                    """,
                    .integer(file),
                    .text(category),
                    .integer(places.total + without),
                    .integer(without),
                    .bytes(places.bytes)
                )
            }
        }
    }
}
