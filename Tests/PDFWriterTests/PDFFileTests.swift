import Testing

@testable import PDFWriter

@Suite("The file") struct PDFFileTests {
    static func small(title: String) -> [UInt8] {
        let deflater = Deflater()
        var file = PDFFile()
        let catalogue = file.reserve()
        let pages = file.add(["Type": .name("Pages"), "Kids": [], "Count": 0])
        file.set(catalogue, to: ["Type": .name("Catalog"), "Pages": .reference(pages)])
        file.writeObjects(with: deflater)
        let information = file.add(["Title": .text(title)])
        return file.finished(
            catalogue: catalogue,
            information: information,
            identifier: Array(0..<16),
            with: deflater
        )
    }

    @Test("has header, list and end where ISO 32000-1, 7.5 wants them")
    func frame() throws {
        let bytes = Self.small(title: "x")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1.7\n%"))
        #expect(bytes[10...13].allSatisfy { $0 > 127 })
        let tail = try #require(text.split(separator: "startxref\n").last).split(separator: "\n")
        #expect(tail.last == "%%EOF")
        let start = try #require(tail.first.flatMap { Int($0) })
        #expect(String(decoding: bytes[start..<(start + 8)], as: UTF8.self).hasSuffix(" 0 obj\n"))
    }

    @Test("a copy of a template goes its own way")
    func templates() {
        #expect(Self.small(title: "x") == Self.small(title: "x"))
        #expect(Self.small(title: "x") != Self.small(title: "y"))
    }

    /// ISO 32000-1, 7.5.8.3, undone by hand: each row of the table adds to the one above (PNG's "up").
    @Test("the list tells where every object begins")
    func lists() throws {
        let bytes = Self.small(title: "x")
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        let start = try #require(
            text.split(separator: "startxref\n").last?.split(separator: "\n").first.flatMap { Int($0) }
        )
        let list = text.dropFirst(start)
        #expect(list.contains("/DecodeParms<</Columns 4/Predictor 12>>"))
        let head = try #require(list.firstRange(of: "\nstream\n"))
        let first = start + list.distance(from: list.startIndex, to: head.upperBound)
        let isPlain = !list[..<head.lowerBound].contains("FlateDecode")
        try #require(isPlain, "a table of this size is not worth compressing")
        var row = [UInt8](repeating: 0, count: 4)
        var rows: [[UInt8]] = []
        for index in 0..<6 {
            let line = bytes[(first + 5 * index)..<(first + 5 * index + 5)]
            #expect(line.first == 2)
            row = zip(row, line.dropFirst()).map { $0 &+ $1 }
            rows.append(row)
        }
        #expect(rows[0] == [0, 0, 0, 255])
        for (number, row) in rows.enumerated() where row[0] == 1 {
            let offset = Int(row[1]) << 8 | Int(row[2])
            #expect(text.dropFirst(offset).hasPrefix("\(number) 0 obj\n"))
        }
        #expect(rows[1...2].map(\.[3]) == [0, 1] && rows[1...2].allSatisfy { $0[0] == 2 })
    }
}
