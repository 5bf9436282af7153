import FoundationEssentials
import Material
import OpenData
import Programme
import Records

/// Counts files, read and checked before anything is written, by force and month.
struct CountSheets: Sendable {
    struct OfMonth: Sendable {
        let path: String
        let force: String
        let month: Month
        let rows: [AreaMonthCount]
    }

    private(set) var months: [OfMonth] = []

    init(_ sheets: [CSVSource], catalogue: AreaCatalogue, ownAreas: [OwnAreaMember]?) throws {
        let own = Set((ownAreas ?? []).map(\.area))
        for sheet in sheets { try add(sheet, catalogue: catalogue, own: own) }
    }

    private mutating func add(_ sheet: CSVSource, catalogue: AreaCatalogue, own: Set<String>) throws {
        var groups: [Group: [AreaMonthCount]] = [:]
        for row in try CountSheet.readRows(sheet) {
            var (record, force) = (row.record, "own-areas")
            if !own.contains(record.area) {
                do throws(UnknownArea) {
                    let area = try catalogue.area(named: record.area, on: nil)
                    (record.area, force) = (area.name, area.force.rawValue)
                } catch {
                    throw CSVFault(file: sheet.name, line: row.line, column: "area", message: error.description)
                }
            }
            groups[Group(force: force, month: record.month), default: []].append(record)
        }
        for (group, rows) in groups.sorted(by: { ($0.key.force, $0.key.month) < ($1.key.force, $1.key.month) }) {
            let sorted = rows.sorted { $0.area < $1.area }
            months.append(OfMonth(path: sheet.name, force: group.force, month: group.month, rows: sorted))
        }
    }

    private struct Group: Hashable {
        let force: String
        let month: Month
    }
}

extension Ledger {
    /// Takes in one month of a counts file.
    func take(_ counts: CountSheets.OfMonth, at now: Date) throws -> CountImport {
        let text = counts.rows.map { "\($0.area)\t\($0.count)\t\($0.population ?? 0)\n" }.joined()
        let fingerprint = PrivateToken.hash(of: text).prefix(16).map { String($0, radix: 16) }.joined(separator: ".")
        let known = try read.countEdition(kind: "counts", force: counts.force, month: counts.month)
        if known?.fingerprint != fingerprint {
            let id = try insert(
                CountFile(
                    kind: "counts",
                    force: counts.force,
                    month: counts.month,
                    name: counts.path.split(separator: "/").last.map(String.init) ?? counts.path,
                    fingerprint: fingerprint,
                    rows: counts.rows.count
                ),
                replacing: known?.id,
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
            state: known == nil ? .new : known?.fingerprint == fingerprint ? .unchanged : .restated,
            rows: counts.rows.count,
            incidents: counts.rows.reduce(0) { $0 + $1.count },
            unallocated: 0,
            notes: []
        )
    }
}
