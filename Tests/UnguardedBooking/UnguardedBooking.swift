import Foundation
import Records

/// Books the wrong way on purpose: looks for a free place in one transaction and takes it in another.
///
/// The negative control of the race test. Arguments: the database, the run's number, a code for the booking. It says
/// `free` or `full` after looking, waits for a line on standard input, and says `booked` after inserting.
@main struct UnguardedBooking {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let run = Int64(arguments[2]) else {
            print("usage: UnguardedBooking DATABASE RUN CODE")
            exit(64)
        }
        let (engine, code) = (try SQLiteEngine(path: arguments[1]), arguments[3])
        let free = try await engine.read { connection in
            try connection.count(
                """
                SELECT capacity - (SELECT COUNT(*) FROM booking WHERE run = run.id AND state = 'confirmed') AS n
                FROM run WHERE id = $1
                """,
                .integer(run)
            )
        }
        print(free > 0 ? "free" : "full")
        fflush(nil)
        guard free > 0, readLine() != nil else { return }
        try await engine.write { connection in
            try connection.run("INSERT INTO person (given_name, name) VALUES ($1, $1)", .text(code))
            try connection.run(
                """
                INSERT INTO booking (reference, run, person, state, role, source, access_needs, made_at, queued_at)
                VALUES ($2, $1, last_insert_rowid(), 'confirmed', 'resident', 'staff', '', $3, $3)
                """,
                .integer(run),
                .text(code),
                .text("2026-01-01T00:00:00.000Z")
            )
        }
        try engine.close()
        print("booked")
    }
}
