import Material
public import OpenData
public import Programme
import Records

/// What there is to know about the street files on record before a number from them is used.
public struct CountQualityReport: Hashable, Sendable {
    /// Something that was noticed while a file was read.
    public struct Note: Hashable, Sendable {
        /// The force's slug.
        public let force: String
        /// The month.
        public let month: Month
        /// The file's name.
        public let file: String
        /// The line it was noticed on first.
        public let line: Int?
        /// What kind of thing: `malformed-row`.
        public let kind: String
        /// How many rows.
        public let rows: Int
        /// The sentence.
        public let text: String
    }

    /// The months on record, by force and month, with their unallocated rows.
    public let months: [PublishedMonth]
    /// What stands out, by force and month.
    public let findings: [CountQuality.Finding]
    /// What was noticed in the files, by force and month.
    public let notes: [Note]
}

extension Office {
    /// Looks through the street files on record.
    public func countQuality(by actor: Actor) async throws -> CountQualityReport {
        try actor.require(.evaluated)
        return try await records.read { reader in
            CountQualityReport(
                months: try reader.publishedMonths(),
                findings: try reader.countFindings(),
                notes: try reader.countNotes().map(CountQualityReport.Note.init) + outsideForce(reader)
            )
        }
    }

    /// Rows of anti-social behaviour in districts that no area of the force holds: map points are snapped across borders.
    private func outsideForce(_ reader: Reader) throws -> [CountQualityReport.Note] {
        let months = try reader.categoryMonths(of: .antiSocialBehaviour)
        guard !months.isEmpty else { return [] }
        let names = try reader.smallAreaNames()
        var notes: [CountQualityReport.Note] = []
        for (force, months) in Dictionary(grouping: months, by: \.force).sorted(by: { $0.key < $1.key }) {
            let areas = reference.areas.areas.filter { $0.force.rawValue == force }
            guard !areas.isEmpty else { continue }
            for month in months {
                let allocator = AreaAllocator(
                    areas: areas,
                    districts: reference.areas.districts,
                    on: month.month.firstDay
                )
                var outside: [String: Int] = [:]
                month.counts.places.forEach { place, count in
                    let code = LSOA.code(ofNumber: place)
                    if case .outside(let district) = allocator.allocation(ofLSOA: code, named: names[code]) {
                        outside[district, default: 0] += count
                    }
                }
                if !outside.isEmpty { notes.append(.init(outside: outside, of: month)) }
            }
        }
        return notes
    }
}

extension CountQualityReport.Note {
    fileprivate init(_ noted: CountMonthNote) {
        self.init(
            force: noted.force,
            month: noted.month,
            file: noted.file,
            line: noted.note.line,
            kind: noted.note.kind,
            rows: noted.note.count,
            text: noted.note.subject
        )
    }

    fileprivate init(outside districts: [String: Int], of month: CategoryMonth) {
        let rows = districts.values.reduce(0, +)
        let most = districts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        self.init(
            force: month.force,
            month: month.month,
            file: "",
            line: nil,
            kind: "outside-force",
            rows: rows,
            text: "Anti-social behaviour placed in districts outside the force, in no area: "
                + "\(rows == 1 ? "1 row" : "\(rows) rows") (\(most)\(districts.count > 3 ? ", …" : ""))."
        )
    }
}

extension Reader {
    /// The months of the street files in force, by force and month.
    func publishedMonths() throws -> [PublishedMonth] {
        try monthTotals(of: .antiSocialBehaviour).map { month in
            PublishedMonth(
                force: month.force,
                month: month.month,
                rows: month.rows,
                incidents: month.ofCategory,
                unallocated: month.unallocated
            )
        }
    }

    /// What stands out in the street files in force, changes with the number of districts that share them.
    func countFindings() throws -> [CountQuality.Finding] {
        let findings = CountQuality(try publishedMonths()).findings
        guard findings.contains(where: { $0.kind == .change }) else { return findings }
        var districts = DistrictChanges(self, names: try smallAreas())
        return try findings.map { try districts.add(to: $0) }
    }
}
