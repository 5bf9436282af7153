import Foundation
import Material
import Operations
import Programme
import Testing

/// An import that is killed at a random moment leaves the database as it was.
@Suite struct ImportKillTests {
    @Test("6 kills") func kills() async throws { try await killImports(rounds: 6, rows: 4000, seed: 12) }
}

/// The same many times over, with larger files; runs when COMMONGROUND_SLOW is 1.
@Suite(.enabled(if: runsSlowly)) struct ImportKillSlowTests {
    @Test("100 kills") func kills() async throws { try await killImports(rounds: 100, rows: 20_000, seed: 100) }
}

/// Two editions of a year of street files are imported in turn; each time the whole edition is there afterwards, or nothing of
/// it, and nothing at all has changed.
private func killImports(rounds: Int, rows: Int, seed: UInt64) async throws {
    let test = try await TestOffice()
    var chance = SplitMix(state: seed)
    let editions = try (0..<2).map { try writeEdition(rows + $0, beside: test.path, name: "edition\($0)") }
    _ = try await test.office.importCounts([editions[0]], by: TestOffice.staff)
    let current = "SELECT DISTINCT row_count AS said FROM count_file WHERE replaced_at IS NULL"
    var (kept, replaced) = (0, 0)
    for _ in 0..<rounds {
        let before = try await test.contents()
        let was = try await test.rows(current)
        let next = was == ["\(rows)"] ? 1 : 0
        let desk = try BuiltProcess(
            "BookingDesk",
            [test.path, ShippedMaterial.folder.path, "2026-06-01T09:00:00Z"],
            input: "import \(editions[next])\n"
        )
        _ = try await desk.lines(atLeast: 1)
        try await Task.sleep(for: .microseconds(Int.random(in: 0...40_000, using: &chance)))
        try await desk.killAtOnce()
        let isDone = desk.lines.contains { $0.hasPrefix("imported") }
        let office = try await test.another()
        #expect(try await office.verify(by: TestOffice.staff) == [])
        try office.close()
        let now = try await test.rows(current)
        #expect(now == was || now == ["\(rows + next)"])
        if now == was {
            #expect(!isDone)
            #expect(try await test.contents() == before)
            kept += 1
        } else {
            replaced += 1
        }
    }
    #expect(kept + replaced == rounds && kept > 0)
}

/// Twelve months of one made-up force; returns the folder.
private func writeEdition(_ rows: Int, beside database: String, name: String) throws -> String {
    let folder = URL(filePath: database).deletingLastPathComponent().appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n"
    for month in 1...12 {
        let name = "2025-\(month < 10 ? "0" : "")\(month)"
        let lines = (0..<rows).map { row in
            ",\(name),Surrey Police,Surrey Police,,,On or near A,E0100\(1000 + row % 900),Place 001A,Anti-social behaviour,,\n"
        }
        let text = header + lines.joined()
        try Data(text.utf8).write(to: folder.appending(path: "\(name)-surrey-street.csv"))
    }
    return folder.path
}
