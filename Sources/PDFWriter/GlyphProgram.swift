/// A glyph's outline as the steps of a charstring, ready to be put anywhere in a font program.
struct GlyphProgram: Sendable {
    /// A point in thousandths of an em.
    struct Point: Hashable, Sendable { var x: Int, y: Int }

    /// Where the first contour begins.
    private(set) var start = Point(x: 0, y: 0)
    /// The point reached at the end; charstrings go on from here, not from the contour's beginning.
    private(set) var end = Point(x: 0, y: 0)
    /// All steps after the first move; empty when nothing is drawn.
    private(set) var body: [UInt8] = []
    /// The lower left and the upper right corner of the box around all points.
    private(set) var corners = (low: Point(x: .max, y: .max), high: Point(x: .min, y: .min))

    init(_ path: GlyphPath) {
        var bytes = CharstringBytes()
        var isFirst = true
        for step in path.steps {
            switch step {
            case .move(let x, let y):
                if isFirst { start = Point(x: Int(x), y: Int(y)) } else { bytes.move(Int(x) - end.x, Int(y) - end.y) }
                isFirst = false
                reach(x, y)
            case .line(let x, let y):
                bytes.line(Int(x) - end.x, Int(y) - end.y)
                reach(x, y)
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                bytes.curve(
                    Int(x1) - end.x,
                    Int(y1) - end.y,
                    Int(x2) - Int(x1),
                    Int(y2) - Int(y1),
                    Int(x) - Int(x2),
                    Int(y) - Int(y2)
                )
                reach(x1, y1)
                reach(x2, y2)
                reach(x, y)
            }
        }
        bytes.flush()
        body = bytes.bytes
    }

    private mutating func reach(_ x: Int16, _ y: Int16) {
        end = Point(x: Int(x), y: Int(y))
        corners.low = Point(x: min(corners.low.x, end.x), y: min(corners.low.y, end.y))
        corners.high = Point(x: max(corners.high.x, end.x), y: max(corners.high.y, end.y))
    }
}
