/// The outline of a glyph: closed contours of straight lines and cubic curves in font units, upwards.
public struct GlyphOutline: Hashable, Sendable {
    /// A step from the point reached so far; contours close by themselves.
    public enum Step: Hashable, Sendable {
        /// Begins a contour.
        case move(x: Int16, y: Int16)
        /// A straight line.
        case line(x: Int16, y: Int16)
        /// A cubic curve with its two control points.
        case curve(x1: Int16, y1: Int16, x2: Int16, y2: Int16, x: Int16, y: Int16)
    }

    /// The steps; the first of each contour is a move.
    public internal(set) var steps: [Step] = []
    /// The box around all points, control points included; nil when there are none.
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
