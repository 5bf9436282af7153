import Foundation
import Operations
import Programme
import Records
import Testing

/// Random sequences of everything that moves a place, on the office and on the reference queue side by side.
@Suite struct QueueModelTests {
    @Test("the office and the reference queue agree on 1200 random steps", arguments: [1, 20, 300] as [UInt64])
    func agrees(_ seed: UInt64) async throws {
        var walk = try await QueueWalk(seed: seed)
        for _ in 0..<12 {
            try await walk.beginRound()
            for _ in 0..<100 { try await walk.step() }
            #expect(try await walk.test.office.verify(by: TestOffice.staff) == [])
        }
        // The walk went through every kind of answer, or it would prove little.
        let seen = walk.answers
        for kind in [
            "place", "wait", "done", "full", "notTaking", "closed", "tooEarlyForTheDoor", "notWaiting", "noneFree",
            "reasonMissing", "twice",
        ] {
            #expect(seen[kind, default: 0] > 0, "\(kind) never came up: \(seen)")
        }
    }
}

/// One random walk: three runs at a time, people who book, leave, move, are promoted and come to the door.
private struct QueueWalk {
    let test: TestOffice
    var chance: SplitMix
    var hour = 0.0
    var runs: [ID<Run>] = []
    var queues: [ReferenceQueue] = []
    var bookings: [String: ID<Booking>] = [:]
    var people = 0
    var answers: [String: Int] = [:]

    init(seed: UInt64) async throws {
        test = try await TestOffice("2026-01-05T09:00:00Z", seed: seed)
        chance = SplitMix(state: seed)
    }

    /// Three fresh runs that begin within two to five days.
    mutating func beginRound() async throws {
        (runs, queues, bookings) = ([], [], [:])
        for _ in 0..<3 {
            let starts = (hour + Double.random(in: 40...120, using: &chance)).rounded()
            let reading = LocalDateTime(try instant(starts), in: .gmt)
            let capacity = Int.random(in: 1...4, using: &chance)
            runs.append(try await test.run(capacity, at: reading.description))
            queues.append(ReferenceQueue(capacity: capacity, starts: starts))
        }
    }

    private func instant(_ hour: Double) throws -> Date {
        try Date("2026-01-05T09:00:00Z", strategy: .iso8601).addingTimeInterval(hour * 3600)
    }

    mutating func step() async throws {
        let index = Int.random(in: 0..<runs.count, using: &chance)
        let known = queues[index].placed + queues[index].waiting
        let name = known.randomElement(using: &chance)
        switch Int.random(in: 0..<100, using: &chance) {
        case 0..<40: try await book(index)
        case 40..<45: if let name { try await bookAgain(name, index) }
        case 45..<65: if let name { try await cancel(name, index) }
        case 65..<75:
            if let name { try await move(name, from: index, to: Int.random(in: 0..<runs.count, using: &chance)) }
        case 75..<84:
            // Mostly somebody who waits, whoever stands before them.
            if let name = queues[index].waiting.randomElement(using: &chance) ?? name { try await promote(name, index) }
        case 84..<87: try await walkIn(index)
        case 87..<89: try await toggle(index)
        default: pass(Double.random(in: 0...18, using: &chance))
        }
        try await compare()
    }

    private mutating func pass(_ hours: Double) {
        let minutes = (hours * 60).rounded()
        hour += minutes / 60
        test.clock.advance(hours: minutes / 60)
    }

    private mutating func book(_ index: Int) async throws {
        people += 1
        let (name, waits) = ("Person \(people)", Bool.random(using: &chance) || people % 3 > 0)
        let expected = queues[index].book(name, waits: waits, at: hour)
        let email = "person\(people)@example.org"
        let answer = try await Self.answered {
            let receipt = try await test.book(name, on: runs[index], email: email, waits: waits)
            return (receipt.outcome.answer, [name: receipt.entry.booking.id])
        }
        expect(answer, expected)
    }

    private mutating func bookAgain(_ name: String, _ index: Int) async throws {
        guard !name.hasPrefix("Walk") else { return }
        let email = "person\(name.split(separator: " ").last ?? "")@example.org"
        let answer = try await Self.answered {
            let receipt = try await test.book(name.uppercased(), on: runs[index], email: email)
            return (receipt.outcome.answer, [:])
        }
        expect(answer, .refused("twice"))
    }

    private mutating func cancel(_ name: String, _ index: Int) async throws {
        let promoted = queues[index].remove(name, at: hour)
        let id = try #require(bookings[name])
        bookings[name] = nil
        let answer = try await Self.answered {
            let receipt = try await test.office.cancel(id, by: TestOffice.staff)
            return (.done(receipt.promoted.map(\.person.name.text)), [:])
        }
        expect(answer, .done(promoted))
    }

    private mutating func move(_ name: String, from: Int, to: Int) async throws {
        let id = try #require(bookings[name])
        var expected = ReferenceQueue.Answer.refused("sameRun")
        var promoted: [String] = []
        if from != to {
            expected = queues[to].book(name, waits: true, at: hour)
            if case .refused = expected {} else { promoted = queues[from].remove(name, at: hour) }
        }
        var seen: [String] = []
        let answer = try await Self.answered {
            let receipt = try await test.office.move(id, to: runs[to], by: TestOffice.staff)
            seen = receipt.promoted.map(\.person.name.text)
            return (receipt.outcome.answer, [:])
        }
        expect(answer, expected)
        #expect(seen == promoted)
    }

    private mutating func promote(_ name: String, _ index: Int) async throws {
        let reason = Bool.random(using: &chance)
        let expected = queues[index].promote(name, withReason: reason, at: hour)
        let id = try #require(bookings[name])
        let answer = try await Self.answered {
            _ = try await test.office.promote(id, reason: reason ? "works nights" : nil, by: TestOffice.staff)
            return (.done([]), [:])
        }
        expect(answer, expected)
    }

    private mutating func walkIn(_ index: Int) async throws {
        people += 1
        let name = "Walk \(people)"
        let expected = queues[index].walkIn(name, at: hour)
        let answer = try await Self.answered {
            let receipt = try await test.office.addWalkIn(
                try PersonName(parsing: name),
                language: nil,
                to: runs[index],
                by: TestOffice.staff
            )
            return (receipt.outcome.answer, [name: receipt.entry.booking.id])
        }
        expect(answer, expected)
    }

    private mutating func toggle(_ index: Int) async throws {
        guard queues[index].isOpen || hour < queues[index].starts else { return }
        queues[index].isOpen.toggle()
        _ = try await test.office.take(queues[index].isOpen ? .open : .close, run: runs[index], by: TestOffice.staff)
    }

    /// What an operation answered; a refusal by its case's name.
    private static func answered(
        _ body: () async throws -> (ReferenceQueue.Answer, [String: ID<Booking>])
    ) async throws -> (ReferenceQueue.Answer, [String: ID<Booking>]) {
        do {
            return try await body()
        } catch let refusal as BookingRefusal {
            return (.refused(Mirror(reflecting: refusal).children.first?.label ?? "\(refusal)"), [:])
        }
    }

    private mutating func expect(
        _ answer: (ReferenceQueue.Answer, made: [String: ID<Booking>]),
        _ expected: ReferenceQueue.Answer
    ) {
        #expect(answer.0 == expected, "hour \(hour)")
        bookings.merge(answer.made) { _, new in new }
        switch expected {
        case .place: answers["place", default: 0] += 1
        case .wait: answers["wait", default: 0] += 1
        case .done: answers["done", default: 0] += 1
        case .refused(let kind): answers[kind, default: 0] += 1
        }
    }

    /// Places, order, positions and numbers of every run, and what must hold after every step.
    private func compare() async throws {
        for (run, queue) in zip(runs, queues) {
            let entries = try await test.office.bookings(of: run, by: TestOffice.staff)
            let summary = try await test.office.run(run, by: TestOffice.staff)
            let placed = entries.filter { $0.booking.state == .confirmed }
            let waiting = entries.filter { $0.booking.state == .waiting }
            #expect(Set(placed.map(\.person.name.text)) == Set(queue.placed))
            #expect(waiting.map(\.person.name.text) == queue.waiting)
            #expect(waiting.map(\.position) == Array(1...(waiting.count + 1)).dropLast().map { $0 })
            #expect(summary.confirmed == queue.placed.count && summary.waiting == queue.waiting.count)
            #expect(placed.count { $0.booking.source != .walkIn } <= queue.capacity)
            let mayPass = hour < queue.starts - 24
            #expect(!mayPass || waiting.isEmpty || placed.count >= queue.capacity, "a place is free while people wait")
        }
    }
}

extension Places.Outcome {
    fileprivate var answer: ReferenceQueue.Answer {
        switch self {
        case .confirmed: .place
        case .waiting(let position): .wait(position)
        }
    }
}
