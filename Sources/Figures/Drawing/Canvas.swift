/// A drawing under construction: shapes and text in the order they are painted.
struct Canvas {
    enum Anchor: String { case start, middle, end }

    private(set) var elements: [SVGElement] = []

    mutating func line(_ from: (Double, Double), _ to: (Double, Double), _ paint: Paint) {
        let ends = [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)].map { ($0.0, coordinate($0.1)) }
        elements.append(SVGElement("line", ends + paint.attributes))
    }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, radius: Double = 0, _ paint: Paint) {
        let box = [("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))].map {
            ($0.0, coordinate($0.1))
        }
        elements.append(SVGElement("rect", box + (radius > 0 ? [("rx", coordinate(radius))] : []) + paint.attributes))
    }

    mutating func dot(_ x: Double, _ y: Double, radius: Double, _ paint: Paint) {
        let place = [("cx", x), ("cy", y), ("r", radius)].map { ($0.0, coordinate($0.1)) }
        elements.append(SVGElement("circle", place + paint.attributes))
    }

    mutating func polygon(_ points: [(Double, Double)], _ paint: Paint) {
        let list = points.map { "\(coordinate($0.0)),\(coordinate($0.1))" }.joined(separator: " ")
        elements.append(SVGElement("polygon", [("points", list)] + paint.attributes))
    }

    mutating func text(
        _ text: String,
        x: Double,
        y: Double,
        size: Double = 14,
        ink: Ink = .text,
        anchor: Anchor = .start,
        bold: Bool = false,
        halo: Bool = false
    ) {
        var attributes = [("x", coordinate(x)), ("y", coordinate(y)), ("font-size", coordinate(size))]
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        if bold { attributes.append(("font-weight", "700")) }
        attributes += halo ? Paint.haloed(ink).attributes : Paint.fill(ink).attributes
        elements.append(SVGElement("text", attributes, text: Self.withMinusSigns(text)))
    }

    /// Hyphens that stand before a number as minus signs (U+2212), which are as wide as a plus.
    private static func withMinusSigns(_ text: String) -> String {
        let characters = Array(text)
        return String(
            characters.indices.map { index in
                let opens = index == 0 || characters[index - 1] == " " || characters[index - 1] == "("
                let counts = index + 1 < characters.count && characters[index + 1].isWholeNumber
                return characters[index] == "-" && opens && counts ? "\u{2212}" : characters[index]
            }
        )
    }

    /// Text over several lines; returns the base line below the last one.
    mutating func paragraph(
        _ text: String,
        x: Double,
        y: Double,
        width: Double,
        size: Double = 14,
        ink: Ink = .text,
        bold: Bool = false
    ) -> Double {
        var base = y
        for line in TextMeasure.lines(of: text, width: width, size: size, bold: bold) {
            self.text(line, x: x, y: base, size: size, ink: ink, bold: bold)
            base += (size * 1.35).rounded()
        }
        return base
    }
}
