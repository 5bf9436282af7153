import Material
import Programme
import Records

/// The counts of the police files on record by area and month.
///
/// The places of a force are read only when one of its areas, or an area of the programme's own, can hold them. Rows without a
/// place count where they can lie: those of a force without areas lie in none of them.
struct PoliceCounts {
    private let reader: Reader
    private let catalogue: AreaCatalogue
    private let own: [PolicingArea]?
    /// The last month that has rows of anti-social behaviour; nil when there are none.
    let lastMonth: Month?

    /// Counts by area, and those of no area by force.
    struct Allocated {
        /// By area and then month.
        var counts: [AreaMonthCount] = []
        /// The force of each area, by the area's name; areas of the programme's own may lie in several and are not in it.
        var forces: [String: String] = [:]
        /// Rows without a place, by force and month.
        var unallocated: [String: [Month: Int]] = [:]
    }

    init(_ reader: Reader, areas catalogue: AreaCatalogue) throws {
        (self.reader, self.catalogue) = (reader, catalogue)
        own = Self.ownAreas(try reader.ownAreas())
        lastMonth = try reader.unallocatedTotals(of: .antiSocialBehaviour, exceptForces: [PoliceForce.transportPolice])
            .map(\.month).max()
    }

    /// The counts, an area without a row in a month whose file is there as zero, with the residents where they are known.
    ///
    /// - Parameters:
    ///   - category: What is counted.
    ///   - date: The day on which areas are made of what they are.
    /// - Returns: The counts by area and then month.
    /// - Throws: What the database says when it cannot be read.
    func counts(
        of category: CrimeCategory = .antiSocialBehaviour,
        on date: CalendarDate
    ) throws -> Allocated {
        var allocated = Allocated()
        var totals: [String: [Month: Int]] = [:]
        var residents: [String: (Month) -> Double?] = [:]
        let book = try PlaceBook(reader)
        let populations = try reader.populations()
        let forces = own == nil ? Set(catalogue.areas.map(\.force.rawValue)).sorted() : nil
        let files = try reader.policeMonths(forces: forces)
        let months = try reader.categoryMonths(of: category, forces: forces)
            .filter { $0.force != PoliceForce.transportPolice }
        for group in Dictionary(grouping: months, by: { own == nil ? $0.force : "" }) {
            let areas = own ?? catalogue.areas.filter { $0.force.rawValue == group.key }
            let allocator = AreaAllocator(areas: areas, districts: catalogue.districts, on: date)
            var finder = AreaFinder(areas: areas, allocator: allocator, book: book)
            let living = try AreaResidents(
                populations,
                areas: areas,
                districts: catalogue.districts,
                finder: &finder,
                on: date
            )
            for area in areas { residents[area.name] = { living.of(area.code, in: $0) } }
            if own == nil { for area in areas { allocated.forces[area.name] = group.key } }
            let present = Set(group.value.map(\.force))
            let published = Set(files.filter { present.contains($0.force) }.map(\.month))
            for area in areas where !area.members(on: date).isEmpty {
                for month in published { totals[area.name, default: [:]][month, default: 0] += 0 }
            }
            for month in group.value {
                allocated.unallocated[month.force, default: [:]][month.month, default: 0] += month.counts.unallocated
                for (area, count) in try AreaSums.of(month.counts, by: &finder) {
                    totals[area, default: [:]][month.month, default: 0] += count
                }
            }
        }
        if totals.isEmpty, let forces { totals = try unallocated(except: forces + [PoliceForce.transportPolice]) }
        allocated.counts = totals.sorted { $0.key < $1.key }.flatMap { area, months in
            months.sorted { $0.key < $1.key }.map { month, count in
                AreaMonthCount(area: area, month: month, count: count, population: residents[area]?(month))
            }
        }
        return allocated
    }

    /// The rows without a place of forces that no area belongs to, for when there are no others.
    private func unallocated(except forces: [String]) throws -> [String: [Month: Int]] {
        let months = try reader.unallocatedTotals(of: .antiSocialBehaviour, exceptForces: forces)
            .filter { $0.unallocated > 0 }
        guard !months.isEmpty else { return [:] }
        return [AreaSums.unallocated: Dictionary(uniqueKeysWithValues: months.map { ($0.month, $0.unallocated) })]
    }

    private static func ownAreas(_ members: [OwnAreaMember]) -> [PolicingArea]? {
        guard let force = PoliceForce.ownAreas, !members.isEmpty else { return nil }
        let order = members.map(\.area).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return order.compactMap { name in
            guard let code = Slug<PolicingArea>(naming: name) else { return nil }
            let own = members.filter { $0.area == name }.compactMap { member -> PolicingArea.Membership? in
                let place = member.district.map(AreaMember.district) ?? member.lsoa.map(AreaMember.lsoa)
                guard let place, let validity = Validity(from: member.starts, to: member.ends) else { return nil }
                return PolicingArea.Membership(place, validity)
            }
            return PolicingArea(
                code: code,
                name: name,
                force: force,
                members: own,
                provenance: Provenance(source: "areas.csv", toVerify: false)
            )
        }
    }
}
