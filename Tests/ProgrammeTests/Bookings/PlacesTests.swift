import Foundation
import Programme
import Testing

@Suite struct PlacesTests {
    private static let starts = Date(timeIntervalSince1970: 1_800_000_000)
    private static let hour = 3600.0

    private func places(
        _ confirmed: Int,
        _ waiting: Int,
        of capacity: Int = 2,
        _ state: RunState = .open,
        closes: Double = 0
    ) -> Places {
        Places(
            run: "Run 1",
            state: state,
            capacity: capacity,
            confirmed: confirmed,
            waiting: waiting,
            closes: Self.starts.addingTimeInterval(closes),
            starts: Self.starts
        )
    }

    private func at(_ hours: Double) -> Date { Self.starts.addingTimeInterval(hours * Self.hour) }

    @Test(
        "gives a place, or the next position, and nobody passes those who wait",
        arguments: [
            (0, 0, Places.Outcome.confirmed), (1, 0, .confirmed), (2, 0, .waiting(position: 1)),
            (2, 3, .waiting(position: 4)), (1, 1, .waiting(position: 2)), (5, 0, .waiting(position: 1)),
        ]
    )
    func takes(_ confirmed: Int, _ waiting: Int, _ expected: Places.Outcome) throws {
        var before = places(confirmed, waiting)
        #expect(try before.take(waitsIfFull: true, at: at(-48)) == expected)
        #expect(before.confirmed + before.waiting == confirmed + waiting + 1)
    }

    @Test("offers the waiting list to who does not want to wait")
    func full() {
        var places = places(2, 1)
        #expect(throws: BookingRefusal.full(run: "Run 1", capacity: 2, waiting: 1)) {
            try places.take(waitsIfFull: false, at: at(-48))
        }
        #expect(places.waiting == 1)
    }

    @Test(
        "takes bookings while open and before the closing time",
        arguments: [
            (RunState.open, -1.0 / 3600, true), (.open, 0, false), (.open, 1, false), (.draft, -48, false),
            (.closed, -48, false), (.held, -48, false), (.cancelled, -48, false),
        ]
    )
    func whenOpen(_ state: RunState, _ hours: Double, _ takes: Bool) {
        var places = places(0, 0, state)
        let refusal = state == .open ? BookingRefusal.closed(run: "Run 1") : .notTaking(run: "Run 1", state: state)
        if takes {
            #expect(throws: Never.self) { try places.take(waitsIfFull: true, at: at(hours)) }
        } else {
            #expect(throws: refusal) { try places.take(waitsIfFull: true, at: at(hours)) }
        }
    }

    @Test("closes when staff said, before the start")
    func closesEarly() {
        var places = places(0, 0, closes: -24 * Self.hour)
        #expect(throws: BookingRefusal.closed(run: "Run 1")) { try places.take(waitsIfFull: true, at: at(-24)) }
        #expect(throws: Never.self) { try places.take(waitsIfFull: true, at: at(-24.001)) }
    }

    @Test(
        "the door opens two hours before the start, whatever the capacity",
        arguments: [
            (RunState.open, -2.0, true), (.open, -2.001, false), (.closed, 1, true), (.held, 100, true),
            (.draft, 1, false), (.cancelled, 1, false),
        ]
    )
    func door(_ state: RunState, _ hours: Double, _ opens: Bool) throws {
        var places = places(2, 1, state)
        if opens {
            #expect(try places.takeAtTheDoor(at: at(hours)) == .confirmed)
            #expect(places.confirmed == 3)
            #expect(places.free == 0)
        } else {
            #expect(throws: BookingRefusal.self) { try places.takeAtTheDoor(at: at(hours)) }
        }
    }

    @Test(
        "passes freed places on until 24 hours before the start",
        arguments: [
            (1, 1, RunState.open, -25.0, 1), (0, 1, .open, -25, 1), (0, 5, .open, -25, 2), (1, 0, .open, -25, 0),
            (2, 1, .open, -25, 0), (3, 1, .open, -25, 0), (1, 1, .closed, -25, 1), (1, 1, .open, -24, 0),
            (1, 1, .open, -24.0001, 1), (1, 1, .open, 1, 0), (1, 1, .held, -25, 0), (1, 1, .draft, -25, 0),
            (1, 1, .cancelled, -25, 0),
        ]
    )
    func passesOn(_ confirmed: Int, _ waiting: Int, _ state: RunState, _ hours: Double, _ expected: Int) {
        #expect(places(confirmed, waiting, state).promotions(at: at(hours)) == expected)
    }

    @Test(
        "staff may promote up to the start",
        arguments: [
            (1, RunState.open, -1.0, true), (1, .closed, -0.001, true), (1, .open, 0, false), (2, .open, -1, false),
            (1, .held, -1, false), (1, .cancelled, -1, false),
        ]
    )
    func promotes(_ confirmed: Int, _ state: RunState, _ hours: Double, _ may: Bool) throws {
        var places = places(confirmed, 1, state)
        if may {
            try places.promote(at: at(hours))
            #expect(places.confirmed == confirmed + 1 && places.waiting == 0)
        } else {
            #expect(throws: BookingRefusal.self) { try places.promote(at: at(hours)) }
            #expect(places.confirmed == confirmed && places.waiting == 1)
        }
    }

    @Test(
        "a place or a wait comes back",
        arguments: [
            (BookingState.confirmed, 1, 1), (.waiting, 2, 0), (.cancelled, 2, 1),
        ]
    )
    func releases(_ held: BookingState, _ confirmed: Int, _ waiting: Int) {
        var before = places(2, 1)
        before.release(held)
        #expect(before.confirmed == confirmed && before.waiting == waiting)
    }
}
