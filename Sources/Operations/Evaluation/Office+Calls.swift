public import Evaluation
import FoundationEssentials
import Material
public import Programme
import Records

/// Counts by area and month as the evaluation takes them, with where they came from.
public struct CallsEvidence: Hashable, Sendable {
    /// The counts, an area without a row in a month whose file is there as zero.
    public let counts: [AreaMonthCount]
    /// The month of the first run held in each area, by the area's name.
    public let starts: [String: Month]
    /// Where the counts came from.
    public let source: CountSource
}

extension Office {
    /// Counts before and after the first run held in each area, from the counts on record.
    public func calls(design: CallsDesign? = nil, suppressBelow: Int? = nil, by actor: Actor) async throws
        -> CallsFindings
    {
        let evidence = try await callsEvidence(by: actor)
        guard !evidence.counts.isEmpty else { throw CallsNotEvaluable.noCounts }
        let known = Set(evidence.counts.map(\.area))
        let starts = evidence.starts.filter { known.contains($0.key) }
        guard design != nil || !starts.isEmpty else { throw CallsNotEvaluable.noStart }
        return try CallsFindings(
            evaluating: evidence.counts,
            design: design ?? CallsDesign(treated: starts.keys.sorted(), starts: starts),
            options: CallsOptions(source: evidence.source, suppressBelow: suppressBelow)
        )
    }

    /// The counts on record by area and month. Police files are preferred to counts files.
    public func callsEvidence(by actor: Actor) async throws -> CallsEvidence {
        try actor.require(.evaluated)
        return try await records.read { reader in
            let held = try reader.runs(RunFilter(states: [.held], limit: 100_000)).map(\.run)
            let programmes = try reader.programmes()
            let asOf = held.compactMap { run in programmes.first { $0.code == run.programme }?.areasAsOf }.first
            let small = try reader.smallAreaCounts(category: .antiSocialBehaviour)
            guard !small.isEmpty else {
                return CallsEvidence(
                    counts: try reader.areaCounts(),
                    starts: starts(of: held, as: { self.reference.areas.name(ofArea: $0) }),
                    source: .countsFile
                )
            }
            let date = asOf ?? small.map(\.month).max()?.firstDay ?? held.first?.starts.date
            let files = try reader.countFiles().filter { $0.kind == "police.uk" }
            return CallsEvidence(
                counts: allocate(small, files: files, own: try reader.ownAreas(), on: date),
                starts: starts(of: held, as: { self.reference.areas.name(ofArea: $0) }),
                source: .policeUK
            )
        }
    }

    private func starts(of held: [Run], as name: (String) -> String) -> [String: Month] {
        held.reduce(into: [:]) { starts, run in
            let (area, month) = (name(run.area), run.starts.date.monthOfYear)
            starts[area] = min(starts[area] ?? month, month)
        }
    }

    private func allocate(
        _ small: [SmallAreaCount],
        files: [CountFile],
        own: [OwnAreaMember],
        on date: CalendarDate?
    ) -> [AreaMonthCount] {
        let date = date ?? CalendarDate(dayNumber: 0)
        guard let date else { return [] }
        var totals: [String: [Month: Int]] = [:]
        for (force, cells) in Dictionary(grouping: small, by: \.force) {
            let areas = ownAreas(own) ?? reference.areas.areas.filter { $0.force.rawValue == force }
            let names = Dictionary(areas.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
            let allocator = AreaAllocator(areas: areas, districts: reference.areas.districts, on: date)
            let months = files.filter { $0.force == force }.map(\.month)
            for area in areas where !area.members(on: date).isEmpty {
                for month in months { totals[area.name, default: [:]][month, default: 0] += 0 }
            }
            for cell in cells {
                let area = allocator.allocation(ofLSOA: cell.lsoa, named: cell.name)
                let name = area.area.flatMap { names[$0] } ?? (cell.lsoa.isEmpty ? "unallocated" : "outside the force")
                totals[name, default: [:]][cell.month, default: 0] += cell.count
            }
        }
        return totals.sorted { $0.key < $1.key }.flatMap { area, months in
            months.sorted { $0.key < $1.key }.map { AreaMonthCount(area: area, month: $0.key, count: $0.value) }
        }
    }

    private func ownAreas(_ members: [OwnAreaMember]) -> [PolicingArea]? {
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

/// Why calls cannot be evaluated from the database.
public enum CallsNotEvaluable: Refusal, Equatable {
    /// Nothing was imported.
    case noCounts
    /// No run was held, and no design says a start.
    case noStart

    /// The sentence.
    public var description: String {
        switch self {
        case .noCounts:
            "There are no counts on record. Import police files or a counts file with \"calls import\" first."
        case .noStart:
            "No run has been held in an area with counts, so there is no before and after. Give a design with a start."
        }
    }
}

extension AreaCatalogue {
    /// The name of an area by its code; the code itself when it is unknown.
    public func name(ofArea code: String) -> String {
        Slug<PolicingArea>(rawValue: code).flatMap { self[$0] }?.name ?? code
    }
}
