import Programme

extension DesignDrawing {
    /// Whether paint that stands out from light paper less than `limit` allows lies in a box: lines that cross it, or an area
    /// around it. Curves are taken as eight straight lines.
    func darkens(_ box: DesignBox, of code: DesignColour, limit: Double) -> Bool {
        places.contains { place in
            strokes.contains { stroke in
                let outlines = outlines(of: stroke, at: place)
                if let line = stroke.line, line.contrast(with: code) < limit {
                    let half = stroke.lineWidth * max(place.box.width / width, place.box.height / height) / 2
                    if outlines.contains(where: { $0.crosses(box.grown(by: half)) }) { return true }
                }
                guard let fill = stroke.fill, fill.contrast(with: code) < limit else { return false }
                return outlines.contains { $0.crosses(box) } || box.isInside(outlines)
            }
        }
    }

    /// The colours of areas, where they may be what words stand on.
    var fills: [DesignColour] { strokes.compactMap(\.fill) }

    private func outlines(of stroke: Stroke, at place: Place) -> [Outline] {
        let scale = (x: place.box.width / width, y: place.box.height / height)
        var outlines: [Outline] = []
        var pen = (x: 0.0, y: 0.0)
        func onPage(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
            (
                place.box.x + (place.flippedAcross ? width - x : x) * scale.x,
                place.box.y + (place.flippedDown ? height - y : y) * scale.y
            )
        }
        func add(_ x: Double, _ y: Double) {
            if outlines.isEmpty { outlines.append(Outline()) }
            outlines[outlines.count - 1].points.append(onPage(x, y))
        }
        for step in stroke.path {
            switch step {
            case .move(let x, let y):
                outlines.append(Outline())
                add(x, y)
                pen = (x, y)
            case .line(let x, let y):
                add(x, y)
                pen = (x, y)
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                for part in 1...8 {
                    let t = Double(part) / 8
                    let (a, b, c, d) = (
                        (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t
                    )
                    add(a * pen.x + b * x1 + c * x2 + d * x, a * pen.y + b * y1 + c * y2 + d * y)
                }
                pen = (x, y)
            case .close:
                guard let first = outlines.last?.points.first else { continue }
                outlines[outlines.count - 1].points.append(first)
            }
        }
        return outlines
    }
}

/// One part of a path as straight lines, in millimetres on the page.
private struct Outline {
    var points: [(x: Double, y: Double)] = []

    /// Whether a line has a point in the box (Liang and Barsky, 1984).
    func crosses(_ box: DesignBox) -> Bool {
        zip(points, points.dropFirst()).contains { start, end in
            var enters = 0.0
            var leaves = 1.0
            let (dx, dy) = (end.x - start.x, end.y - start.y)
            for (p, q) in [
                (-dx, start.x - box.x), (dx, box.x + box.width - start.x), (-dy, start.y - box.y),
                (dy, box.y + box.height - start.y),
            ] {
                if p == 0 {
                    if q < 0 { return false }
                } else if p < 0 {
                    enters = max(enters, q / p)
                } else {
                    leaves = min(leaves, q / p)
                }
            }
            return enters <= leaves
        }
    }
}

extension DesignBox {
    /// Whether the two share more than an edge.
    func overlaps(_ other: DesignBox) -> Bool {
        let slack = 1e-6
        return x + slack < other.x + other.width && other.x + slack < x + width && y + slack < other.y + other.height
            && other.y + slack < y + height
    }

    fileprivate func grown(by margin: Double) -> DesignBox {
        DesignBox(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// Whether the middle lies inside the area, by the nonzero winding rule.
    fileprivate func isInside(_ outlines: [Outline]) -> Bool {
        let middle = (x: x + width / 2, y: y + height / 2)
        var turns = 0
        for outline in outlines {
            guard let first = outline.points.first else { continue }
            for (start, end) in zip(outline.points, outline.points.dropFirst() + [first]) {
                let side = (end.x - start.x) * (middle.y - start.y) - (middle.x - start.x) * (end.y - start.y)
                if start.y <= middle.y, end.y > middle.y, side > 0 { turns += 1 }
                if start.y > middle.y, end.y <= middle.y, side < 0 { turns -= 1 }
            }
        }
        return turns != 0
    }
}
