import Crypto
import Foundation
import Logging
import Material
import Operations
import Programme
import Records
import Synchronization
import Testing

/// An office on a temporary database of its own, with the shipped material and a clock that the test sets.
final class TestOffice: Sendable {
    /// A local user with every right.
    static let staff = Actor.terminal(user: "tester")

    let path: String
    let clock: TestClock
    let log: LogBook
    let office: Office

    init(_ now: String = "2026-06-01T09:00:00Z", seed: UInt64 = 1) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        path = "\(folder)/test.sqlite"
        clock = TestClock(try Date(now, strategy: .iso8601))
        log = LogBook()
        office = try await Self.office(path, clock: clock, log: log, seed: seed)
    }

    deinit { try? FileManager.default.removeItem(atPath: URL(filePath: path).deletingLastPathComponent().path) }

    /// Another office on the same file, as another process would open it.
    func another(seed: UInt64 = 2, rehearses: Bool = false) async throws -> Office {
        try await Self.office(path, clock: clock, log: log, seed: seed, rehearses: rehearses)
    }

    private static func office(
        _ path: String,
        clock: TestClock,
        log: LogBook,
        seed: UInt64,
        rehearses: Bool = false
    ) async throws -> Office {
        let chance = TestChance(seed: seed)
        let records = try await Records(engine: try SQLiteEngine(path: path), rehearses: rehearses) {
            Array(SHA256.hash(data: $0))
        }
        return Office(
            records: records,
            library: try ShippedMaterial.library.get(),
            reference: try ShippedMaterial.reference.get(),
            presses: ShippedMaterial.presses,
            keyFile: KeyFile(besideDatabase: path),
            surroundings: Surroundings(
                now: { clock.now },
                randomBytes: { chance.bytes($0) },
                zone: { TimeZone(identifier: $0) }
            ),
            publicAddress: "https://example.org",
            log: Logger(label: "test") { _ in log }
        )
    }

    /// Schedules a run and opens it.
    func run(
        _ capacity: Int = 2,
        course: String = "defusing-one-day",
        at starts: String...,
        area: String = "Milton Keynes",
        trainers: [String] = [],
        opened: Bool = true
    ) async throws -> ID<Run> {
        let plan = try RunPlan(
            course: course,
            area: area,
            venue: Venue(name: "Hall"),
            trainers: trainers,
            capacity: capacity,
            starts: try (starts.isEmpty ? ["2026-07-04T09:15"] : starts).map { try #require(LocalDateTime($0)) }
        )
        let run = try await office.schedule(plan, by: Self.staff).run.id
        if opened { _ = try await office.take(.open, run: run, by: Self.staff) }
        return run
    }

    /// Books by name; the receipt.
    func book(
        _ name: String,
        on run: ID<Run>,
        email: String? = nil,
        waits: Bool = true,
        by actor: Actor = staff
    ) async throws -> BookingReceipt {
        let request = BookingRequest(
            name: try PersonName(parsing: name),
            email: try email.map { try EmailAddress(parsing: $0) },
            waitsIfFull: waits
        )
        return try await office.book(request, on: run, by: actor)
    }

    /// An account, signed in.
    func account(_ role: Role, _ email: String, areas: [String] = []) async throws -> (actor: Actor, link: PrivateToken)
    {
        let added = try await office.addAccount(
            email: try EmailAddress(parsing: email),
            name: try PersonName(parsing: "Staff \(role.rawValue)"),
            role: role,
            areas: areas,
            by: Self.staff
        )
        return (.signedIn(added.account), added.token)
    }

    /// Runs a query straight at the file, beside the office.
    func rows(_ sql: String) async throws -> [String] {
        let engine = try SQLiteEngine(path: path)
        let rows = try await engine.read { connection in
            try connection.rows("SELECT CAST(said AS TEXT) AS said FROM (\(sql))").map { try $0.text("said") }
        }
        try engine.close()
        return rows
    }

    /// Runs a statement straight at the file, or at a copy of it.
    func execute(_ sql: String, in file: String? = nil) async throws {
        let engine = try SQLiteEngine(path: file ?? path)
        try await engine.write { connection in try connection.run(sql) }
        try engine.close()
    }

    /// An office on another file.
    static func opened(_ path: String) async throws -> Office {
        try await office(
            path,
            clock: TestClock(try Date("2026-08-01T09:00:00Z", strategy: .iso8601)),
            log: LogBook(),
            seed: 9
        )
    }

    /// Every row of every table, to see that nothing changed.
    func contents() async throws -> [String] {
        let tables = try await rows("SELECT name AS said FROM sqlite_master WHERE type = 'table' ORDER BY name")
        var contents: [String] = []
        for table in tables {
            let columns = try await rows("SELECT name AS said FROM pragma_table_info('\(table)')")
            let line = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
            contents += try await rows("SELECT '\(table): ' || \(line) AS said FROM \(table) ORDER BY 1")
        }
        return contents
    }
}

/// A clock that stands until the test moves it.
final class TestClock: Sendable {
    private let instant: Mutex<Date>

    init(_ instant: Date) { self.instant = Mutex(instant) }

    var now: Date { instant.withLock { $0 } }

    func set(_ text: String) throws {
        let date = try Date(text, strategy: .iso8601)
        instant.withLock { $0 = date }
    }

    func advance(hours: Double) { instant.withLock { $0 = $0.addingTimeInterval(hours * 3600) } }
}

/// Random bytes from a seed.
final class TestChance: Sendable {
    private let generator: Mutex<SplitMix>

    init(seed: UInt64) { generator = Mutex(SplitMix(state: seed)) }

    func bytes(_ count: Int) -> [UInt8] {
        generator.withLock { generator in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) } }
    }
}

/// The material of this checkout, read once.
enum ShippedMaterial {
    static let folder = ContentFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
    )
    static let library = Result { try CourseLibrary.read(folder) }
    static let reference = Result { try ReferenceTables.read(from: folder) }
    static let presses = PressRoom(folder: folder)
}
