import OpenData
import Programme
import Testing

@Suite struct ExtractReaderTests {
    private func mapping(_ columns: [ExtractMapping.Field: String] = [:]) throws -> ExtractMapping {
        ExtractMapping(
            force: try #require(Slug(rawValue: "thames-valley")),
            columns: [
                .dateTime: "Logged", .category: "Category", .attended: "Attended", .grade: "Grade", .caller: "Caller",
                .area: "LPA",
            ].merging(columns) { $1 },
            dates: .dayFirst,
            counted: ["ASB nuisance", "ASB personal"],
            attended: ["Y"],
            notAttended: ["N"],
            escalationField: .grade,
            escalated: ["1", "Immediate"]
        )
    }

    private static let text = """
        Log,Logged,Category,Attended,Grade,Caller,LPA
        1,31/01/2026 23:59,ASB nuisance,Y,1,c7,Reading
        2,01/02/2026 00:00,ASB nuisance,N,3, C7 ,Reading
        3,01/02/2026 10:15,ASB nuisance,?,Immediate,c8,Reading
        4,02/02/2026 10:15,ASB personal,,2,,Slough
        5,02/02/2026 10:15,Burglary,Y,1,c9,Slough
        6,30/02/2026 10:15,ASB nuisance,Y,1,c9,Slough
        7,2026-02-01,ASB nuisance,Y,1,c9,Slough
        8,03/02/2026,ASB nuisance
        """

    @Test("calls by month, place and category, with attendance and escalation") func counts() throws {
        let extract = try ExtractReader.read(sheet(Self.text), mapping: try mapping()) { Array($0.utf8) }
        #expect(extract.months.map { "\($0.month) \($0.rows)" } == ["2026-01 1", "2026-02 4"])
        #expect(
            extract.months[1].counts == [
                ExtractCount(
                    place: "Reading",
                    category: "ASB nuisance",
                    calls: 2,
                    attended: 0,
                    notAttended: 1,
                    escalated: 1
                ),
                ExtractCount(
                    place: "Slough",
                    category: "ASB personal",
                    calls: 1,
                    attended: 0,
                    notAttended: 0,
                    escalated: 0
                ),
            ]
        )
        #expect(
            extract.notes == [
                "Of categories that the mapping does not count: 1 row.",
                "With a word for attendance that the mapping does not know, counted: 1 row.",
                "Malformed, not counted: 3 rows.",
            ]
        )
        #expect(
            extract.malformedRows.map(\.description) == [
                "sheet.csv:7: column Logged: \"30/02/2026 10:15\" is not a date in the order day-month-year",
                "sheet.csv:8: column Logged: \"2026-02-01\" is not a date in the order day-month-year",
                "sheet.csv:9: the row has 3 fields, the header has 7",
            ]
        )
    }

    @Test("one person is one pseudonym, whatever the case and the spaces; nothing else is kept of them")
    func callers() throws {
        let extract = try ExtractReader.read(sheet(Self.text), mapping: try mapping()) { name in
            name == "C7" ? [7] : name == "C8" ? [8] : [0]
        }
        #expect(
            extract.months.map(\.callers) == [
                [CallerCount(caller: [7], calls: 1)],
                [CallerCount(caller: [7], calls: 1), CallerCount(caller: [8], calls: 1)],
            ]
        )
    }

    @Test("the same rows have the same fingerprint month by month") func fingerprints() throws {
        let first = try ExtractReader.read(sheet(Self.text), mapping: try mapping()) { Array($0.utf8) }
        let second = try ExtractReader.read(
            sheet(Self.text.replacing("4,02/02/2026", with: "9,02/02/2026")),
            mapping: try mapping()
        ) { Array($0.utf8) }
        #expect(first.months[0].fingerprint == second.months[0].fingerprint)
        #expect(first.months[1].fingerprint != second.months[1].fingerprint)
    }

    @Test func refuses() throws {
        let mapping = try mapping([.area: "Local area"])
        #expect(
            faults { try ExtractReader.read(sheet(Self.text), mapping: mapping) { _ in [] } }.first?.hasPrefix(
                "sheet.csv:1: column Local area: is named by the mapping as area and is missing from the header"
            ) == true
        )
        let other = try self.mapping([.category: "Grade"])
        #expect(
            faults { try ExtractReader.read(sheet(Self.text), mapping: other) { _ in [] } }.first?.hasPrefix(
                "sheet.csv:2: no row can be counted. Of categories that the mapping does not count: 5 rows."
            ) == true
        )
    }
}
