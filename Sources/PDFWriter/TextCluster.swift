/// One glyph of a cluster, placed from the cluster's left end on the baseline, in font units.
public struct ClusterGlyph: Hashable, Sendable {
    /// The glyph's number in its face.
    public var glyph: UInt32
    /// To the right.
    public var x: Int32
    /// Upwards.
    public var y: Int32

    /// A placed glyph.
    public init(glyph: UInt32, x: Int32, y: Int32) { (self.glyph, self.x, self.y) = (glyph, x, y) }
}

/// Where a code stands, in font units from its cluster's left end on the baseline.
public struct CodeSlot: Hashable, Sendable {
    /// The left end.
    public var start: Int32
    /// The width.
    public var width: Int32
    /// How far above the baseline; drawing stays where it is.
    public var raise: Int32

    /// A place for a code.
    public init(start: Int32, width: Int32, raise: Int32) {
        (self.start, self.width, self.raise) = (start, width, raise)
    }
}

/// Characters that glyphs stand for as a whole, as the writer takes them.
public struct TextCluster: Hashable, Sendable {
    /// The characters, in the order of the text.
    public var scalars: [Unicode.Scalar]
    /// The font, as a position in the list given to ``ContentStream/show(_:at:size:fonts:)``.
    public var font: Int
    /// The glyphs; empty when nothing is drawn.
    public var glyphs: [ClusterGlyph]
    /// The cluster's width in font units.
    public var advance: Int32
    /// The width without kerning; the code of a single character is that wide, so that it need not be there twice.
    public var naturalAdvance: Int32
    /// Whether the characters follow each other from right to left.
    public var isRightToLeft: Bool
    /// Distance of the left end from the line's left end, in ems.
    public var x: Double
    /// A place for each character's code; empty for even shares of the width.
    public var slots: [CodeSlot]

    /// A cluster.
    public init(
        scalars: [Unicode.Scalar],
        font: Int,
        glyphs: [ClusterGlyph],
        advance: Int32,
        naturalAdvance: Int32,
        isRightToLeft: Bool,
        x: Double,
        slots: [CodeSlot] = []
    ) {
        self.scalars = scalars
        self.font = font
        self.glyphs = glyphs
        self.advance = advance
        self.naturalAdvance = naturalAdvance
        self.isRightToLeft = isRightToLeft
        self.x = x
        self.slots = slots
    }
}
