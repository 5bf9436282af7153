import Foundation
import Material
import Programme
import Testing

@testable import CertificateWriter

/// A copy of the folder `Certificates` with the pictures of the tests beside each design, to be changed and removed after.
final class DesignCopy {
    let folder: URL

    static let pictures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pictures")

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "designs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let source = URL(filePath: Shared.folder.path(of: "Certificates")).resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: source, to: folder.appending(path: "Certificates"))
        for design in ["attendance", "bilingual"] {
            for picture in ["logo.png", "signature.png", "photo.jpg"] {
                try FileManager.default.copyItem(
                    at: Self.pictures.appending(path: picture),
                    to: folder.appending(path: "Certificates/\(design)/\(picture)")
                )
            }
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var content: ContentFolder { ContentFolder(path: folder.path) }

    func text(of file: String) throws -> String {
        try String(contentsOf: folder.appending(path: "Certificates/\(file)"), encoding: .utf8)
    }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: "Certificates/\(file)"))
    }

    /// Adds lines at the end of a design: more contents.
    func add(_ lines: String, to design: String) throws {
        try write(try text(of: "\(design)/design.yaml") + lines + "\n", to: "\(design)/design.yaml")
    }

    func press(_ design: String) throws -> CertificatePress {
        let material = try CertificateMaterial(folder: content)
        return try CertificatePress(design: try material.design(named: design), fonts: material.fonts)
    }

    /// A press whose design shows a logo with opacity, a photograph, and the signatures of two trainers of whom one taught.
    static func pressWithPictures(_ design: String) throws -> (press: CertificatePress, copy: DesignCopy) {
        let copy = try DesignCopy()
        try copy.add(
            """
              - {image: logo.png, box: [25, 18, 30, 15], align: left, alternative: "Logo of Sunny Homes"}
              - {image: photo.jpg, box: [242, 18, 30, 15], align: right}
              - {image: signature.png, box: [25, 154, 40, 13], only: {trainers: Margaret Okafor}, alternative: Signature of Margaret Okafor}
              - {image: signature.png, box: [65, 154, 40, 13], only: {trainers: Somebody Else}, alternative: Signature of somebody else}
            """,
            to: design
        )
        return (try copy.press(design), copy)
    }
}
