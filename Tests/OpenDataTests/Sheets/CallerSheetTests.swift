import OpenData
import Programme
import Testing

@Suite struct CallerSheetTests {
    @Test("people with their months in order, zero kept, absent rows missing, no exposed day as no row") func reads()
        throws
    {
        let records = try CallerSheet.read(
            sheet(
                """
                count,caller_id,month,trained_on,exposed_days,group
                3,b,2026-02,,,
                0,b,2026-01,2026-02-10,,trained
                2,a,2026-01,,17,
                0,a,2026-02,,0,
                4,,2026-01,,,
                5, Withheld ,2026-02,,,

                """
            )
        )
        #expect(records.callers.map(\.caller) == ["a", "b"])
        #expect(records.callers[0].months.map { "\($0.month) \($0.calls) \($0.days)" } == ["2026-01 2 17"])
        #expect(
            records.callers[1].months.map { "\($0.month) \($0.calls) \($0.days)" } == ["2026-01 0 31", "2026-02 3 28"]
        )
        #expect(records.callers[1].trainedOn == CalendarDate("2026-02-10") && records.callers[1].group == "trained")
        #expect(records.unresolvedRows == 2 && records.unresolvedCalls == 9)
    }

    @Test("a month alone is its first day, and only three columns are needed") func least() throws {
        let records = try CallerSheet.read(sheet("caller_id,month,count,trained_on\na,2026-01,1,2026-03\n"))
        #expect(records.callers[0].trainedOn == CalendarDate("2026-03-01"))
        #expect(try CallerSheet.read(sheet("caller_id,month,count\n")).callers.isEmpty)
    }

    @Test(
        "what cannot be is refused with line and column",
        arguments: [
            ("a,2026-13,1,,,", "2: column month: "), ("a,,1,,,", "2: column month: "),
            ("a,2026-01,,,,", "2: column count: "), ("a,2026-01,-1,,,", "2: column count: "),
            ("a,2026-01,1.5,,,", "2: column count: "), ("a,2026-01,1000001,,,", "2: column count: "),
            ("a,2026-01,9223372036854775807,,,", "2: column count: "),
            ("a,2026-01,1,,yesterday,", "2: column trained_on: "),
            ("a,2026-02,1,,,29", "2: column exposed_days: "), ("a,2026-02,1,,,0", "2: column exposed_days: "),
            ("a,2026-02,1,,,-3", "2: column exposed_days: "), ("a,2026-02,1,,,2.5", "2: column exposed_days: "),
            ("a,2026-01,1,,,\na,2026-01,1,,,", "3: column month: this caller has a row for 2026-01 on line 2"),
            ("a,2026-01,1,x,,\na,2026-02,1,y,,", "3: column group: \"y\" differs from \"x\""),
            ("a,2026-01,1,,2026-01-02,\na,2026-02,1,,2026-01-03,", "3: column trained_on: "),
        ]
    )
    func refuses(_ rows: String, fault: String) {
        let found = faults {
            try CallerSheet.read(sheet("caller_id,month,count,group,trained_on,exposed_days\n\(rows)\n"))
        }
        #expect(found.count == 1 && found[0].hasPrefix("sheet.csv:\(fault)"), "\(found)")
    }

    @Test("a missing or misspelt column is named") func headers() {
        #expect(
            faults { try CallerSheet.read(sheet("caller_id,month\na,2026-01\n")) }[0].hasPrefix(
                "sheet.csv:1: column count: "
            )
        )
        let misspelt = faults { try CallerSheet.read(sheet("caller_id,month,count,exposed_day\na,2026-01,1,3\n")) }
        #expect(misspelt[0].contains("exposed_days") && misspelt[0].contains("rename"))
    }
}
