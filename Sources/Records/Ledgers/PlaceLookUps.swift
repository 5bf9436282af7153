public import Programme

extension Reader {
    /// The names of the districts of small areas, by the areas' codes; empty without a look-up.
    public func smallAreaDistricts() throws -> [String: String] {
        let rows = try connection.rows("SELECT lsoa, district_name FROM small_area_district")
        return try Dictionary(
            rows.map { (try $0.text("lsoa"), try $0.text("district_name")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Small areas of 2011 and 2021 whose codes differ, by the older code and then the newer.
    public func successions() throws -> [LSOASuccession] {
        try connection.rows(
            "SELECT older, newer, change FROM small_area_succession WHERE older <> newer ORDER BY older, newer"
        ).map { row in
            LSOASuccession(
                older: try row.text("older"),
                newer: try row.text("newer"),
                change: try row.optionalText("change").flatMap { LSOASuccession.Change(rawValue: $0) }
            )
        }
    }

    /// The partnerships and police force areas of districts, by the districts' codes.
    public func partnerships() throws -> [DistrictPartnership] {
        try connection.rows("SELECT * FROM district_partnership ORDER BY district").map { row in
            DistrictPartnership(
                district: try row.text("district"),
                districtName: try row.text("district_name"),
                partnership: try row.text("partnership"),
                partnershipName: try row.text("partnership_name"),
                force: try row.text("force"),
                forceName: try row.text("force_name")
            )
        }
    }

    /// The residents on record, by place and year.
    public func populations() throws -> [PlacePopulation] {
        try connection.rows("SELECT place, year, residents FROM place_population ORDER BY place, year").map { row in
            PlacePopulation(
                place: try row.text("place"),
                year: try row.int("year"),
                residents: try row.int("residents")
            )
        }
    }
}

extension Ledger {
    /// Keeps the district of a small area, in place of what was known.
    public func insert(_ row: LSOADistrict) throws {
        try connection.run(
            """
            INSERT INTO small_area_district (lsoa, district, district_name) VALUES ($1, $2, $3)
            ON CONFLICT (lsoa) DO UPDATE SET district = excluded.district, district_name = excluded.district_name
            """,
            .text(row.lsoa),
            .text(row.district),
            .text(row.districtName)
        )
    }

    /// Keeps a succession, in place of what was known of the two.
    public func insert(_ row: LSOASuccession) throws {
        try connection.run(
            """
            INSERT INTO small_area_succession (older, newer, change) VALUES ($1, $2, $3)
            ON CONFLICT (older, newer) DO UPDATE SET change = COALESCE(excluded.change, small_area_succession.change)
            """,
            .text(row.older),
            .text(row.newer),
            .optional(row.change?.rawValue)
        )
    }

    /// Keeps the partnership and police force area of a district, in place of what was known.
    public func insert(_ row: DistrictPartnership) throws {
        try connection.run(
            """
            INSERT INTO district_partnership
              (district, district_name, partnership, partnership_name, force, force_name)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (district) DO UPDATE SET district_name = excluded.district_name,
              partnership = excluded.partnership, partnership_name = excluded.partnership_name,
              force = excluded.force, force_name = excluded.force_name
            """,
            .text(row.district),
            .text(row.districtName),
            .text(row.partnership),
            .text(row.partnershipName),
            .text(row.force),
            .text(row.forceName)
        )
    }

    /// Keeps a number of residents with the file it is from, in place of what was known.
    public func insert(_ row: PlacePopulation, source: String) throws {
        try connection.run(
            """
            INSERT INTO place_population (place, year, residents, source) VALUES ($1, $2, $3, $4)
            ON CONFLICT (place, year) DO UPDATE SET residents = excluded.residents, source = excluded.source
            """,
            .text(row.place),
            .integer(row.year),
            .integer(row.residents),
            .text(source)
        )
    }
}
