/// Every force, district and policing area the programme knows, of all times.
///
/// The catalogue holds whatever it is given; ``faults()`` says what does not fit together.
public struct AreaCatalogue: Hashable, Sendable {
    /// The forces, in the order given.
    public let forces: [PoliceForce]
    /// The districts, in the order given.
    public let districts: [District]
    /// The areas of all forces and times, in the order given.
    public let areas: [PolicingArea]
    /// What became of what.
    public let successions: [AreaSuccession]

    private let areaByCode: [Slug<PolicingArea>: Int]
    private let districtByKey: [String: Int]

    /// A catalogue; of two areas or districts under one code the first is found.
    public init(
        forces: [PoliceForce] = [],
        districts: [District] = [],
        areas: [PolicingArea] = [],
        successions: [AreaSuccession] = []
    ) {
        self.forces = forces
        self.districts = districts
        self.areas = areas
        self.successions = successions
        areaByCode = Dictionary(areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var keys: [String: Int] = [:]
        for (index, district) in districts.enumerated() {
            for key in [NameKey.of(district.name), NameKey.of(district.code)] where keys[key] == nil {
                keys[key] = index
            }
        }
        districtByKey = keys
    }

    /// The area with this code, of whatever time.
    public subscript(code: Slug<PolicingArea>) -> PolicingArea? { areaByCode[code].map { areas[$0] } }

    /// The force with this code.
    public subscript(force code: Slug<PoliceForce>) -> PoliceForce? { forces.first { $0.code == code } }

    /// The areas of a force on a day, in the order given.
    public func areas(of force: Slug<PoliceForce>, on date: CalendarDate) -> [PolicingArea] {
        areas.filter { $0.force == force && $0.validity.contains(date) }
    }

    /// The district of this name or code, whatever the case and punctuation.
    public func district(_ nameOrCode: some StringProtocol) -> District? {
        districtByKey[NameKey.of(nameOrCode)].map { districts[$0] }
    }

    /// Residents of an area in a year: the sum over its districts on 30 June, the day mid-year estimates are for.
    ///
    /// Nil when the area has no member then, when a member is a single LSOA or when a figure of that year is missing.
    public func population(of area: PolicingArea, in year: Int) -> Int? {
        guard let midYear = CalendarDate(year: year, month: 6, day: 30) else { return nil }
        let members = area.members(on: midYear)
        guard !members.isEmpty else { return nil }
        var total = 0
        for member in members {
            guard case .district(let name) = member,
                let figure = district(name)?.populations.first(where: { $0.year == year })
            else { return nil }
            total += figure.residents
        }
        return total
    }
}
