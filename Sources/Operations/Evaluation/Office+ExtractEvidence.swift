import Material
import Programme
import Records

extension Office {
    /// The calls of force extracts by area and month; an area without a call in a month that the extract covers as zero.
    func extractEvidence(_ reader: Reader, on date: CalendarDate) throws -> [AreaMonthCount] {
        let counts = try reader.extractCounts()
        guard !counts.isEmpty else { return [] }
        let book = try PlaceBook(reader)
        var totals: [String: [Month: Int]] = [:]
        for (force, counts) in Dictionary(grouping: counts, by: \.force) {
            let areas = reference.areas.areas.filter { $0.force.rawValue == force }
            let allocator = AreaAllocator(areas: areas, districts: reference.areas.districts, on: date)
            var finder = AreaFinder(areas: areas, allocator: allocator, book: book)
            var sums: [String: [Month: Int]] = [:]
            for count in counts {
                var area = count.count.place.isEmpty ? AreaSums.unallocated : count.count.place
                if District.isCode(area) {
                    var start = 0
                    let found = try LSOA.number(ofCode: area).flatMap { try finder.area(of: $0, from: &start) }
                    guard let found else { continue }
                    area = finder.names[found]
                }
                sums[area, default: [:]][count.month, default: 0] += count.count.calls
            }
            let months = Set(counts.map(\.month))
            for (area, counts) in sums {
                for month in months { totals[area, default: [:]][month, default: 0] += counts[month] ?? 0 }
            }
        }
        return totals.sorted { $0.key < $1.key }.flatMap { area, months in
            months.sorted { $0.key < $1.key }.map { AreaMonthCount(area: area, month: $0.key, count: $0.value) }
        }
    }
}
