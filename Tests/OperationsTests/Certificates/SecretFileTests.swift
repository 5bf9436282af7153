import Foundation
import Testing

@testable import Operations

@Suite struct SecretFileTests {
    @Test("many that make a secret at once leave one whole file, and nobody fails", arguments: [false, true])
    func together(replacing: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "office.keys").path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try SecretFile(path: path).write(
                        [UInt8](repeating: UInt8(number), count: 4096),
                        replacing: replacing
                    )
                }
            }
            try await group.waitForAll()
        }
        let data = try #require(try SecretFile(path: path).data())
        #expect(data.count == 4096 && Set(data).count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["office.keys"])
    }
}
