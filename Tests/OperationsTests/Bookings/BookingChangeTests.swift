import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct BookingChangeTests {
    @Test("a private link gives a place up once, before the run begins")
    func ownLink() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        let first = try await test.book("Asha", on: run, by: .visitor)
        let second = try await test.book("Bo", on: run, by: .visitor)
        let receipt = try await test.office.cancelBooking(with: first.token)
        #expect(receipt.promoted.map(\.booking.id) == [second.entry.booking.id])
        await expectRefusal("Asha is cancelled already", "new booking") {
            _ = try await test.office.cancelBooking(with: first.token)
        }
        #expect(try await test.office.ownBooking(with: second.token).canCancel)
        try test.clock.set("2026-07-04T08:15:00Z")
        #expect(try await !test.office.ownBooking(with: second.token).canCancel)
        await expectRefusal("has begun", "Tell the trainer") {
            _ = try await test.office.cancelBooking(with: second.token)
        }
    }

    @Test("who waits may leave the queue, and the others move up")
    func leavesTheQueue() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        _ = try await test.book("Asha", on: run)
        let waiting = [try await test.book("Bo", on: run), try await test.book("Cy", on: run)]
        #expect(try await test.office.ownBooking(with: waiting[1].token).entry.position == 2)
        #expect(try await test.office.cancelBooking(with: waiting[0].token).promoted == [])
        #expect(try await test.office.ownBooking(with: waiting[1].token).entry.position == 1)
    }

    @Test("a link works for its own purpose and until 400 days after the last sitting")
    func links() async throws {
        let test = try await TestOffice()
        let receipt = try await test.book("Asha", on: try await test.run())
        let id = receipt.entry.booking.id
        let survey = try await test.office.mintLink(.survey, booking: id, by: TestOffice.staff)
        await expectRefusal("booking link does not work", "Ask for a new one") {
            _ = try await test.office.ownBooking(with: survey)
        }
        await expectRefusal("booking link") { _ = try await test.office.cancelBooking(with: survey) }
        await expectRefusal("sign-in link") { _ = try await test.office.signIn(with: receipt.token) }
        for purpose in [LinkPurpose.signIn, .certificate] {
            await expectRefusal(purpose.rawValue) {
                _ = try await test.office.mintLink(purpose, booking: id, by: TestOffice.staff)
            }
        }
        try test.clock.set("2027-08-08T08:14:59Z")
        #expect(try await test.office.ownBooking(with: receipt.token).entry.booking.id == id)
        try test.clock.set("2027-08-08T08:15:00Z")
        await expectRefusal("booking link") { _ = try await test.office.ownBooking(with: receipt.token) }
    }

    @Test("a move takes and frees in one step and keeps the code")
    func moves() async throws {
        let test = try await TestOffice()
        let (from, to) = (try await test.run(1), try await test.run(1, at: "2026-08-01T09:15"))
        let moved = try await test.book("Asha", on: from, email: "asha@example.org")
        let waiting = try await test.book("Bo", on: from)
        let receipt = try await test.office.move(moved.entry.booking.id, to: to, by: TestOffice.staff)
        #expect(receipt.outcome == .confirmed && receipt.from.run.id == from && receipt.to.run.id == to)
        #expect(receipt.promoted.map(\.booking.id) == [waiting.entry.booking.id])
        #expect(receipt.entry.booking.reference == moved.entry.booking.reference)
        #expect(try await test.office.ownBooking(with: moved.token).summary.run.id == to)
        await expectRefusal("is on Run \(to)", "another run") {
            _ = try await test.office.move(moved.entry.booking.id, to: to, by: TestOffice.staff)
        }
        _ = try await test.book("asha", on: from, email: "asha@example.org")
        await expectRefusal("already", "waiting") {
            _ = try await test.office.move(moved.entry.booking.id, to: from, by: TestOffice.staff)
        }
    }

    @Test("who stands on the register stays; who is placed is not promoted; passing needs a reason")
    func refusals() async throws {
        let test = try await TestOffice()
        let (run, other) = (try await test.run(1), try await test.run(at: "2026-08-01T09:15"))
        let placed = try await test.book("Asha", on: run).entry.booking.id
        let waiting = [try await test.book("Bo", on: run), try await test.book("Cy", on: run)].map(\.entry.booking.id)
        await expectRefusal("Asha is confirmed, not waiting") {
            _ = try await test.office.promote(placed, by: TestOffice.staff)
        }
        await expectRefusal("All 1 places", "move somebody") {
            _ = try await test.office.promote(waiting[0], by: TestOffice.staff)
        }
        try test.clock.set("2026-07-04T07:00:00Z")
        _ = try await test.office.cancel(placed, by: TestOffice.staff)
        await expectRefusal("1 person has waited longer than Cy", "reason") {
            _ = try await test.office.promote(waiting[1], reason: "", by: TestOffice.staff)
        }
        _ = try await test.office.promote(waiting[1], reason: "needs the lift", by: TestOffice.staff)
        _ = try await test.office.mark(
            [RegisterEntry(booking: waiting[1], mark: .present)],
            on: run,
            by: TestOffice.staff
        )
        for change in [
            { _ = try await test.office.cancel(waiting[1], by: TestOffice.staff) },
            { _ = try await test.office.move(waiting[1], to: other, by: TestOffice.staff) },
        ] as [() async throws -> Void] {
            await expectRefusal("Cy is on the register", "Correct the register") { try await change() }
        }
        await expectRefusal("no booking \"99\"", "bookings list") {
            _ = try await test.office.cancel(ID(rawValue: 99), by: TestOffice.staff)
        }
    }

    @Test("staff of another area, trainers of other runs, evaluators and visitors change nothing")
    func rights() async throws {
        let test = try await TestOffice()
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        let (other, _) = try await test.account(.trainer, "o@example.org")
        let (manager, _) = try await test.account(.manager, "m@example.org", areas: ["Berkshire East"])
        let (evaluator, _) = try await test.account(.evaluator, "e@example.org")
        let run = try await test.run(1, trainers: ["t@example.org"])
        let first = try await test.book("Asha", on: run).entry.booking.id
        let second = try await test.book("Bo", on: run).entry.booking.id
        let before = try await test.contents()
        for actor in [other, manager, evaluator, .visitor, .linkHolder] {
            await expectRefusal("not allowed") { _ = try await test.office.cancel(first, by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.promote(second, by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.move(first, to: run, by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.bookings(of: run, by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.findBooking("\(first)", by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.register(of: run, by: actor) }
            await expectRefusal("not allowed") { _ = try await test.office.markAllPresent(on: run, by: actor) }
            await expectRefusal("not allowed") {
                _ = try await test.office.mintLink(.booking, booking: first, by: actor)
            }
            await expectRefusal("not allowed") {
                _ = try await test.office.addWalkIn(try PersonName(parsing: "X"), language: nil, to: run, by: actor)
            }
        }
        #expect(try await test.contents() == before)
        #expect(try await test.office.register(of: run, by: trainer).lines.count == 1)
        #expect(try await test.office.runs(by: trainer).map(\.run.id) == [run])
        #expect(try await test.office.runs(by: other) == [])
        #expect(try await test.office.runs(by: manager) == [])
        await expectRefusal("not allowed") { _ = try await test.office.runs(by: .visitor) }
    }
}
