import Foundation
import Programme
import Testing

@testable import CertificateWriter

/// Names put together from pieces that have broken programs before. The seed is fixed.
@Suite("Hostile names") struct NameFuzzTests {
    /// Pieces and how often they come.
    static let alphabet: [(weight: Int, pieces: [String])] = [
        (12, ["Ann", "Lee", "O’Connor", "Siân", "fi", "AVATAR", "ß", "Ẹ̀", "Đ", "ﬁ", "ℕ", "Ǆ", "·", "x"]),
        (10, [" ", "-", "'", ". ", ", ", "  ", "\t", "\n", "\u{A0}", "\u{2028}", "\u{3000}"]),
        (6, ["محمد", "لا", "ﷴ", "ـ", "مُحَمَّد", "٣", "۲۵", "یٰ", "שָׁלוֹם", "כהן", "־", "ܝܘܚܢܢ", "އަ", "ߡߊ߬", "𞤀𞤤", "𞥐"]),
        (6, ["श्री", "क्\u{200D}ष", "র\u{200D}্য", "ੴ", "கி", "ക്ഷ", "ශ්\u{200D}රී", "น้ำ", "ຳ", "ခြို့", "ស្រី", "བསྟན", "ተ", "ᓪᓚ"]),
        (5, ["李", "渡邉\u{E0104}", "さくら", "ー", "김", "𨋢", "ㄓ", "（", "）", "「"]),
        (
            4,
            [
                "(", ")", "[", "}", "<b>", "</b>", "&amp;", "&", "\"", "\\", "%PDF-1.7", "endstream", "endobj", ">>",
                "]]>",
            ]
        ),
        (
            4,
            [
                "\u{301}", "\u{302}", "\u{323}", "\u{489}", "\u{20E3}", "\u{34F}", "\u{64B}", "\u{5B8}", "\u{93E}",
                "\u{E31}",
            ]
        ),
        (
            4,
            [
                "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202E}", "\u{202C}", "\u{2066}",
                "\u{2069}", "\u{AD}",
            ]
        ),
        (
            2,
            [
                "\u{FEFF}", "\u{FE0F}", "\u{FE00}", "\u{E0041}", "\u{E007F}", "\u{E0100}", "\u{3164}", "\u{180E}",
                "\u{2060}",
            ]
        ),
        (
            1,
            [
                "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{FFFD}", "\u{10FFFD}",
                "\u{FFFC}",
            ]
        ),
        (
            1,
            [
                "\u{E000}", "\u{F0000}", "\u{378}", "👩🏽‍🎓", "🏴\u{E0067}\u{E0062}\u{E007F}", "☺\u{FE0F}",
                "1\u{FE0F}\u{20E3}", "🇬🇧",
            ]
        ),
        (
            1,
            [
                String(repeating: "Wolfe", count: 30), String(repeating: "\u{302}", count: 60),
                String(repeating: "صلاح", count: 30),
            ]
        ),
    ]

    static func name(_ generator: inout SeededGenerator) -> String {
        let total = alphabet.reduce(0) { $0 + $1.weight }
        var name = ""
        for _ in 0..<(1 + generator.next() % 9) {
            var choice = Int(generator.next() % UInt64(total))
            for (weight, pieces) in alphabet {
                choice -= weight
                guard choice < 0 else { continue }
                name += pieces[Int(generator.next() % UInt64(pieces.count))]
                break
            }
        }
        return name
    }

    /// Prints `count` names or sees them refused; gives how many were printed.
    private func fuzz(_ design: String, count: Int, seed: UInt64) throws -> Int {
        let press = try Shared.press(design)
        var generator = SeededGenerator(state: seed)
        var printed = 0
        for _ in 0..<count {
            let name = Self.name(&generator)
            let facts: CertificateFacts
            let file: [UInt8]
            do {
                facts = try Shared.facts(press, name)
                file = try press.certificate(for: facts)
            } catch let refusal as CertificateRefusal {
                #expect(
                    refusal.description.contains("name") && refusal.description.hasSuffix("."),
                    "\(name.debugDescription)"
                )
                continue
            } catch is CertificateRecipient.InvalidCell {
                continue
            }
            let pieces = PDFText(file).pieces
            let isThere = pieces.contains { $0.unicodeScalars.elementsEqual(facts.name.unicodeScalars) }
            #expect(isThere, "\(name.debugDescription) came out as \(pieces)")
            #expect(
                !pieces.contains { $0.contains("\u{FFFD}") },
                "a code without a character in \(name.debugDescription)"
            )
            #expect(file.starts(with: Array("%PDF-1.7\n".utf8)) && file.suffix(6).elementsEqual("%%EOF\n".utf8))
            printed += 1
        }
        return printed
    }

    @Test("are printed exactly or refused with the reason", arguments: ["attendance", "bilingual"])
    func survives(_ design: String) throws {
        let printed = try fuzz(design, count: 300, seed: 20_261_121)
        #expect((60...299).contains(printed))
    }

    /// The same many times over; runs when COMMONGROUND_SLOW is 1.
    @Test(
        "are printed exactly or refused with the reason, thousands of them",
        .enabled(if: ProcessInfo.processInfo.environment["COMMONGROUND_SLOW"] == "1"),
        arguments: Array(1...8) as [UInt64]
    )
    func survivesLong(_ seed: UInt64) throws {
        #expect(try fuzz(seed % 2 == 0 ? "attendance" : "bilingual", count: 1000, seed: seed) > 200)
    }

    @Test(
        "what cannot be printed is refused with the thing, the reason and the next step",
        arguments: [
            ("Bell\u{7}", "U+0007"), ("a\u{0}b", "U+0000"),
            ("a" + String(UnicodeScalar(0xFFFE as UInt16).map(Character.init) ?? "?"), "U+FFFE"),
            ("Alex \u{E000}", "U+E000"),
            ("Alex \u{F0000}", "U+F0000"), ("Al \u{378}", "U+0378"), ("\u{301}Ann", "U+0301"),
            ("Ann \u{301}", "U+0301"),
            ("\u{301}\u{302}", "no letter to stand on"), ("   ", "name"), ("\u{200D}\u{2066}", "empty"),
            ("Kit 👩🏽‍🎓 Osei", "U+1F469"), ("Jo 🏴\u{E0067}\u{E0062}\u{E007F}", "U+1F3F4"),
            (String(repeating: "a", count: 10_000), "200 characters"),
            (String(repeating: "e\u{301}", count: 5000), "200"),
        ]
    )
    func refuses(_ name: String, _ words: String) throws {
        let press = try Shared.press()
        do {
            _ = try press.certificate(for: Shared.facts(press, name))
            Issue.record("\(name.debugDescription) was printed")
        } catch {
            #expect("\(error)".contains(words), "\(error)")
        }
    }

    @Test(
        "what looks dangerous and is only text is printed as it is",
        arguments: [
            #"Anne & <Bob> "Q" (x)\y %PDF"#, "endstream endobj", "<script>alert(1)</script>",
            "]]> --> <?xpacket end='w'?>",
            "Robert'); DROP TABLE people;--", "{{name}} ${x} %s \\0", "ﬁona Ǆenana ℕguyen", "Z\u{302}\u{303}\u{304}oe",
            "خالد [Smith] (3) ٣", "A\u{5D0}\u{628}я李", "١٢٣ 456", "X Æ A-12 Musgrave", "𞤀𞤤𞤭 李 Ann",
        ]
    )
    func prints(_ name: String) throws {
        let press = try Shared.press()
        let facts = try Shared.facts(press, name)
        #expect(facts.name.unicodeScalars.elementsEqual(name.precomposedStringWithCanonicalMapping.unicodeScalars))
        #expect(PDFText(try press.certificate(for: facts)).pieces.contains(facts.name))
    }
}
