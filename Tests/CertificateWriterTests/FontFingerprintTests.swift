import Foundation
import Material
import Programme
import Testing

@testable import CertificateWriter

@Suite("Fingerprints of fonts") struct FontFingerprintTests {
    /// FIPS 180-4's example, and `sha256sum` of an empty file is refused since nothing can be mapped.
    @Test func hashesFiles() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "print-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data("abc".utf8).write(to: url)
        #expect(
            FontFingerprint.sha256(ofFile: url.path)
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(FontFingerprint.sha256(ofFile: "/nowhere/Font.ttf") == nil)
    }

    @Test("a certificate names the files it is typeset with, each once, the person's last")
    func namesFonts() throws {
        let press = try Shared.press()
        let latin = try press.fonts(of: try Shared.facts(press, "Ann Lee"))
        let urdu = try press.fonts(of: try Shared.facts(press, "محمد عثمان خان", language: "ur"))
        #expect(!latin.isEmpty && Set(latin).count == latin.count)
        #expect(Array(urdu.prefix(latin.count)) == latin || urdu.contains(latin[0]))
        #expect(urdu.contains { $0.file == "NotoNastaliqUrdu-Regular.ttf" && $0.index == 0 })
        #expect(urdu.allSatisfy { $0.sha256.utf8.count == 64 })
        let han = try press.fonts(of: try Shared.facts(press, "陳大文", language: "zh-Hant"))
        #expect(han.contains { $0.file == "NotoSerifCJK-Regular.ttc" && $0.index == 3 })
    }

    @Test("a changed font file is used but named, with the line of the table")
    func noticesChanges() throws {
        let fonts = try CertificateMaterial(folder: Shared.folder).fonts
        var asked: [String] = []
        let notices = CertificateMaterial.notices(in: Shared.folder) { path in
            asked.append(path)
            return path.hasSuffix("NotoSerif-Regular.ttf") ? String(repeating: "0", count: 64) : nil
        }
        #expect(Set(asked) == Set(fonts.faces.map(\.file)) && Set(asked).count == asked.count)
        let notice = try #require(notices.first)
        #expect(notices.count == 1 && notice.file == "Certificates/fonts.yaml" && notice.line > 1)
        #expect(
            notice.message.hasPrefix("NotoSerif-Regular.ttf is not the file this table was made with (SHA-256 0000")
        )
        #expect(notice.message.hasSuffix("Certificates are typeset with it and say so."))
    }

    @Test("what is shipped can be drawn from; a face that cannot is a fault with its line")
    func findsFaults() throws {
        #expect(CertificateMaterial.fontFaults(in: Shared.folder, reason: \.fault) == [])
        let faults = CertificateMaterial.fontFaults(in: Shared.folder) { $0.name == "thai" ? "It is broken." : nil }
        #expect(faults.count == 1 && faults.first?.message == "It is broken.")
        let line = try #require(faults.first?.line)
        let table = try Shared.folder.text(of: "Certificates/fonts.yaml").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(table[line - 1].hasPrefix("  thai:"))
    }

    @Test("a damaged font is named before anything is written")
    func namesDamage() throws {
        var fonts = try CertificateMaterial(folder: Shared.folder).fonts
        let design = try Shared.press().design
        let url = FileManager.default.temporaryDirectory.appending(path: "damaged-\(UUID().uuidString).ttf")
        defer { try? FileManager.default.removeItem(at: url) }
        let position = try #require(fonts.faces.firstIndex { $0.file.hasSuffix("NotoSerifThai-Regular.ttf") })
        var bytes = try [UInt8](Data(contentsOf: URL(filePath: fonts.faces[position].file)))
        for index in 20000..<30000 { bytes[index] = 0x5A }
        try Data(bytes).write(to: url)
        fonts.faces[position].file = url.path
        let press = try CertificatePress(design: design, fonts: fonts)
        #expect(try !press.certificate(for: try Shared.facts(press, "Ann Lee")).isEmpty)
        let error = #expect(throws: CertificateRefusal.self) { try press.check(name: "สมชาย", language: "th") }
        #expect(error?.description.contains(url.path) == true)
    }
}
