public import Programme

/// Incidents of one category in one small area and month.
public struct SmallAreaCount: Hashable, Sendable {
    /// The LSOA's code; empty when the source gave none ("unallocated").
    public let lsoa: String
    /// The LSOA's name, which begins with its district's.
    public let name: String
    /// The force that supplied the rows, as a slug.
    public let force: String
    /// The month.
    public let month: Month
    /// The count.
    public let count: Int
}

/// The rows of one category that a force published for one month.
public struct CategoryMonth: Hashable, Sendable {
    /// The force's slug.
    public let force: String
    /// The month.
    public let month: Month
    /// The counts.
    public let counts: CategoryCounts
}

/// How many rows of one category a force published for one month.
public struct CategoryTotal: Hashable, Sendable {
    /// The force's slug.
    public let force: String
    /// The month.
    public let month: Month
    /// What the rows are about.
    public let category: CrimeCategory
    /// All rows.
    public let total: Int
    /// Of these, those without a place.
    public let unallocated: Int
}

extension Reader {
    /// The packed counts of a category in the police files in force, by force and month.
    public func categoryMonths(of category: CrimeCategory) throws -> [CategoryMonth] {
        try connection.rows(
            """
            SELECT count_file.force, count_file.month, category_count.unallocated, category_count.places
            FROM category_count JOIN count_file ON count_file.id = category_count.file
            WHERE category_count.category = $1 AND count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL
            ORDER BY count_file.force, count_file.month
            """,
            .text(category.rawValue)
        ).map { row in
            guard let places = PackedCounts(bytes: try row.bytes("places")) else {
                throw SQLRow.Mismatch(column: "places", expected: "packed counts")
            }
            let counts = CategoryCounts(category: category, places: places, unallocated: try row.int("unallocated"))
            return CategoryMonth(force: try row.text("force"), month: try row.month("month"), counts: counts)
        }
    }

    /// The totals of every category in the police files in force, by force, month and category.
    public func categoryTotals() throws -> [CategoryTotal] {
        try connection.rows(
            """
            SELECT count_file.force, count_file.month, category_count.category, category_count.total,
              category_count.unallocated
            FROM category_count JOIN count_file ON count_file.id = category_count.file
            WHERE count_file.kind = 'police.uk' AND count_file.replaced_at IS NULL
            ORDER BY count_file.force, count_file.month, category_count.category
            """
        ).map { row in
            CategoryTotal(
                force: try row.text("force"),
                month: try row.month("month"),
                category: try row.parsed("category", "category") { CrimeCategory(rawValue: $0) },
                total: try row.int("total"),
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

    /// The names of the small areas on record, by code.
    public func smallAreaNames() throws -> [String: String] {
        let rows = try connection.rows("SELECT code, name FROM small_area")
        return try Dictionary(
            rows.map { (try $0.text("code"), try $0.text("name")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The incidents of a category by small area and month: by force, month and code, those without a place first.
    public func smallAreaCounts(category: CrimeCategory) throws -> [SmallAreaCount] {
        let names = try smallAreaNames()
        var cells: [SmallAreaCount] = []
        for month in try categoryMonths(of: category) {
            func add(_ lsoa: String, _ count: Int) {
                let name = names[lsoa] ?? ""
                cells.append(
                    SmallAreaCount(lsoa: lsoa, name: name, force: month.force, month: month.month, count: count)
                )
            }
            if month.counts.unallocated > 0 { add("", month.counts.unallocated) }
            month.counts.places.forEach { add(LSOA.code(ofNumber: $0), $1) }
        }
        return cells
    }
}

extension Ledger {
    /// Adds the counts of one category to a file.
    public func insert(_ counts: CategoryCounts, file: ID<CountFile>) throws {
        try connection.run(
            "INSERT INTO category_count (file, category, total, unallocated, places) VALUES ($1, $2, $3, $4, $5)",
            .id(file),
            .text(counts.category.rawValue),
            .integer(counts.total),
            .integer(counts.unallocated),
            .bytes(counts.places.bytes)
        )
    }

    /// Keeps the name of a small area.
    public func nameSmallArea(_ code: String, _ name: String) throws {
        try connection.run(
            "INSERT INTO small_area (code, name) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET name = excluded.name",
            .text(code),
            .text(name)
        )
    }
}
