import FoundationEssentials
import OpenData
import Programme
import Records

/// Takes street files in, one after another, within one transaction.
struct StreetIntake {
    private let ledger: Ledger
    private let now: Date
    private var known: PlaceNames

    /// - Parameters:
    ///   - ledger: The open transaction.
    ///   - known: The small areas on record; only others are written.
    ///   - now: The time of the import.
    init(ledger: Ledger, known: PlaceNames, now: Date) {
        (self.ledger, self.known, self.now) = (ledger, known, now)
    }

    /// Takes in one file, in place of an earlier edition of its month.
    mutating func take(_ file: StreetFile) throws -> CountImport {
        let (force, fingerprint) = (file.force.rawValue, file.fingerprint.description)
        let known = try ledger.read.countEdition(kind: "police.uk", force: force, month: file.month)
        let incidents = file.total(of: .antiSocialBehaviour)
        var notes = file.quality.notes
        if known?.fingerprint != fingerprint {
            if let known { notes.append(try restated(known, to: incidents)) }
            try insert(file, replacing: known?.id, fingerprint)
        }
        try ledger.note("counts:\(force):\(file.month)", ["rows": "\(file.rows)", "fingerprint": fingerprint])
        return CountImport(
            path: file.path,
            force: force,
            month: file.month,
            state: known == nil ? .new : known?.fingerprint == fingerprint ? .unchanged : .restated,
            rows: file.rows,
            incidents: incidents,
            unallocated: file.unallocated(of: .antiSocialBehaviour),
            notes: notes,
            malformedRows: file.quality.malformedRows.map(\.description)
        )
    }

    private func restated(_ former: CountEdition, to incidents: Int) throws -> String {
        let before = try ledger.read.categoryTotal(.antiSocialBehaviour, of: former.id)
        let day = StoredInstant.text(former.importedAt).prefix(10)
        return
            "Replaces the edition taken in on \(day): \(before) rows of anti-social behaviour then, \(incidents) now."
    }

    private mutating func insert(_ file: StreetFile, replacing former: ID<CountFile>?, _ fingerprint: String) throws {
        let id = try ledger.insert(
            CountFile(
                kind: "police.uk",
                force: file.force.rawValue,
                month: file.month,
                name: file.path.split(separator: "/").last.map(String.init) ?? file.path,
                fingerprint: fingerprint,
                rows: file.rows
            ),
            replacing: former,
            at: now
        )
        let unknown = file.places.missing(in: known)
        if !unknown.isEmpty {
            try ledger.nameSmallAreas(unknown)
            known = known.merging(unknown)
        }
        try ledger.insert(file.categories, file: id)
        let findings = file.quality.findings.map { finding in
            CountNote(kind: finding.kind, subject: finding.text, line: finding.line, count: finding.rows)
        }
        let malformed = file.quality.malformedRows.map { fault in
            let column = fault.column.map { "column \($0): " } ?? ""
            return CountNote(kind: "malformed-row", subject: column + fault.message, line: fault.line, count: 1)
        }
        try ledger.insert(findings + malformed, file: id)
    }
}
