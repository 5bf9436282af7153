/// A drawing under construction: shapes and text in the order they are painted.
struct Canvas {
    enum Anchor: String { case start, middle, end }
    /// A straight piece of a path.
    struct Segment {
        let from: (Double, Double)
        let to: (Double, Double)
    }

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

    mutating func path(_ segments: [Segment], _ paint: Paint) {
        let data = segments.map { segment in
            "M\(coordinate(segment.from.0)) \(coordinate(segment.from.1))"
                + "L\(coordinate(segment.to.0)) \(coordinate(segment.to.1))"
        }
        elements.append(SVGElement("path", [("d", data.joined())] + paint.attributes))
    }

    mutating func polyline(_ points: [(Double, Double)], _ paint: Paint) {
        guard let first = points.first else { return }
        let start = "M\(coordinate(first.0)) \(coordinate(first.1))"
        let rest = points.dropFirst().map { "L\(coordinate($0.0)) \(coordinate($0.1))" }
        // A line of one point has a length, so that its round ends show.
        let data = start + (rest.isEmpty ? "h0.1" : rest.joined())
        elements.append(SVGElement("path", [("d", data)] + paint.attributes))
    }

    /// Writes text; `full` is what a pointer shows when the text had to be cut.
    mutating func text(
        _ text: String,
        x: Double,
        y: Double,
        size: Double = 14,
        ink: Ink = .text,
        anchor: Anchor = .start,
        bold: Bool = false,
        halo: Bool = false,
        full: String? = nil
    ) {
        var attributes = [("x", coordinate(x)), ("y", coordinate(y)), ("font-size", coordinate(size))]
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        if bold { attributes.append(("font-weight", "700")) }
        attributes += halo ? Paint.haloed(ink).attributes : Paint.fill(ink).attributes
        let title = full.map { SVGElement("title", text: $0) }
        elements.append(SVGElement("text", attributes, text: text.withMinusSigns, children: title.map { [$0] } ?? []))
    }

    /// Text of one line, cut when it is wider than `width`; a pointer then shows all of it.
    mutating func fitted(
        _ text: String,
        x: Double,
        y: Double,
        width: Double,
        size: Double = 14,
        ink: Ink = .text,
        anchor: Anchor = .start,
        bold: Bool = false,
        halo: Bool = false
    ) {
        let shown = TextMeasure.shortened(text, width: width / (bold ? 1.07 : 1), size: size)
        let full = shown == text ? nil : text
        self.text(shown, x: x, y: y, size: size, ink: ink, anchor: anchor, bold: bold, halo: halo, full: full)
    }

    /// Text over several lines; returns the base line below the last one.
    ///
    /// With `most` the last line that is allowed takes the rest and is cut; a pointer then shows all of it.
    mutating func paragraph(
        _ text: String,
        x: Double,
        y: Double,
        width: Double,
        size: Double = 14,
        ink: Ink = .text,
        bold: Bool = false,
        halo: Bool = false,
        most: Int = .max
    ) -> Double {
        var base = y
        let lines = TextMeasure.lines(of: text, width: width, size: size, bold: bold)
        let isCut = lines.count > most
        for (number, line) in lines.prefix(most).enumerated() {
            let isLast = isCut && number == most - 1
            let shown = isLast ? TextMeasure.shortened(line + " …", width: width, size: size) : line
            let full = isLast ? text : nil
            self.text(shown, x: x, y: base, size: size, ink: ink, bold: bold, halo: halo, full: full)
            base += (size * 1.35).rounded()
        }
        return base
    }
}
