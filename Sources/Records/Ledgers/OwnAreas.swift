public import Programme

/// A district or a small area that belongs to an area of the programme's own definition.
public struct OwnAreaMember: Hashable, Sendable {
    /// The area's name.
    public let area: String
    /// The district, by name; nil for a small area.
    public let district: String?
    /// The small area's code; nil for a district.
    public let lsoa: String?
    /// The first day; nil for always.
    public let starts: CalendarDate?
    /// The last day; nil for ever.
    public let ends: CalendarDate?

    /// A member of an area.
    public init(area: String, district: String?, lsoa: String?, starts: CalendarDate?, ends: CalendarDate?) {
        self.area = area
        self.district = district
        self.lsoa = lsoa
        self.starts = starts
        self.ends = ends
    }
}

extension Reader {
    /// The areas of the programme's own definition, in the order they were given; empty when there are none.
    public func ownAreas() throws -> [OwnAreaMember] {
        try connection.rows("SELECT * FROM own_area ORDER BY id").map { row in
            OwnAreaMember(
                area: try row.text("area"),
                district: try row.optionalText("district"),
                lsoa: try row.optionalText("lsoa"),
                starts: try row.parsedIfPresent("starts", "date") { CalendarDate($0) },
                ends: try row.parsedIfPresent("ends", "date") { CalendarDate($0) }
            )
        }
    }
}

extension Ledger {
    /// Sets the areas of the programme's own definition, in place of what was there.
    public func replaceOwnAreas(_ members: [OwnAreaMember]) throws {
        try connection.run("DELETE FROM own_area WHERE id >= $1", .integer(0))
        for member in members {
            try connection.run(
                "INSERT INTO own_area (area, district, lsoa, starts, ends) VALUES ($1, $2, $3, $4, $5)",
                .text(member.area),
                .optional(member.district),
                .optional(member.lsoa),
                .optional(member.starts?.description),
                .optional(member.ends?.description)
            )
        }
    }
}
