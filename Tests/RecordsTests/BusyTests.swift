import Foundation
import Records
import Synchronization
import Testing

/// Two programs on one file, one of them in the middle of a change.
@Suite struct BusyTests {
    /// Runs `body` while another engine holds the write lock.
    fileprivate static func whileWriting(_ body: (SQLiteEngine) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let (writing, other) = (try SQLiteEngine(path: folder.database), try SQLiteEngine(path: folder.database))
        try await writing.write { try $0.run("CREATE TABLE kept (value INTEGER) STRICT") }
        let state = WriterState()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await writing.write { connection in
                    try connection.run("INSERT INTO kept VALUES (1)")
                    state.isInside.store(true, ordering: .sequentiallyConsistent)
                    while !state.mayLeave.load(ordering: .sequentiallyConsistent) { usleep(1000) }
                }
            }
            while !state.isInside.load(ordering: .sequentiallyConsistent) {
                try await Task.sleep(for: .milliseconds(1))
            }
            defer { state.mayLeave.store(true, ordering: .sequentiallyConsistent) }
            try await body(other)
        }
    }

    @Test("a reader sees the state before the change and does not wait")
    func reads() async throws {
        try await Self.whileWriting { other in
            let count = try await other.read { try $0.count("SELECT COUNT(*) AS n FROM kept") }
            #expect(count == 0)
        }
    }
}

/// Waits out the fifteen seconds; runs when COMMONGROUND_SLOW is 1.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["COMMONGROUND_SLOW"] == "1"))
struct BusySlowTests {
    @Test("a writer waits for its turn and then says what is the matter")
    func writes() async throws {
        try await BusyTests.whileWriting { other in
            await #expect {
                try await other.write { try $0.run("INSERT INTO kept VALUES (2)") }
            } throws: { error in
                "\(error)".contains("busy with another program's change. Try again")
            }
        }
    }
}

private final class WriterState: Sendable {
    let isInside = Atomic(false)
    let mayLeave = Atomic(false)
}
