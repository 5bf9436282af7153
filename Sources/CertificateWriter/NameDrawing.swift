import TextLayout

/// Draws a set text as an SVG picture made of one path.
struct NameDrawing {
    let text: SetText
    let faces: [FontFace]
    /// The left side of the name's box on the page, in points.
    let left: Double
    /// The upper side of the picture on the page, in points.
    let top: Double
    /// The picture's height in points.
    let height: Double

    /// Picture units in a point: fine enough for every outline, coarse enough for whole numbers.
    private static let unitsPerPoint = 20.0

    /// Room left and right of the name, in points.
    private static let margin = 6.0

    /// The picture, with `alternative` as what it says; as high as the name's box, and as wide as the name itself.
    func svg(alternative: String) -> String {
        let size = text.fitted.size
        let first = (text.origins.map(\.x).min() ?? left) - Self.margin
        let last = zip(text.origins, text.fitted.lines).map { $0.x + $1.width * size }.max() ?? left
        let width = last + Self.margin - first
        var path = ""
        for (line, origin) in zip(text.fitted.lines, text.origins) {
            for cluster in line.clusters {
                let face = faces[cluster.face]
                let scale = size / Double(face.unitsPerEm)
                for glyph in cluster.glyphs {
                    let x = origin.x - first + cluster.x * size + Double(glyph.x) * scale
                    let y = top - origin.y - Double(glyph.y) * scale
                    append(face.outline(of: glyph.glyph), at: (x, y), scale: scale, to: &path)
                }
            }
        }
        let label = Self.escaped(alternative)
        let box = "0 0 \(Self.unit(width)) \(Self.unit(height))"
        let room = "width=\"\(Int(width.rounded(.up)))\" height=\"\(Int(height.rounded(.up)))\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(box)" \(room) role="img" aria-label="\(label)">\
            <title>\(label)</title><path fill="currentColor" d="\(path)"/></svg>
            """
    }

    private func append(
        _ outline: GlyphOutline,
        at origin: (x: Double, y: Double),
        scale: Double,
        to path: inout String
    ) {
        var first = 0
        for end in outline.contourEnds.map(Int.init) where end >= first {
            let points = (first...end).map { index in
                Point(
                    x: Self.unit(origin.x + Double(outline.x[index]) * scale),
                    y: Self.unit(origin.y - Double(outline.y[index]) * scale),
                    onCurve: outline.onCurve[index]
                )
            }
            append(points, to: &path)
            first = end + 1
        }
    }

    private struct Point {
        var x: Int, y: Int, onCurve: Bool
        func middle(_ other: Point) -> Point { Point(x: (x + other.x) / 2, y: (y + other.y) / 2, onCurve: true) }
        /// Relative to `pen`; a minus sign separates by itself.
        func text(from pen: Point) -> String { y < pen.y ? "\(x - pen.x)\(y - pen.y)" : "\(x - pen.x) \(y - pen.y)" }
    }

    /// One closed contour; between two control points lies a point on the curve.
    private func append(_ points: [Point], to path: inout String) {
        guard let first = points.first, let last = points.last else { return }
        let start = first.onCurve ? first : last.onCurve ? last : first.middle(last)
        path += "M\(start.x) \(start.y)"
        var pen = start
        var control: Point?
        for point in points.dropFirst(first.onCurve ? 1 : 0) + [start] {
            switch (control, point.onCurve) {
            case (nil, true):
                path += "l\(point.text(from: pen))"
                pen = point
            case (nil, false): control = point
            case (let before?, let isEnd):
                let end = isEnd ? point : before.middle(point)
                let separator = end.x < pen.x ? "" : " "
                path += "q\(before.text(from: pen))\(separator)\(end.text(from: pen))"
                pen = end
                control = isEnd ? nil : point
            }
        }
        path += "z"
    }

    private static func unit(_ points: Double) -> Int { Int((points * unitsPerPoint).rounded()) }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
