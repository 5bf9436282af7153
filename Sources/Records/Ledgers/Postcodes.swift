public import Programme

extension Reader {
    /// The small area of a postcode, or nil when the look-up does not have it.
    public func lsoa(of postcode: Postcode) throws -> String? {
        try connection.first("SELECT lsoa FROM postcode WHERE code = $1", .text(postcode.key))?.text("lsoa")
    }

    /// How many postcodes the look-up has.
    public func postcodeCount() throws -> Int { try connection.count("SELECT COUNT(*) AS n FROM postcode") }

    /// The name of a small area that some file named, or nil.
    public func smallAreaName(_ code: String) throws -> String? {
        try connection.first("SELECT name FROM small_area WHERE code = $1", .text(code))?.text("name")
    }
}

extension Ledger {
    /// Keeps the small area of a postcode.
    public func setLSOA(_ lsoa: String, of postcode: Postcode) throws {
        try connection.run(
            "INSERT INTO postcode (code, lsoa) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET lsoa = excluded.lsoa",
            .text(postcode.key),
            .text(lsoa)
        )
    }
}
