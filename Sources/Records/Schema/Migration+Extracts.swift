extension Migration {
    static let extracts = Migration(
        name: "031 calls of force extracts",
        sql: """
            CREATE TABLE extract_count (
              file         {{int64}} NOT NULL REFERENCES count_file (id),
              place        TEXT NOT NULL,
              category     TEXT NOT NULL,
              calls        {{int64}} NOT NULL CHECK (calls > 0),
              attended     {{int64}} CHECK (attended BETWEEN 0 AND calls),
              not_attended {{int64}} CHECK (not_attended BETWEEN 0 AND calls),
              escalated    {{int64}} CHECK (escalated BETWEEN 0 AND calls),
              PRIMARY KEY (file, place, category)
            ) {{strict}};
            CREATE TABLE caller_count (
              file   {{int64}} NOT NULL REFERENCES count_file (id),
              caller {{bytes}} NOT NULL CHECK (length(caller) = 16),
              calls  {{int64}} NOT NULL CHECK (calls > 0),
              PRIMARY KEY (file, caller)
            ) {{strict}};
            """
    )
}
