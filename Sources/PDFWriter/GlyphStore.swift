import Synchronization

/// The glyphs of one face that files have needed so far, each encoded once; shared by all files and threads.
///
/// A glyph that is needed again and again stays; of a face with tens of thousands no more than some thousands are kept.
public final class GlyphStore: Sendable {
    private let outline: @Sendable (UInt32) -> GlyphPath
    private let programs = Mutex<[UInt32: GlyphProgram]>([:])

    /// Programs kept at a time, some 250 bytes each.
    private static let kept = 4096

    /// A store; `outline` gives a glyph's outline and always gives the same.
    public init(outline: @escaping @Sendable (UInt32) -> GlyphPath) { self.outline = outline }

    func program(of glyph: UInt32) -> GlyphProgram {
        if let known = programs.withLock({ $0[glyph] }) { return known }
        let program = GlyphProgram(outline(glyph))
        programs.withLock { programs in
            if programs.count >= Self.kept { programs.removeAll(keepingCapacity: true) }
            programs[glyph] = program
        }
        return program
    }
}
