import FoundationEssentials
import Material
import OpenData
public import Programme
import Records

extension Office {
    /// Takes in street files of police.uk, plain, in folders or in zip archives, and counts files: everything or nothing.
    ///
    /// The same file twice changes nothing; another edition of a month replaces the earlier one and says so. `areas` is an
    /// `areas.csv` with areas of the programme's own definition. The files are read while the one transaction is open, several
    /// at once, so that memory does not grow with them.
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
        let folder = try StreetFolder(paths)
        for file in folder.passedOver { progress?("passing over \(file.path): \(file.reason)") }
        let sheets = try CountSheets(folder.counts, catalogue: reference.areas, ownAreas: own)
        let now = surroundings.now()
        let imports = try await records.change(actor, .countsImported, at: now) { ledger in
            if let own { try ledger.replaceOwnAreas(own) }
            var intake = StreetIntake(ledger: ledger, known: try ledger.read.smallAreas(), now: now)
            var imports: [CountImport] = []
            try OrderedWork().run(count: folder.street.count) { number, spare in
                try StreetFileReader.read(folder.street[number], spare: spare)
            } each: { _, file in
                progress?("reading \(file.path)")
                imports.append(try intake.take(file))
            }
            if !imports.isEmpty { try ledger.read.countFindings().forEach { imports.note($0) } }
            imports += try sheets.months.map { try ledger.take($0, at: now) }
            if imports.isEmpty { try ledger.note("counts", ["files": "0"]) }
            return imports
        }
        tell(.countsImported, ["files": "\(imports.count)"])
        return imports
    }
}

extension [CountImport] {
    /// Tells what stands out in a month to the import of that month, if there is one.
    fileprivate mutating func note(_ finding: CountQuality.Finding) {
        guard finding.kind != .unallocated else { return }
        for index in indices where self[index].force == finding.force && self[index].month == finding.month {
            self[index].notes.append(finding.text)
        }
    }
}
