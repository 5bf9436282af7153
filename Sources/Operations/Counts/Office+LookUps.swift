import FoundationEssentials
import OpenData
public import Programme
import Records

/// What a look-up held when it was taken in.
public struct LookUpImport: Hashable, Sendable {
    /// The file.
    public let path: String
    /// Small areas with their districts.
    public let districts: Int
    /// Small areas of 2011 with those of 2021.
    public let successions: Int
    /// Districts with their partnerships and police force areas.
    public let partnerships: Int
    /// Numbers of residents.
    public let populations: Int
    /// Small areas of the counts on record that no look-up knows, by code; empty while there is no look-up of districts.
    public let unmatched: [String]
}

extension Office {
    /// Takes in look-ups of the Office for National Statistics, each recognised by its columns: all of them or nothing.
    ///
    /// - Parameters:
    ///   - paths: The files.
    ///   - year: The year of a population estimate whose file does not say it.
    ///   - actor: Who asks.
    /// - Returns: What each held.
    /// - Throws: What is wrong with a file, or that the actor may not.
    public func importLookUps(_ paths: [String], year: Int? = nil, by actor: Actor) async throws -> [LookUpImport] {
        try actor.require(.countsImported)
        let tables = try paths.map { (path: $0, table: try LookUpSheet.read(.file($0), year: year)) }
        return try await records.change(actor, .countsImported, at: surroundings.now()) { ledger in
            for (path, table) in tables { try ledger.take(table, from: path) }
            if tables.isEmpty { try ledger.note("look-up", ["files": "0"]) }
            let unmatched = try ledger.read.unmatchedSmallAreas()
            return tables.map { path, table in
                LookUpImport(
                    path: path,
                    districts: table.districts.count,
                    successions: table.successions.count,
                    partnerships: table.partnerships.count,
                    populations: table.populations.count,
                    unmatched: unmatched
                )
            }
        }
    }
}

extension Ledger {
    fileprivate func take(_ table: LookUpTable, from path: String) throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        for row in table.districts { try insert(row) }
        try nameSmallAreas(
            table.districts.filter { !$0.lsoaName.isEmpty }.map { LSOA(code: $0.lsoa, name: $0.lsoaName) }
        )
        for row in table.successions { try insert(row) }
        for row in table.partnerships { try insert(row) }
        for row in table.populations { try insert(row, source: name) }
        try note(
            "look-up:\(name)",
            [
                "districts": "\(table.districts.count)", "successions": "\(table.successions.count)",
                "partnerships": "\(table.partnerships.count)", "populations": "\(table.populations.count)",
            ]
        )
    }
}

extension Reader {
    /// The codes in the counts on record that stand in no look-up, neither as a place of 2021 nor as one of 2011.
    func unmatchedSmallAreas() throws -> [String] {
        let districts = try smallAreaDistricts()
        guard !districts.isEmpty else { return [] }
        let successions = try successions()
        let known = Set(districts.keys).union(successions.map(\.older)).union(successions.map(\.newer))
        var numbers: Set<UInt32> = []
        for month in try categoryMonths(of: .antiSocialBehaviour) {
            month.counts.places.forEach { place, _ in numbers.insert(place) }
        }
        return numbers.map { LSOA.code(ofNumber: $0) }.filter { !known.contains($0) }.sorted()
    }
}
