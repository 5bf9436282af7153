import Foundation
import Programme
import Testing

@testable import Material

@Suite("Reading Certificates") struct CertificateMaterialTests {
    static let shipped = ContentFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized.path
    )

    @Test("what is shipped has no fault")
    func shippedIsFine() throws {
        #expect(CertificateMaterial.faults(in: Self.shipped).map(\.description) == [])
        let material = try CertificateMaterial(folder: Self.shipped)
        #expect(material.designs.map(\.name).contains("attendance"))
        let error = #expect(throws: UnknownDesign.self) { try material.design(named: "atendance") }
        #expect(error?.description.contains("Did you mean \"attendance\"?") == true)
    }

    /// Copies the folder, replaces one text by another, and reads it.
    static func faults(in file: String, replacing old: String, by new: String) throws -> [MaterialFault] {
        let copy = FileManager.default.temporaryDirectory.appending(path: "certificates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: URL(filePath: shipped.path(of: "Certificates")).resolvingSymlinksInPath().path,
            toPath: copy.appending(path: "Certificates").path
        )
        let url = copy.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old), "\(old) is not in \(file)")
        try text.replacingOccurrences(of: old, with: new).write(to: url, atomically: true, encoding: .utf8)
        return CertificateMaterial.faults(in: ContentFolder(path: copy.path))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var file = "Certificates/attendance/design.yaml"
        let old: String
        let new: String
        let words: String
        var testDescription: String { "\(old) → \(new)" }
    }

    @Test(
        "a mistake is named with file and line",
        arguments: [
            Mistake(old: "{name}\", box", new: "{nam}\", box", words: "no field {nam}"),
            Mistake(old: "{name}\", box", new: "To {name}\", box", words: "stand alone"),
            Mistake(old: "accent: \"#", new: "accent: \"", words: "a colour like"),
            Mistake(old: "face: name", new: "face: nmae", words: "must be one of"),
            Mistake(old: "smallest: 16", new: "smallest: 99", words: "a number"),
            Mistake(old: "style: name}", new: "style: nom}", words: "style is \"nom\""),
            Mistake(old: "page: [297, 210]", new: "page: [297]", words: "two lengths"),
            Mistake(old: "language: en-GB", new: "language: English (UK)", words: "language tag"),
            Mistake(old: "heading: \"Certificate", new: "headline: \"Certificate", words: "exactly one of"),
            Mistake(old: "contents:", new: "content:", words: "contents"),
            Mistake(old: "needs: outcomes", new: "needs: outcome", words: "Did you mean \"outcomes\"?"),
            Mistake(old: "level: 2", new: "level: 4", words: "leave none out"),
            Mistake(file: "Certificates/fonts.yaml", old: "NotoSerif-Regular.ttf", new: "Lost.ttf", words: "Lost.ttf"),
            Mistake(
                file: "Certificates/fonts.yaml",
                old: "faces: [tamil]",
                new: "faces: [tamul]",
                words: "Did you mean"
            ),
            Mistake(
                file: "Certificates/fonts.yaml",
                old: "scripts: [Taml]",
                new: "scripts: [tam]",
                words: "four letters"
            ),
            Mistake(file: "Certificates/fonts.yaml", old: "index: 3", new: "index: x", words: "whole number"),
        ]
    )
    func namesMistakes(_ mistake: Mistake) throws {
        let faults = try Self.faults(in: mistake.file, replacing: mistake.old, by: mistake.new)
        #expect(
            faults.contains { $0.file == mistake.file && $0.line != nil && $0.message.contains(mistake.words) },
            "\(faults)"
        )
    }

    @Test func namesEmptyFolder() {
        let error = #expect(throws: MaterialFaults.self) {
            try CertificateMaterial(folder: ContentFolder(path: "/nowhere"))
        }
        #expect(error?.faults.isEmpty == false)
    }
}
