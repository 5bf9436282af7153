import FoundationEssentials
import Material
import Testing

/// The content folder of this checkout, or a copy of its reference tables with one text replaced.
enum ReferenceFolder {
    static let checkout = ContentFolder(
        path: #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
    )

    /// Calls `body` with a temporary folder in which `text` of `file` stands replaced.
    static func withChange<Value>(
        in file: String,
        replacing text: String,
        with replacement: String,
        _ body: (ContentFolder) throws -> Value
    ) throws -> Value {
        let root = FileManager.default.temporaryDirectory.path + "/reference-\(UInt64.random(in: 0 ... .max))"
        let folder = "\(root)/\(ReferenceTables.folder)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        for name in checkout.names(in: ReferenceTables.folder) {
            var content = try checkout.text(of: "\(ReferenceTables.folder)/\(name)")
            if name == file {
                try #require(content.contains(text), "the test must change something")
                content = content.replacing(text, with: replacement, maxReplacements: 1)
            }
            try content.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
        }
        return try body(ContentFolder(path: root))
    }
}
