/// The outline of a glyph as closed contours of quadratic curves in font units, the form TrueType stores.
public struct GlyphContours: Hashable, Sendable {
    /// The position of each contour's last point, ascending.
    public var contourEnds: [UInt16]
    /// Horizontal coordinates, to the right.
    public var x: [Int16]
    /// Vertical coordinates, upwards.
    public var y: [Int16]
    /// Whether each point lies on the curve.
    public var onCurve: [Bool]

    /// An outline; the three lists of points are of one length.
    public init(contourEnds: [UInt16] = [], x: [Int16] = [], y: [Int16] = [], onCurve: [Bool] = []) {
        (self.contourEnds, self.x, self.y, self.onCurve) = (contourEnds, x, y, onCurve)
    }

    /// Adds another outline, moved.
    mutating func append(_ other: GlyphContours, dx: Int, dy: Int) {
        let first = UInt16(clamping: x.count)
        contourEnds += other.contourEnds.map { $0 &+ first }
        x += other.x.map { Int16(clamping: Int($0) + dx) }
        y += other.y.map { Int16(clamping: Int($0) + dy) }
        onCurve += other.onCurve
    }

    /// A contour without area whose box reaches from the origin to a corner.
    ///
    /// A code that draws nothing gets this outline: readers that measure ink (PDFium) drop codes with an empty box and then
    /// guess at spaces.
    static func invisible(width: Int, height: Int) -> GlyphContours {
        let corner = (x: Int16(clamping: max(width, 1)), y: Int16(clamping: height))
        return GlyphContours(
            contourEnds: [2],
            x: [0, corner.x, 0],
            y: [0, corner.y, 0],
            onCurve: [true, true, true]
        )
    }
}
