import Crypto
import Foundation
import Logging
import Material
import Operations
import Programme
import Records
import Testing

/// An office over a new database file and this checkout's material, with a clock that stands still.
final class MadeUpOffice: Sendable {
    let office: Office
    let engine: SQLiteEngine
    private let path: String

    static let content = ContentFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
    )
    static let actor = Actor.terminal(user: "test")

    /// One key for all, so that the same certificates bear the same signatures.
    private static let keyFile = KeyFile(
        path: FileManager.default.temporaryDirectory.path + "/demonstration-\(UUID().uuidString).keys"
    )

    /// The clock shows `now` in London; `rehearses` is the command line's `--dry-run`.
    init(now: LocalDateTime, rehearses: Bool = false) async throws {
        path = FileManager.default.temporaryDirectory.path + "/demonstration-\(UUID().uuidString).sqlite"
        engine = try SQLiteEngine(path: path)
        let instant = now.instant(in: TimeZone(identifier: "Europe/London") ?? .gmt)
        office = Office(
            records: try await Records(engine: engine, rehearses: rehearses) { Array(SHA256.hash(data: $0)) },
            library: try CourseLibrary.read(Self.content),
            reference: try ReferenceTables.read(from: Self.content),
            presses: PressRoom(folder: Self.content),
            keyFile: Self.keyFile,
            surroundings: Surroundings(
                now: { instant },
                randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } },
                zone: { TimeZone(identifier: $0) }
            ),
            publicAddress: "https://demonstration.example",
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// A demonstration of a day, made at noon of it.
    static func demonstration(
        of day: String,
        seed: UInt64 = 1
    ) async throws -> (office: MadeUpOffice, report: DemonstrationReport) {
        let now = try #require(LocalDateTime("\(day)T12:00"))
        let office = try await MadeUpOffice(now: now)
        return (office, try await office.office.makeDemonstration(seed: seed, today: now.date, by: actor))
    }

    /// Every row of every table as text.
    func dump() async throws -> [String] {
        try await engine.read { connection in
            let tables = try connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                let name = try table.text("name")
                let columns = try connection.rows("SELECT name FROM pragma_table_info('\(name)') ORDER BY cid")
                let row = try columns.map { "quote(\"\(try $0.text("name"))\")" }.joined(separator: " || '|' || ")
                return try connection.rows("SELECT \(row) AS line FROM \"\(name)\" ORDER BY rowid")
                    .map { "\(name): \(try $0.text("line"))" }
            }
        }
    }

    /// The number in the first column of a query.
    func number(_ query: String) async throws -> Int {
        try await engine.read { connection in try connection.count("SELECT (\(query)) AS n") }
    }

    deinit {
        try? engine.close()
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
