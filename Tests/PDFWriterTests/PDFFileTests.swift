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
}
