import Crypto
import Foundation
import Logging
import Material
import Operations
import Programme
import Records

/// A desk of an office in a process of its own: the tests put several of them on one file, or kill one at any moment.
///
/// Arguments: the database, the content folder, the instant it takes for now. Each line of standard input is
/// `book RUN NAME`, which does not wait when the run is full, `queue RUN NAME`, which does, `cancel CODE`, or `import FOLDER`
/// of street files. It answers with one line when the change is committed or refused: `booked CODE`, `cancelled CODE`,
/// `imported COUNT` or `refused`.
@main struct BookingDesk {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let now = try? Date(arguments[3], strategy: .iso8601) else {
            print("usage: BookingDesk DATABASE CONTENT NOW")
            exit(64)
        }
        let desk = BookingDesk(office: try await office(arguments[1], content: arguments[2], now: now))
        say("ready")
        while let line = readLine() { say(try await desk.answer(line.split(separator: " ").map(String.init))) }
        try desk.office.close()
    }

    let office: Office
    private let staff = Actor.terminal(user: "desk")

    private func answer(_ words: [String]) async throws -> String {
        do {
            switch (words.first, words.dropFirst().first, words.dropFirst(2).first) {
            case ("cancel", let code?, _):
                _ = try await office.cancel(office.findBooking(code, by: staff).booking.id, by: staff)
                return "cancelled \(code)"
            case ("import", let folder?, _):
                return "imported \(try await office.importCounts([folder], by: staff).count)"
            case (let verb?, let run?, let name?):
                guard let run = ID<Run>(run) else { return "refused" }
                let request = BookingRequest(name: try PersonName(parsing: name), waitsIfFull: verb == "queue")
                return "booked \(try await office.book(request, on: run, by: staff).entry.booking.reference)"
            default: return "refused"
            }
        } catch is any Refusal {
            return "refused"
        }
    }

    /// Writes a line and lets go of it, so that it outlives a kill.
    private static func say(_ line: String) {
        print(line)
        fflush(nil)
    }

    private static func office(_ path: String, content: String, now: Date) async throws -> Office {
        let folder = ContentFolder(path: content)
        let records = try await Records(engine: try SQLiteEngine(path: path)) { Array(SHA256.hash(data: $0)) }
        return Office(
            records: records,
            library: try CourseLibrary.read(folder),
            reference: try ReferenceTables.read(from: folder),
            presses: PressRoom(folder: folder),
            keyFile: KeyFile(besideDatabase: path),
            surroundings: Surroundings(
                now: { now },
                randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } },
                zone: { TimeZone(identifier: $0) }
            ),
            publicAddress: "https://example.org",
            log: Logger(label: "desk") { _ in SwiftLogNoOpLogHandler() }
        )
    }
}
