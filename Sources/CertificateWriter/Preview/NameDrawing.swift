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
    /// Picture units in a point.
    let unitsPerPoint: Double

    /// Room left and right of the name, in points.
    private static let margin = 6.0

    /// The picture, with `alternative` as what it says; as high as the name's box, and as wide as the name itself.
    func svg(alternative: String) -> String {
        let first = (text.origins.map(\.x).min() ?? left) - Self.margin
        let last = zip(text.origins, text.fitted.lines).map { $0.x + $1.width * text.fitted.size }.max() ?? left
        let width = last + Self.margin - first
        var outline = SVGOutline(unitsPerPoint: unitsPerPoint)
        outline.add(text, faces: faces, left: first, top: top)
        let label = SVGText.escaped(alternative)
        let box = "0 0 \(Int((width * unitsPerPoint).rounded())) \(Int((height * unitsPerPoint).rounded()))"
        let room = "width=\"\(Int(width.rounded(.up)))\" height=\"\(Int(height.rounded(.up)))\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(box)" \(room) role="img" aria-label="\(label)">\
            <title>\(label)</title><path fill="currentColor" d="\(outline.data)"/></svg>
            """
    }
}
