import Foundation
import Material
import Programme
import Testing

@testable import CertificateWriter

/// Changes a few characters, lines or values of what a trainer may edit: it is read, or refused with faults that name file and
/// line; what is read is typeset, or refused by type. Never does anything crash.
@Suite("Spoilt designs") struct DesignFuzzTests {
    /// How often each file is spoilt; ten times as often when COMMONGROUND_SLOW is 1.
    static let rounds = ProcessInfo.processInfo.environment["COMMONGROUND_SLOW"] == "1" ? 3000 : 300

    private static let pieces =
        Array("0123456789.,-{}[]\":#&*|>%@!?'\t\n abcdefxyzMLCZ").map(String.init) + [
            "1e9", "{name}", "- ", "nan", "9999999", "-1", "0", "inf", "1e-9", "null", "~", "&a", "*a", "<<: ", "\u{0}",
            "é",
            "\u{202E}", "𞤀", "image: logo.png", "text: ", "box: [0, 0, 1, 1]", "style: name", "size: 200", "lines: 60",
            "columns: 6", "leading: 4", "smallest: 4", "features: [smcp]", "only: {trainers: A}", "{outcomes}", "\"\"",
        ]

    @Test(
        "are read or refused, and what is read can be printed or is refused",
        arguments: [
            "attendance/design.yaml", "bilingual/design.yaml", "ornaments/seal.yaml", "ornaments/frame.yaml",
        ]
    )
    func survives(file: String) throws {
        let (_, copy) = try DesignCopy.pressWithPictures("attendance")
        let design = file.hasPrefix("bilingual") ? "bilingual" : "attendance"
        let original = try copy.text(of: file)
        var generator = SeededGenerator(state: UInt64(file.utf8.count) + 4)
        var printed = 0
        for round in 0..<Self.rounds {
            try copy.write(spoilt(original, &generator), to: file)
            do {
                let press = try copy.press(design)
                let facts = try Shared.facts(press, "Siân Llŷr", language: "cy")
                guard round % 4 == 0 else { continue }
                let pieces = PDFText(try press.certificate(for: facts)).pieces
                #expect(pieces.contains("Siân Llŷr"))
                #expect(try press.pageSVG(of: facts).hasSuffix("</svg>\n"))
                printed += 1
            } catch let faults as MaterialFaults {
                #expect(faults.faults.allSatisfy { $0.file.hasPrefix("Certificates/") && !$0.message.isEmpty })
            } catch let refusal as CertificateRefusal {
                #expect(!refusal.description.isEmpty)
            }
        }
        #expect(printed > Self.rounds / 100)
    }

    /// One to three changes: characters replaced, a line taken out, doubled or moved, a number changed.
    private func spoilt(_ text: String, _ generator: inout SeededGenerator) -> String {
        func next(_ limit: Int) -> Int { Int(generator.next() % UInt64(max(1, limit))) }
        var text = text
        for _ in 0..<(1 + next(3)) {
            switch next(4) {
            case 0:
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                let line = lines.remove(at: next(lines.count))
                for _ in 0..<next(3) { lines.insert(line, at: next(lines.count + 1)) }
                text = lines.joined(separator: "\n")
            case 1:
                let numbers = text.ranges(of: /[0-9]+(\.[0-9]+)?/)
                guard !numbers.isEmpty else { continue }
                let values = ["0", "-3", "1", "7.5", "200", "297", "2000", "99999999999999999999", "1e-300", "0.0001"]
                text.replaceSubrange(numbers[next(numbers.count)], with: values[next(values.count)])
            default:
                var characters = Array(text)
                let place = next(characters.count)
                let piece = Self.pieces[next(Self.pieces.count)]
                characters.replaceSubrange(place..<min(characters.count, place + next(3)), with: Array(piece))
                text = String(characters)
            }
            if text.isEmpty { text = " " }
        }
        return text
    }
}
