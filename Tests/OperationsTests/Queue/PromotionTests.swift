import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct PromotionTests {
    @Test(
        "a place freed a minute before the cut-off of 24 hours passes on, and at the cut-off it does not",
        arguments: [
            ("2026-07-03T08:14:00Z", 1), ("2026-07-03T08:15:00Z", 0), ("2026-07-03T08:16:00Z", 0),
        ]
    )
    func cutOff(_ now: String, _ promoted: Int) async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)  // starts 09:15 in London, 08:15 UTC
        let first = try await test.book("First", on: run)
        _ = try await test.book("Second", on: run)
        try test.clock.set(now)
        let receipt = try await test.office.cancel(first.entry.booking.id, by: TestOffice.staff)
        #expect(receipt.promoted.count == promoted)
    }

    @Test("after the cut-off a newcomer does not get the freed place while somebody waits")
    func newcomer() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        let first = try await test.book("First", on: run)
        let second = try await test.book("Second", on: run)
        try test.clock.set("2026-07-03T20:00:00Z")
        _ = try await test.office.cancel(first.entry.booking.id, by: TestOffice.staff)
        #expect(try await test.book("Third", on: run).outcome == .waiting(position: 2))
        _ = try await test.office.promote(second.entry.booking.id, by: TestOffice.staff)
        #expect(try await test.book("Fourth", on: run).outcome == .waiting(position: 2))
    }

    @Test("each promotion queues one letter and one audit row")
    func letters() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        let first = try await test.book("First", on: run)
        let second = try await test.book("Second", on: run)
        _ = try await test.office.cancel(first.entry.booking.id, by: TestOffice.staff)
        let id = second.entry.booking.id
        #expect(
            try await test.rows("SELECT purpose AS said FROM outbox WHERE subject = \(id) ORDER BY id") == [
                "waiting", "promotion",
            ]
        )
        #expect(
            try await test.rows("SELECT action AS said FROM audit WHERE subject = 'booking:\(id)' ORDER BY number") == [
                "booking.made", "booking.promoted",
            ]
        )
    }

    @Test("somebody who moves away and back is written to of each move")
    func movesBack() async throws {
        let test = try await TestOffice()
        let (one, other) = (try await test.run(), try await test.run())
        let booking = try await test.book("Asha", on: one).entry.booking.id
        for target in [other, one, other] {
            test.clock.advance(hours: 1)
            _ = try await test.office.move(booking, to: target, by: TestOffice.staff)
        }
        #expect(try await test.rows("SELECT purpose AS said FROM outbox WHERE purpose = 'moved'").count == 3)
    }
}
