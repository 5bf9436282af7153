/// One glyph of a cluster, placed from the cluster's left end on the baseline, in font units.
public struct PlacedGlyph: Hashable, Sendable {
    /// The glyph's number in its face.
    public var glyph: UInt32
    /// To the right.
    public var x: Int32
    /// Upwards.
    public var y: Int32
}

/// The smallest piece of text that glyphs stand for as a whole: a letter with its marks, a conjunct, a ligature.
public struct ShapedCluster: Hashable, Sendable {
    /// The characters, in the order of the text.
    public var scalars: [Unicode.Scalar]
    /// The face, as a position in the catalogue.
    public var face: Int
    /// The glyphs; empty when the characters draw nothing.
    public var glyphs: [PlacedGlyph]
    /// The distance to the next cluster in the direction of the line, in font units.
    public var advance: Int32
    /// The advance without kerning, in font units; differs from ``advance`` only for a single glyph.
    public var naturalAdvance: Int32 = 0
    /// Whether it belongs to a run from right to left.
    public var isRightToLeft: Bool
    /// Distance of its left end from the line's left end, in ems.
    public var x: Double = 0

    /// Where the codes of the characters stand; empty when they share the width evenly, in the order of the eye.
    public internal(set) var places: [CodePlace] = []
    /// Where a right-to-left mark stands that follows in the text layer, for readers that need one; nil for nearly all.
    public internal(set) var mark: CodePlace?

    /// The embedding level.
    var level: UInt8
    /// Where its text begins, in UTF-16 units.
    var start: Int
    /// Units in an em of its face.
    var unitsPerEm: Int

    /// The advance in ems.
    var width: Double { Double(advance) / Double(unitsPerEm) }
    var isSpace: Bool { scalars.count == 1 && scalars[0] == " " }
}
