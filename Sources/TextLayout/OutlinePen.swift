import CHarfBuzz

/// Collects what HarfBuzz draws as lines and cubic curves on whole units.
///
/// Cubic curves (CFF fonts) are taken as they are; runs of quadratic ones (TrueType fonts) are joined into fewer cubic ones.
struct OutlinePen {
    private var outline = GlyphOutline()
    private var joining: CurveJoining
    private var pen = SIMD2<Float>()
    private var start = SIMD2<Float>()
    /// Quadratic curves drawn since the last line, as cubic ones.
    private var waiting: [CubicCurve] = []
    private var isOpen = false

    /// The outline of a glyph; `unitsPerEm` is that of the file.
    static func outline(of glyph: UInt32, in font: OpaquePointer, unitsPerEm: Int) -> GlyphOutline {
        var pen = OutlinePen(joining: CurveJoining(tolerance: CurveJoining.tolerance * Float(unitsPerEm)))
        withUnsafeMutablePointer(to: &pen) { cg_font_draw_glyph(font, glyph, DrawFunctions.shared.raw, $0) }
        pen.close()
        return pen.outline
    }

    private init(joining: CurveJoining) { self.joining = joining }

    mutating func move(_ x: Float, _ y: Float) {
        close()
        pen = [x, y]
        start = pen
    }

    mutating func line(_ x: Float, _ y: Float) {
        joinWaiting()
        guard pen != [x, y] else { return }
        open()
        pen = [x, y]
        append(.line(x: unit(x), y: unit(y)), [pen])
    }

    mutating func quadratic(_ cx: Float, _ cy: Float, _ x: Float, _ y: Float) {
        waiting.append(CubicCurve(from: pen, control: [cx, cy], to: [x, y]))
        pen = [x, y]
    }

    mutating func cubic(_ x1: Float, _ y1: Float, _ x2: Float, _ y2: Float, _ x: Float, _ y: Float) {
        joinWaiting()
        append(CubicCurve(from: pen, first: [x1, y1], second: [x2, y2], to: [x, y]))
        pen = [x, y]
    }

    /// Ends a contour; the line back to its beginning goes without saying.
    mutating func close() {
        joinWaiting()
        if isOpen, case .line(let x, let y)? = outline.steps.last, x == unit(start.x), y == unit(start.y) {
            outline.steps.removeLast()
        }
        isOpen = false
    }

    private mutating func joinWaiting() {
        guard !waiting.isEmpty else { return }
        for curve in joining.joined(waiting) { append(curve) }
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func open() {
        guard !isOpen else { return }
        isOpen = true
        append(.move(x: unit(start.x), y: unit(start.y)), [start])
    }

    private mutating func append(_ curve: CubicCurve) {
        open()
        append(
            .curve(
                x1: unit(curve.first.x),
                y1: unit(curve.first.y),
                x2: unit(curve.second.x),
                y2: unit(curve.second.y),
                x: unit(curve.to.x),
                y: unit(curve.to.y)
            ),
            [curve.first, curve.second, curve.to]
        )
    }

    private mutating func append(_ step: GlyphOutline.Step, _ points: [SIMD2<Float>]) {
        outline.steps.append(step)
        for point in points {
            let (x, y) = (Int(unit(point.x)), Int(unit(point.y)))
            let box = outline.bounds ?? GlyphBounds(left: x, bottom: y, right: x, top: y)
            outline.bounds = GlyphBounds(
                left: min(box.left, x),
                bottom: min(box.bottom, y),
                right: max(box.right, x),
                top: max(box.top, y)
            )
        }
    }

    private func unit(_ number: Float) -> Int16 { Int16(clamping: Int(number.rounded())) }
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
