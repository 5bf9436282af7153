import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct BookingTests {
    @Test("a booking has a place, a code, a private link, a letter and an audit row")
    func books() async throws {
        let test = try await TestOffice()
        let run = try await test.run()
        let receipt = try await test.book("محمد علی", on: run, email: "m@example.org", by: .visitor)
        #expect(receipt.outcome == .confirmed && receipt.summary.confirmed == 1)
        #expect(receipt.entry.booking.reference.count == 7 && receipt.token.description.count == 26)
        let own = try await test.office.ownBooking(with: receipt.token)
        #expect(own.entry.person.name.given == "محمد علی" && own.canCancel)
        #expect(try await test.rows("SELECT purpose AS said FROM outbox") == ["confirmation"])
        #expect(
            try await test.rows("SELECT actor || ' ' || action AS said FROM audit ORDER BY number DESC LIMIT 1") == [
                "visitor booking.made"
            ]
        )
        let found = try await test.office.findBooking(
            receipt.entry.booking.reference.lowercased(),
            by: TestOffice.staff
        )
        #expect(found.booking.id == receipt.entry.booking.id)
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("the same person is refused kindly, by address or number, whatever the case or spacing")
    func twice() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        func request(_ name: String, _ email: String?, _ phone: String?) throws -> BookingRequest {
            BookingRequest(
                name: try PersonName(parsing: name),
                email: try email.map { try EmailAddress(parsing: $0) },
                telephone: try phone.map { try TelephoneNumber(parsing: $0) }
            )
        }
        _ = try await test.office.book(
            try request("Asha Patel", "asha@example.org", "07700 900123"),
            on: run,
            by: .visitor
        )
        for again in [
            try request("asha  PATEL", "ASHA@example.org", nil), try request("Asha Patel", nil, "+44 7700 900 123"),
        ] {
            await expectRefusal("booking on Run \(run)", "already", "confirmed", "private link") {
                _ = try await test.office.book(again, on: run, by: .visitor)
            }
        }
        // A family may share an address; a name alone tells nobody apart.
        for other in [
            try request("Ravi Patel", "asha@example.org", "07700 900123"), try request("Asha Patel", nil, nil),
        ] {
            #expect(try await test.office.book(other, on: run, by: .visitor).entry.booking.state == .waiting)
        }
        await expectRefusal("waiting") {
            _ = try await test.office.book(try request("Ravi Patel", "asha@example.org", nil), on: run, by: .visitor)
        }
    }

    @Test("staff are asked about a namesake whom nothing tells apart; a visitor learns nothing of who is booked")
    func namesake() async throws {
        let test = try await TestOffice()
        let run = try await test.run(5)
        _ = try await test.book("Asha Patel", on: run)
        await expectRefusal("under this name already", "give an e-mail address or a telephone number") {
            _ = try await test.book("ASHA  PATEL", on: run)
        }
        #expect(try await test.book("Asha Patel", on: run, by: .visitor).outcome == .confirmed)
        let other = BookingRequest(
            name: try PersonName(parsing: "Asha Patel"),
            email: try EmailAddress(parsing: "asha@example.org")
        )
        #expect(try await test.office.book(other, on: run, by: TestOffice.staff).outcome == .confirmed)
    }

    @Test("a refused booking leaves nothing, not even the person")
    func refusedLeavesNothing() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        _ = try await test.book("Asha", on: run)
        let before = try await test.contents()
        await expectRefusal("All 1 places", "waiting list", "another date") {
            _ = try await test.book("Bo", on: run, email: "bo@example.org", waits: false)
        }
        #expect(try await test.contents() == before)
    }

    @Test("every state but open refuses with its own sentence and the next step")
    func states() async throws {
        let test = try await TestOffice()
        let run = try await test.run(opened: false)
        await expectRefusal("There is no run \(run)") { _ = try await test.book("Asha", on: run, by: .visitor) }
        await expectRefusal("still being planned", "open it") { _ = try await test.book("Asha", on: run) }
        for step in [RunStep.open, .close] { _ = try await test.office.take(step, run: run, by: TestOffice.staff) }
        await expectRefusal("takes no more bookings", "another date") { _ = try await test.book("Asha", on: run) }
        _ = try await test.office.take(.open, run: run, by: TestOffice.staff)
        try test.clock.set("2026-07-04T08:15:00Z")
        await expectRefusal("has closed", "another date") { _ = try await test.book("Asha", on: run) }
        _ = try await test.office.take(.hold, run: run, by: TestOffice.staff)
        await expectRefusal("has been held", "another date") { _ = try await test.book("Asha", on: run) }
        let other = try await test.run(at: "2026-08-04T09:15")
        _ = try await test.office.take(.cancel, run: other, reason: "hall flooded", by: TestOffice.staff)
        await expectRefusal("is cancelled", "another date") { _ = try await test.book("Asha", on: other) }
    }

    @Test("an unknown run is named with the nearest ones")
    func unknownRun() async throws {
        let test = try await TestOffice()
        await expectRefusal("no run 7", "Schedule one first") { _ = try await test.book("Asha", on: ID(rawValue: 7)) }
        for _ in 0..<3 { _ = try await test.run() }
        await expectRefusal("no run 7", "3, 2, 1") { _ = try await test.book("Asha", on: ID(rawValue: 7)) }
    }

    @Test("an unknown home area is named with the nearest one")
    func unknownArea() async throws {
        let test = try await TestOffice()
        let run = try await test.run()
        let request = BookingRequest(name: try PersonName(parsing: "Asha"), homeArea: "Milton Keyns")
        await expectRefusal("Milton Keyns", "Milton Keynes") {
            _ = try await test.office.book(request, on: run, by: .visitor)
        }
    }

    @Test("a list is booked whole or not at all, and the refusal names its row")
    func list() async throws {
        let test = try await TestOffice()
        let run = try await test.run(2)
        let requests = try ["Asha", "Bo", "Cy", "Asha"].map {
            BookingRequest(name: try PersonName(parsing: $0), email: try EmailAddress(parsing: "\($0)@example.org"))
        }
        let before = try await test.contents()
        await #expect {
            try await test.office.book(requests, on: run, by: TestOffice.staff)
        } throws: { error in
            (error as? RowRefusal)?.row == 3 && "\(error)".contains("already")
        }
        #expect(try await test.contents() == before)
        let receipts = try await test.office.book(Array(requests.prefix(3)), on: run, by: TestOffice.staff)
        #expect(receipts.map(\.outcome) == [.confirmed, .confirmed, .waiting(position: 1)])
    }

    @Test("a walk-in needs a name and the door, and may pass the capacity")
    func walkIn() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        _ = try await test.book("Asha", on: run)
        let name = try PersonName(parsing: "Bo")
        await expectRefusal("two hours before", "ordinary booking") {
            _ = try await test.office.addWalkIn(name, language: nil, to: run, by: TestOffice.staff)
        }
        try test.clock.set("2026-07-04T06:15:00Z")
        let receipt = try await test.office.addWalkIn(name, language: "cy", to: run, by: TestOffice.staff)
        #expect(receipt.summary.confirmed == 2 && receipt.summary.free == 0)
        #expect(try await test.office.register(of: run, by: TestOffice.staff).lines.map(\.isWalkIn) == [false, true])
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("a rehearsal answers as the office would and changes no row")
    func rehearses() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        let booked = try await test.book("Asha", on: run)
        let before = try await test.contents()
        let office = try await test.another(rehearses: true)
        let request = BookingRequest(name: try PersonName(parsing: "Bo"))
        #expect(try await office.book(request, on: run, by: TestOffice.staff).outcome == .waiting(position: 1))
        #expect(try await office.book(request, on: run, by: TestOffice.staff).outcome == .waiting(position: 1))
        _ = try await office.cancel(booked.entry.booking.id, by: TestOffice.staff)
        _ = try await office.take(.cancel, run: run, reason: "x", by: TestOffice.staff)
        let logged = test.log.lines.count
        _ = try await office.take(.close, run: run, by: TestOffice.staff)
        #expect(test.log.lines.count == logged)
        #expect(try await test.contents() == before)
    }
}
