// swift-format-ignore-file: NeverForceUnwrap

import Programme

/// A small Thames Valley: three areas in 2013, two in 2016, two units in 2025, one district merged in 2020.
enum SmallForce {
    static let code = slug("thames-valley", of: PoliceForce.self)
    static let source = Provenance(source: "made for tests")
    static let then = day("2013-06-01"), between = day("2016-06-01"), today = day("2026-11-21")

    static func slug<Entity>(_ text: String, of: Entity.Type) -> Slug<Entity> { Slug(rawValue: text)! }
    static func day(_ text: String) -> CalendarDate { CalendarDate(text)! }

    static func area(_ code: String, _ name: String, _ from: String?, _ to: String?, _ members: [String])
        -> PolicingArea
    {
        PolicingArea(
            code: slug(code, of: PolicingArea.self),
            name: name,
            force: self.code,
            validity: Validity(from: from.map(day), to: to.map(day))!,
            members: members.map { .init(District.isCode($0) ? .lsoa($0) : .district($0)) },
            provenance: source
        )
    }

    static func row(_ from: String, _ to: String, _ on: String, _ by: [String]) -> AreaSuccession {
        AreaSuccession(
            from: slug(from, of: PolicingArea.self),
            to: slug(to, of: PolicingArea.self),
            on: day(on),
            by: by.map { .district($0) }
        )
    }

    static let districts = [
        District(code: "E06000036", name: "Bracknell Forest", provenance: source),
        District(code: "E06000041", name: "Wokingham", provenance: source),
        District(
            code: "E07000007",
            name: "Wycombe",
            validity: Validity(from: nil, to: day("2020-03-31"))!,
            became: "E06000060",
            provenance: source
        ),
        District(
            code: "E06000060",
            name: "Buckinghamshire",
            validity: Validity(from: day("2020-04-01"), to: nil)!,
            provenance: source
        ),
    ]

    static let areas = [
        area("bracknell-forest", "Bracknell Forest", nil, "2014-03-31", ["Bracknell Forest"]),
        area("wokingham", "Wokingham", nil, "2014-03-31", ["Wokingham"]),
        area("wycombe", "Wycombe & District", nil, "2025-05-06", ["Wycombe"]),
        area(
            "bracknell-and-wokingham",
            "Bracknell and Wokingham",
            "2014-04-01",
            "2025-05-06",
            ["Bracknell Forest", "Wokingham"]
        ),
        area("east", "Berkshire East", "2025-05-07", nil, ["Bracknell Forest", "E01016700"]),
        area("west", "Berkshire West", "2025-05-07", nil, ["Wokingham"]),
        area("bucks", "Buckinghamshire", "2025-05-07", nil, ["Buckinghamshire"]),
    ]

    static let rows = [
        row("bracknell-forest", "bracknell-and-wokingham", "2014-04-01", ["Bracknell Forest"]),
        row("wokingham", "bracknell-and-wokingham", "2014-04-01", []),
        row("bracknell-and-wokingham", "east", "2025-05-07", ["Bracknell Forest"]),
        row("bracknell-and-wokingham", "west", "2025-05-07", ["Wokingham"]),
        row("wycombe", "bucks", "2025-05-07", ["Wycombe"]),
    ]

    static let force = PoliceForce(code: code, name: "Thames Valley Police", provenance: source)

    static func catalogue(areas: [PolicingArea] = areas, rows: [AreaSuccession] = rows) -> AreaCatalogue {
        AreaCatalogue(forces: [force], districts: districts, areas: areas, successions: rows)
    }
}
