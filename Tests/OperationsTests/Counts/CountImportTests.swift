import Foundation
import OpenData
import Operations
import Programme
import Records
import Testing

@Suite struct CountImportTests {
    private static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n"

    private static func street(_ month: String, _ rows: [(lsoa: String, name: String, type: String)]) -> String {
        header
            + rows.map { row in
                ",\(month),Thames Valley Police,Thames Valley Police,-0.7,52.0,On or near X,\(row.lsoa),\(row.name),\(row.type),,\n"
            }.joined()
    }

    private func write(_ text: String, _ name: String, _ test: TestOffice) throws -> String {
        let path = URL(filePath: test.path).deletingLastPathComponent().appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    private static let asb = "Anti-social behaviour"
    private static let current = "FROM category_count JOIN count_file ON id = file WHERE replaced_at IS NULL"
    private static let counts = "SELECT category || total || unallocated || hex(places) AS said \(current) ORDER BY 1"
    private static let total = "SELECT SUM(total) AS said \(current)"

    @Test("a street file is taken in once, and another edition of the month replaces it")
    func street() async throws {
        let test = try await TestOffice()
        let name = "2026-03-thames-valley-street.csv"
        let first = Self.street(
            "2026-03",
            [
                ("E01016713", "Milton Keynes 020A", Self.asb), ("E01016713", "Milton Keynes 020A", Self.asb),
                ("E01016713", "Milton Keynes 020A", "Burglary"), ("", "", Self.asb),
            ]
        )
        func take(_ text: String) async throws -> CountImport {
            let path = try write(text, name, test)
            return try #require(try await test.office.importCounts([path], by: TestOffice.staff).first)
        }
        let new = try await take(first)
        #expect(new.state == .new && new.rows == 4 && new.incidents == 3 && new.unallocated == 1)
        #expect(new.force == "thames-valley" && new.month.description == "2026-03")
        let kept = try await test.rows(Self.counts)
        #expect(try await take(first).state == .unchanged)
        #expect(try await test.rows(Self.counts) == kept)
        let restated = Self.street("2026-03", [("E01016713", "Milton Keynes 020A", Self.asb)])
        let second = try await take(restated)
        #expect(second.state == .restated)
        #expect(second.notes.last?.hasSuffix(": 3 rows of anti-social behaviour then, 1 now.") == true)
        #expect(try await test.rows(Self.total) == ["1"])
        #expect(try await take(first).state == .restated)
        #expect(try await test.rows(Self.total) == ["4"])
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("a counts file keeps a gap a gap and a nought a nought")
    func counts() async throws {
        let test = try await TestOffice()
        let path = try write(
            "area,month,count,population\nMilton Keynes,2026-01,0,290000\nMilton Keynes,2026-03,12,290000\n",
            "counts.csv",
            test
        )
        #expect(try await test.office.importCounts([path], by: TestOffice.staff).map(\.state) == [.new, .new])
        let evidence = try await test.office.callsEvidence(by: TestOffice.staff)
        #expect(evidence.counts.map { "\($0.month) \($0.count)" } == ["2026-01 0", "2026-03 12"])
        #expect(
            try await test.office.importCounts([path], by: TestOffice.staff).map(\.state) == [.unchanged, .unchanged]
        )
    }

    @Test(
        "one file that cannot be read leaves every other unread too",
        arguments: [
            ("area,month,count\nMilton Keynes,2026-01,-3\n", "bad.csv:2: column count"),
            ("area,month,count\nMilton Keyns,2026-01,3\n", "bad.csv:2: column area"),
            ("area,month,count\nMilton Keynes,2026-13,3\n", "bad.csv:2: column month"),
            ("area,month,count\n\"Milton Keynes,2026-01,3\n", "bad.csv:"),
            ("just,words\nMilton Keynes,2026-01\n", "bad.csv:1: column"),
        ]
    )
    func allOrNothing(_ text: String, _ words: String) async throws {
        let test = try await TestOffice()
        let good = try write(
            Self.street("2026-03", [("E01016713", "Milton Keynes 020A", Self.asb)]),
            "2026-03-thames-valley-street.csv",
            test
        )
        let bad = try write(text, "bad.csv", test)
        let before = try await test.contents()
        await #expect {
            try await test.office.importCounts([good, bad], by: TestOffice.staff)
        } throws: { error in
            "\(error)".contains(words)
        }
        #expect(try await test.contents() == before)
    }

    @Test("managers and evaluators import, others do not")
    func rights() async throws {
        let test = try await TestOffice()
        let path = try write("area,month,count\nMilton Keynes,2026-01,3\n", "counts.csv", test)
        for role in [Role.manager, .evaluator] {
            let (actor, _) = try await test.account(role, "\(role.rawValue)@example.org")
            _ = try await test.office.importCounts([path], by: actor)
            _ = try await test.office.callsEvidence(by: actor)
        }
        for role in [Role.trainer, .dataProtectionOfficer] {
            let (actor, _) = try await test.account(role, "\(role.rawValue)@example.org")
            await expectRefusal("not allowed") { _ = try await test.office.importCounts([path], by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.callsEvidence(by: actor) }
        }
        for actor in [Actor.visitor, .linkHolder] {
            await expectRefusal("not allowed") { _ = try await test.office.importCounts([path], by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.confidence(by: actor) }
        }
    }

    @Test("a booking's postcode becomes a small area and is dropped")
    func postcodes() async throws {
        let test = try await TestOffice()
        let path = try write("pcds,lsoa21\nMK9 3EJ,E01016713\n", "postcodes.csv", test)
        #expect(try await test.office.importPostcodes(path, by: TestOffice.staff) == 1)
        let run = try await test.run()
        let request = BookingRequest(
            name: try PersonName(parsing: "Asha"),
            homePostcode: try Postcode(parsing: "mk93ej"),
            workPostcode: try Postcode(parsing: "W1A 0AX")
        )
        _ = try await test.office.book(request, on: run, by: .visitor)
        #expect(
            try await test.rows("SELECT home_lsoa || COALESCE(work_lsoa, ' none') AS said FROM booking") == [
                "E01016713 none"
            ]
        )
        let kept = try await test.contents().filter { !$0.hasPrefix("postcode: ") }
        #expect(!kept.contains { $0.contains("MK9") || $0.contains("W1A") || $0.lowercased().contains("mk93ej") })
    }
}
