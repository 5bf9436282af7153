import Foundation
import Material
import OpenData
import Operations
import Programme
import Testing

@Suite struct CountQualityTests {
    private func write(_ text: String, _ name: String, _ test: TestOffice) throws -> String {
        let path = URL(filePath: test.path).deletingLastPathComponent().appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    private func street(_ month: String, _ rows: [String]) -> String {
        ([
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
                + "Last outcome category,Context"
        ] + rows).joined(separator: "\n")
    }

    private func row(_ month: String, lsoa: String, force: String = "Surrey Police") -> String {
        ",\(month),\(force),\(force),,,On or near A,\(lsoa),\(lsoa.isEmpty ? "" : "Woking 001A"),Anti-social behaviour,,"
    }

    @Test("the report has each month's unallocated share, gaps, and the rows left out with their lines")
    func report() async throws {
        let test = try await TestOffice()
        let first = [
            row("2026-01", lsoa: "E01030001"), row("2026-01", lsoa: ""), "half a row",
            row("2026-01", lsoa: "E01030001", force: "Sussex Police"),
        ]
        let paths = [
            try write(street("2026-01", first), "2026-01-surrey-street.csv", test),
            try write(street("2026-03", [row("2026-03", lsoa: "E01030001")]), "2026-03-surrey-street.csv", test),
        ]
        let imports = try await test.office.importCounts(paths, by: TestOffice.staff)
        #expect(imports[0].malformedRows == ["\(paths[0]):4: the row has 1 field, 12 are expected"])
        let report = try await test.office.countQuality(by: TestOffice.staff)
        #expect(
            report.months.map { "\($0.month) \($0.rows) \($0.incidents) \($0.unallocated)" } == [
                "2026-01 2 2 1", "2026-03 1 1 0",
            ]
        )
        #expect(report.findings.map { "\($0.month) \($0.kind.rawValue)" } == ["2026-01 unallocated", "2026-02 gap"])
        #expect(
            report.notes.map { "\($0.line ?? 0) \($0.kind) \($0.rows)" } == [
                "0 unallocated 1", "0 other-force 1", "4 malformed 1", "4 malformed-row 1",
            ]
        )
        let (trainer, _) = try await test.account(.trainer, "trainer@example.org")
        await expectRefusal("not allowed") { _ = try await test.office.countQuality(by: trainer) }
    }

    @Test("the transport police are kept and belong to no area")
    func transportPolice() async throws {
        let test = try await TestOffice()
        let rows = [row("2026-01", lsoa: "E01030001", force: "British Transport Police")]
        let path = try write(street("2026-01", rows), "2026-01-btp-street.csv", test)
        #expect(try await test.office.importCounts([path], by: TestOffice.staff).map(\.force) == ["btp"])
        #expect(try await test.office.callsEvidence(by: TestOffice.staff).counts.isEmpty)
    }

    static let shared = ShippedMaterial.folder.path + "/../shared/data/police-uk"

    @Test("the fifteen real files", .enabled(if: FileManager.default.fileExists(atPath: shared)))
    func realFiles() async throws {
        let test = try await TestOffice()
        let imports = try await test.office.importCounts([Self.shared], by: TestOffice.staff)
        let october = imports.filter { $0.month.description == "2018-10" }
        // Counted with grep in the published files.
        #expect(
            october.map { "\($0.force) \($0.incidents) \($0.unallocated)" } == [
                "staffordshire 3160 0", "surrey 1894 1", "thames-valley 2054 224",
            ]
        )
        let february = try #require(imports.first { $0.force == "thames-valley" && $0.month.description == "2019-02" })
        #expect(february.notes.contains { $0.contains("fell by 34 %") && $0.contains("fell in every district") })
        #expect(imports.reduce(0) { $0 + $1.rows } == 162_237)
    }
}
