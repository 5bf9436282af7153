import Foundation
import Testing

@testable import Material

/// A copy of the folder `Certificates`, removed after the test.
final class DesignFolder {
    let root = FileManager.default.temporaryDirectory.appending(path: "certificates-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: URL(filePath: CertificateMaterialTests.shipped.path(of: "Certificates")).resolvingSymlinksInPath()
                .path,
            toPath: root.appending(path: "Certificates").path
        )
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    var content: ContentFolder { ContentFolder(path: root.path) }
    var faults: [MaterialFault] { CertificateMaterial.faults(in: content) }

    func url(_ file: String) -> URL { root.appending(path: "Certificates/\(file)") }

    func write(_ text: String, to file: String) throws { try Data(text.utf8).write(to: url(file)) }

    func edit(_ old: String, _ new: String) throws {
        let text = try String(contentsOf: url("attendance/design.yaml"), encoding: .utf8)
        try #require(text.contains(old))
        try write(text.replacingOccurrences(of: old, with: new), to: "attendance/design.yaml")
    }
}
