import Foundation
import Programme

@testable import Records

/// A database with courses, runs and bookings to test on.
struct SampleRecords {
    static let now = Date(timeIntervalSince1970: 1_780_000_000)
    static let actor = Actor.terminal(user: "tester")

    let folder: TemporaryFolder
    let records: Records

    init() async throws {
        folder = try TemporaryFolder()
        records = try await .open(folder.database)
        try await records.change(Self.actor, .runScheduled, at: Self.now) { ledger in
            try ledger.insertCourse(CourseEdition(code: "defusing", version: 1), content: "{}")
            try ledger.note("course")
        }
    }

    func change<Value: Sendable>(_ body: @escaping @Sendable (Ledger) throws -> Value) async throws -> Value {
        try await records.change(Self.actor, .bookingMade, at: Self.now) { ledger in
            let value = try body(ledger)
            try ledger.note("test")
            return value
        }
    }

    func run(capacity: Int = 10, sittings: Int = 1) async throws -> ID<Run> {
        let starts = (0..<sittings).compactMap { LocalDateTime("2026-07-0\($0 + 1)T09:15") }
        let run = Run(
            id: ID(rawValue: 0),
            course: CourseEdition(code: "defusing", version: 1),
            title: "Defusing",
            programme: nil,
            area: "oxford",
            venue: Venue(name: "Hall", address: "1 High Street"),
            trainers: [RunTrainer(name: "Asha"), RunTrainer(name: "Bela/Béla")],
            capacity: capacity,
            sittings: starts.map { RunSitting(starts: $0, minutes: 450) },
            zone: "Europe/London",
            state: .open,
            bookingCloses: starts[0]
        )
        return try await change { ledger in try ledger.insert(run, instrument: nil) }
    }

    func booking(
        _ name: String,
        on run: ID<Run>,
        _ state: BookingState = .confirmed,
        at now: Date = now
    ) async throws -> ID<Booking> {
        let name = try PersonName(parsing: name)
        return try await change { ledger in
            let person = try ledger.insertPerson(name: name, email: nil, telephone: nil, language: "ur")
            return try ledger.insertBooking(
                BookingRequest(name: name, role: .resident, accessNeeds: "ramp"),
                reference: "A\(person)",
                person: person,
                run: run,
                state: state,
                at: now
            )
        }
    }

    /// Every row of every table as text, to see that nothing changed.
    func contents() async throws -> [String] {
        let engine = try SQLiteEngine(path: folder.database)
        let rows = try await engine.read { connection in try connection.contents() }
        try engine.close()
        return rows
    }
}

extension SQLConnection {
    /// Every row of every table as text.
    func contents() throws -> [String] {
        let tables = try rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map {
            try $0.text("name")
        }
        return try tables.flatMap { table in
            try rows("SELECT * FROM \(table) ORDER BY 1, 2").map { "\(table) \($0.values)" }
        }
    }
}
