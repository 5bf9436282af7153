import OpenData
import Programme
import Testing

@Suite struct AreaSheetTests {
    private let force = Slug<PoliceForce>(rawValue: "thames-valley")

    @Test func anLSOABeatsADistrict() throws {
        let areas = try AreaSheet.read(
            sheet(
                """
                area,district,lsoa_code,from,to
                North,Oxford,,,
                South,Oxford,E01028521,,
                South,Cherwell,,2014-04-01,2025-05-06
                North,Cherwell,,2025-05-07,

                """
            ),
            force: try #require(force)
        )
        #expect(areas.map(\.name) == ["North", "South"])
        let then = AreaAllocator(areas: areas, on: try #require(CalendarDate("2018-10-01")))
        #expect(then.allocation(ofLSOA: "E01028500", named: "Oxford 001A").area?.rawValue == "north")
        #expect(then.allocation(ofLSOA: "E01028521", named: "Oxford 001B").area?.rawValue == "south")
        #expect(then.allocation(ofLSOA: "E01028400", named: "Cherwell 001B").area?.rawValue == "south")
        let now = AreaAllocator(areas: areas, on: try #require(CalendarDate("2026-10-01")))
        #expect(now.allocation(ofLSOA: "E01028400", named: "Cherwell 001B").area?.rawValue == "north")
    }

    @Test func namesEveryFault() throws {
        let text = """
            area,district,lsoa_code,from,to
            North,Oxford,,,
            South,Oxford,,2020-01-01,
            South,,,,
            South,,E0102852,,
            South,Reading,,2020-01-01,2019-01-01
            South,Slough,,soon,
            —,Slough,,,

            """
        let force = try #require(force)
        #expect(
            faults { try AreaSheet.read(sheet(text), force: force) } == [
                "sheet.csv:3: column district: Oxford belongs to North (line 2) always already; a place is in one area at a time",
                "sheet.csv:4: column district: is empty and so is lsoa_code; one of them is expected",
                "sheet.csv:5: column lsoa_code: \"E0102852\" is not an LSOA's code like E01016707",
                "sheet.csv:6: column to: is earlier than the day in column from; the last day is expected",
                "sheet.csv:7: column from: \"soon\" is not a date like 2026-03-31",
                "sheet.csv:8: column area: \"—\" has no letter from A to Z; a name like Milton Keynes is expected",
            ]
        )
    }
}
