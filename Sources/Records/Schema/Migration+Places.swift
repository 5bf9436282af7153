extension Migration {
    static let places = Migration(
        name: "030 look-ups of places and residents",
        sql: """
            CREATE TABLE small_area_district (
              lsoa          TEXT PRIMARY KEY NOT NULL,
              district      TEXT NOT NULL,
              district_name TEXT NOT NULL
            ) {{strict}};
            CREATE TABLE small_area_succession (
              older  TEXT NOT NULL,
              newer  TEXT NOT NULL,
              change TEXT CHECK (change IN ('U', 'S', 'M', 'X')),
              PRIMARY KEY (older, newer)
            ) {{strict}};
            CREATE TABLE district_partnership (
              district         TEXT PRIMARY KEY NOT NULL,
              district_name    TEXT NOT NULL,
              partnership      TEXT NOT NULL,
              partnership_name TEXT NOT NULL,
              force            TEXT NOT NULL,
              force_name       TEXT NOT NULL
            ) {{strict}};
            CREATE TABLE place_population (
              place     TEXT NOT NULL,
              year      {{int64}} NOT NULL CHECK (year BETWEEN 1981 AND 2100),
              residents {{int64}} NOT NULL CHECK (residents >= 0),
              source    TEXT NOT NULL,
              PRIMARY KEY (place, year)
            ) {{strict}};
            """
    )
}
