import CDeflate
import Testing

@testable import PDFWriter

@Suite("The file") struct PDFFileTests {
    static func small(title: String, further: Int = 0) -> [UInt8] {
        let deflater = Deflater()
        var file = PDFFile()
        let catalogue = file.reserve()
        let pages = file.add(["Type": .name("Pages"), "Kids": [], "Count": 0])
        file.set(catalogue, to: ["Type": .name("Catalog"), "Pages": .reference(pages)])
        for number in 0..<further { _ = file.add(.integer(number)) }
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

    /// ISO 32000-1, 7.5.8.3: rows as they are, or compressed as their differences from the row above (7.4.4.4, PNG's "up").
    @Test("the list tells where every object begins", arguments: [(further: 0, isCompressed: false), (400, true)])
    func lists(further: Int, isCompressed: Bool) throws {
        let bytes = Self.small(title: "x", further: further)
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        let start = try #require(
            text.split(separator: "startxref\n").last?.split(separator: "\n").first.flatMap { Int($0) }
        )
        let list = text.dropFirst(start)
        let head = try #require(list.firstRange(of: "\nstream\n"))
        let end = try #require(list.firstRange(of: "\nendstream"))
        #expect(list[..<head.lowerBound].contains("/FlateDecode") == isCompressed)
        #expect(list[..<head.lowerBound].contains("/Predictor 12") == isCompressed)
        let first = start + list.distance(from: list.startIndex, to: head.upperBound)
        let data = Array(bytes[first..<(start + list.distance(from: list.startIndex, to: end.lowerBound))])
        let columns = further == 0 ? 4 : 5
        let count = further + 7
        let rows =
            isCompressed ? try summed(inflated(data, count: count * (columns + 1)), columns) : split(data, columns)
        #expect(rows.count == count)
        #expect(rows[0] == [0, 0, 0] + Array(repeating: 255, count: columns - 3))
        for (number, row) in rows.enumerated() where row[0] == 1 {
            let offset = Int(row[1]) << 8 | Int(row[2])
            #expect(text.dropFirst(offset).hasPrefix("\(number) 0 obj\n"))
        }
        #expect(rows[1...2].map { $0.last } == [0, 1] && rows[1...2].allSatisfy { $0[0] == 2 })
    }

    private func split(_ data: [UInt8], _ columns: Int) -> [[UInt8]] {
        stride(from: 0, to: data.count, by: columns).map { Array(data[$0..<min($0 + columns, data.count)]) }
    }

    private func summed(_ data: [UInt8], _ columns: Int) throws -> [[UInt8]] {
        var above = [UInt8](repeating: 0, count: columns)
        return try split(data, columns + 1).map { line in
            try #require(line.first == 2)
            above = zip(above, line.dropFirst()).map { $0 &+ $1 }
            return above
        }
    }

    private func inflated(_ data: [UInt8], count: Int) throws -> [UInt8] {
        let decompressor = try #require(libdeflate_alloc_decompressor())
        defer { libdeflate_free_decompressor(decompressor) }
        var result = [UInt8](repeating: 0, count: count)
        try #require(
            libdeflate_zlib_decompress(decompressor, data, data.count, &result, count, nil) == LIBDEFLATE_SUCCESS
        )
        return result
    }
}
