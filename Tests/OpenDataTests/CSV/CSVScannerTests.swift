import CByteMarks
import Testing

@testable import OpenData

struct Reading: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let records: [[String]]
    var lines: [Int]?

    init(_ name: String, _ text: String, _ records: [[String]], lines: [Int]? = nil) {
        (testDescription, self.text, self.records, self.lines) = (name, text, records, lines)
    }
}

struct Broken: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let fault: String

    init(_ name: String, _ text: String, _ fault: String) { self.init(name, Array(text.utf8), fault) }
    init(_ name: String, _ bytes: [UInt8], _ fault: String) {
        (testDescription, self.bytes, self.fault) = (name, bytes, fault)
    }
}

/// Pieces of the file small enough to end inside every kind of thing.
let pieces = [1, 2, 3, 5, 64, 1 << 16]

/// Source: RFC 4180, section 2, and what spreadsheets write.
@Suite struct CSVScannerTests {
    static let readings = [
        Reading("plain", "a,b\n1,2\n", [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Reading("no line break at the end", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
        Reading("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Reading("byte-order mark", "\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        Reading("byte-order mark before a quoted header", "\u{FEFF}\"a\",\"b\"\n1,2\n", [["a", "b"], ["1", "2"]]),
        Reading("byte-order mark alone", "\u{FEFF}", []),
        Reading("nothing", "", []),
        Reading("blank lines only", "\n\r\n\n", []),
        Reading("blank lines between", "a\n\n\nb\n", [["a"], ["b"]], lines: [1, 4]),
        Reading("a quoted empty field is a row", "a\n\"\"\nb\n", [["a"], [""], ["b"]]),
        Reading("quoted comma", "\"a,b\",c\n", [["a,b", "c"]]),
        Reading("doubled quotes", "\"say \"\"no\"\"\",\"\"\"\"\n", [["say \"no\"", "\""]]),
        Reading(
            "quoted line breaks",
            "\"a\nb\",c\r\n\"d\r\ne\",f\ng,h\n",
            [["a\nb", "c"], ["d\r\ne", "f"], ["g", "h"]],
            lines: [1, 3, 5]
        ),
        Reading("quoted at the end of the file", "a,\"b\"", [["a", "b"]]),
        Reading("empty fields", ",,\n", [["", "", ""]]),
        Reading("comma at the end of the file", "a,", [["a", ""]]),
        Reading(
            "quotation mark inside a plain field",
            "Dwayne \"The Rock\",5\" nail\n",
            [["Dwayne \"The Rock\"", "5\" nail"]]
        ),
        Reading("ragged rows are given as they are", "a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
        Reading("carriage return at the very end", "a,b\r", [["a", "b"]]),
        Reading("other scripts", "محمد,陳大文\nŵ,ਹਰਪ੍ਰੀਤ\n", [["محمد", "陳大文"], ["ŵ", "ਹਰਪ੍ਰੀਤ"]]),
        Reading("white space is kept", " a ,\tb\n", [[" a ", "\tb"]]),
    ]

    @Test(arguments: readings, pieces) func reads(_ reading: Reading, _ piece: Int) {
        let found = Scanned(Array(reading.text.utf8), piece: piece)
        #expect(found.fault == nil)
        #expect(found.records == reading.records)
        if let lines = reading.lines { #expect(found.lines == lines) }
    }

    static let faults = [
        Broken("never closed", "a,b\n1,\"2\n3,4\n", "4 1: the quotation mark opened on line 2 is never closed"),
        Broken(
            "text after a quote",
            "a\n\"b\"c\n",
            "2 0: text follows the closing quotation mark; double the marks inside a quoted field"
        ),
        Broken("lone carriage return", "a,b\r1,2\r", "1 1: a carriage return stands alone; end lines with LF or CRLF"),
        Broken(
            "lone carriage return after a quote",
            "\"a\"\rb",
            "1 0: text follows the closing quotation mark; double the marks inside a quoted field"
        ),
        Broken("NUL", "a,b\n1,\u{0}\n", "2 1: a NUL byte stands here; the file is not text"),
        Broken("NUL in quotes", "a\n\"\u{0}\"\n", "2 0: a NUL byte stands here; the file is not text"),
        Broken("Latin-1", [0x61, 0x2C, 0xE9, 0x0A], "1 1: the byte 0xE9 is not UTF-8; save the file as CSV in UTF-8"),
        Broken(
            "cut UTF-8",
            [0x61, 0x0A, 0x22, 0x0A, 0xE2, 0x82, 0x22, 0x0A],
            "3 0: the byte 0xE2 is not UTF-8; save the file as CSV in UTF-8"
        ),
        Broken("overlong UTF-8", [0xC0, 0xAF, 0x0A], "1 0: the byte 0xC0 is not UTF-8; save the file as CSV in UTF-8"),
        Broken("surrogate", [0xED, 0xA0, 0x80], "1 0: the byte 0xED is not UTF-8; save the file as CSV in UTF-8"),
        Broken("UTF-16, little endian", [0xFF, 0xFE, 0x61, 0x00], "1 -: the file is UTF-16; save it as CSV in UTF-8"),
        Broken("UTF-16, big endian", [0xFE, 0xFF, 0x00, 0x61], "1 -: the file is UTF-16; save it as CSV in UTF-8"),
    ]

    @Test(arguments: faults, pieces) func refuses(_ broken: Broken, _ piece: Int) {
        #expect(Scanned(broken.bytes, piece: piece).fault == broken.fault)
    }

    @Test("a line of 10 MB is refused, not eaten") func refusesALongLine() {
        let bytes = Array("a,b\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
        let found = Scanned(bytes)
        #expect(found.fault == "2 -: the line is longer than 1048576 bytes; probably line breaks are missing")
        #expect(found.records == [["a", "b"]])
    }

    @Test("of a line of 1 GB no more is read than it takes to refuse it") func refusesAGigabyte() throws {
        var asked = 0
        var scanner = CSVScanner(limits: CSVLimits()) { (target) throws(OpenDataRefusal) in
            guard asked < 1 << 30 else { return 0 }
            asked += target.count
            return target.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "x")).count
        }
        #expect(throws: CSVScanner.Failure.self) { while try scanner.advance() {} }
        #expect(asked < 2 << 20)
    }

    @Test("10 MB after an open quotation mark name its line") func refusesALongQuote() {
        let bytes = Array("a,b\n1,2\n3,\"".utf8) + [UInt8](repeating: UInt8(ascii: "\n"), count: 10_000_000)
        #expect(
            Scanned(bytes).fault?.hasSuffix(
                "the line is longer than 1048576 bytes; probably the quotation mark opened on line 3 is not closed"
            ) == true
        )
    }

    @Test func refusesALongFieldAndTooManyFields() {
        let limits = CSVLimits(recordBytes: 1000, fieldBytes: 10, fields: 40)
        #expect(
            Scanned(Array("a,12345678901\n".utf8), limits: limits).fault?.hasPrefix(
                "1 1: the field is longer than 10 bytes"
            ) == true
        )
        let many = [UInt8](repeating: UInt8(ascii: ","), count: 40)
        #expect(Scanned(many, limits: limits).fault == "1 -: the line has more than 40 fields")
        #expect(Scanned(Array(many.dropLast()), limits: limits).records.first?.count == 40)
    }

    @Test("the size of the pieces never matters", arguments: 0..<200) func isIndependentOfPieces(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let alphabet: [UInt8] = [0x61, 0x2C, 0x2C, 0x22, 0x22, 0x0A, 0x0D, 0x20, 0xC3, 0xA9, 0x00, 0xEF, 0xBB, 0xBF]
        let weights = seed % 2 == 0 ? alphabet.count : 7
        let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<weights, using: &random)]
        }
        let whole = Scanned(bytes)
        for piece in pieces { #expect(Scanned(bytes, piece: piece) == whole, "\(bytes)") }
    }

    @Test("records longer than a block of 64 bytes are the same in whole and byte by byte", arguments: 0..<100)
    func looksAtBlocks(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let rare: [UInt8] = [0x22, 0x0D, 0x0A, 0x0A, 0x09, 0xC3, 0x00]
        let bytes = (0..<Int.random(in: 100...1500, using: &random)).map { _ -> UInt8 in
            switch Int.random(in: 0..<200, using: &random) {
            case 0..<(seed % 3): rare[Int.random(in: 0..<rare.count, using: &random)]
            case 4..<8: 0x0A
            case 8..<28: 0x2C
            default: UInt8.random(in: 0x23...0x7E, using: &random)
            }
        }
        let careful = Scanned(bytes, way: CG_NEVER)
        #expect(Scanned(bytes, piece: 1) == careful)
        for way in [CG_PLAIN, CG_VECTORS, CG_WIDE_VECTORS] {
            for piece in [64, 100, 1 << 16] { #expect(Scanned(bytes, piece: piece, way: way) == careful) }
        }
    }

    @Test(
        "a record of any number of fields, long or short, is taken apart",
        arguments: [1, 8, 9, 63, 64, 127, 128, 129, 500]
    )
    func takesManyFields(_ count: Int) {
        for width in [0, 1, 7, 64] {
            let row = Array(repeating: String(repeating: "x", count: width), count: count)
            let found = Scanned(Array("\(row.joined(separator: ","))\r\na\n".utf8))
            #expect(found.fault == nil && found.records == (row == [""] ? [["a"]] : [row, ["a"]]))
        }
    }
}
