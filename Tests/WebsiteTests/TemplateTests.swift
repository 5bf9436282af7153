import Foundation
import Testing

@testable import Website

@Suite struct TemplateTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Website")

    @Test("no template prints text unescaped", arguments: EmbeddedFiles.templates.keys.sorted())
    func escapes(name: String) throws {
        let text = try EmbeddedFiles.templates[name].orThrow()
        #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
        #expect(!text.contains(" style=") && !text.contains("<style") && !text.contains(" onclick="), "\(name)")
    }

    @Test func everyPageHasItsTemplate() throws {
        _ = try Templates()
        #expect(throws: Templates.Missing.self) { try Templates(["home": ""]) }
    }

    @Test("every form sent with POST carries the token", arguments: EmbeddedFiles.templates.keys.sorted())
    func formsCarryTheToken(name: String) throws {
        let text = try EmbeddedFiles.templates[name].orThrow()
        for form in text.split(separator: "<form").dropFirst() where form.prefix(200).contains("method=\"post\"") {
            let body = form.prefix { $0 != "\u{0}" }
            #expect(body.contains("form_token") || body.contains("{{>booking-fields}}"), "\(name)")
        }
    }

    @Test func theGeneratedFileIsFresh() throws {
        for file in try FileManager.default.contentsOfDirectory(
            at: Self.folder.appending(path: "Templates"),
            includingPropertiesForKeys: nil
        ) where file.pathExtension == "mustache" {
            let name = file.deletingPathExtension().lastPathComponent
            let text = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
            #expect(EmbeddedFiles.templates[name] == text, "run Sources/Website/embed.py: \(name) is stale")
        }
        let styles = try FileManager.default.contentsOfDirectory(
            at: Self.folder.appending(path: "Styles"),
            includingPropertiesForKeys: nil
        )
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
        .map { try String(contentsOf: $0, encoding: .utf8).trimmingCharacters(in: .newlines) }
        #expect(EmbeddedFiles.styles == styles.joined(separator: "\n"), "run Sources/Website/embed.py")
        for script in Assets.Script.allCases {
            let file = Self.folder.appending(path: "Scripts/\(script.rawValue).js")
            let text = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
            #expect(EmbeddedFiles.scripts[script.rawValue] == text, "run Sources/Website/embed.py: \(script) is stale")
        }
        #expect(EmbeddedFiles.scripts.count == Assets.Script.allCases.count)
    }
}
