import Foundation
import Programme
import Testing

@testable import Material

/// `Certificates/README.md` tells people how to make a design; it has to stay true.
@Suite("The guide to designs") struct DesignGuideTests {
    static let guide = CertificateMaterialTests.shipped.path(of: "Certificates/README.md")

    private func text() throws -> String { try String(contentsOfFile: Self.guide, encoding: .utf8) }

    @Test("its example has no fault and shows every kind of thing")
    func example() throws {
        let parts = try text().components(separatedBy: "```")
        let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst("yaml\n".count)
        let folder = try DesignFolder()
        try FileManager.default.createDirectory(at: folder.url("spring-fair"), withIntermediateDirectories: true)
        for picture in ["logo.png", "signature.png"] {
            let path = PictureReaderTests.pictures.path(of: picture)
            try FileManager.default.copyItem(atPath: path, toPath: folder.url("spring-fair/\(picture)").path)
        }
        try folder.write(String(example), to: "spring-fair/design.yaml")
        #expect(folder.faults.map(\.description) == [])
        let material = try CertificateMaterial(folder: folder.content, design: "spring-fair")
        let kinds = try material.design(named: "spring-fair").contents.map { content in
            switch content {
            case .text(let box): box.role == .list ? "list" : "text"
            case .drawing: "drawing"
            case .image: "image"
            case .code: "code"
            }
        }
        #expect(Set(kinds) == ["text", "list", "drawing", "image", "code"])
    }

    @Test("it names every key, kind and field")
    func isComplete() throws {
        let guide = try text()
        let words =
            DesignReader.keys + DesignStyleReader.keys + DesignContentReader.kinds
            + [
                "box", "style", "level", "columns", "language", "link", "needs", "only", "alternative", "places",
                "flip",
            ]
        for word in words { #expect(guide.contains("`\(word)`") || guide.contains("`\(word):"), "\(word)") }
        for field in CertificateField.allCases { #expect(guide.contains("{\(field.rawValue)}"), "\(field)") }
        for field in DesignImage.Condition.fields { #expect(guide.contains(field.rawValue), "\(field)") }
    }
}
