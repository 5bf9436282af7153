import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct RegisterTests {
    /// A run of two evenings with two people, at its first evening.
    private func evening() async throws -> (test: TestOffice, run: ID<Run>, people: [ID<Booking>]) {
        let test = try await TestOffice()
        let run = try await test.run(
            5,
            course: "defusing-two-evenings",
            at: "2026-07-01T18:00",
            "2026-07-08T18:00"
        )
        var people: [ID<Booking>] = []
        for name in ["Asha", "Bo"] { people.append(try await test.book(name, on: run).entry.booking.id) }
        try test.clock.set("2026-07-01T17:00:00Z")
        return (test, run, people)
    }

    @Test("marks are kept, corrected and taken back, each with its trace")
    func marks() async throws {
        let (test, run, people) = try await evening()
        for mark in [RegisterMark.late(minutes: 20), .present, nil] {
            let sheet = try await test.office.mark(
                [RegisterEntry(booking: people[0], mark: mark)],
                on: run,
                by: TestOffice.staff
            )
            #expect(sheet.lines.first { $0.booking == people[0] }?.marks == [mark, nil])
            #expect(sheet.lines.first { $0.booking == people[1] }?.marks == [nil, nil])
        }
        let trail = try await test.rows(
            "SELECT detail AS said FROM audit WHERE action = 'register.marked' ORDER BY number"
        )
        #expect(
            trail == [
                #"{"from":"not recorded","sitting":"1","to":"late by 20 min"}"#,
                #"{"from":"late by 20 min","sitting":"1","to":"present"}"#,
                #"{"from":"present","sitting":"1","to":"not recorded"}"#,
            ]
        )
    }

    @Test("everybody without a mark is marked present, and a mark that stands is left alone")
    func allPresent() async throws {
        let (test, run, people) = try await evening()
        _ = try await test.office.mark(
            [RegisterEntry(booking: people[0], mark: .absent)],
            on: run,
            by: TestOffice.staff
        )
        for _ in 0..<2 {
            let sheet = try await test.office.markAllPresent(on: run, by: TestOffice.staff)
            #expect(sheet.lines.map { $0.marks[0] } == [.absent, .present])
        }
        for sitting in [0, 3, -1] {
            await expectRefusal("no sitting \(sitting)", "from 1 to 2") {
                _ = try await test.office.markAllPresent(on: run, sitting: sitting, by: TestOffice.staff)
            }
        }
    }

    @Test("a mark that another desk makes meanwhile is never written over")
    func twoDesks() async throws {
        let (test, run, people) = try await evening()
        let other = try await test.another()
        for _ in 0..<20 {
            _ = try await test.office.mark(
                people.map { RegisterEntry(booking: $0, mark: nil) },
                on: run,
                by: TestOffice.staff
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await test.office.markAllPresent(on: run, by: TestOffice.staff) }
                group.addTask {
                    _ = try await other.mark(
                        [RegisterEntry(booking: people[1], mark: .late(minutes: 5))],
                        on: run,
                        by: TestOffice.staff
                    )
                }
                try await group.waitForAll()
            }
            let sheet = try await test.office.register(of: run, by: TestOffice.staff)
            #expect(sheet.lines.map { $0.marks[0] } == [.present, .late(minutes: 5)])
        }
    }

    @Test("opens two hours before each sitting")
    func opens() async throws {
        let (test, run, people) = try await evening()
        await expectRefusal("2026-07-08 18:00", "two hours before") {
            _ = try await test.office.mark(
                [RegisterEntry(booking: people[0], sitting: 2, mark: .present)],
                on: run,
                by: TestOffice.staff
            )
        }
        try test.clock.set("2026-07-08T15:00:00Z")
        _ = try await test.office.mark(
            [RegisterEntry(booking: people[0], sitting: 2, mark: .present)],
            on: run,
            by: TestOffice.staff
        )
    }

    @Test("one wrong entry leaves every mark as it was")
    func allOrNothing() async throws {
        let (test, run, people) = try await evening()
        let other = try await test.run(at: "2026-08-01T09:15")
        let elsewhere = try await test.book("Cy", on: other).entry.booking.id
        let before = try await test.contents()
        for (entry, words) in [
            (RegisterEntry(booking: people[0], sitting: 3, mark: .present), "no sitting 3; this run has 2"),
            (RegisterEntry(booking: elsewhere, mark: .present), "Cy has no confirmed place"),
            (RegisterEntry(booking: ID(rawValue: 99), mark: .present), "Booking 99 has no confirmed place"),
            (RegisterEntry(booking: people[0], mark: .late(minutes: 200)), "200 minutes missed is not less than"),
            (
                RegisterEntry(booking: people[0], mark: .lateAndLeftEarly(late: 100, early: 100)),
                "Mark the person absent"
            ),
        ] {
            await expectRefusal(words) {
                _ = try await test.office.mark(
                    [RegisterEntry(booking: people[1], mark: .present), entry],
                    on: run,
                    by: TestOffice.staff
                )
            }
        }
        #expect(try await test.contents() == before)
    }

    @Test("a draft or cancelled run has no register to mark, and a held one needs the reason")
    func states() async throws {
        let (test, run, people) = try await evening()
        try test.clock.set("2026-07-09T09:00:00Z")
        _ = try await test.office.take(.hold, run: run, by: TestOffice.staff)
        let entry = RegisterEntry(booking: people[0], mark: .present)
        for reason in [nil, ""] as [String?] {
            await expectRefusal("has been held", "reason") {
                _ = try await test.office.mark([entry], on: run, reason: reason, by: TestOffice.staff)
            }
        }
        _ = try await test.office.mark([entry], on: run, reason: "sheet found", by: TestOffice.staff)
        let draft = try await test.run(at: "2026-07-10T09:15", opened: false)
        await expectRefusal("is draft", "Open it first") {
            _ = try await test.office.mark([entry], on: draft, by: TestOffice.staff)
        }
        await expectRefusal("no run 99") {
            _ = try await test.office.markAllPresent(on: ID(rawValue: 99), by: TestOffice.staff)
        }
    }
}
