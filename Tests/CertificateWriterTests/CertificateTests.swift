import Foundation
import Programme
import Testing

@testable import CertificateWriter

@Suite("Certificates") struct CertificateTests {
    static let names: [(String, String?)] = [
        ("ਹਰਪ੍ਰੀਤ ਕੌਰ", "pa"), ("محمد عثمان خان", "ur"), ("فاطمة الزهراء", "ar"), ("শ্রী রহমান", "bn"),
        ("પટેલ જિજ્ઞેશ", "gu"), ("தமிழ்ச்செல்வி", "ta"), ("陳大文", "zh-Hant"), ("陈大文", nil),
        ("Siân Llŷr ap Gwŷdd", "cy"), ("Łukasz Wójcik", "pl"), ("Ștefan Țurcanu", "ro"), ("İpek Yıldız", "tr"),
        ("አበበ", "am"), ("Nguyễn Thị Ánh", "vi"), ("שרה כהן־לוי", "he"), ("สมชาย ศรีสุวรรณ", "th"),
        ("ස්‍රීමතී වික්‍රමසිංහ", "si"), ("खालिद Smith PhD 3", "hi"), ("渡邉\u{E0104} さくら", "ja"), ("لا صلاح", "ar"),
        ("محمد علی خان MBE (1987)", "ur"), ("𞤀𞤤𞤭𞥅𞤵 𞤁𞤭𞤢𞤤𞤮", nil), ("김민서", "ko"), ("राज\u{200C}कुमार", "hi"),
        (#"Anne & <Bob> "Q" (x)\y %PDF"#, nil), ("ℕguyen ﬁona", nil),
    ]

    @Test("the text of the name is exactly the cleaned name, character for character", arguments: names)
    func keepsText(_ name: String, _ language: String?) throws {
        let press = try Shared.press()
        let facts = try Shared.facts(press, name, language: language)
        let pieces = PDFText(try press.certificate(for: facts)).pieces
        let clean = Array(name.precomposedStringWithCanonicalMapping.unicodeScalars)
        #expect(pieces.contains { Array($0.unicodeScalars) == clean }, "\(pieces)")
        #expect(pieces.contains(facts.number.description))
        #expect(pieces.contains("Defusing conflict and anti-social behaviour"))
    }

    @Test("the same facts give the same bytes, whatever was made before and on whatever thread")
    func isDeterministic() async throws {
        let press = try Shared.press()
        let facts = try Self.names.map { try Shared.facts(press, $0.0, language: $0.1) }
        let first = try facts.map { try press.certificate(for: $0) }
        let other = try Shared.press()
        let backwards = try facts.reversed().map { try other.certificate(for: $0) }
        #expect(first == backwards.reversed())
        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, facts) in facts.enumerated() {
                group.addTask { (index, try press.certificate(for: facts)) }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        #expect(first == facts.indices.map { together[$0] ?? [] })
    }

    @Test("a character no font draws is named before anything is written", arguments: ["Kit 🎓 Osei"])
    func refuses(_ name: String) throws {
        let press = try Shared.press()
        let error = #expect(throws: CertificateRefusal.self) { try press.check(name: name) }
        #expect(error?.description.contains("U+1F393 \"🎓\"") == true)
    }

    @Test("hostile names are printed right or refused, and never break the file")
    func survivesHostility() throws {
        let press = try Shared.press()
        var generator = SeededGenerator(state: 20_261_121)
        let pool: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x400...0x4FF, 0x590...0x6FF, 0x900...0xDFF, 0xE00...0xEFF,
            0x1200...0x137F, 0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x4EFF, 0xFE00...0xFE0F, 0xFFF0...0xFFFF,
            0x1F300...0x1F6FF, 0xE0100...0xE01EF, 0x0...0x1F,
        ]
        for _ in 0..<300 {
            var name = String.UnicodeScalarView()
            for _ in 0..<(1 + generator.next() % 12) {
                let range = pool[Int(generator.next() % UInt64(pool.count))]
                let value = range.lowerBound + UInt32(generator.next() % UInt64(range.count))
                if let scalar = Unicode.Scalar(value) { name.append(scalar) }
            }
            do {
                let facts = try Shared.facts(press, String(name))
                let pieces = PDFText(try press.certificate(for: facts)).pieces
                #expect(pieces.contains { $0.unicodeScalars.elementsEqual(facts.name.unicodeScalars) })
            } catch is CertificateRefusal {
                continue
            } catch is CertificateRecipient.InvalidCell {
                continue
            }
        }
    }

    @Test("a name is drawn as SVG with the name as its alternative, markup escaped")
    func drawsName() throws {
        let press = try Shared.press()
        let svg = try press.nameSVG(#"Anne & <Bob> "Q""#, language: nil)
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>"))
        #expect(svg.contains("Anne &amp; &lt;Bob&gt; &quot;Q&quot;</title>"))
        #expect(!svg.contains("<script") && !svg.contains("font"))
        #expect(try press.nameSVG("محمد", language: "ur") != press.nameSVG("محمد", language: "ar"))
    }

    @Test func derivesNumbers() throws {
        let press = try Shared.press()
        let first = try Shared.facts(press, "Ann Lee").number
        #expect(try Shared.facts(press, "Ann Lee").number == first)
        #expect(try Shared.facts(press, "Ann Leigh").number != first)
        var recipient = try Shared.recipient("Ann Lee")
        recipient.number = CertificateNumber(bits: 99)
        #expect(try press.facts(for: recipient, site: "https://x.test").number == CertificateNumber(bits: 99))
    }

    @Test func namesAMissingFont() throws {
        let fonts = FontTable(faces: [.init(name: "a", file: "/nowhere/a.ttf")], rows: [.init(faces: [0])])
        let design = try Shared.press().design
        let error = #expect(throws: CertificateRefusal.self) { try CertificatePress(design: design, fonts: fonts) }
        #expect(error?.description.contains("/nowhere/a.ttf") == true)
    }

    @Test("a certificate without optional facts has no empty boxes")
    func worksWithLittle() throws {
        let press = try Shared.press()
        let facts = CertificateFacts(
            number: CertificateNumber(bits: 5),
            givenName: "Ann",
            name: "Ann",
            course: "Talking with neighbours",
            dates: [try #require(CalendarDate("2026-11-21"))],
            contactMinutes: 120,
            trainers: [],
            area: "Slough",
            issuedOn: try #require(CalendarDate("2026-11-21")),
            verifyAddress: "https://example.org/verify/CG-0000-0000-0005-5"
        )
        let pieces = PDFText(try press.certificate(for: facts)).pieces
        #expect(pieces.count { $0.isEmpty } == 1, "only the QR code has no text: \(pieces)")
        #expect(!pieces.contains { $0.contains("{") })
        #expect(!pieces.contains("Trained by") && !pieces.contains("It set out to teach how to"))
    }

    @Test("a print file has every certificate's text, in order, and its fonts once")
    func printsTogether() throws {
        let press = try Shared.press()
        let facts = try Self.names.prefix(8).map { try Shared.facts(press, $0.0, language: $0.1) }
        let file = try press.printFile(of: facts, title: "Run 7")
        let pieces = PDFText(file).pieces
        for facts in facts {
            #expect(pieces.contains { Array($0.unicodeScalars) == Array(facts.name.unicodeScalars) })
            #expect(pieces.contains(facts.number.description))
        }
        let single = try press.certificate(for: facts[0]).count
        #expect(file.count < single * 4)
        #expect(try Shared.press().printFile(of: facts, title: "Run 7") == file)
        #expect(throws: CertificateRefusal.noDay) { try press.printFile(of: [], title: "None") }
    }

    /// 24 × 7 conjuncts of four characters each: more meanings than codes of one byte.
    @Test("a name of more characters than a byte has codes keeps its text")
    func printsManyCodes() throws {
        let letters = (0x915...0x92C).compactMap { Unicode.Scalar($0) }.map(String.init)
        let words = letters.map { first in
            letters.prefix(7).map { "\(first)\u{94D}\($0)\u{93F}" }.joined()
        }
        let name = words.joined(separator: " ")
        let press = try Shared.press()
        let file = try press.certificate(for: try Shared.facts(press, name, language: "hi"))
        let shown = PDFText(file).pieces.joined().filter { $0 != " " }
        #expect(shown.contains(name.filter { $0 != " " }))
        #expect(String(decoding: file, as: Unicode.ASCII.self).contains("/Subtype/CIDFontType0C"))
    }

    @Test("a print file of many pages has all of them, their objects in streams of bounded size")
    func printsMany() throws {
        let press = try Shared.press()
        let facts = try (0..<40).map { try Shared.facts(press, "Ann Lee \($0)") }
        let file = try press.printFile(of: facts, title: "Run 7")
        let pieces = PDFText(file).pieces
        #expect(facts.allSatisfy { pieces.contains($0.name) && pieces.contains($0.number.description) })
        let text = String(decoding: file, as: Unicode.ASCII.self)
        #expect(text.split(separator: "/Type/ObjStm").count - 1 >= 3)
    }

    @Test("long facts are set small rather than refused", arguments: ["attendance", "bilingual", "partnership"])
    func printsLongFacts(_ design: String) throws {
        let press = try Shared.press(design)
        var recipient = try Shared.recipient(
            "Maximiliana Featherstonehaugh-Cholmondeley de la Fontaine-Beauchamp y Villaseñor"
        )
        recipient.course = String(repeating: "Defusing conflict and anti-social behaviour ", count: 5)
        recipient.outcomes = (1...14).map {
            "outcome \($0) of a course that promises very much and says it at great length"
        }
        recipient.trainers = (1...8).map { "Trainer Number \($0) of Many" }
        recipient.venue = "The Old Wolverton Community Hall and Adult Education Centre, Upper Floor, Room 17"
        recipient.provider =
            "An organisation with a name that goes on and on, registered charity number 1234567 in England"
        let facts = try press.facts(for: recipient, site: "https://a-rather-long-host-name.example.org")
        let pieces = PDFText(try press.certificate(for: facts)).pieces
        #expect(pieces.contains { $0.hasPrefix("outcome 14") })
        #expect(pieces.contains(facts.name))
    }

    @Test("words that are the same for everybody lead to the page of one certificate, too")
    func linksFixedWords() throws {
        let copy = try DesignCopy()
        try copy.add("  - {text: Look it up, box: [80, 160, 40, 5], style: small, link: verify}", to: "attendance")
        let press = try copy.press("attendance")
        let file = PDFText(try press.certificate(for: try Shared.facts(press, "Ann Lee")))
        #expect(file.objects(containing: "/Subtype/Link").count == 2)
        #expect(file.pieces.contains("Look it up"))
    }

    /// ISO/IEC 18004: finder patterns in three corners, 7 dark modules in a row; 62 characters need version 4 at level M.
    @Test func encodesAddresses() throws {
        let code = try #require(VerificationCode(address: "https://example.org/verify/CG-0000-0000-0005-5"))
        #expect(code.side == 29)
        for (row, column) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
            #expect((0..<7).allSatisfy { code.isDark(row: row, column: column + $0) })
        }
        #expect(VerificationCode(address: String(repeating: "x", count: 5000)) == nil)
    }
}

/// A small generator with a fixed seed. Source: S. Vigna, splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
