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
        var pen = Point(x: 0, y: 0)
        func point(_ x: Int16, _ y: Int16) -> Point {
            Point(x: Self.unit(origin.x + Double(x) * scale), y: Self.unit(origin.y - Double(y) * scale))
        }
        for step in outline.steps {
            switch step {
            case .move(let x, let y):
                if path.last != "z", !path.isEmpty { path += "z" }
                pen = point(x, y)
                path += "M\(pen.x) \(pen.y)"
            case .line(let x, let y):
                let end = point(x, y)
                path += "l\(end.text(from: pen))"
                pen = end
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                let (first, second, end) = (point(x1, y1), point(x2, y2), point(x, y))
                path += "c\(first.text(from: pen))\(second.follow(pen))\(end.follow(pen))"
                pen = end
            }
        }
        if !outline.steps.isEmpty { path += "z" }
    }

    private struct Point {
        var x: Int, y: Int
        /// Relative to `pen`; a minus sign separates by itself.
        func text(from pen: Point) -> String { y < pen.y ? "\(x - pen.x)\(y - pen.y)" : "\(x - pen.x) \(y - pen.y)" }
        /// The same after another point.
        func follow(_ pen: Point) -> String { (x < pen.x ? "" : " ") + text(from: pen) }
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
