import Testing

@testable import PDFWriter

@Suite("Codes of an embedded font") struct EmbeddedFontTests {
    static let square = GlyphPath([
        .move(x: 0, y: 0), .line(x: 0, y: 700), .line(x: 500, y: 700), .line(x: 500, y: 0),
    ])

    static func font() -> EmbeddedFont {
        EmbeddedFont(name: "Test", unitsPerEm: 1000, ascent: 800, descent: -200, glyphs: GlyphStore { _ in square })
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
        #expect(slots.map(\.width) == [303, 304], "three units more than their share, so that no reader sees a gap")
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

    @Test("up to 255 codes have one byte each, in the order of their characters")
    func settles() {
        var font = Self.font()
        for letter in ["c", "a", "b"] { font.prepare(Self.cluster(letter, glyphs: 1, advance: 500)) }
        font.settle()
        #expect(font.isOneByte)
        #expect(
            ["a", "b", "c"].map { font.slots(of: Self.cluster($0, glyphs: 1, advance: 500))[0].code } == [1, 2, 3]
        )
        for value in 0x4E00..<0x4F00 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            font.prepare(Self.cluster(String(Character(scalar)), glyphs: 1, advance: 1000))
        }
        font.settle()
        #expect(!font.isOneByte)
    }

    /// By hand: 333 of 800 units to the em is 416.25 thousandths.
    @Test("widths are told in whole thousandths of an em, whatever the face's units")
    func scales() {
        var font = EmbeddedFont(
            name: "T",
            unitsPerEm: 800,
            ascent: 800,
            descent: -200,
            glyphs: GlyphStore { _ in Self.square }
        )
        #expect(font.slots(of: Self.cluster("a", glyphs: 1, advance: 333)).map(\.width) == [416])
    }
}
