import Foundation
import Programme
import Testing

@testable import Records

@Suite struct LedgerTests {
    @Test("a run comes back as it went in")
    func run() async throws {
        let sample = try await SampleRecords()
        let id = try await sample.run(capacity: 12, sittings: 2)
        let summary = try #require(try await sample.records.read { try $0.run(id) })
        #expect(summary.run.trainers.map(\.name) == ["Asha", "Bela/Béla"])
        #expect(summary.run.sittings.map(\.starts.description) == ["2026-07-01T09:15", "2026-07-02T09:15"])
        #expect(summary.run.capacity == 12 && summary.run.state == .open && summary.run.zone == "Europe/London")
        #expect(summary.run.venue == Venue(name: "Hall", address: "1 High Street"))
        #expect(summary.confirmed == 0 && summary.waiting == 0 && summary.free == 12)
    }

    @Test(
        "a name, an access need and a language come back as given",
        arguments: ["محمد علی", " Siân\tŴyn ", "O'Brien; --"]
    )
    func booking(_ name: String) async throws {
        let sample = try await SampleRecords()
        let id = try await sample.booking(name, on: try await sample.run())
        let entry = try #require(try await sample.records.read { try $0.booking(id) })
        #expect(entry.person.name.given == name)
        #expect(entry.accessNeeds == "ramp" && entry.person.language == "ur" && entry.role == .resident)
        #expect(entry.madeAt == SampleRecords.now && entry.position == nil && !entry.agreesToSurveys)
    }

    @Test("who comes later waits longer, whatever the clock says")
    func queue() async throws {
        let sample = try await SampleRecords()
        let (run, other) = (try await sample.run(capacity: 1), try await sample.run(capacity: 1))
        let moved = try await sample.booking("Early", on: other)
        var queue: [ID<Booking>] = []
        for (index, seconds) in [0.0, 0, -3600, 5, 0].enumerated() {
            let now = SampleRecords.now.addingTimeInterval(seconds)
            queue.append(try await sample.booking("Person \(index)", on: run, .waiting, at: now))
        }
        _ = try await sample.change { try $0.move(moved, to: run, state: .waiting, at: SampleRecords.now) }
        queue.append(moved)
        let expected = queue
        #expect(try await sample.records.read { try $0.waiting(on: run, limit: 9) } == expected)
        let positions = try await sample.records.read { reader in try expected.map { try reader.booking($0)?.position }
        }
        #expect(positions == [1, 2, 3, 4, 5, 6])
    }

    @Test("marks are taken, corrected and taken back")
    func marks() async throws {
        let sample = try await SampleRecords()
        let run = try await sample.run(sittings: 2)
        let booking = try await sample.booking("Asha", on: run)
        for mark in [RegisterMark.absent, .lateAndLeftEarly(late: 5, early: 10), .present, nil] {
            _ = try await sample.change { ledger in
                try ledger.mark(booking, sitting: 2, mark, by: "account:1", at: SampleRecords.now)
            }
            #expect(try await sample.records.read { try $0.mark(of: booking, sitting: 2) } == mark)
            #expect(try await sample.records.read { try $0.isMarked(booking) } == (mark != nil))
            #expect(try await sample.records.read { try $0.register(of: run)?.lines.first?.marks } == [nil, mark])
        }
    }

    @Test("the latest decision on a target stands, and the earlier one stays on record")
    func targets() async throws {
        let sample = try await SampleRecords()
        let quarter = try #require(Quarter("2026-27 Q1"))
        let (start, end) = (try #require(CalendarDate("2026-04-01")), try #require(CalendarDate("2027-03-31")))
        let programme = FundedProgramme(
            code: "p",
            name: "P",
            commissioner: "C",
            provider: "D",
            force: "surrey",
            fundingPerYear: nil,
            starts: start,
            ends: end
        )
        _ = try await sample.change { ledger in
            try ledger.upsert(programme)
            for (planned, days) in [(10, 0), (20, 30), (15, 30), (5, -1)] {
                try ledger.insert(
                    Target(
                        programme: "p",
                        area: "oxford",
                        quarter: quarter,
                        measure: .attended,
                        planned: planned,
                        decidedOn: start.adding(days: days),
                        reason: "contract"
                    )
                )
            }
        }
        #expect(try await sample.records.read { try $0.targets(of: "p").map(\.planned) } == [15])
        #expect(try await sample.contents().count { $0.hasPrefix("target") } == 4)
        #expect(try await sample.records.read { try $0.programmes() } == [programme])
    }

    @Test(
        "people are found by parts of name, address and number",
        arguments: [
            ("ash", 1), ("ASH", 1), ("patel", 2), ("example.org", 1), ("07700 900123", 1), ("900123", 1), ("12", 0),
            ("100%", 0), ("nobody", 0), ("'", 1),
        ]
    )
    func people(_ text: String, _ found: Int) async throws {
        let sample = try await SampleRecords()
        _ = try await sample.change { ledger in
            _ = try ledger.insertPerson(
                name: PersonName(parsing: "Asha Patel"),
                email: EmailAddress(parsing: "a@example.org"),
                telephone: TelephoneNumber(parsing: "07700 900123"),
                language: nil
            )
            _ = try ledger.insertPerson(
                name: PersonName(parsing: "Bo Patel"),
                email: nil,
                telephone: nil,
                language: nil
            )
            _ = try ledger.insertPerson(
                name: PersonName(parsing: "Cy O'Neil"),
                email: nil,
                telephone: nil,
                language: nil
            )
        }
        #expect(try await sample.records.read { try $0.people(containing: text).count } == found)
    }

    @Test("runs are listed by area, days, state and trainer")
    func runs() async throws {
        let sample = try await SampleRecords()
        let (first, second) = (try await sample.run(), try await sample.run())
        _ = try await sample.change { try $0.setState(.closed, of: second, reason: nil) }
        func listed(_ filter: RunFilter) async throws -> [ID<Run>] {
            try await sample.records.read { try $0.runs(filter).map(\.run.id) }
        }
        let day = try #require(CalendarDate("2026-07-01"))
        #expect(try await listed(RunFilter()) == [first, second])
        #expect(try await listed(RunFilter(area: "cherwell")) == [])
        #expect(try await listed(RunFilter(from: day, to: day)) == [first, second])
        #expect(try await listed(RunFilter(from: day.adding(days: 1))) == [])
        #expect(try await listed(RunFilter(to: day.adding(days: -1))) == [])
        #expect(try await listed(RunFilter(states: [.open])) == [first])
        #expect(try await listed(RunFilter(states: [])) == [])
        #expect(try await listed(RunFilter(trainer: ID(rawValue: 1))) == [])
        #expect(try await listed(RunFilter(limit: 1)) == [first])
    }

    @Test(
        "no drift on a sound database, and each kind of drift is named",
        arguments: [
            ("UPDATE run SET capacity = 1", "has more confirmed bookings than places"),
            ("UPDATE run SET state = 'cancelled', reason = 'x'", "is cancelled but has live bookings"),
            ("UPDATE run SET starts = '2026-06-01T10:00'", "does not start with its first sitting"),
            ("UPDATE booking SET state = 'waiting'", "is marked on the register without having a place"),
            ("UPDATE register_mark SET sitting = 7", "is marked at a sitting its run does not have"),
            ("UPDATE register_mark SET mark = 'absent'", "has a certificate although nobody marked it as there"),
            ("UPDATE run SET area = 'atlantis'", "not in the reference material"),
        ]
    )
    func drift(_ sql: String, _ sentence: String) async throws {
        let sample = try await SampleRecords()
        let run = try await sample.run()
        for name in ["Asha", "Bo"] {
            let booking = try await sample.booking(name, on: run)
            _ = try await sample.change { ledger in
                try ledger.mark(booking, sitting: 1, .present, by: "x", at: SampleRecords.now)
                let entry = CertificateEntry(
                    number: name,
                    numberDigest: Array(name.utf8),
                    version: 1,
                    booking: booking,
                    design: "x",
                    facts: "{}"
                )
                _ = try ledger.insertCertificate(entry, by: "x", at: SampleRecords.now)
            }
        }
        #expect(try await sample.records.read { try $0.drift(knownAreas: ["oxford"]) } == [])
        try await SQLiteEngine(path: sample.folder.database).write { try $0.run(sql) }
        let drift = try await sample.records.read { try $0.drift(knownAreas: ["oxford"]) }
        #expect(drift.contains { $0.description.contains(sentence) })
    }
}
