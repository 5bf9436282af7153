import Foundation
import Programme
import Testing

@Suite struct LocalDateTimeTests {
    private let london = TimeZone(identifier: "Europe/London")

    @Test(
        "reads a wall clock or nothing",
        arguments: [
            ("2026-03-29T18:30", "2026-03-29T18:30"), ("2026-03-29 18:30", "2026-03-29T18:30"),
            ("2026-03-29T00:00", "2026-03-29T00:00"), ("2026-03-29T23:59", "2026-03-29T23:59"),
            ("2026-03-29T24:00", nil), ("2026-03-29T18:60", nil), ("2026-03-29T8:30", nil),
            ("2026-03-29T18:30:00", nil),
            ("2026-03-29T18:30Z", nil), ("2026-02-30T10:00", nil), ("2026-03-29", nil), ("18:30", nil),
            ("2026-03-29TT18:30", nil), ("T2026-03-29T18:30", nil), ("2026-03-29  18:30", nil),
            ("2026-03-29T18:30 ", nil),
            ("", nil),
        ]
    )
    func reads(_ text: String, _ expected: String?) { #expect(LocalDateTime(text)?.description == expected) }

    /// By hand: London is at UTC in winter and one hour ahead from 29 March 2026 01:00 UTC to 25 October 2026 01:00 UTC.
    @Test(
        "is the right instant on both sides of both clock changes",
        arguments: [
            ("2026-01-15T18:30", "2026-01-15T18:30:00Z"), ("2026-07-01T18:30", "2026-07-01T17:30:00Z"),
            ("2026-03-28T18:30", "2026-03-28T18:30:00Z"), ("2026-03-29T00:59", "2026-03-29T00:59:00Z"),
            ("2026-03-29T01:00", "2026-03-29T01:00:00Z"), ("2026-03-29T01:30", "2026-03-29T01:30:00Z"),
            ("2026-03-29T02:00", "2026-03-29T01:00:00Z"), ("2026-03-29T18:30", "2026-03-29T17:30:00Z"),
            ("2026-10-24T18:30", "2026-10-24T17:30:00Z"), ("2026-10-25T00:59", "2026-10-24T23:59:00Z"),
            ("2026-10-25T01:00", "2026-10-25T00:00:00Z"), ("2026-10-25T01:59", "2026-10-25T00:59:00Z"),
            ("2026-10-25T02:00", "2026-10-25T02:00:00Z"), ("2026-10-25T18:30", "2026-10-25T18:30:00Z"),
        ]
    )
    func instant(_ local: String, _ universal: String) throws {
        let reading = try #require(LocalDateTime(local))
        let zone = try #require(london)
        #expect(reading.instant(in: zone) == (try Date(universal, strategy: .iso8601)))
    }

    @Test("every London minute of both days of change comes back as the clock shows it")
    func comesBack() throws {
        let zone = try #require(london)
        for day in ["2026-03-29T00:00:00Z", "2026-10-24T23:00:00Z"] {
            let start = try Date(day, strategy: .iso8601)
            for minute in 0..<(25 * 60) {
                let instant = start.addingTimeInterval(Double(minute) * 60)
                let reading = LocalDateTime(instant, in: zone)
                let back = reading.instant(in: zone)
                // The hour that the autumn change repeats belongs to its first round.
                let isRepeated = day.hasPrefix("2026-10") && (120..<180).contains(minute)
                #expect(back == (isRepeated ? instant.addingTimeInterval(-3600) : instant))
            }
        }
    }

    @Test(
        "agrees with Foundation's calendar in five zones, 4000 times",
        arguments: [
            "Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Auckland",
        ]
    )
    func agreesWithFoundation(_ name: String) throws {
        var calendar = Calendar(identifier: .gregorian)
        let zone = try #require(TimeZone(identifier: name))
        calendar.timeZone = zone
        var chance = SplitMix(state: 11)
        for _ in 0..<800 {
            let instant = Date(timeIntervalSince1970: Double(Int.random(in: 0...4_000_000_000, using: &chance)))
            let reading = LocalDateTime(instant, in: zone)
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: instant)
            #expect([reading.date.year, reading.date.month, reading.date.day] == [parts.year, parts.month, parts.day])
            #expect([reading.time.minutes / 60, reading.time.minutes % 60] == [parts.hour, parts.minute])
            #expect(LocalDateTime(reading.instant(in: zone), in: zone) == reading)
            #expect(LocalDateTime(reading.description) == reading)
        }
    }

    @Test(
        "a sitting ends so many minutes later on the wall clock",
        arguments: [
            ("2026-03-28T23:30", 60, "2026-03-29T00:30"), ("2026-10-24T09:15", 450, "2026-10-24T16:45"),
            ("2026-12-31T23:00", 60, "2027-01-01T00:00"), ("2026-05-01T00:00", 1440, "2026-05-02T00:00"),
        ]
    )
    func sittingEnds(_ starts: String, _ minutes: Int, _ ends: String) throws {
        let sitting = RunSitting(starts: try #require(LocalDateTime(starts)), minutes: minutes)
        #expect(sitting.ends.description == ends)
    }

    @Test func ordersByTheClock() throws {
        let sorted = ["2026-01-01T00:00", "2026-01-01T00:01", "2026-01-02T00:00", "2026-02-01T00:00"]
        #expect(sorted.shuffled().compactMap { LocalDateTime($0) }.sorted().map(\.description) == sorted)
    }
}
