import Foundation
import Operations
import Programme
import Testing

@Suite struct LookUpImportTests {
    private func write(_ text: String, _ name: String, _ test: TestOffice) throws -> String {
        let path = URL(filePath: test.path).deletingLastPathComponent().appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test("look-ups are taken in together, twice as once, and say what they do not know")
    func lookUps() async throws {
        let test = try await TestOffice()
        let street = try write(
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
                + "Last outcome category,Context\n"
                + ",2026-01,Surrey Police,Surrey Police,,,On or near A,E01030001,Woking 001A,Anti-social behaviour,,\n"
                + ",2026-01,Surrey Police,Surrey Police,,,On or near A,E01030009,Woking 009A,Anti-social behaviour,,\n",
            "2026-01-surrey-street.csv",
            test
        )
        _ = try await test.office.importCounts([street], by: TestOffice.staff)
        let paths = [
            try write(
                "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM\n"
                    + "E01030001,Woking 001A,E01033001,Woking 001F,S,E07000217,Woking\n",
                "changes.csv",
                test
            ),
            try write("LSOA21CD,Mid-2022\nE01033001,1510\n", "residents.csv", test),
        ]
        for _ in 0..<2 {
            let imports = try await test.office.importLookUps(paths, by: TestOffice.staff)
            #expect(
                imports.map { "\($0.districts) \($0.successions) \($0.partnerships) \($0.populations)" } == [
                    "1 1 0 0", "0 0 0 1",
                ]
            )
            #expect(imports.map(\.unmatched) == [["E01030009"], ["E01030009"]])
            #expect(
                try await test.rows("SELECT place || year || residents || source AS said FROM place_population") == [
                    "E0103300120221510residents.csv"
                ]
            )
            #expect(
                try await test.rows("SELECT older || newer || change AS said FROM small_area_succession") == [
                    "E01030001E01033001S"
                ]
            )
        }
        let bad = try write("LSOA21CD,Mid-2022\nE01033001,-1\n", "bad.csv", test)
        let before = try await test.contents()
        await #expect { _ = try await test.office.importLookUps([paths[0], bad], by: TestOffice.staff) } throws: {
            "\($0)".hasPrefix("\(bad):2: column Mid-2022")
        }
        #expect(try await test.contents() == before)
        let (trainer, _) = try await test.account(.trainer, "trainer@example.org")
        await expectRefusal("not allowed") { _ = try await test.office.importLookUps(paths, by: trainer) }
    }

    @Test("counts of an LSOA of 2021 go where the one of 2011 lies, and areas have residents")
    func evidence() async throws {
        let test = try await TestOffice()
        // The new LSOA comes with no name that says its district.
        let street = try write(
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
                + "Last outcome category,Context\n"
                + ",2026-01,Surrey Police,Surrey Police,,,On or near A,E01033001,New place,Anti-social behaviour,,\n",
            "2026-01-surrey-street.csv",
            test
        )
        _ = try await test.office.importCounts([street], by: TestOffice.staff)
        let before = try await test.office.callsEvidence(by: TestOffice.staff).counts.filter { $0.count > 0 }
        #expect(before.map { "\($0.area) \($0.count)" } == [])
        let paths = [
            try write("LSOA11CD,LSOA21CD,CHGIND\nE01030001,E01033001,S\n", "changes.csv", test),
            try write("LSOA11CD,LSOA11NM,LAD22CD,LAD22NM\nE01030001,Woking 001A,E07000217,Woking\n", "lads.csv", test),
            try write("LSOA21CD,Mid-2022,Mid-2024\nE01033001,1510,1530\n", "residents.csv", test),
        ]
        _ = try await test.office.importLookUps(paths, by: TestOffice.staff)
        let after = try await test.office.callsEvidence(by: TestOffice.staff).counts.filter { $0.count > 0 }
        #expect(after.map { "\($0.area) \($0.count) \($0.population ?? 0)" } == ["Woking 1 1530.0"])
    }
}
