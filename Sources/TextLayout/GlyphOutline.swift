/// The outline of a glyph as TrueType stores it: closed contours of quadratic curves in font units.
///
/// Two control points in a row have an implied point on the curve halfway between them.
public struct GlyphOutline: Hashable, Sendable {
    /// The position of each contour's last point.
    public internal(set) var contourEnds: [UInt16] = []
    /// Horizontal coordinates, to the right.
    public internal(set) var x: [Int16] = []
    /// Vertical coordinates, upwards.
    public internal(set) var y: [Int16] = []
    /// Whether each point lies on the curve; the others are control points.
    public internal(set) var onCurve: [Bool] = []
    /// The box around all points; nil when there are none.
    public internal(set) var bounds: GlyphBounds?
}

/// A box in font units.
public struct GlyphBounds: Hashable, Sendable {
    /// The left side.
    public var left: Int
    /// The lower side.
    public var bottom: Int
    /// The right side.
    public var right: Int
    /// The upper side.
    public var top: Int
}
