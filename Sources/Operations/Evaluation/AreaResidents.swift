import Programme

/// How many people live in policing areas, from mid-year estimates of small areas or districts.
struct AreaResidents {
    private var bySmallAreas: [Slug<PolicingArea>: [Int: Int]] = [:]
    private var byDistricts: [Slug<PolicingArea>: [Int: Int]] = [:]

    /// - Parameters:
    ///   - populations: The estimates on record, by place.
    ///   - areas: The areas.
    ///   - districts: Districts with their codes.
    ///   - finder: Finds the area of a small one.
    ///   - date: The day on which areas are made of what they are.
    /// - Throws: As ``AreaFinder/area(of:from:)``.
    init(
        _ populations: [PlacePopulation],
        areas: [PolicingArea],
        districts: [District],
        finder: inout AreaFinder,
        on date: CalendarDate
    ) throws {
        var byCode: [String: [Int: Int]] = [:]
        var start = 0
        for population in populations {
            guard population.place.dropFirst().hasPrefix("01") else {
                byCode[population.place, default: [:]][population.year] = population.residents
                continue
            }
            guard let number = LSOA.number(ofCode: population.place),
                let area = try finder.area(of: number, from: &start)
            else { continue }
            bySmallAreas[finder.codes[area], default: [:]][population.year, default: 0] += population.residents
        }
        let codes = Dictionary(districts.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
        for area in areas {
            let members = area.members(on: date)
            let years = members.map { member -> [Int: Int] in
                guard case .district(let name) = member, let code = codes[name] else { return [:] }
                return byCode[code] ?? [:]
            }
            guard let first = years.first else { continue }
            for year in first.keys where years.allSatisfy({ $0[year] != nil }) {
                byDistricts[area.code, default: [:]][year] = years.reduce(0) { $0 + ($1[year] ?? 0) }
            }
        }
    }

    /// The residents of an area in a month: the estimate of its year, or of the nearest year there is one for, the earlier of
    /// two. Small areas are preferred to whole districts.
    func of(_ area: Slug<PolicingArea>, in month: Month) -> Double? {
        guard let years = bySmallAreas[area] ?? byDistricts[area] else { return nil }
        let nearest = years.keys.min { (abs($0 - month.year), $0) < (abs($1 - month.year), $1) }
        return nearest.flatMap { years[$0] }.flatMap { $0 > 0 ? Double($0) : nil }
    }
}
