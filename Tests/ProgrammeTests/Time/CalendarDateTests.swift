import Foundation
import Programme
import Testing

@Suite struct CalendarDateTests {
    @Test(
        "reads a day or nothing",
        arguments: [
            ("2026-11-21", true), ("2024-02-29", true), ("2000-02-29", true), ("0001-01-01", true),
            ("9999-12-31", true),
            ("2026-02-29", false), ("1900-02-29", false), ("2026-04-31", false), ("2026-13-01", false),
            ("2026-00-10", false), ("2026-10-00", false), ("0000-01-01", false), ("2026-1-01", false),
            ("2026-11-21 ", false), ("26-11-2021", false), ("2026/11/21", false), ("+026-11-21", false),
            ("2026-11-2１", false), ("", false),
        ]
    )
    func reads(_ text: String, _ isDay: Bool) {
        #expect(CalendarDate(text)?.description == (isDay ? text : nil))
    }

    @Test(
        "knows the day of the week",
        arguments: [
            ("1970-01-01", 4), ("2026-11-21", 6), ("2000-01-01", 6), ("1969-12-29", 1), ("1900-01-01", 1),
            ("2026-03-29", 7),
        ]
    )
    func weekday(_ text: String, _ weekday: Int) throws {
        #expect(try #require(CalendarDate(text)).weekday == weekday)
    }

    @Test(
        "adds months and stays in the month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
            ("2024-02-29", 12, "2025-02-28"), ("2026-05-21", 6, "2026-11-21"), ("2036-12-29", -178, "2022-02-28"),
            ("2076-05-31", -147, "2064-02-29"), ("9999-12-31", 1, "9999-12-31"),
            ("0001-01-01", -1, "0001-01-01"),
        ]
    )
    func addsMonths(_ from: String, _ months: Int, _ to: String) throws {
        #expect(try #require(CalendarDate(from)).adding(months: months).description == to)
    }

    @Test("has no day outside the calendar", arguments: [-719_163, 2_932_897, Int.min, Int.max])
    func staysInTheCalendar(_ number: Int) {
        #expect(CalendarDate(dayNumber: number) == nil)
    }

    @Test func beginsAndEndsWithTheCalendar() {
        #expect(CalendarDate(dayNumber: -719_162)?.description == "0001-01-01")
        #expect(CalendarDate(dayNumber: 2_932_896)?.description == "9999-12-31")
        #expect(CalendarDate(dayNumber: 0)?.description == "1970-01-01")
    }

    /// Years from 1600, because Foundation's calendar is Julian before October 1582.
    @Test("agrees with Foundation's calendar on 5000 random days")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var chance = SplitMix(state: 20_261_121)
        for _ in 0..<5000 {
            let number = Int.random(in: -135_140...2_932_896, using: &chance)
            let instant = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
            let date = try #require(CalendarDate(dayNumber: number))
            #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
            #expect(date.weekday % 7 + 1 == parts.weekday)
            #expect(date.dayNumber == number)
            #expect(CalendarDate(date.description) == date)
            #expect(date.adding(days: 1) > date || number == 2_932_896)
        }
    }

    /// Left out: the 29th to 31st into a February, where Foundation of Swift 6.3 makes 1 March of 2036-12-29 less 178
    /// months and 2064-02-28 of 2076-05-31 less 147; those are in the table above.
    @Test("adds months as Foundation's calendar does, 2000 times")
    func addsMonthsAsFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var chance = SplitMix(state: 7)
        for _ in 0..<2000 {
            let number = Int.random(in: 0...40_000, using: &chance)
            let months = Int.random(in: -240...240, using: &chance)
            let date = try #require(CalendarDate(dayNumber: number))
            let instant = Date(timeIntervalSince1970: Double(number) * 86_400)
            let later = try #require(calendar.date(byAdding: .month, value: months, to: instant))
            let ours = date.adding(months: months)
            guard ours.month != 2 || date.day < 29 else { continue }
            #expect(Double(ours.dayNumber) * 86_400 == later.timeIntervalSince1970, "\(date) \(months)")
        }
    }

    @Test func isWrittenAsTextInJSON() throws {
        let date = try #require(CalendarDate("2026-11-21"))
        #expect(String(decoding: try JSONEncoder().encode([date]), as: UTF8.self) == #"["2026-11-21"]"#)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2026-11-21"]"#.utf8)) == [date])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}
