import Crypto
import Foundation
import Logging
import Material
import Operations
import Programme
import Records

/// An office over a temporary database, with a few people and runs around Tue 3 March 2026.
struct Rehearsal: Sendable {
    let office: Office
    let clock: Clock
    let folder: URL

    /// Half booked, today at 09:15.
    var today = ID<Run>(rawValue: 0)
    /// Two places, both taken, and two people waiting; next week.
    var full = ID<Run>(rawValue: 0)
    /// Held yesterday.
    var held = ID<Run>(rawValue: 0)
    /// Taught by somebody else, in two weeks.
    var other = ID<Run>(rawValue: 0)

    static let terminal = Programme.Actor.terminal(user: "tester")
    static let start = "2026-02-20T10:00:00Z"
    static let noon = "2026-03-03T12:00:00Z"

    /// The repository's root, which holds CourseMaterial and Certificates.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    init(publicAddress: String = "http://localhost:8080", people: Bool = true) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "website-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let clock = Clock(Self.start)
        self.clock = clock
        let content = ContentFolder(path: Self.contentRoot)
        let records = try await Records(engine: try SQLiteEngine(path: folder.appending(path: "test.sqlite").path)) {
            Array(SHA256.hash(data: $0))
        }
        office = Office(
            records: records,
            library: try CourseLibrary.read(content),
            reference: try ReferenceTables.read(from: content),
            presses: PressRoom(folder: content),
            keyFile: KeyFile(path: folder.appending(path: "test.keys").path),
            surroundings: Surroundings(
                now: { clock.now },
                randomBytes: { clock.bytes($0) },
                zone: { TimeZone(identifier: $0) }
            ),
            publicAddress: publicAddress,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        if people { try await fill() }
    }

    private static var contentRoot: String {
        ProcessInfo.processInfo.environment["COMMONGROUND_CONTENT"] ?? root
    }

    private mutating func fill() async throws {
        for (email, name, role) in [
            ("manager@example.org", "Morgan Manager", Role.manager), ("trainer@example.org", "Tariq Trainer", .trainer),
            ("second@example.org", "Sam Second", .trainer), ("evaluator@example.org", "Eve Evaluator", .evaluator),
            ("guardian@example.org", "Dana Guardian", .dataProtectionOfficer),
        ] {
            _ = try await office.addAccount(
                email: try EmailAddress(parsing: email),
                name: try PersonName(parsing: name),
                role: role,
                by: Self.terminal
            )
        }
        today = try await schedule("2026-03-03T09:15", "milton-keynes", capacity: 14)
        full = try await schedule("2026-03-10T09:15", "guildford", capacity: 2)
        held = try await schedule("2026-03-02T09:15", "milton-keynes", capacity: 12)
        other = try await schedule("2026-03-17T09:15", "woking", capacity: 12, trainer: "second@example.org")
        for (name, language) in [("فاطمہ خان", "ur"), ("Siân Llŷr-Ŵyn", "cy"), ("ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "pa")] {
            _ = try await book(name, language: language, on: today)
        }
        _ = try await book("Bashir Ahmed", on: today, needs: "A chair near the door")
        for name in ["Ann First", "Bob Second", "Cem Third", "Dee Fourth"] { _ = try await book(name, on: full) }
        for name in ["Ama Owusu", "Łukasz Żak", "陳大文"] { _ = try await book(name, on: held) }
        clock.move(to: "2026-03-02T12:00:00Z")
        _ = try await office.markAllPresent(on: held, by: Self.terminal)
        clock.move(to: "2026-03-02T18:00:00Z")
        _ = try await office.take(.hold, run: held, by: Self.terminal)
        clock.move(to: Self.noon)
    }

    func schedule(
        _ starts: String,
        _ area: String,
        capacity: Int,
        trainer: String = "trainer@example.org"
    ) async throws -> ID<Run> {
        let plan = try RunPlan(
            course: "defusing-one-day",
            area: area,
            venue: Venue(
                name: "Old Library",
                address: "1 Bridge Street",
                access: "Level entrance from the car park; hearing loop."
            ),
            trainers: [trainer],
            capacity: capacity,
            starts: [try LocalDateTime(starts).orThrow()]
        )
        let run = try await office.schedule(plan, by: Self.terminal).run.id
        _ = try await office.take(.open, run: run, by: Self.terminal)
        return run
    }

    func book(_ name: String, language: String? = nil, on run: ID<Run>, needs: String = "") async throws
        -> BookingReceipt
    {
        let request = BookingRequest(
            name: try PersonName(parsing: name),
            language: language,
            accessNeeds: needs,
            consents: ConsentChoices(granted: [.surveys])
        )
        return try await office.book(request, on: run, by: Self.terminal)
    }

    /// Closes the database and removes its folder.
    func end() throws {
        try office.close()
        try FileManager.default.removeItem(at: folder)
    }
}

struct Nothing: Error {}

extension Optional {
    func orThrow() throws -> Wrapped {
        guard let value = self else { throw Nothing() }
        return value
    }
}
