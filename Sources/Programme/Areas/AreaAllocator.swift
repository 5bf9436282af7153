/// Where a place belongs on a day.
public enum AreaAllocation: Hashable, Sendable {
    /// In this area.
    case area(Slug<PolicingArea>)
    /// Nowhere: the source gives no place.
    case unallocated
    /// In a district that no area holds on that day; the name as the source writes it.
    case outside(district: String)

    /// The area, when there is one.
    public var area: Slug<PolicingArea>? {
        if case .area(let code) = self { code } else { nil }
    }
}

/// Finds the area of an LSOA on one day: one dictionary look-up, so that 35,000 of them take milliseconds.
///
/// An LSOA named by itself beats a district. Names of LSOAs outlive districts and run ahead of them: a district that has
/// become another is found through it, and one that did not exist yet through its predecessors when one area held them all.
public struct AreaAllocator: Sendable {
    /// The day.
    public let date: CalendarDate
    private var byLSOA: [String: Slug<PolicingArea>] = [:]
    private var byDistrict: [String: Slug<PolicingArea>] = [:]

    /// Prepares the look-up for the areas of one force, or of all when nil; of two claims on one place the first counts.
    public init(_ catalogue: AreaCatalogue, force: Slug<PoliceForce>? = nil, on date: CalendarDate) {
        let areas = catalogue.areas.filter { force == nil || $0.force == force }
        self.init(areas: areas, districts: catalogue.districts, on: date)
    }

    /// Prepares the look-up for areas of one's own definition.
    public init(areas: [PolicingArea], districts: [District] = [], on date: CalendarDate) {
        self.date = date
        for area in areas {
            for member in area.members(on: date) {
                switch member {
                case .lsoa(let code): if byLSOA[code] == nil { byLSOA[code] = area.code }
                case .district(let name):
                    let key = NameKey.of(name)
                    if byDistrict[key] == nil { byDistrict[key] = area.code }
                }
            }
        }
        addRelatives(districts)
    }

    /// The area of an LSOA by code and name.
    ///
    /// - Parameters:
    ///   - code: The LSOA's code; blank or nil when the source gives no place.
    ///   - name: The LSOA's name, `Milton Keynes 017B`.
    /// - Returns: The area, or why there is none.
    /// - Complexity: O(1).
    public func allocation(ofLSOA code: String?, named name: String?) -> AreaAllocation {
        let code = code ?? "", name = name ?? ""
        guard !code.isEmpty || !name.isEmpty else { return .unallocated }
        if let area = byLSOA[code] { return .area(area) }
        let district = LSOA.districtName(in: name)
        return byDistrict[NameKey.of(district)].map(AreaAllocation.area) ?? .outside(district: district)
    }

    /// Whether an area names small ones one by one.
    public var holdsSmallAreas: Bool { !byLSOA.isEmpty }

    /// The area that holds a district or a single LSOA.
    public func area(holding member: AreaMember) -> Slug<PolicingArea>? {
        switch member {
        case .district(let name): byDistrict[NameKey.of(name)]
        case .lsoa(let code): byLSOA[code]
        }
    }

    private mutating func addRelatives(_ districts: [District]) {
        let byCode = Dictionary(districts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for district in districts where byDistrict[NameKey.of(district.name)] == nil {
            var next = district.became.flatMap { byCode[$0] }
            for _ in 0..<8 {
                guard let successor = next else { break }
                if let area = byDistrict[NameKey.of(successor.name)] {
                    byDistrict[NameKey.of(district.name)] = area
                    break
                }
                next = successor.became.flatMap { byCode[$0] }
            }
        }
        for district in districts where byDistrict[NameKey.of(district.name)] == nil {
            let before = districts.filter { $0.became == district.code }
            let holders = before.map { byDistrict[NameKey.of($0.name)] }
            if let holder = holders.first, let area = holder, holders.allSatisfy({ $0 == area }) {
                byDistrict[NameKey.of(district.name)] = area
            }
        }
    }
}

extension AreaCatalogue {
    /// The area of an LSOA on a day; prepare an ``AreaAllocator`` to ask for many.
    public func allocation(
        ofLSOA code: String?,
        named name: String?,
        force: Slug<PoliceForce>? = nil,
        on date: CalendarDate
    ) -> AreaAllocation {
        AreaAllocator(self, force: force, on: date).allocation(ofLSOA: code, named: name)
    }
}
