import OpenData
import Programme
import Testing

@Suite struct StreetFileReaderTests {
    private static let keynes = LSOA(code: "E01016707", name: "Milton Keynes 017B")

    @Test func countsByPlaceAndCategory() throws {
        let file = try StreetFileReader.read(
            StreetText.file([
                StreetText.row(), StreetText.row(), StreetText.row(lsoa: ""),
                StreetText.row(id: StreetText.id(1), type: "Burglary"),
                StreetText.row(lsoa: "E01016000", name: "Oxford 001A"),
            ])
        )
        #expect(file.force.rawValue == "thames-valley")
        #expect(file.reportedBy == "Thames Valley Police")
        #expect(file.month == Month("2018-10"))
        #expect(file.rows == 5)
        #expect(
            file.counts == [
                PlaceCount(place: nil, category: .antiSocialBehaviour, count: 1),
                PlaceCount(
                    place: LSOA(code: "E01016000", name: "Oxford 001A"),
                    category: .antiSocialBehaviour,
                    count: 1
                ),
                PlaceCount(place: Self.keynes, category: .antiSocialBehaviour, count: 2),
                PlaceCount(place: Self.keynes, category: .burglary, count: 1),
            ]
        )
        #expect(file.total(of: .antiSocialBehaviour) == 4)
        #expect(file.unallocated(of: .antiSocialBehaviour) == 1)
        #expect(file.quality.counted == 5)
        #expect(file.quality.notes == ["Without an LSOA, kept as unallocated: 1 of 5 counted rows."])
    }

    @Test("two identical incidents are two, a repeated crime is one") func deduplicatesCrimesOnly() throws {
        let crime = StreetText.row(id: StreetText.id(7), type: "Robbery")
        let file = try StreetFileReader.read(
            StreetText.file([StreetText.row(), StreetText.row(), crime, crime, crime, StreetText.row(type: "Drugs")])
        )
        #expect(file.total(of: .antiSocialBehaviour) == 2)
        #expect(file.total(of: .robbery) == 1)
        #expect(file.quality.repeatedCrimes == 2)
        #expect(file.quality.crimesWithoutID == 1)
    }

    @Test func readsEveryPublishedCategory() throws {
        let rows = CrimeCategory.allCases.enumerated().map { index, category in
            StreetText.row(id: StreetText.id(index + 1), type: category.publishedName)
        }
        let file = try StreetFileReader.read(StreetText.file(rows))
        #expect(Set(file.counts.map(\.category)) == Set(CrimeCategory.allCases))
        #expect(file.counts.allSatisfy { $0.count == 1 })
    }

    @Test func leavesOutWhatDoesNotBelongAndSaysSo() throws {
        let file = try StreetFileReader.read(
            StreetText.file([
                StreetText.row(by: "British Transport Police"), StreetText.row(), StreetText.row(month: "2018-09"),
                StreetText.row(by: "Surrey Police"), StreetText.row(type: "Piracy"),
                StreetText.row(within: "Warwickshire Police"), "cut,off", StreetText.row(lsoa: "X1"),
                StreetText.row(month: "Oct 2018"), StreetText.row(type: ""),
            ])
        )
        #expect(file.total(of: .antiSocialBehaviour) == 2)
        #expect(
            file.quality.notes == [
                "Of another month (first on line 4), not counted: 1 row.",
                "Of the British Transport Police, not counted: 1 row.",
                "Reported by Surrey Police, not counted: 1 row.",
                "Falling within another force than the one that reported them: 1 row.",
                "Of the unknown category \"Piracy\", not counted: 1 row.",
                "Malformed, not counted: 4 rows.",
            ]
        )
        #expect(
            file.quality.malformedRows.map(\.description) == [
                "2018-10/2018-10-thames-valley-street.csv:8: the row has 2 fields, 12 are expected",
                "2018-10/2018-10-thames-valley-street.csv:9: column LSOA code: \"X1\" is not an LSOA code like E01016707",
                "2018-10/2018-10-thames-valley-street.csv:10: column Month: \"Oct 2018\" is not a month like 2018-10",
                "2018-10/2018-10-thames-valley-street.csv:11: column Crime type: is empty; a category like Anti-social behaviour is expected",
            ]
        )
        #expect(throws: OpenDataRefusal.self) { try file.quality.requireWellFormed() }
        let sum = file.quality.counted + file.quality.malformed + 4
        #expect(sum == file.rows)
    }

    @Test("any order of columns, quotes, CRLF and a byte-order mark change nothing") func findsColumns() throws {
        let plain = try StreetFileReader.read(StreetText.file([StreetText.row(), StreetText.row(lsoa: "")]))
        let text = """
            \u{FEFF}"LSOA name","Extra","Crime type","LSOA code","Month","Crime ID","Falls within","Reported by",Context,Location,Latitude,Longitude,Last outcome category
            "Milton Keynes 017B",x,Anti-social behaviour,E01016707,2018-10,,Thames Valley Police,Thames Valley Police,,"Shops, ""The"" Point",1,2,
            ,,"Anti-social behaviour",,2018-10,,Thames Valley Police,Thames Valley Police,,,,,
            """
        let other = try StreetFileReader.read(
            .bytes(Array(text.replacing("\n", with: "\r\n").utf8), name: "2018-10-thames-valley-street.csv")
        )
        #expect(other.counts == plain.counts)
        #expect(other.fingerprint != plain.fingerprint)
    }

    @Test func believesTheRowsMoreThanTheName() throws {
        let file = try StreetFileReader.read(
            StreetText.file([StreetText.row(by: "Surrey Police")], name: "2018-10-thames-valley-street.csv")
        )
        #expect(file.force.rawValue == "surrey")
        #expect(
            file.quality.notes == [
                "The file's name says thames-valley, but its rows are reported by Surrey Police; the rows were believed."
            ]
        )
    }

    @Test func needsNoPublishedName() throws {
        let file = try StreetFileReader.read(StreetText.file([StreetText.row()], name: "download.csv"))
        #expect(file.month == Month("2018-10"))
        #expect(file.quality.notes.isEmpty)
    }

    @Test(arguments: [
        ("Avon and Somerset Constabulary", "avon-and-somerset"), ("City of London Police", "city-of-london"),
        ("Metropolitan Police Service", "metropolitan"), ("Devon & Cornwall Police", "devon-and-cornwall"),
        ("British Transport Police", "btp"), ("Police Service of Northern Ireland", "northern-ireland"),
        ("Dyfed-Powys Police", "dyfed-powys"), ("Hampshire Constabulary", "hampshire"),
    ]) func knowsForcesByTheirNames(_ name: String, _ slug: String) throws {
        let file = try StreetFileReader.read(
            StreetText.file([StreetText.row(by: name)], name: "2018-10-\(slug)-street.csv")
        )
        #expect(file.force.rawValue == slug)
        #expect(file.quality.notes.isEmpty)
    }

    @Test(arguments: [
        ("", "f.csv:1: the file is empty; a police.uk street file is expected"),
        (
            StreetText.header + "\n",
            "f.csv:1: the file has a header and no rows; a month without rows is missing, not zero"
        ),
        (
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n",
            "f.csv:1: this is an outcomes file of police.uk; a street file (…-street.csv) is expected"
        ),
        (
            "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
                + "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
                + "Outcome linked to object of search,Removal of more than just outer clothing\n",
            "f.csv:1: this is a stop-and-search file of police.uk; a street file (…-street.csv) is expected"
        ),
        (
            StreetText.header.replacing("LSOA code", with: "LSOA cod") + "\n",
            "f.csv:1: column LSOA code: is missing from the header of a police.uk street file; the nearest found is \"LSOA cod\""
        ),
        (
            StreetText.header + "\n" + StreetText.row() + "\n" + StreetText.row(month: "2018-11"),
            "f.csv:3: column Month: the rows are of several months and the file's name does not say which is meant; "
                + "one file for each force and month is expected, as published"
        ),
        (StreetText.header + "\n,2018-10,Thames", "f.csv:2: the row has 3 fields, 12 are expected"),
        (
            StreetText.header + "\n" + StreetText.row().replacing("On or", with: "On\u{0}or"),
            "f.csv:2: column Location: a NUL byte stands here; the file is not text"
        ),
        (
            StreetText.header + "\n" + StreetText.row().replacing("On or", with: "\"On or"),
            "f.csv:2: column Location: the quotation mark opened on line 2 is never closed"
        ),
        (
            StreetText.header + "\n" + String(repeating: "x", count: 200_000),
            "f.csv:2: the line is longer than 65536 bytes; probably line breaks are missing"
        ),
    ]) func refuses(_ text: String, _ fault: String) {
        #expect(faults { try StreetFileReader.read(.bytes(Array(text.utf8), name: "f.csv")) }.first == fault)
    }

    @Test func refusesAFileOfAnotherMonth() {
        let rows = [StreetText.row(month: "2018-11"), StreetText.row(month: "2018-11")]
        #expect(
            faults { try StreetFileReader.read(StreetText.file(rows)) }.first?
                .hasSuffix(
                    ":2: no row can be counted; rows of 2018-10 are expected. Of another month (first on line 2), not counted: 2 rows."
                ) == true
        )
    }

    @Test func talliesByArea() throws {
        let areas = try AreaSheet.read(
            sheet("area,district\nMK,Milton Keynes\n"),
            force: try #require(Slug(rawValue: "thames-valley"))
        )
        let file = try StreetFileReader.read(
            StreetText.file([
                StreetText.row(), StreetText.row(), StreetText.row(lsoa: ""),
                StreetText.row(lsoa: "E01031391", name: "Arun 001B"), StreetText.row(type: "Drugs"),
            ])
        )
        let tally = file.tally(of: .antiSocialBehaviour, by: AreaAllocator(areas: areas, on: file.month.firstDay))
        #expect(tally.areas.map(\.value) == [2])
        #expect(tally.unallocated == 1)
        #expect(tally.outside == ["Arun": 1])
        #expect(tally.total == file.total(of: .antiSocialBehaviour))
    }

    @Test("agrees with a naive count on many random places", arguments: [1, 2, 3]) func agreesWithANaiveCount(
        _ seed: UInt64
    ) throws {
        var random = SplitMix(seed: seed)
        let types = CrimeCategory.allCases
        var expected: [String: Int] = [:]
        var rows: [String] = []
        for number in 0..<20_000 {
            let code = "E0\(1_000_000 + Int.random(in: 0..<6000, using: &random))"
            let type = types[Int.random(in: 0..<types.count, using: &random)]
            expected["\(code) \(type.rawValue)", default: 0] += 1
            rows.append(
                StreetText.row(id: StreetText.id(number), lsoa: code, name: "Place 001A", type: type.publishedName)
            )
        }
        let file = try StreetFileReader.read(StreetText.file(rows))
        let found = Dictionary(
            uniqueKeysWithValues: file.counts.map { ("\($0.place?.code ?? "") \($0.category.rawValue)", $0.count) }
        )
        #expect(found == expected)
        #expect(file.counts.compactMap(\.place?.code) == file.counts.compactMap(\.place?.code).sorted())
    }
}
