import Foundation
import Programme
import Testing

@testable import CertificateWriter

/// Programs that read PDF, as Debian installs them.
enum Reader: String, CaseIterable, Sendable {
    case pdftotext, mutool

    var path: String { "/usr/bin/\(rawValue)" }
    var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    func text(of file: URL) throws -> String {
        switch self {
        case .pdftotext: try run(path, ["-enc", "UTF-8", file.path, "-"])
        case .mutool: try run(path, ["draw", "-q", "-F", "txt", file.path])
        }
    }
}

@discardableResult
func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}

func temporaryFile(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "certificate-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(bytes).write(to: url)
    try body(url)
}

@Suite("What readers of PDF find") struct ReaderTests {
    static let names: [(String, String?)] =
        CertificateTests.names + [
            ("Οδυσσέας Παπαδόπουλος", "el"), ("Олександра Їжак", "uk"), ("Айгүл Қасымова", "kk"), ("ნინო ბერიძე", "ka"),
            ("Անահիտ Մկրտչյան", "hy"), ("ತೇಜಸ್ವಿನಿ ಕೃಷ್ಣ", "kn"), ("శ్రీనివాస్ రెడ్డి", "te"), ("ശ്രീജിത്ത് കൃഷ്ണൻ", "ml"),
            ("ສົມສັກ ແກ້ວມະນີ", "lo"), ("សុខ ចាន់ធារ៉ា", "km"), ("အောင်ဆန်း ခင်မြို့", "my"), ("བསྟན་འཛིན", "bo"),
            ("ተስፋዬ ገብረ ሥላሴ", "am"), ("ܝܘܚܢܢ ܒܪ ܐܦܪܝܡ", "syr"), ("ᐊᓪᓚᒃ", "iu"), ("ⴰⵎⵉⵏⴰ", "zgh"), ("ᏣᎳᎩ", "chr"),
            ("گلناز پورمحمدی‌نژاد", "fa"), ("ښاغلی ګل", "ps"), ("شێرکۆ ڕەسووڵ", "ckb"), ("ڄام ڳوٺ ڦلپوٽو", "sd"),
            ("Ọláolúwa Ẹ̀báńjọ", "yo"), ("Ɓala Ɗanjuma", "ha"), ("Þórður Guðmundsdóttir", "is"), ("欧阳晓明", "zh-Hans"),
            ("陳嘉慧𨋢", "yue"), ("髙橋 じろう", "ja"), ("Siobhán O’Connor", "ga"), ("Anne-Marie St. John (Hon.)", "en"),
            (
                "Maximiliana Alexandrina Featherstonehaugh-Cholmondeley-Warner de la Fontaine-Beauchamp y Villaseñor",
                "en"
            ),
            ("އިބްރާހީމް ނަޝީދު", "dv"), ("יוסף Cohen", "he"),
            (String(repeating: "Wolfeschlegelsteinhausenberger", count: 4), "de"),
            (String(repeating: "عبدالرحمن", count: 14), "ar"),
            ("Anna " + String(repeating: "Wolfenstein", count: 10), "de"),
            ("ߡߊ߬ߡߊ߬ߘߎ߫ ߞߋ߲߬ߓߊ", "nqo"), ("ᱨᱟᱢ ᱢᱩᱨᱢᱩ", "sat"), ("ᠪᠠᠲᠤ ᠳᠣᠷᠵᠢ", "mn-Mong"), ("ଶ୍ରୀମତୀ ଦାସ", "or"),
            // What poppler has its own mind about: letters alone, gaps by kerning, brackets and marks at the left end, signs
            // and digits between words from right to left.
            ("李 白", "zh-Hans"), ("박 이", "ko"), ("Đ ợ", "vi"), ("א ב", "he"), ("לוי", "he"), ("לוי (שרה)", "he"),
            ("מֹשֶׁה 2026", "he"), ("מֹשֶׁה, שָׁלוֹם", "he"), ("محمد-الرحمن الرحمن", "ar"), ("د. ليلى ٢٠٢٦", "ar"),
            ("عبدالله-عبدالله صالح", "ar"),
            ("لاہور ۲۵۱", "ur"), ("مصطفیٰ", "ur"), ("خالد Smith PhD 3", "ar"), ("Sara (سارة) Khan", "en"),
            ("יוסף يوسف Joseph", nil), ("އަ", "dv"), ("އިބްރާހީމް 930", "dv"), ("𞤀-𞤀𞤤𞤭𞥅𞤵 𞤁𞤭𞤢𞤤𞤮", nil),
            ("ނަޝީދު-އިބްރާހީމް", "dv"), ("محمد (رحمه الله).", "ar"), ("𑄌𑄋𑄴𑄟𑄳𑄦 𑄇𑄧𑄣𑄴𑄣𑄳𑄠𑄚𑄴", "ccp"),
            ("𐴌𐴟𐴇𐴝𐴔𐴔𐴞𐴊 𐴀𐴝𐴓𐴞", "rhg"), ("ꠡꠣꠟꠤ ꠝꠤꠀ", "syl"), ("ꦱꦸꦏꦂꦤ", "jv"), ("အောင်-ဆန်း (ခင်)", "my"), ("བསྟན. འཛིན", "bo"),
        ]

    struct Exception: Sendable {
        let name: String
        let reader: Reader
        let reason: String
    }

    /// Names that a reader is known to give back otherwise.
    static let exceptions: [Exception] = [
        Exception(
            name: "ނަޝީދު-އިބްރާހީމް",
            reader: .pdftotext,
            reason: "it turns letters around, but not a mark or bracket between them and a hyphen, stop, comma or digit"
        ),
        Exception(name: "محمد (رحمه الله).", reader: .pdftotext, reason: "as above"),
        Exception(name: "ℕguyen ﬁona", reader: .mutool, reason: "it takes the ligature ﬁ apart into f and i"),
    ]

    /// White space joined, and without the marks of direction that poppler puts around text from right to left and that some
    /// lines end with.
    static func plain(_ text: String) -> [Unicode.Scalar] {
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isBidiControl }))
        return Array(kept.split(whereSeparator: \.isWhitespace).joined(separator: " ").unicodeScalars)
    }

    @Test("give back every name character for character", arguments: Reader.allCases.filter(\.isInstalled), names)
    func reads(_ reader: Reader, _ name: (String, String?)) throws {
        let press = try Self.press.get()
        let facts = try Shared.facts(press, name.0, language: name.1)
        let expected = Self.plain(facts.name)
        try temporaryFile(try press.certificate(for: facts)) { file in
            let found = Self.plain(try reader.text(of: file))
            let isThere = found.indices.contains { found[$0...].starts(with: expected) }
            let exception = Self.exceptions.first { $0.name == name.0 && $0.reader == reader }
            #expect(isThere == (exception == nil), "\(exception?.reason ?? String(String.UnicodeScalarView(found)))")
            let number = Array(facts.number.description.unicodeScalars)
            #expect(found.indices.contains { found[$0...].starts(with: number) })
        }
    }

    static let press = Result { try Shared.press() }

    @Test("qpdf finds nothing to mend", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf")))
    func isWellFormed() throws {
        let press = try Self.press.get()
        let facts = try Self.names.prefix(6).map { try Shared.facts(press, $0.0, language: $0.1) }
        for bytes in [try press.certificate(for: facts[1]), try press.printFile(of: facts, title: "Run")] {
            try temporaryFile(bytes) { file in
                let verdict = try run("/usr/bin/qpdf", ["--check", file.path])
                #expect(verdict.contains("No syntax or stream encoding errors"))
            }
        }
    }

    static let canScan = ["/usr/bin/pdftoppm", "/usr/bin/zbarimg"].allSatisfy(FileManager.default.isExecutableFile)

    @Test(
        "a telephone reads the verify address from the page",
        .enabled(if: canScan),
        arguments: ["attendance", "bilingual", "partnership"]
    )
    func scans(_ design: String) throws {
        let press = try Shared.press(design)
        let facts = try Shared.facts(press, "Ann Lee")
        try temporaryFile(try press.certificate(for: facts)) { file in
            let picture = file.deletingPathExtension().path
            defer { try? FileManager.default.removeItem(atPath: picture + ".png") }
            try run("/usr/bin/pdftoppm", ["-r", "120", "-png", "-singlefile", file.path, picture])
            let found = try run("/usr/bin/zbarimg", ["-q", "--raw", picture + ".png"])
            #expect(found.trimmingCharacters(in: .whitespacesAndNewlines) == facts.verifyAddress.uppercased())
        }
    }
}
