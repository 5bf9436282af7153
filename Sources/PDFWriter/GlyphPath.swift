/// The outline of a glyph: closed contours of straight lines and cubic curves, in thousandths of an em, upwards.
public struct GlyphPath: Hashable, Sendable {
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
    public var steps: [Step]

    /// An outline.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// A contour without area whose box reaches from the origin to a corner.
    ///
    /// A code that draws nothing gets this outline: readers that measure ink (PDFium) drop codes with an empty box and then
    /// guess at spaces.
    static func invisible(width: Int, height: Int) -> GlyphPath {
        GlyphPath([.move(x: 0, y: 0), .line(x: Int16(clamping: max(width, 1)), y: Int16(clamping: height))])
    }
}
