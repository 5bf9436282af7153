import Programme

/// How many people live in policing areas, from mid-year estimates of small areas or districts.
struct AreaResidents {
    private var bySmallAreas: [Slug<PolicingArea>: [Int: Int]] = [:]
    private var byDistricts: [Slug<PolicingArea>: [Int: Int]] = [:]

    /// - Parameters:
    ///   - populations: The estimates on record.
    ///   - areas: The areas.
    ///   - districts: Districts with their codes.
    ///   - book: Knows the names of small areas.
    ///   - allocator: Finds the area of a small one.
    init(
        _ populations: [PlacePopulation],
        areas: [PolicingArea],
        districts: [District],
        book: PlaceBook,
        allocator: AreaAllocator
    ) {
        var byCode: [String: [Int: Int]] = [:]
        for population in populations { byCode[population.place, default: [:]][population.year] = population.residents }
        for (code, years) in byCode where code.dropFirst().hasPrefix("01") {
            guard let area = book.area(of: code, by: allocator) else { continue }
            for (year, residents) in years { bySmallAreas[area, default: [:]][year, default: 0] += residents }
        }
        let codes = Dictionary(districts.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
        for area in areas {
            let members = area.members(on: allocator.date)
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
