import Foundation
import Material
import Programme
import Testing

@testable import CertificateWriter

@Suite("Spoilt designs") struct DesignFuzzTests {
    /// Changes a few characters of a design 150 times: it is read, or refused with faults; never does anything crash.
    @Test("are read or refused, and what is read can be printed or is refused")
    func survives() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "designs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = URL(filePath: Shared.folder.path(of: "Certificates")).resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: folder.appending(path: "Certificates"))
        let url = folder.appending(path: "Certificates/attendance/design.yaml")
        let original = Array(try String(contentsOf: url, encoding: .utf8))
        let pieces =
            Array("0123456789.,-{}[]\":#\n abcdefxyz").map(String.init) + ["1e9", "{name}", "- ", "nan", "9999999"]
        var generator = SeededGenerator(state: 4)
        var printed = 0
        for _ in 0..<150 {
            var text = original
            for _ in 0..<(1 + generator.next() % 3) {
                let place = Int(generator.next() % UInt64(text.count))
                let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
                let end = min(text.count, place + Int(generator.next() % 3))
                text.replaceSubrange(place..<end, with: Array(piece))
            }
            try String(text).write(to: url, atomically: true, encoding: .utf8)
            do {
                let material = try CertificateMaterial(folder: ContentFolder(path: folder.path))
                let press = try CertificatePress(
                    design: try material.design(named: "attendance"),
                    fonts: material.fonts
                )
                let facts = try Shared.facts(press, "Siân Llŷr", language: "cy")
                #expect(PDFText(try press.certificate(for: facts)).pieces.contains("Siân Llŷr"))
                printed += 1
            } catch is MaterialFaults {
                continue
            } catch is CertificateRefusal {
                continue
            }
        }
        #expect(printed > 10)
    }
}
