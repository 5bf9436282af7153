import FoundationEssentials
import Material
import OpenData
public import Programme
import Records

/// What became of one file of counts.
public struct CountImport: Hashable, Sendable {
    /// New, the same as before, or another edition of a month that was there.
    public enum State: String, Hashable, Sendable {
        /// Nothing was there for this force and month.
        case new
        /// The same bytes were there already; nothing was changed.
        case unchanged
        /// It replaced an earlier edition of the same month.
        case restated
    }

    /// The file.
    public let path: String
    /// The force's slug, or `own-areas`.
    public let force: String
    /// The month.
    public let month: Month
    /// What became of it.
    public let state: State
    /// Rows in the file for this month.
    public let rows: Int
    /// Anti-social behaviour counted; for a counts file the sum of its counts.
    public let incidents: Int
    /// Of these, those without a place.
    public let unallocated: Int
    /// What a reader of the counts should know.
    public let notes: [String]
}

extension Office {
    /// Takes in street files of police.uk, folders of them, and counts files: everything or nothing.
    ///
    /// The same file twice changes nothing; another edition of a month replaces the earlier one and says so. `areas` is an
    /// `areas.csv` with areas of the programme's own definition.
    public func importCounts(
        _ paths: [String],
        areas: String? = nil,
        by actor: Actor,
        progress: (@Sendable (String) -> Void)? = nil
    ) async throws -> [CountImport] {
        try actor.require(.countsImported)
        let own = try areas.map { path in
            guard let ownForce = PoliceForce.ownAreas else { return [OwnAreaMember]() }
            return try AreaSheet.read(.file(path), force: ownForce).flatMap(OwnAreaMember.members(of:))
        }
        let sources = try CountSources(paths, catalogue: reference.areas, ownAreas: own, progress: progress)
        let now = surroundings.now()
        let imports = try await records.change(actor, .countsImported, at: now) { ledger in
            if let own { try ledger.replaceOwnAreas(own) }
            let street = try sources.street.map { try ledger.take($0, at: now) }
            let counts = try sources.counts.map { try ledger.take($0, at: now) }
            if sources.street.isEmpty, sources.counts.isEmpty { try ledger.note("counts", ["files": "0"]) }
            return street + counts
        }
        tell(.countsImported, ["files": "\(imports.count)"])
        return imports
    }
}

/// The files of one import, read and checked before anything is written.
private struct CountSources: Sendable {
    struct Counts: Sendable {
        let path: String
        let force: String
        let month: Month
        let rows: [AreaMonthCount]
    }

    var street: [StreetFile] = []
    var counts: [Counts] = []

    init(
        _ paths: [String],
        catalogue: AreaCatalogue,
        ownAreas: [OwnAreaMember]?,
        progress: (@Sendable (String) -> Void)?
    ) throws {
        var sheets: [String] = []
        for path in try StreetFolder(paths).files {
            progress?(path)
            switch try DataFileKind(of: .file(path)) {
            case .counts: sheets.append(path)
            default: street.append(try StreetFileReader.read(.file(path)))
            }
        }
        for path in sheets { try add(path, catalogue: catalogue, own: Set((ownAreas ?? []).map(\.area))) }
    }

    private mutating func add(_ path: String, catalogue: AreaCatalogue, own: Set<String>) throws {
        var groups: [Group: [AreaMonthCount]] = [:]
        for row in try CountSheet.readRows(.file(path)) {
            var (record, force) = (row.record, "own-areas")
            if !own.contains(record.area) {
                do throws(UnknownArea) {
                    let area = try catalogue.area(named: record.area, on: nil)
                    (record.area, force) = (area.name, area.force.rawValue)
                } catch {
                    throw CSVFault(file: path, line: row.line, column: "area", message: error.description)
                }
            }
            groups[Group(force: force, month: record.month), default: []].append(record)
        }
        for (group, rows) in groups.sorted(by: { ($0.key.force, $0.key.month) < ($1.key.force, $1.key.month) }) {
            let sorted = rows.sorted { $0.area < $1.area }
            counts.append(Counts(path: path, force: group.force, month: group.month, rows: sorted))
        }
    }

    private struct Group: Hashable {
        let force: String
        let month: Month
    }
}

extension Ledger {
    /// Takes in one street file.
    fileprivate func take(_ file: StreetFile, at now: Date) throws -> CountImport {
        let (force, fingerprint) = (file.force.rawValue, file.fingerprint.description)
        let known = try read.countFingerprint(kind: "police.uk", force: force, month: file.month)
        if known != fingerprint {
            let id = try insert(
                CountFile(
                    kind: "police.uk",
                    force: force,
                    month: file.month,
                    name: file.path.split(separator: "/").last.map(String.init) ?? file.path,
                    fingerprint: fingerprint,
                    rows: file.rows
                ),
                at: now
            )
            var named: Set<String> = []
            for cell in file.counts {
                if let place = cell.place, named.insert(place.code).inserted {
                    try nameSmallArea(place.code, place.name)
                }
                try insertIncidents(
                    cell.count,
                    category: cell.category.rawValue,
                    lsoa: cell.place?.code ?? "",
                    file: id
                )
            }
        }
        try note("counts:\(force):\(file.month)", ["rows": "\(file.rows)", "fingerprint": fingerprint])
        return CountImport(
            path: file.path,
            force: force,
            month: file.month,
            state: known == nil ? .new : known == fingerprint ? .unchanged : .restated,
            rows: file.rows,
            incidents: file.total(of: .antiSocialBehaviour),
            unallocated: file.unallocated(of: .antiSocialBehaviour),
            notes: file.quality.notes
        )
    }

    /// Takes in one month of a counts file.
    fileprivate func take(_ counts: CountSources.Counts, at now: Date) throws -> CountImport {
        let text = counts.rows.map { "\($0.area)\t\($0.count)\t\($0.population ?? 0)\n" }.joined()
        let fingerprint = PrivateToken.hash(of: text).prefix(16).map { String($0, radix: 16) }.joined(separator: ".")
        let known = try read.countFingerprint(kind: "counts", force: counts.force, month: counts.month)
        if known != fingerprint {
            let id = try insert(
                CountFile(
                    kind: "counts",
                    force: counts.force,
                    month: counts.month,
                    name: counts.path.split(separator: "/").last.map(String.init) ?? counts.path,
                    fingerprint: fingerprint,
                    rows: counts.rows.count
                ),
                at: now
            )
            for row in counts.rows { try insertAreaCount(row, file: id) }
        }
        try note(
            "counts:\(counts.force):\(counts.month)",
            ["rows": "\(counts.rows.count)", "fingerprint": fingerprint]
        )
        return CountImport(
            path: counts.path,
            force: counts.force,
            month: counts.month,
            state: known == nil ? .new : known == fingerprint ? .unchanged : .restated,
            rows: counts.rows.count,
            incidents: counts.rows.reduce(0) { $0 + $1.count },
            unallocated: 0,
            notes: []
        )
    }
}

extension OwnAreaMember {
    /// The rows that keep an area.
    static func members(of area: PolicingArea) -> [OwnAreaMember] {
        area.members.map { membership in
            let (district, lsoa): (String?, String?) =
                switch membership.member {
                case .district(let name): (name, nil)
                case .lsoa(let code): (nil, code)
                }
            return OwnAreaMember(
                area: area.name,
                district: district,
                lsoa: lsoa,
                starts: membership.validity.from,
                ends: membership.validity.to
            )
        }
    }
}

extension PoliceForce {
    /// The force that areas of the programme's own definition are kept under.
    static let ownAreas = Slug<PoliceForce>(naming: "own areas")
}
