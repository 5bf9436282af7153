import Testing

@testable import OpenData

@Suite struct CSVWriterTests {
    private func line(_ cells: CSVCell..., neutralises: Bool = true) -> String {
        var writer = CSVWriter(header: ["h"], neutralises: neutralises)
        writer.write(cells)
        return String(writer.text.dropFirst(2).dropLast())
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("=1+1", "'=1+1"), ("+44 7700", "'+44 7700"), ("-", "'-"), ("@sum", "'@sum"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("'=x", "''=x"), ("O'Neill", "O'Neill"), ("'tis", "'tis"), (" spaced", "\" spaced\""),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""), ("a\u{0}b", "a b"),
    ]) func writesText(_ text: String, _ expected: String) {
        #expect(line(.text(text), .empty) == "\(expected),")
    }

    @Test func writesNumbersAsNumbers() {
        #expect(
            line(-3, .number(-0.1), .number(1e-7), .number(.nan), .integer(.min))
                == "-3,-0.1,1e-07,,-9223372036854775808"
        )
    }

    @Test func aLoneEmptyCellIsNoBlankLine() {
        #expect(line(.empty) == "\"\"")
        #expect(line("") == "\"\"")
    }

    @Test func canLeaveFormulasAlone() { #expect(line("=1", "x", neutralises: false) == "=1,x") }

    @Test func endsLinesAsAsked() {
        var writer = CSVWriter(header: ["a", "b"], usesCRLF: true)
        writer.write([1, "x"])
        #expect(writer.bytes == Array("a,b\r\n1,x\r\n".utf8))
    }

    @Test("what is written is read again", arguments: 0..<200) func survivesARoundTrip(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let parts = [
            "a", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\"", ",", "'", " ", "|", "é", "陳", "ش", "\u{FEFF}", "👩‍👧",
            "",
        ]
        let width = Int.random(in: 1...5, using: &random)
        let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            (0..<width).map { _ in
                (0..<Int.random(in: 0...5, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
                    .joined()
            }
        }
        var writer = CSVWriter(header: (0..<width).map { "h\($0)" }, usesCRLF: seed % 3 == 0)
        for row in rows { writer.write(row.map(CSVCell.text)) }
        let found = Scanned(writer.bytes, piece: 1 + seed % 70)
        #expect(found.fault == nil)
        #expect(found.records.dropFirst().map { $0.map(Formula.restored) } == rows)
        #expect(!found.records.joined().contains { text in "=+-@\t\r".contains { text.hasPrefix(String($0)) } })
    }
}
