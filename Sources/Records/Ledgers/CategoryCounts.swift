public import Programme

/// The rows of one category that a force published for one month.
public struct CategoryMonth: Hashable, Sendable {
    /// The force's slug.
    public let force: String
    /// The month.
    public let month: Month
    /// The counts.
    public let counts: CategoryCounts
}

/// How many rows a force published for one month.
public struct MonthTotals: Hashable, Sendable {
    /// The force's slug.
    public let force: String
    /// The month.
    public let month: Month
    /// Rows of every category.
    public let rows: Int
    /// Rows of the category asked about.
    public let ofCategory: Int
    /// Of these, those without a place.
    public let unallocated: Int
}

extension Reader {
    /// The packed counts of a category in the police files in force, of some forces or of all, by force and month.
    public func categoryMonths(of category: CrimeCategory, forces: [String]? = nil) throws -> [CategoryMonth] {
        try connection.rows(
            """
            SELECT count_file.force, count_file.month, category_count.unallocated, category_count.places
            FROM category_count JOIN count_file ON count_file.id = category_count.file
            WHERE category_count.category = $1 AND count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL
              \(Self.among(forces, from: 2))
            ORDER BY count_file.force, count_file.month
            """,
            [.text(category.rawValue)] + (forces ?? []).map(SQLValue.text)
        ).map { row in
            guard let places = PackedCounts(bytes: try row.bytes("places")) else {
                throw SQLRow.Mismatch(column: "places", expected: "packed counts")
            }
            let counts = CategoryCounts(category: category, places: places, unallocated: try row.int("unallocated"))
            return CategoryMonth(force: try row.text("force"), month: try row.month("month"), counts: counts)
        }
    }

    /// The months of the police files in force, of some forces or of all, by force and month.
    public func policeMonths(forces: [String]? = nil) throws -> [(force: String, month: Month)] {
        try connection.rows(
            """
            SELECT count_file.force, count_file.month FROM count_file
            WHERE count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL \(Self.among(forces, from: 1))
            ORDER BY count_file.force, count_file.month
            """,
            (forces ?? []).map(SQLValue.text)
        ).map { (try $0.text("force"), try $0.month("month")) }
    }

    /// The rows of a category without a place, in the police files in force of all forces but some, by month.
    public func unallocatedTotals(
        of category: CrimeCategory,
        exceptForces forces: [String]
    ) throws -> [(month: Month, unallocated: Int)] {
        try connection.rows(
            """
            SELECT count_file.month, SUM(category_count.unallocated) AS unallocated
            FROM category_count JOIN count_file ON count_file.id = category_count.file
            WHERE category_count.category = $1 AND count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL
              \(Self.among(forces, isNot: true, from: 2))
            GROUP BY count_file.month ORDER BY count_file.month
            """,
            [.text(category.rawValue)] + forces.map(SQLValue.text)
        ).map { (try $0.month("month"), try $0.int("unallocated")) }
    }

    private static func among(_ forces: [String]?, isNot: Bool = false, from first: Int) -> String {
        guard let forces else { return "" }
        let places = forces.indices.map { "$\($0 + first)" }.joined(separator: ", ")
        return "AND count_file.force \(isNot ? "NOT " : "")IN (\(places))"
    }

    /// The rows of the police files in force, and those of one category among them, by force and month.
    public func monthTotals(of category: CrimeCategory) throws -> [MonthTotals] {
        try connection.rows(
            """
            SELECT count_file.force, count_file.month, SUM(category_count.total) AS row_count,
              SUM(CASE category_count.category WHEN $1 THEN category_count.total ELSE 0 END) AS of_category,
              SUM(CASE category_count.category WHEN $1 THEN category_count.unallocated ELSE 0 END) AS unallocated
            FROM category_count JOIN count_file ON count_file.id = category_count.file
            WHERE count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL
            GROUP BY count_file.force, count_file.month ORDER BY count_file.force, count_file.month
            """,
            .text(category.rawValue)
        ).map { row in
            MonthTotals(
                force: try row.text("force"),
                month: try row.month("month"),
                rows: try row.int("row_count"),
                ofCategory: try row.int("of_category"),
                unallocated: try row.int("unallocated")
            )
        }
    }

    /// The rows of a category in one file, whether it is in force or was replaced; 0 when there are none.
    public func categoryTotal(_ category: CrimeCategory, of file: ID<CountFile>) throws -> Int {
        try connection.count(
            "SELECT total AS n FROM category_count WHERE category = $1 AND file = $2",
            .text(category.rawValue),
            .id(file)
        )
    }

    /// The rows of a category in the police file in force for a force and month; nil when there is no such file.
    public func categoryCounts(of category: CrimeCategory, force: String, month: Month) throws -> PackedCounts? {
        try connection.first(
            """
            SELECT category_count.places
            FROM category_count JOIN count_file ON count_file.id = category_count.file
            WHERE category_count.category = $1 AND count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL
              AND count_file.force = $2 AND count_file.month = $3
            """,
            .text(category.rawValue),
            .text(force),
            .text(month.description)
        ).map { row in
            guard let places = PackedCounts(bytes: try row.bytes("places")) else {
                throw SQLRow.Mismatch(column: "places", expected: "packed counts")
            }
            return places
        }
    }

    /// The small areas on record with their names; all of them in one row, as there are tens of thousands.
    public func smallAreas() throws -> PlaceNames {
        try placeNames("small_area", "code", "name")
    }

    /// The small areas of the look-up with the names of their districts.
    public func smallAreasByDistrict() throws -> PlaceNames {
        try placeNames("small_area_district", "lsoa", "district_name")
    }

    private func placeNames(_ table: String, _ code: String, _ name: String) throws -> PlaceNames {
        let row = try connection.first(
            "SELECT group_concat(\(code) || char(9) || \(name), char(10)) AS lines FROM \(table)"
        )
        return PlaceNames(lines: try row?.optionalText("lines") ?? "")
    }

    /// The names of the small areas on record, by code.
    public func smallAreaNames() throws -> [String: String] {
        let rows = try connection.rows("SELECT code, name FROM small_area")
        return try Dictionary(
            rows.map { (try $0.text("code"), try $0.text("name")) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension Ledger {
    /// Adds the counts of categories to a file, in one statement.
    public func insert(_ counts: [CategoryCounts], file: ID<CountFile>) throws {
        guard !counts.isEmpty else { return }
        let rows = counts.indices.map { row in
            "($1, " + (2...5).map { "$\(row * 4 + $0)" }.joined(separator: ", ") + ")"
        }
        let values = counts.flatMap { counts -> [SQLValue] in
            [
                .text(counts.category.rawValue), .integer(counts.total), .integer(counts.unallocated),
                .bytes(counts.places.bytes),
            ]
        }
        try connection.run(
            "INSERT INTO category_count (file, category, total, unallocated, places) VALUES \(rows.joined(separator: ", "))",
            [.id(file)] + values
        )
    }

    /// Keeps the names of small areas, many in one statement: there are tens of thousands of them.
    public func nameSmallAreas(_ places: some Sequence<LSOA>) throws {
        var rest = Array(places)[...]
        for size in [64, 8, 1] {
            let rows = (0..<size).map { "($\($0 * 2 + 1), $\($0 * 2 + 2))" }.joined(separator: ", ")
            let sql =
                "INSERT INTO small_area (code, name) VALUES \(rows) ON CONFLICT (code) DO UPDATE SET name = excluded.name"
            while rest.count >= size {
                try connection.run(sql, rest.prefix(size).flatMap { [SQLValue.text($0.code), .text($0.name)] })
                rest = rest.dropFirst(size)
            }
        }
    }
}
