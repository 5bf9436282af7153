import PDFWriter
import Programme

extension ContentStream {
    /// Draws an ornament at each of its places.
    mutating func draw(_ drawing: DesignDrawing, pageHeight: Double) {
        beginArtifact()
        for place in drawing.places {
            let unit = TextPainter.millimetre
            let scale = (x: place.box.width * unit / drawing.width, y: place.box.height * unit / drawing.height)
            let left = place.box.x * unit
            let top = pageHeight - place.box.y * unit
            save()
            transform(
                place.flippedAcross ? -scale.x : scale.x,
                0,
                0,
                place.flippedDown ? scale.y : -scale.y,
                place.flippedAcross ? left + place.box.width * unit : left,
                place.flippedDown ? top - place.box.height * unit : top
            )
            for stroke in drawing.strokes { draw(stroke) }
            restore()
        }
        end()
    }

    private mutating func draw(_ stroke: DesignDrawing.Stroke) {
        if let colour = stroke.fill { fill(red: colour.red, green: colour.green, blue: colour.blue) }
        if let colour = stroke.line {
            self.stroke(red: colour.red, green: colour.green, blue: colour.blue)
            lineWidth(stroke.lineWidth)
            if let dash = stroke.dash { self.dash([dash.length, dash.gap]) }
        }
        guard stroke.fill != nil || stroke.line != nil else { return }
        for step in stroke.path {
            switch step {
            case .move(let x, let y): move(x, y)
            case .line(let x, let y): line(x, y)
            case .curve(let x1, let y1, let x2, let y2, let x, let y): curve(x1, y1, x2, y2, x, y)
            case .close: close()
            }
        }
        paint(stroke.fill == nil ? .stroke : stroke.line == nil ? .fill : .fillAndStroke)
        if stroke.line != nil, stroke.dash != nil { dash([]) }
    }
}
