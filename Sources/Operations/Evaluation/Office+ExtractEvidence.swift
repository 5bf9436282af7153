import Evaluation
import Material
import Programme
import Records

/// What force extracts say by area and month.
struct ExtractEvidence {
    /// The calls; an area without one in a month that the extract covers as zero.
    var counts: [AreaMonthCount] = []
    /// The shares that were attended and escalated, where an extract says so.
    var secondary: [SecondaryCounts] = []
}

extension Office {
    /// The calls of force extracts by area and month, and what share of them was attended and escalated.
    func extractEvidence(_ reader: Reader, on date: CalendarDate) throws -> ExtractEvidence {
        let counts = try reader.extractCounts()
        guard !counts.isEmpty else { return ExtractEvidence() }
        let book = try PlaceBook(reader)
        var totals: [String: [Month: ExtractSum]] = [:]
        for (force, counts) in Dictionary(grouping: counts, by: \.force) {
            let areas = reference.areas.areas.filter { $0.force.rawValue == force }
            let allocator = AreaAllocator(areas: areas, districts: reference.areas.districts, on: date)
            var finder = AreaFinder(areas: areas, allocator: allocator, book: book)
            var sums: [String: [Month: ExtractSum]] = [:]
            for count in counts {
                var area = count.count.place.isEmpty ? AreaSums.unallocated : count.count.place
                if District.isCode(area) {
                    var start = 0
                    let found = try LSOA.number(ofCode: area).flatMap { try finder.area(of: $0, from: &start) }
                    guard let found else { continue }
                    area = finder.names[found]
                }
                sums[area, default: [:]][count.month, default: ExtractSum()].add(count.count)
            }
            let months = Set(counts.map(\.month))
            for (area, counts) in sums {
                for month in months {
                    totals[area, default: [:]][month, default: ExtractSum()].add(counts[month] ?? ExtractSum())
                }
            }
        }
        let rows = totals.sorted { $0.key < $1.key }.flatMap { area, months in
            months.sorted { $0.key < $1.key }.map { (area, $0.key, $0.value) }
        }
        return ExtractEvidence(
            counts: rows.map { AreaMonthCount(area: $0, month: $1, count: $2.calls) },
            secondary: [
                share(
                    "share of calls attended (force extract)",
                    rows.map { ($0, $1, $2.attended, $2.attendanceKnown) }
                ),
                share(
                    "share of calls escalated (force extract)",
                    rows.map { ($0, $1, $2.escalated, $2.escalationKnown) }
                ),
            ].compactMap { $0 }
        )
    }

    private func share(_ name: String, _ rows: [(String, Month, Int, Int)]) -> SecondaryCounts? {
        let known = rows.filter { $0.3 > 0 && $0.0 != AreaSums.unallocated }
        guard !known.isEmpty else { return nil }
        return SecondaryCounts(
            name: name,
            counts: known.map { AreaMonthCount(area: $0.0, month: $0.1, count: $0.2, population: Double($0.3)) }
        )
    }
}

/// Calls added up, with those of which attendance and escalation are known.
private struct ExtractSum {
    var calls = 0
    var attended = 0
    var attendanceKnown = 0
    var escalated = 0
    var escalationKnown = 0

    mutating func add(_ count: ExtractCount) {
        calls += count.calls
        if let attended = count.attended, let not = count.notAttended {
            self.attended += attended
            attendanceKnown += attended + not
        }
        if let escalated = count.escalated {
            self.escalated += escalated
            escalationKnown += count.calls
        }
    }

    mutating func add(_ other: ExtractSum) {
        calls += other.calls
        (attended, attendanceKnown) = (attended + other.attended, attendanceKnown + other.attendanceKnown)
        (escalated, escalationKnown) = (escalated + other.escalated, escalationKnown + other.escalationKnown)
    }
}

extension CallsEvent {
    /// An event of the reference data.
    init(_ event: RecordedEvent) {
        let checked = event.provenance.toVerify ? " (to be checked)" : ""
        self.init(
            name: event.name,
            from: event.from,
            to: event.to,
            areas: event.areas,
            adjusts: event.adjusts,
            source: event.provenance.source + checked
        )
    }
}
