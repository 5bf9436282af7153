import CHarfBuzz

/// Collects what HarfBuzz draws as quadratic contours; cubic curves (CFF fonts) become runs of quadratic ones.
struct OutlinePen {
    /// How far a cubic curve and its quadratic stand-in may lie apart, in font units.
    static let tolerance: Float = 0.75

    private struct Point {
        var x: Float, y: Float, onCurve: Bool
    }

    private var contour: [Point] = []
    private var outline = GlyphOutline()

    static func outline(of glyph: UInt32, in font: OpaquePointer) -> GlyphOutline {
        var pen = OutlinePen()
        withUnsafeMutablePointer(to: &pen) { cg_font_draw_glyph(font, glyph, DrawFunctions.shared.raw, $0) }
        pen.close()
        pen.outline.bounds = pen.bounds()
        return pen.outline
    }

    mutating func move(_ x: Float, _ y: Float) {
        close()
        contour.append(Point(x: x, y: y, onCurve: true))
    }

    mutating func line(_ x: Float, _ y: Float) { contour.append(Point(x: x, y: y, onCurve: true)) }

    mutating func quadratic(_ cx: Float, _ cy: Float, _ x: Float, _ y: Float) {
        contour.append(Point(x: cx, y: cy, onCurve: false))
        contour.append(Point(x: x, y: y, onCurve: true))
    }

    /// Splits at equal steps of the parameter. The error of one quadratic with control (3(c₁+c₂) - p₀ - p₃)/4 is
    /// √3/36 · |p₃ - 3c₂ + 3c₁ - p₀| and falls with the cube of the number of pieces.
    mutating func cubic(_ x1: Float, _ y1: Float, _ x2: Float, _ y2: Float, _ x: Float, _ y: Float) {
        guard let from = contour.last else { return }
        let thirdX = x - 3 * x2 + 3 * x1 - from.x
        let thirdY = y - 3 * y2 + 3 * y1 - from.y
        let error = Float(3).squareRoot() / 36 * (thirdX * thirdX + thirdY * thirdY).squareRoot()
        var pieces = 1
        while error / Float(pieces * pieces * pieces) > Self.tolerance, pieces < 8 { pieces += 1 }
        func at(_ t: Float, _ p0: Float, _ p1: Float, _ p2: Float, _ p3: Float) -> (value: Float, slope: Float) {
            let u = 1 - t
            return (
                u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3,
                3 * (u * u * (p1 - p0) + 2 * u * t * (p2 - p1) + t * t * (p3 - p2))
            )
        }
        let step = 1 / Float(pieces)
        var (startX, startY) = (at(0, from.x, x1, x2, x), at(0, from.y, y1, y2, y))
        for piece in 1...pieces {
            let t = Float(piece) * step
            let (endX, endY) = (at(t, from.x, x1, x2, x), at(t, from.y, y1, y2, y))
            quadratic(
                (startX.value + endX.value) / 2 + (startX.slope - endX.slope) * step / 4,
                (startY.value + endY.value) / 2 + (startY.slope - endY.slope) * step / 4,
                endX.value,
                endY.value
            )
            (startX, startY) = (endX, endY)
        }
    }

    mutating func close() {
        defer { contour.removeAll(keepingCapacity: true) }
        if contour.count > 1, let first = contour.first, let last = contour.last, last.onCurve, first.x == last.x,
            first.y == last.y
        {
            contour.removeLast()
        }
        guard contour.count > 1 else { return }
        let start = contour.indices.first { contour[$0].onCurve && !isImplied($0) } ?? 0
        for step in contour.indices {
            let index = (start + step) % contour.count
            if step > 0, isImplied(index) { continue }
            let point = contour[index]
            outline.x.append(Int16(clamping: Int(point.x.rounded())))
            outline.y.append(Int16(clamping: Int(point.y.rounded())))
            outline.onCurve.append(point.onCurve)
        }
        outline.contourEnds.append(UInt16(clamping: outline.x.count - 1))
    }

    /// Whether the point on the curve lies midway between two control points, so that it need not be stored.
    private func isImplied(_ index: Int) -> Bool {
        let before = contour[(index + contour.count - 1) % contour.count]
        let after = contour[(index + 1) % contour.count]
        guard contour[index].onCurve, !before.onCurve, !after.onCurve, contour.count > 3 else { return false }
        let (x, y) = ((before.x + after.x) / 2, (before.y + after.y) / 2)
        return abs(contour[index].x - x) < 0.25 && abs(contour[index].y - y) < 0.25
    }

    private func bounds() -> GlyphBounds? {
        guard let left = outline.x.min(), let right = outline.x.max(), let bottom = outline.y.min(),
            let top = outline.y.max()
        else { return nil }
        return GlyphBounds(left: Int(left), bottom: Int(bottom), right: Int(right), top: Int(top))
    }
}

/// HarfBuzz's table of drawing callbacks, made once; `@unchecked Sendable` because it is immutable.
private final class DrawFunctions: @unchecked Sendable {
    static let shared = DrawFunctions()
    let raw: OpaquePointer?

    private init() {
        raw = hb_draw_funcs_create()
        hb_draw_funcs_set_move_to_func(raw, { _, pen, _, x, y, _ in withPen(pen) { $0.move(x, y) } }, nil, nil)
        hb_draw_funcs_set_line_to_func(raw, { _, pen, _, x, y, _ in withPen(pen) { $0.line(x, y) } }, nil, nil)
        hb_draw_funcs_set_quadratic_to_func(
            raw,
            { _, pen, _, cx, cy, x, y, _ in withPen(pen) { $0.quadratic(cx, cy, x, y) } },
            nil,
            nil
        )
        hb_draw_funcs_set_cubic_to_func(
            raw,
            { _, pen, _, x1, y1, x2, y2, x, y, _ in withPen(pen) { $0.cubic(x1, y1, x2, y2, x, y) } },
            nil,
            nil
        )
        hb_draw_funcs_set_close_path_func(raw, { _, pen, _, _ in withPen(pen) { $0.close() } }, nil, nil)
        hb_draw_funcs_make_immutable(raw)
    }

    deinit { hb_draw_funcs_destroy(raw) }
}

private func withPen(_ data: UnsafeMutableRawPointer?, _ draw: (inout OutlinePen) -> Void) {
    guard let data else { return }
    draw(&data.assumingMemoryBound(to: OutlinePen.self).pointee)
}
