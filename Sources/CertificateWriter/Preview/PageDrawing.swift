import Programme
import TextLayout

/// Draws a laid-out page as one SVG picture: paths for words and ornaments, pictures inside, no font and no script.
struct PageDrawing {
    let layout: EditionLayout
    let facts: CertificateFacts

    /// Picture units in a point.
    private static let unitsPerPoint = 20.0
    private static let unitsPerMillimetre = TextPainter.millimetre * unitsPerPoint

    private var body = ""
    /// What the page says, in reading order.
    private var words: [String] = []

    init(layout: EditionLayout, facts: CertificateFacts) throws(CertificateRefusal) {
        (self.layout, self.facts) = (layout, facts)
        for item in layout.items {
            switch item {
            case .drawing(let drawing): draw(drawing)
            case .image(let image): draw(image)
            case .words(_, let text): draw(text)
            case .list(_, let items):
                for item in items {
                    draw(item.label)
                    draw(item.body)
                }
            case .personal(let box): if let text = try layout.set(personal: box, facts) { draw(text) }
            case .code(let code): try draw(code)
            }
        }
    }

    /// The picture, in the page's size.
    var svg: String {
        let design = layout.design
        let width = SVGText.number(design.width)
        let height = SVGText.number(design.height)
        let box = "0 0 \(Self.length(design.width)) \(Self.length(design.height))"
        let title = SVGText.escaped(facts.title(on: design))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(box)" width="\(width)mm" height="\(height)mm" role="img" \
            lang="\(SVGText.escaped(design.language))" aria-labelledby="title words">\
            <title id="title">\(title)</title>\
            <desc id="words">\(SVGText.escaped(words.joined(separator: "\n")))</desc>\
            <path fill="#FFFFFF" d="M0 0H\(Self.length(design.width))V\(Self.length(design.height))H0z"/>\(body)</svg>

            """
    }

    private mutating func draw(_ text: SetText) {
        var outline = SVGOutline(unitsPerPoint: Self.unitsPerPoint)
        outline.add(text, faces: layout.painter.typesetter.catalogue.faces, left: 0, top: layout.painter.pageHeight)
        body += "<path fill=\"\(SVGText.colour(text.colour))\" d=\"\(outline.data)\"/>"
        var spoken = String.UnicodeScalarView()
        for line in text.fitted.lines {
            for cluster in line.clusters { spoken.append(contentsOf: cluster.scalars) }
            if line.isFollowedBySpace { spoken.append(" ") }
        }
        words.append(String(spoken))
    }

    private mutating func draw(_ image: DesignImage) {
        let (box, picture) = (image.box, image.picture)
        let place = [("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height)]
            .map { "\($0)=\"\(Self.length($1))\"" }.joined(separator: " ")
        let data = "data:\(picture.mediaType);base64,\(SVGText.base64(picture.file))"
        body += "<image \(place) preserveAspectRatio=\"none\" href=\"\(data)\"/>"
        if let alternative = image.alternative { words.append(alternative) }
    }

    private mutating func draw(_ code: DesignCode) throws(CertificateRefusal) {
        guard let modules = VerificationCode(address: facts.verifyAddress) else {
            throw .code(address: facts.verifyAddress)
        }
        var data = ""
        for row in 0..<modules.side {
            var column = 0
            while column < modules.side {
                var end = column
                while end < modules.side, modules.isDark(row: row, column: end) { end += 1 }
                if end > column { data += "M\(column) \(row)h\(end - column)v1H\(column)z" }
                column = end + 1
            }
        }
        let full = Double(modules.side + 2 * VerificationCode.quietZone)
        let module = code.side / full
        let border = Double(VerificationCode.quietZone) * module
        let matrix = Self.matrix(module, module, code.x + border, code.y + border)
        body += "<path transform=\"\(matrix)\" shape-rendering=\"crispEdges\" fill=\"\(SVGText.colour(code.colour))\" "
        body += "d=\"\(data)\"/>"
        words.append("QR code: check this certificate at \(facts.verifyAddress)")
    }

    private mutating func draw(_ drawing: DesignDrawing) {
        for place in drawing.places {
            let scale = (x: place.box.width / drawing.width, y: place.box.height / drawing.height)
            let matrix = Self.matrix(
                place.flippedAcross ? -scale.x : scale.x,
                place.flippedDown ? -scale.y : scale.y,
                place.flippedAcross ? place.box.x + place.box.width : place.box.x,
                place.flippedDown ? place.box.y + place.box.height : place.box.y
            )
            body += "<g transform=\"\(matrix)\">"
            for stroke in drawing.strokes { body += stroke.svg }
            body += "</g>"
        }
    }

    private static func length(_ millimetres: Double) -> String {
        SVGText.number(millimetres * unitsPerMillimetre)
    }

    /// Scales, then moves; lengths in millimetres.
    private static func matrix(_ a: Double, _ d: Double, _ x: Double, _ y: Double) -> String {
        "matrix(\(length(a)) 0 0 \(length(d)) \(length(x)) \(length(y)))"
    }
}

extension DesignDrawing.Stroke {
    /// The painted path, in the drawing's units.
    fileprivate var svg: String {
        let number = SVGText.number
        var data = ""
        for step in path {
            switch step {
            case .move(let x, let y): data += "M\(number(x)) \(number(y))"
            case .line(let x, let y): data += "L\(number(x)) \(number(y))"
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                data += "C" + [x1, y1, x2, y2, x, y].map(number).joined(separator: " ")
            case .close: data += "z"
            }
        }
        var paint = "fill=\"\(fill.map(SVGText.colour) ?? "none")\""
        if let line {
            paint +=
                " stroke=\"\(SVGText.colour(line))\" stroke-width=\"\(number(lineWidth))\" stroke-miterlimit=\"10\""
            if let dash { paint += " stroke-dasharray=\"\(number(dash.length)) \(number(dash.gap))\"" }
        }
        return "<path \(paint) d=\"\(data)\"/>"
    }
}
