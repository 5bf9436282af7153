/// Writes a font program in the Compact Font Format, in thousandths of an em.
///
/// A glyph's number is its code (or CID) in the PDF. Source: Adobe Technical Note 5176, "The Compact Font Format
/// Specification", 4 December 2003; clause numbers below are its own.
struct CFFProgram {
    /// How the PDF asks for glyphs.
    enum Kind {
        /// By codes of one byte, through an encoding; each glyph has a name.
        case simple(characters: [Unicode.Scalar])
        /// By CIDs.
        case composite
    }

    private var glyphs: [UInt8] = []
    private var offsets: [Int] = [0]
    private(set) var bounds = (left: Int.max, bottom: Int.max, right: Int.min, top: Int.min)

    /// Widths are written as their difference from this one, which makes most of them one byte.
    private static let nominalWidth = 500

    /// Begins a program with an empty glyph 0, which no text uses.
    init() { append([], width: 0) }

    /// Adds the next glyph, drawn by programs each moved to its place.
    mutating func append(_ parts: [(program: GlyphProgram, x: Int, y: Int)], width: Int) {
        var pen = GlyphProgram.Point(x: 0, y: 0)
        if width != 0 { glyphs.append(operand: width - Self.nominalWidth) }
        for part in parts where !part.program.body.isEmpty {
            let (start, end) = (part.program.start, part.program.end)
            glyphs.append(move: start.x + part.x - pen.x, start.y + part.y - pen.y)
            glyphs += part.program.body
            pen = GlyphProgram.Point(x: end.x + part.x, y: end.y + part.y)
            let corners = part.program.corners
            bounds = (
                min(bounds.left, corners.low.x + part.x), min(bounds.bottom, corners.low.y + part.y),
                max(bounds.right, corners.high.x + part.x), max(bounds.top, corners.high.y + part.y)
            )
        }
        glyphs.append(14)
        offsets.append(glyphs.count)
    }

    /// The finished program under a PostScript name.
    consuming func bytes(name: String, kind: Kind) -> [UInt8] {
        if bounds.left > bounds.right { bounds = (0, 0, 0, 0) }
        var tables = CFFTables(glyphCount: offsets.count - 1, kind: kind)
        var charstrings: [UInt8] = []
        charstrings.append(index: offsets, of: glyphs)
        var privateDictionary: [UInt8] = []
        privateDictionary.append(operand: Self.nominalWidth)
        privateDictionary.append(21)
        return tables.file(
            name: name,
            bounds: [bounds.left, bounds.bottom, bounds.right, bounds.top],
            charstrings: charstrings,
            privateDictionary: privateDictionary
        )
    }
}

extension [UInt8] {
    /// Adds an INDEX (5) of the pieces of `data` between neighbouring offsets.
    mutating func append(index offsets: [Int], of data: [UInt8]) {
        append(bigEndian: UInt16(clamping: offsets.count - 1))
        guard offsets.count > 1 else { return }
        let width = data.count + 1 < 0x100 ? 1 : data.count + 1 < 0x1_0000 ? 2 : data.count + 1 < 0x100_0000 ? 3 : 4
        append(UInt8(width))
        reserveCapacity(count + offsets.count * width + data.count)
        for offset in offsets {
            for shift in (0..<width).reversed() { append(UInt8(truncatingIfNeeded: (offset + 1) >> (8 * shift))) }
        }
        self += data
    }

    /// Adds an INDEX of whole pieces.
    mutating func append(index pieces: [[UInt8]]) {
        var offsets = [0]
        for piece in pieces { offsets.append(offsets[offsets.count - 1] + piece.count) }
        append(index: offsets, of: Array(pieces.joined()))
    }
}
