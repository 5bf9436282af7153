import Programme
import Testing

@Suite struct MonthTests {
    @Test(
        "reads a month or nothing",
        arguments: [
            ("2026-03", true), ("0001-12", true), ("2026-13", false), ("2026-00", false), ("2026-3", false),
            ("2026-03-01", false), ("0000-05", false), ("", false),
        ]
    )
    func reads(_ text: String, _ isMonth: Bool) { #expect(Month(text)?.description == (isMonth ? text : nil)) }

    @Test(
        "counts months across years",
        arguments: [
            ("2026-01", -1, "2025-12"), ("2026-12", 1, "2027-01"), ("2026-06", 30, "2028-12"),
            ("2026-06", -30, "2023-12"),
            ("2026-06", 0, "2026-06"),
        ]
    )
    func adds(_ from: String, _ months: Int, _ to: String) throws {
        let month = try #require(Month(from))
        #expect(month.adding(months).description == to)
        #expect(month.adding(months).index - month.index == months)
    }

    @Test(
        "has as many days as the calendar says",
        arguments: [
            ("2026-02", 28), ("2024-02", 29), ("1900-02", 28), ("2000-02", 29), ("2026-04", 30), ("2026-12", 31),
        ]
    )
    func days(_ text: String, _ days: Int) throws { #expect(try #require(Month(text)).days == days) }

    @Test("the next month begins the day after the last one ends", arguments: 0..<48)
    func joins(_ offset: Int) throws {
        let month = try #require(Month("2023-01")).adding(offset)
        #expect(month.firstDay.adding(days: month.days) == month.adding(1).firstDay)
        #expect(month.firstDay.adding(days: month.days - 1).monthOfYear == month)
    }
}
