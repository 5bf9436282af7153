import Foundation
import Testing

@testable import Material

/// A content folder made for one test and removed after it.
final class TemporaryContent {
    let url: URL

    init(_ files: [MadeUpMaterial.File: String]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "content-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url.appending(path: "Certificates"),
            withIntermediateDirectories: true
        )
        for (file, text) in files { try write(text, to: file.rawValue) }
    }

    /// A copy of a folder's `CourseMaterial`.
    init(copyOf folder: ContentFolder) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "content-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url.appending(path: "Certificates"),
            withIntermediateDirectories: true
        )
        let source = URL(filePath: folder.path(of: "CourseMaterial")).resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: source, to: url.appending(path: "CourseMaterial"))
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var folder: ContentFolder { ContentFolder(path: url.path) }

    func write(_ text: String, to file: String) throws {
        let place = url.appending(path: file)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: place)
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(at: url.appending(path: file)) }

    /// Replaces the one place where `old` stands.
    func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = try String(contentsOf: url.appending(path: file), encoding: .utf8)
        try #require(text.components(separatedBy: old).count == 2, "\"\(old)\" should stand once in \(file)")
        try write(text.replacingOccurrences(of: old, with: new), to: file)
    }
}
