import Crypto
import Foundation
import Records

/// A folder of one test's own, gone when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The database of this folder.
    var database: String { "\(path)/test.sqlite" }
}

extension Records {
    /// Records on a file, with SHA-256.
    static func open(_ path: String, rehearses: Bool = false) async throws -> Records {
        try await Records(engine: try SQLiteEngine(path: path), rehearses: rehearses) { Array(SHA256.hash(data: $0)) }
    }
}
