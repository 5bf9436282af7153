import OpenData
import Programme
import Testing

@Suite struct CountSheetTests {
    @Test func readsCountsWithAndWithoutPopulation() throws {
        let counts = try CountSheet.read(
            sheet(
                "month,area,count,population\n2026-03,Oxford,0,162100\n2026-04,Oxford,12.0,\n2026-03,\"Reading\",7,1.5e5\n"
            )
        )
        let months = [Month("2026-03"), Month("2026-04")].compactMap(\.self)
        #expect(
            counts == [
                AreaMonthCount(area: "Oxford", month: months[0], count: 0, population: 162_100),
                AreaMonthCount(area: "Oxford", month: months[1], count: 12),
                AreaMonthCount(area: "Reading", month: months[0], count: 7, population: 150_000),
            ]
        )
    }

    @Test(arguments: ["-1", "1.5", "1e3", "nan", "12a", " ", "1.", "+3", "99999999999999999999"])
    func refusesACountThatIsNone(_ count: String) {
        let found = faults { try CountSheet.read(sheet("area,month,count\nOxford,2026-03,\"\(count)\"\n")) }
        let isAllowed = count == "1."
        #expect(found.isEmpty == isAllowed)
        #expect(isAllowed || found[0].hasPrefix("sheet.csv:2: column count: "))
    }

    @Test func namesEveryFault() {
        let text = """
            area,month,count,population
            Oxford,2026-03,1,100
            ,2026-03,1,100
            Oxford,2026-13,1,100
            Oxford,2026-03,2,100
            Oxford,2026-04,2,0
            Oxford,2026-05,,5

            """
        #expect(
            faults { try CountSheet.read(sheet(text)) } == [
                "sheet.csv:3: column area: is empty; an area's name or code is expected",
                "sheet.csv:4: column month: \"2026-13\" is not a month like 2026-03",
                "sheet.csv:5: column month: Oxford has a count for 2026-03 on line 2 already; keep one",
                "sheet.csv:6: column population: \"0\" is not a number of residents above 0",
                "sheet.csv:7: column count: is empty; a whole number of 0 or more is expected",
            ]
        )
    }

    @Test func doesNotLoseAMisspeltPopulation() {
        #expect(
            faults { try CountSheet.read(sheet("area,month,count,populaton\n")) } == [
                "sheet.csv:1: column population: is missing, but the header has \"populaton\"; rename it to population"
            ]
        )
    }
}
