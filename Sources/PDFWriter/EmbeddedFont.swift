/// A font in a file: the glyphs used, under one code for every character of the text.
///
/// Readers differ widely in how they find the text behind ligatures, conjuncts and reordered vowels. So each character gets
/// a code of its own, whose Unicode value is that character and nothing else: the first code of a cluster carries the
/// drawing of the whole cluster, the others carry an invisible mark and share the width. Codes follow the text, never the eye.
public struct EmbeddedFont: Sendable {
    /// What a code stands for; equal meanings share a code.
    private struct Meaning: Hashable {
        var scalar: Unicode.Scalar
        var width: Int32
        var glyphs: [ClusterGlyph]
    }

    /// The PostScript name without subset tag.
    public let name: String
    /// Font units in an em.
    public let unitsPerEm: Int
    private let ascent: Int
    private let descent: Int
    private let outline: @Sendable (UInt32) -> GlyphContours
    private var codes: [Meaning: UInt16] = [:]
    private var meanings: [Meaning] = []

    /// An empty font.
    ///
    /// `ascent` and `descent` are those of the face in font units, the second negative; `outline` gives a glyph's contours.
    public init(
        name: String,
        unitsPerEm: Int,
        ascent: Int,
        descent: Int,
        outline: @escaping @Sendable (UInt32) -> GlyphContours
    ) {
        self.name = name
        self.unitsPerEm = unitsPerEm
        self.ascent = ascent
        self.descent = descent
        self.outline = outline
    }

    /// Whether no code has been given yet.
    public var isEmpty: Bool { meanings.isEmpty }

    /// Gives codes to a cluster that is shown later.
    public mutating func prepare(_ cluster: TextCluster) { _ = slots(of: cluster) }

    /// Numbers the codes anew in the order of their characters, which makes the tables regular and so smaller.
    ///
    /// To be called before the first text is shown, after all of it has been prepared.
    public mutating func sort() {
        let order = meanings.indices.sorted { left, right in
            let (first, second) = (meanings[left], meanings[right])
            if first.scalar != second.scalar { return first.scalar < second.scalar }
            return left < right
        }
        meanings = order.map { meanings[$0] }
        for (index, meaning) in meanings.enumerated() { codes[meaning] = UInt16(clamping: index + 1) }
    }

    /// One code of a cluster, with the place where it begins, in font units from the cluster's left end.
    struct Slot {
        var code: UInt16
        var start: Int32
        var width: Int32
    }

    /// The codes of a cluster in the order of the text.
    ///
    /// The width is shared out in even slots, from the right for text from right to left.
    mutating func slots(of cluster: TextCluster) -> [Slot] {
        Self.parts(of: cluster).map { start, meaning in
            Slot(code: code(meaning), start: start, width: meaning.width)
        }
    }

    /// Whether every code of a cluster has already been given.
    public func knows(_ cluster: TextCluster) -> Bool {
        Self.parts(of: cluster).allSatisfy { codes[$0.meaning] != nil }
    }

    private static func parts(of cluster: TextCluster) -> [(start: Int32, meaning: Meaning)] {
        if cluster.scalars.count == 1 {
            return [(0, Meaning(scalar: cluster.scalars[0], width: cluster.naturalAdvance, glyphs: cluster.glyphs))]
        }
        let count = Int32(cluster.scalars.count)
        func cut(_ index: Int32) -> Int32 { (cluster.advance * index * 2 + count) / (2 * count) }
        return cluster.scalars.enumerated().map { index, scalar in
            let place = cluster.isRightToLeft ? count - 1 - Int32(index) : Int32(index)
            let start = cut(place)
            let glyphs =
                index == 0 ? cluster.glyphs.map { ClusterGlyph(glyph: $0.glyph, x: $0.x - start, y: $0.y) } : []
            return (start, Meaning(scalar: scalar, width: cut(place + 1) - start, glyphs: glyphs))
        }
    }

    private mutating func code(_ meaning: Meaning) -> UInt16 {
        if let known = codes[meaning] { return known }
        meanings.append(meaning)
        let code = UInt16(clamping: meanings.count)
        codes[meaning] = code
        return code
    }

    /// Writes the font under a reserved number.
    public func write(to file: inout PDFFile, as reference: PDFReference, with deflater: borrowing Deflater) {
        var program = TrueTypeProgram(unitsPerEm: unitsPerEm, ascent: ascent, descent: descent)
        program.append(GlyphContours(), width: 0)
        for meaning in meanings { program.append(contours(of: meaning), width: Int(meaning.width)) }
        let bounds = program.bounds
        let bytes = program.bytes()
        let baseName = PDFObject.name("\(Self.tag(of: bytes))+\(name)")
        let (programStream, unicode, descriptor, descendant) = (
            file.reserve(), file.reserve(), file.reserve(), file.reserve()
        )
        file.setStream(programStream, bytes, dictionary: ["Length1": .integer(bytes.count)], with: deflater)
        file.setStream(unicode, toUnicode(), with: deflater)
        func scaled(_ value: Int) -> PDFObject { .real(Double(value) * 1000 / Double(unitsPerEm)) }
        file.set(
            descriptor,
            to: [
                "Type": .name("FontDescriptor"), "FontName": baseName, "Flags": 4,
                "FontBBox": [scaled(bounds.left), scaled(bounds.bottom), scaled(bounds.right), scaled(bounds.top)],
                "ItalicAngle": 0, "Ascent": scaled(ascent), "Descent": scaled(descent), "CapHeight": 700, "StemV": 80,
                "FontFile2": .reference(programStream),
            ]
        )
        file.set(
            descendant,
            to: [
                "Type": .name("Font"), "Subtype": .name("CIDFontType2"), "BaseFont": baseName,
                "CIDSystemInfo": ["Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": 0],
                "FontDescriptor": .reference(descriptor), "DW": 0,
                "W": [1, .array(meanings.map { scaled(Int($0.width)) })], "CIDToGIDMap": .name("Identity"),
            ]
        )
        file.set(
            reference,
            to: [
                "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": baseName, "Encoding": .name("Identity-H"),
                "DescendantFonts": [.reference(descendant)], "ToUnicode": .reference(unicode),
            ]
        )
    }

    private func contours(of meaning: Meaning) -> GlyphContours {
        var all = GlyphContours()
        for glyph in meaning.glyphs { all.append(outline(glyph.glyph), dx: Int(glyph.x), dy: Int(glyph.y)) }
        guard all.contourEnds.isEmpty else { return all }
        return .invisible(width: Int(meaning.width), height: unitsPerEm / 2)
    }

    /// Six capital letters that differ when the program differs (9.6.4), by FNV-1a.
    private static func tag(of program: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in program { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var tag = ""
        for _ in 0..<6 {
            tag.unicodeScalars.append(Unicode.Scalar(UInt8(65 + hash % 26)))
            hash /= 26
        }
        return tag
    }

    /// The map from codes to characters (9.10.3).
    private func toUnicode() -> [UInt8] {
        var map = PDFBytes()
        map.append(
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange

            """
        )
        for first in stride(from: 0, to: meanings.count, by: 100) {
            let block = meanings[first..<min(first + 100, meanings.count)]
            map.append(block.count)
            map.append(" beginbfchar\n")
            for (index, meaning) in block.enumerated() {
                map.append("<")
                map.append(hex: UInt16(clamping: first + index + 1))
                map.append("> <")
                for unit in Character(meaning.scalar).utf16 { map.append(hex: unit) }
                map.append(">\n")
            }
            map.append("endbfchar\n")
        }
        map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
        return map.bytes
    }
}
