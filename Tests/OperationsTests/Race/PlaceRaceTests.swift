import Foundation
import Material
import Operations
import Programme
import Records
import Testing

/// Whether the slow suites run too.
let runsSlowly = ProcessInfo.processInfo.environment["COMMONGROUND_SLOW"] == "1"

/// Several engines, tasks and processes after the last place.
@Suite struct PlaceRaceTests {
    @Test("two offices on one file, in tasks at once: never two bookings, 100 times")
    func tasks() async throws {
        let test = try await TestOffice()
        let offices = [test.office, try await test.another()]
        for _ in 0..<100 {
            let run = try await test.run(1)
            let won = await withTaskGroup(of: Bool?.self) { group in
                for (number, office) in offices.enumerated() {
                    group.addTask { await Self.books("Desk \(number)", on: run, office) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(won.count { $0 == true } == 1 && won.count { $0 == false } == 1)
        }
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    /// True for a place, false when the run was full, nil for any other answer.
    private static func books(_ name: String, on run: ID<Run>, _ office: Office) async -> Bool? {
        do {
            let request = BookingRequest(name: try PersonName(parsing: name), waitsIfFull: false)
            return try await office.book(request, on: run, by: TestOffice.staff).outcome == .confirmed
        } catch BookingRefusal.full {
            return false
        } catch {
            return nil
        }
    }

    @Test("thirty tasks on two engines after eight places: eight get one, and the rest wait in one order")
    func manyTasks() async throws {
        let test = try await TestOffice()
        let offices = [test.office, try await test.another()]
        let run = try await test.run(8)
        let positions = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<30 {
                group.addTask {
                    let request = BookingRequest(name: try PersonName(parsing: "Person \(number)"))
                    switch try await offices[number % 2].book(request, on: run, by: TestOffice.staff).outcome {
                    case .confirmed: return 0
                    case .waiting(let position): return position
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted()
        }
        #expect(positions == Array(repeating: 0, count: 8) + Array(1...22))
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test("two processes at once: never two bookings, 20 times")
    func processes() async throws { try await race(rounds: 20) }

    @Test("with the guard switched off, two processes do take the last place twice")
    func negativeControl() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        let unguarded = try ["Z000001", "Z000002"].map {
            try BuiltProcess("UnguardedBooking", [test.path, "\(run)", $0])
        }
        for process in unguarded { #expect(try await process.lines(atLeast: 1) == ["free"]) }
        for process in unguarded { try process.say("go") }
        for process in unguarded { #expect(try await process.lines(atLeast: 2) == ["free", "booked"]) }
        let summary = try await test.office.run(run, by: TestOffice.staff)
        #expect(summary.confirmed == 2 && summary.run.capacity == 1)
        let drift = try await test.office.verify(by: TestOffice.staff)
        #expect(
            drift.contains { $0.description == "Run \(run) has more confirmed bookings than places, walk-ins aside." }
        )
    }
}

/// The same race many times over; runs when COMMONGROUND_SLOW is 1.
@Suite(.enabled(if: runsSlowly)) struct PlaceRaceSlowTests {
    @Test("two processes at once: never two bookings, 200 times")
    func processes() async throws { try await race(rounds: 200) }
}

/// Two desks in processes of their own, both after the one place of a fresh run, again and again.
private func race(rounds: Int) async throws {
    let test = try await TestOffice()
    let desks = try (0..<2).map { _ in
        try BuiltProcess("BookingDesk", [test.path, ShippedMaterial.folder.path, "2026-06-01T09:00:00Z"])
    }
    for desk in desks { #expect(try await desk.lines(atLeast: 1) == ["ready"]) }
    for round in 1...rounds {
        let run = try await test.run(1)
        for (number, desk) in desks.enumerated() { try desk.say("book \(run) Desk\(number)") }
        var answers: [String] = []
        for desk in desks { answers.append(try await desk.lines(atLeast: round + 1)[round]) }
        #expect(answers.count { $0.hasPrefix("booked ") } == 1 && answers.count { $0 == "refused" } == 1)
        #expect(try await test.office.run(run, by: TestOffice.staff).confirmed == 1)
    }
    for desk in desks { try await desk.finish() }
    #expect(try await test.office.verify(by: TestOffice.staff) == [])
}
