import Synchronization

/// The glyphs of one face that files have needed so far, each encoded once; shared by all files and threads.
///
/// Its memory is bounded by the face: at most one short program for each of its glyphs.
public final class GlyphStore: Sendable {
    private let outline: @Sendable (UInt32) -> GlyphPath
    private let programs = Mutex<[UInt32: GlyphProgram]>([:])

    /// A store; `outline` gives a glyph's outline and always gives the same.
    public init(outline: @escaping @Sendable (UInt32) -> GlyphPath) { self.outline = outline }

    func program(of glyph: UInt32) -> GlyphProgram {
        if let known = programs.withLock({ $0[glyph] }) { return known }
        let program = GlyphProgram(outline(glyph))
        programs.withLock { $0[glyph] = program }
        return program
    }
}
