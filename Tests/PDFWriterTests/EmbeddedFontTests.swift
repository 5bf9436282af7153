import Testing

@testable import PDFWriter

@Suite("Codes of an embedded font") struct EmbeddedFontTests {
    static let square = GlyphContours(
        contourEnds: [3],
        x: [0, 0, 500, 500],
        y: [0, 700, 700, 0],
        onCurve: [true, true, true, true]
    )

    static func font() -> EmbeddedFont {
        EmbeddedFont(name: "Test", unitsPerEm: 1000, ascent: 800, descent: -200) { _ in square }
    }

    static func cluster(_ scalars: String, glyphs: Int, advance: Int32, rightToLeft: Bool = false) -> TextCluster {
        TextCluster(
            scalars: Array(scalars.unicodeScalars),
            font: 0,
            glyphs: (0..<glyphs).map { ClusterGlyph(glyph: UInt32($0 + 7), x: Int32($0) * 100, y: 0) },
            advance: advance,
            naturalAdvance: advance,
            isRightToLeft: rightToLeft,
            x: 0
        )
    }

    /// Cuts by hand: 1000 · i / 3 rounded is 0, 333, 667, 1000.
    @Test("every character has one code, and the codes share the width")
    func sharesWidth() {
        var font = Self.font()
        let slots = font.slots(of: Self.cluster("abc", glyphs: 2, advance: 1000))
        #expect(slots.map(\.start) == [0, 333, 667])
        #expect(slots.map(\.width) == [333, 334, 333])
        #expect(Set(slots.map(\.code)).count == 3)
    }

    @Test("from right to left the first character has the slot at the right")
    func rightToLeft() {
        var font = Self.font()
        let slots = font.slots(of: Self.cluster("ab", glyphs: 1, advance: 601, rightToLeft: true))
        #expect(slots.map(\.start) == [301, 0])
        #expect(slots.map(\.width) == [300, 301])
    }

    @Test("equal meanings share a code, different ones never do")
    func sharesCodes() {
        var font = Self.font()
        let first = font.slots(of: Self.cluster("a", glyphs: 1, advance: 500))
        #expect(font.knows(Self.cluster("a", glyphs: 1, advance: 500)))
        #expect(!font.knows(Self.cluster("á", glyphs: 1, advance: 500)))
        #expect(font.slots(of: Self.cluster("a", glyphs: 1, advance: 500)).map(\.code) == first.map(\.code))
        #expect(font.slots(of: Self.cluster("b", glyphs: 1, advance: 500)).map(\.code) != first.map(\.code))
    }

    @Test("the program is TrueType: tables, checksums, glyphs")
    func program() {
        var program = TrueTypeProgram(unitsPerEm: 1000, ascent: 800, descent: -200)
        program.append(GlyphContours(), width: 0)
        program.append(Self.square, width: 600)
        let bytes = program.bytes()
        func long(_ place: Int) -> UInt32 { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) } }
        var tables: [String: (offset: Int, length: Int)] = [:]
        for index in 0..<6 {
            let place = 12 + 16 * index
            let tag = String(decoding: bytes[place..<(place + 4)], as: UTF8.self)
            tables[tag] = (Int(long(place + 8)), Int(long(place + 12)))
        }
        #expect(tables.keys.sorted() == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
        #expect(tables["head"]?.length == 54 && tables["hhea"]?.length == 36 && tables["maxp"]?.length == 32)
        #expect(tables["hmtx"]?.length == 8)
        /// The whole file adds up to this number (OpenType, "head", checksumAdjustment).
        let sum = stride(from: 0, to: bytes.count, by: 4).reduce(UInt32(0)) { $0 &+ long($1) }
        #expect(sum == 0xB1B0_AFBA)
        let glyf = tables["glyf"]?.offset ?? 0
        #expect(Array(bytes[glyf..<(glyf + 10)]) == [0, 1, 0, 0, 0, 0, 0x01, 0xF4, 0x02, 0xBC])
    }
}
