import Programme
import Testing

/// Financial quarters run from April: Q1 is April to June.
@Suite struct QuarterTests {
    @Test(
        "a day lies in its quarter",
        arguments: [
            ("2026-04-01", "2026-27 Q1"), ("2026-06-30", "2026-27 Q1"), ("2026-07-01", "2026-27 Q2"),
            ("2026-09-30", "2026-27 Q2"), ("2026-10-01", "2026-27 Q3"), ("2026-12-31", "2026-27 Q3"),
            ("2027-01-01", "2026-27 Q4"), ("2027-03-31", "2026-27 Q4"), ("1999-12-31", "1999-00 Q3"),
        ]
    )
    func liesIn(_ day: String, _ quarter: String) throws {
        #expect(Quarter(of: try #require(CalendarDate(day))).description == quarter)
    }

    @Test(
        "reads its own words alone",
        arguments: [
            ("2026-27 Q1", true), ("1999-00 Q4", true), ("2026-28 Q1", false), ("2026-27 Q5", false),
            ("2026-27 Q0", false), ("2026-27 q1", false), ("2026-27  Q1", false), ("2026-27Q1", false), ("Q1", false),
            ("+026-27 Q1", false), ("", false),
        ]
    )
    func reads(_ text: String, _ isQuarter: Bool) { #expect(Quarter(text)?.description == (isQuarter ? text : nil)) }

    @Test("every day from 2020 to 2030 lies between the first and last day of its quarter, in order")
    func covers() throws {
        var day = try #require(CalendarDate("2020-01-01"))
        var before = Quarter(of: day)
        while day.year < 2031 {
            let quarter = Quarter(of: day)
            #expect(quarter.firstDay <= day && day <= quarter.lastDay)
            #expect(quarter == before || (before < quarter && day == quarter.firstDay))
            #expect(Quarter(quarter.description) == quarter)
            (before, day) = (quarter, day.adding(days: 1))
        }
    }
}
