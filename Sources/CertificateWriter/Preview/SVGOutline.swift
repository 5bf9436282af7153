import TextLayout

/// The outlines of set words as the data of one SVG path, in whole numbers with y downwards (SVG 1.1, section 8.3).
struct SVGOutline {
    /// Units of the picture in a point: 20 is fine enough for every outline on a page.
    let unitsPerPoint: Double
    /// The path's data.
    private(set) var data = ""

    init(unitsPerPoint: Double) { self.unitsPerPoint = unitsPerPoint }

    /// Adds words; `left` and `top` are the picture's upper left corner, in points from the page's lower left one.
    mutating func add(_ text: SetText, faces: [FontFace], left: Double, top: Double) {
        let size = text.fitted.size
        for (line, origin) in zip(text.fitted.lines, text.origins) {
            for cluster in line.clusters {
                let face = faces[cluster.face]
                let scale = size / Double(face.unitsPerEm)
                for glyph in cluster.glyphs {
                    let x = origin.x - left + cluster.x * size + Double(glyph.x) * scale
                    let y = top - origin.y - Double(glyph.y) * scale
                    add(face.outline(of: glyph.glyph), at: (x, y), scale: scale)
                }
            }
        }
    }

    /// Curves and lines shorter than a unit are left out.
    private mutating func add(_ outline: GlyphOutline, at origin: (x: Double, y: Double), scale: Double) {
        var pen = Point(x: 0, y: 0)
        func point(_ x: Int16, _ y: Int16) -> Point {
            Point(x: unit(origin.x + Double(x) * scale), y: unit(origin.y - Double(y) * scale))
        }
        for step in outline.steps {
            switch step {
            case .move(let x, let y):
                if !data.isEmpty, data.last != "z" { data += "z" }
                pen = point(x, y)
                data += "M\(pen.x) \(pen.y)"
            case .line(let x, let y):
                let end = point(x, y)
                if end == pen { continue }
                data += "l\(end.text(from: pen))"
                pen = end
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                let (first, second, end) = (point(x1, y1), point(x2, y2), point(x, y))
                if first == pen, second == pen, end == pen { continue }
                data += "c\(first.text(from: pen))\(second.text(after: pen))\(end.text(after: pen))"
                pen = end
            }
        }
        if !outline.steps.isEmpty { data += "z" }
    }

    private struct Point: Equatable {
        var x: Int, y: Int
        /// Relative to `pen`; a minus sign separates by itself.
        func text(from pen: Point) -> String { y < pen.y ? "\(x - pen.x)\(y - pen.y)" : "\(x - pen.x) \(y - pen.y)" }
        /// The same after another point.
        func text(after pen: Point) -> String { (x < pen.x ? "" : " ") + text(from: pen) }
    }

    private func unit(_ points: Double) -> Int { Int((points * unitsPerPoint).rounded()) }
}
