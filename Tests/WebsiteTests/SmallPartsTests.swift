import Evaluation
import Foundation
import Operations
import Programme
import Records
import Testing

@testable import Website

@Suite struct FieldsTests {
    // Expectations: WHATWG URL standard, application/x-www-form-urlencoded parsing.
    @Test(
        "reads encoded pairs",
        arguments: [
            ("a=1&b=2", ["a": "1", "b": "2"]), ("a=b+c%20d", ["a": "b c d"]), ("a=%D9%81", ["a": "ف"]),
            ("a", ["a": ""]),
            ("a=%zz%", ["a": "%zz%"]), ("&&a=1&", ["a": "1"]), ("a=1=2", ["a": "1=2"]), ("%61=%FF", ["a": "\u{FFFD}"]),
        ]
    )
    func reads(text: String, expected: [String: String]) {
        let fields = Fields(encoded: text.utf8)
        #expect(
            Dictionary(fields.pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }) == expected
        )
    }

    @Test("escapes so that it reads back", arguments: ["a b", "فاطمہ", "a/b?c=d&e", "%41", "~._-", "\u{0}\n"])
    func roundTrip(text: String) {
        #expect(Fields(encoded: "x=\(Fields.escaped(text))".utf8).raw("x") == text)
        #expect(Fields.decoded(Fields.escaped(text)) == text)
    }
}

@Suite struct WordsTests {
    @Test(
        "says days as people read them",
        arguments: [
            ("2026-03-03T18:30", "Tue 3 March 2026, 18:30"), ("2026-11-21T09:05", "Sat 21 November 2026, 09:05"),
        ]
    )
    func days(text: String, words: String) throws {
        #expect(DateWords.dayAndTime(try LocalDateTime(text).orThrow()) == words)
    }

    @Test(
        "reads days as people type them",
        arguments: [
            ("2026-03-31", "2026-03-31"), ("31/3/2026", "2026-03-31"), ("1.12.2026", "2026-12-01"),
        ]
    )
    func typed(text: String, expected: String) throws {
        #expect(try DayTyped(parsing: text).date.description == expected)
        #expect(throws: DayTyped.Invalid.self) { try DayTyped(parsing: "31/2/2026") }
    }

    @Test(
        "quotes for a POSIX shell",
        arguments: [
            ("plain-1", "plain-1"), ("two words", "'two words'"), ("O'Neill", "'O'\\''Neill'"), ("", "''"),
            ("$(x)", "'$(x)'"),
        ]
    )
    func quoting(value: String, quoted: String) { #expect(TerminalWords.quoted(value) == quoted) }

    @Test(
        "groups digits",
        arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1500, "−1,500")]
    )
    func groups(number: Int, text: String) { #expect(NumberWords.grouped(number) == text) }
}

@Suite struct RateLimitTests {
    @Test func givesBackEvenlyAndCountsSendersApart() throws {
        let limit = RateLimit(most: 3, minutes: 3)
        let now = Date(timeIntervalSince1970: 1_000_000)
        for _ in 1...3 { try limit.take("a", at: now) }
        #expect(throws: TooManyForms.self) { try limit.take("a", at: now) }
        try limit.take("b", at: now)
        #expect(throws: TooManyForms.self) { try limit.take("a", at: now + 59) }
        try limit.take("a", at: now + 60)
    }
}

@Suite struct SubmissionsTests {
    @Test func happensOnceForManySendersButAgainAfterAFailure() async throws {
        let submissions = Submissions()
        let counter = Counter()
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...8 {
                group.addTask { try await submissions.once("key") { "/\(await counter.next())" } }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers == ["/1"])
        await #expect(throws: Nothing.self) { try await submissions.once("other") { throw Nothing() } }
        #expect(try await submissions.once("other") { "/again" } == "/again")
    }

    private actor Counter {
        private var count = 0
        func next() -> Int {
            count += 1
            return count
        }
    }
}

@Suite struct PlanFormTests {
    @Test func startsFromThePilotsFigures() {
        var form = PlanForm(.none)
        #expect(form.plan() == .thamesValleyPilot)
    }

    @Test func namesWhatIsNoNumberAndKeepsIt() {
        var form = PlanForm(Fields(encoded: "people=many&areas=14&calls=45,090&wards=2.5&ward_residents=8000".utf8))
        #expect(form.plan() == nil)
        #expect(form.errors["people"]?.contains("\"many\"") == true)
        #expect(form.errors["wards"]?.contains("whole number") == true)
        #expect(form.groups()[0].fields[0].value == "many")
    }
}

@Suite struct CalendarFileTests {
    @Test(
        "is 18:30 in the hall on both sides of the clock change",
        arguments: [
            ("2026-03-28T18:30", "DTSTART:20260328T183000Z"), ("2026-03-29T18:30", "DTSTART:20260329T173000Z"),
        ]
    )
    func summerTime(starts: String, line: String) async throws {
        let rehearsal = try await Rehearsal()
        let run = try await rehearsal.schedule(starts, "woking", capacity: 5)
        let summary = try await rehearsal.office.publicRun(run)
        let text = CalendarFile.text(
            for: summary,
            reference: "ABC1234",
            zone: try TimeZone(identifier: "Europe/London").orThrow(),
            stamp: Date(timeIntervalSince1970: 0),
            host: "example.org",
            link: "https://example.org/bookings/abc"
        )
        #expect(text.contains("\r\n\(line)\r\n"))
        #expect(text.contains("UID:abc1234-1@example.org"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        try rehearsal.end()
    }
}
