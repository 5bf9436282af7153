import PDFWriter
import Programme
import TextLayout

/// A text of a design, set and placed on the page.
struct SetText {
    var fitted: FittedText
    /// The left end and the baseline of each line, in points from the page's lower left corner.
    var origins: [(x: Double, y: Double)]
    var colour: DesignColour

    /// The width of the widest line, in points.
    var width: Double { (fitted.lines.map(\.width).max() ?? 0) * fitted.size }
}

/// Sets the texts of a design into their boxes.
struct TextPainter: Sendable {
    let typesetter: Typesetter
    /// The typesetter's faces, to be embedded.
    let faces: [PrintFace]
    /// The page's height in points.
    let pageHeight: Double

    /// Points in a millimetre.
    static let millimetre = 72 / 25.4
    /// The height of capitals in ems, about right for every text face.
    private static let capitals = 0.7

    /// Sets words into a box.
    func set(
        _ words: String,
        in box: DesignBox,
        style: DesignStyle,
        language: String?,
        direction: TextDirection = .ofFirstLetter,
        givesSizeFirst: Bool
    ) throws(TextRefusal) -> SetText {
        let room = TextFit(
            width: box.width * Self.millimetre,
            height: box.height * Self.millimetre,
            size: style.size,
            smallest: style.smallest,
            leading: style.leading,
            lines: style.lines,
            giving: givesSizeFirst ? .sizeThenLines : .linesThenSize
        )
        let fitted = try typesetter.fit(
            words,
            into: room,
            kind: style.face,
            language: language,
            direction: direction,
            features: style.features,
            tracking: style.tracking
        )
        let origins = origins(of: fitted, in: box, style: style)
        let set = SetText(fitted: fitted, origins: origins, colour: style.colour)
        return givesSizeFirst ? set.withWordsWhole() : set
    }

    /// Top: the first line's capitals touch the upper side. Bottom: the last baseline lies on the lower side. Middle: capitals
    /// and baselines have equal room above and below. Ink that would leave the box moves the lines back into it.
    private func origins(of fitted: FittedText, in box: DesignBox, style: DesignStyle) -> [(x: Double, y: Double)] {
        let top = pageHeight - box.y * Self.millimetre
        let bottom = top - box.height * Self.millimetre
        let capitals = Self.capitals * fitted.size
        let below = Double(fitted.lines.count - 1) * fitted.leading
        var first =
            switch style.placement {
            case .top: top - capitals
            case .middle: (top + bottom + capitals + below) / 2 - capitals
            case .bottom: bottom + below
            }
        if let upper = fitted.lines.first, let lower = fitted.lines.last {
            first = max(first, bottom + below - (style.placement == .bottom ? 0 : lower.inkBottom * fitted.size))
            first = min(first, top - upper.inkTop * fitted.size)
        }
        return fitted.lines.enumerated().map { index, line in
            let spare = box.width * Self.millimetre - line.width * fitted.size
            let indent =
                switch style.alignment {
                case .left: 0.0
                case .centre: spare / 2
                case .right: spare
                }
            return (box.x * Self.millimetre + indent, first - Double(index) * fitted.leading)
        }
    }
}

extension TextLine {
    /// The line as the PDF writer takes it; a space the line broke at stays in the text.
    func clusters(font: (Int) -> Int) -> [TextCluster] {
        var result: [TextCluster] = []
        result.reserveCapacity(clusters.count + 1)
        for cluster in clusters {
            let font = font(cluster.face)
            result.append(
                TextCluster(
                    scalars: cluster.scalars,
                    font: font,
                    glyphs: cluster.glyphs.map { ClusterGlyph(glyph: $0.glyph, x: $0.x, y: $0.y) },
                    advance: cluster.advance,
                    naturalAdvance: cluster.naturalAdvance,
                    isRightToLeft: cluster.isRightToLeft,
                    x: cluster.x,
                    slots: cluster.places.map { CodeSlot(start: $0.start, width: $0.width, raise: $0.raise) }
                )
            )
            guard let mark = cluster.mark else { continue }
            result.append(
                TextCluster(
                    scalars: ["\u{200F}"],
                    font: font,
                    glyphs: [],
                    advance: 0,
                    naturalAdvance: 0,
                    isRightToLeft: true,
                    x: cluster.x,
                    slots: [CodeSlot(start: mark.start, width: mark.width, raise: mark.raise)]
                )
            )
        }
        if isFollowedBySpace, let last = result.last {
            let width: Int32 = 250
            result.append(
                TextCluster(
                    scalars: [" "],
                    font: last.font,
                    glyphs: [],
                    advance: width,
                    naturalAdvance: width,
                    isRightToLeft: last.isRightToLeft,
                    x: last.isRightToLeft ? -0.25 : self.width
                )
            )
        }
        return result
    }
}
