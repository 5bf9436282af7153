import FoundationEssentials
import Material
import OpenData
public import Programme
import Records

extension Office {
    /// Takes in a force's own incident extracts, read as a mapping file says: everything or nothing.
    ///
    /// Callers are pseudonymised with a keyed hash on the way in; the key lies beside the database. The same rows of a month
    /// twice change nothing; other rows replace the month and say so.
    public func importExtracts(
        _ paths: [String],
        mapping path: String,
        by actor: Actor
    ) async throws -> [CountImport] {
        try actor.require(.countsImported)
        let mapping = try ExtractMappingReader.read(path)
        let pseudonyms = try await callerPseudonyms()
        var extracts: [(path: String, extract: Extract)] = []
        for path in paths {
            var extract = try ExtractReader.read(.file(path), mapping: mapping, pseudonym: pseudonyms.pseudonym(of:))
            if mapping.columns[.area] != nil { try extract.nameAreas(reference.areas, file: path) }
            extracts.append((path, extract))
        }
        let now = surroundings.now()
        let read = extracts
        let imports = try await records.change(actor, .countsImported, at: now) { ledger in
            try ledger.set(CallerPseudonyms.setting, to: pseudonyms.mark)
            return try read.flatMap { path, extract in
                try extract.months.map { try ledger.take($0, of: extract, from: path, force: mapping.force, at: now) }
            }
        }
        tell(.countsImported, ["files": "\(paths.count)"])
        return imports
    }
}

extension Extract {
    /// Puts the catalogue's names in place of the areas' names or codes in the extract.
    fileprivate mutating func nameAreas(_ catalogue: AreaCatalogue, file: String) throws {
        months = try months.map { month in
            try month.renaming { place in
                do throws(UnknownArea) {
                    return try catalogue.area(named: place, on: nil).name
                } catch {
                    throw CSVFault(file: file, line: 1, message: "in \(month.month): \(error.description)")
                }
            }
        }
    }
}

extension Ledger {
    fileprivate func take(
        _ month: ExtractMonth,
        of extract: Extract,
        from path: String,
        force: Slug<PoliceForce>,
        at now: Date
    ) throws -> CountImport {
        let fingerprint = month.fingerprint.description
        let known = try read.countEdition(kind: CountFile.extract, force: force.rawValue, month: month.month)
        if known?.fingerprint != fingerprint {
            let file = CountFile(
                kind: CountFile.extract,
                force: force.rawValue,
                month: month.month,
                name: path.split(separator: "/").last.map(String.init) ?? path,
                fingerprint: fingerprint,
                rows: month.rows
            )
            let id = try insert(file, replacing: known?.id, at: now)
            for count in month.counts { try insert(count, file: id) }
            for caller in month.callers { try insert(caller, file: id) }
        }
        try note("calls:\(force):\(month.month)", ["rows": "\(month.rows)", "fingerprint": fingerprint])
        return CountImport(
            path: path,
            force: force.rawValue,
            month: month.month,
            state: known == nil ? .new : known?.fingerprint == fingerprint ? .unchanged : .restated,
            rows: month.rows,
            incidents: month.counts.reduce(0) { $0 + $1.calls },
            unallocated: month.counts.reduce(0) { $1.place.isEmpty ? $0 + $1.calls : $0 },
            notes: month.month == extract.months.first?.month ? extract.notes : [],
            malformedRows: month.month == extract.months.first?.month ? extract.malformedRows.map(\.description) : []
        )
    }
}
