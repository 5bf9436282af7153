import CHarfBuzz

/// One text on its way into a room.
struct Fitting {
    let paragraph: Paragraph
    let room: TextFit
    let catalogue: FontCatalogue
    let features: [hb_feature_t]
    let tracking: Double
    let language: String?

    /// Below this, in points, nothing can be read in print. Words go below the smallest size only when nothing else helps.
    private static let floor = 4.5

    func fitted() throws(TextRefusal) -> FittedText {
        let whole = try line(0..<paragraph.units.count)
        if let fitted = accept(
            [whole],
            smallest: room.giving == .sizeThenLines || room.lines == 1 ? room.smallest : room.size
        ) {
            return fitted
        }
        guard room.lines > 1 else {
            guard let fitted = accept([whole], smallest: Self.floor) else { throw .tooWide(paragraph.text) }
            return fitted
        }
        let fitted =
            switch room.giving {
            case .sizeThenLines: try evenLines(of: whole)
            case .linesThenSize: try filledLines(of: whole)
            }
        guard let fitted else { throw .tooWide(paragraph.text) }
        return fitted
    }

    /// Two lines at spaces, then more; then the same where ICU allows a line to end; then between any two clusters; then below
    /// the smallest size.
    private func evenLines(of whole: TextLine) throws(TextRefusal) -> FittedText? {
        let units = paragraph.units
        let words = pieces(of: whole, at: units.indices.dropFirst().filter { units[$0 - 1] == 0x20 })
        let parts = pieces(of: whole, at: LineBreaks.opportunities(in: units, language: language))
        let clusters = pieces(of: whole, at: whole.clusters.map(\.start).sorted())
        for smallest in [room.smallest, Self.floor] {
            // Below the smallest size it may be height that lacks: then one line, though longer, is set larger than two.
            var best = smallest < room.smallest ? accept([whole], smallest: smallest) : nil
            for (pieces, breaksWords) in [(words, false), (parts, false), (clusters, true)] {
                for count in stride(from: 2, through: room.lines, by: 1) {
                    let plan = LinePlan.balanced(pieces, count: count)
                    guard plan.width * smallest <= room.width * 1.02 else { continue }
                    let lines = try plan.lines.map { range throws(TextRefusal) in try line(trimmed(range)) }
                    guard let fitted = accept(lines, smallest: smallest, breaksWords: breaksWords) else { continue }
                    if smallest == room.smallest { return fitted }
                    if fitted.size > (best?.size ?? 0) * (breaksWords ? 1.25 : 1) { best = fitted }
                }
            }
            if let best { return best }
        }
        return nil
    }

    /// Fills lines at the full size, then at sizes a twentieth smaller each. Phrases are kept whole as long as the size stays good.
    private func filledLines(of whole: TextLine) throws(TextRefusal) -> FittedText? {
        let places = LineBreaks.opportunities(in: paragraph.units, language: language)
        let between = places.filter { place in
            !paragraph.phrases.contains { $0.lowerBound < place && place < $0.upperBound }
        }
        if between.count < places.count,
            let fitted = try filledLines(of: pieces(of: whole, at: between), smallest: room.smallest)
        {
            return fitted
        }
        return try filledLines(of: pieces(of: whole, at: places), smallest: min(Self.floor, room.smallest))
    }

    private func filledLines(of words: [LinePlan.Piece], smallest: Double) throws(TextRefusal) -> FittedText? {
        var size = room.size
        while size >= smallest - 1e-9 {
            let plan = LinePlan.greedy(words, width: room.width / size)
            let widest = words.map(\.visibleWidth).max() ?? 0
            if plan.count <= room.lines, widest * size <= room.width {
                let even = LinePlan.balanced(words, count: plan.count)
                let ranges = room.lines > 1 && plan.count <= 2 ? even.lines : plan
                let lines = try ranges.map { range throws(TextRefusal) in try line(trimmed(range)) }
                if let fitted = accept(lines, smallest: size, largest: size) { return fitted }
            }
            size -= room.size / 20
        }
        return nil
    }

    /// The lines at the largest size at which they fit, when that is not below `smallest`.
    private func accept(
        _ lines: [TextLine],
        smallest: Double,
        largest: Double? = nil,
        breaksWords: Bool = false
    ) -> FittedText? {
        let widest = lines.map(\.width).max() ?? 0
        let ems = (lines.first?.inkTop ?? 0) - (lines.last?.inkBottom ?? 0)
        let between = max(room.leading, tallestNeighbours(lines))
        let tall = ems + Double(lines.count - 1) * between
        var size = largest ?? room.size
        if widest > 0 { size = min(size, room.width / widest) }
        if tall > 0 { size = min(size, room.height / tall) }
        size = (size * 1000).rounded(.down) / 1000
        guard size >= smallest - 0.002 else { return nil }
        return FittedText(
            size: size,
            leading: between * size,
            lines: lines,
            language: paragraph.runs.first?.language,
            breaksWords: breaksWords
        )
    }

    /// The leading at which the ink of neighbouring lines would just touch, in ems.
    private func tallestNeighbours(_ lines: [TextLine]) -> Double {
        zip(lines, lines.dropFirst()).map { $1.inkTop - $0.inkBottom }.max() ?? 0
    }

    private func line(_ range: Range<Int>) throws(TextRefusal) -> TextLine {
        try paragraph.line(range, catalogue: catalogue, features: features, tracking: tracking)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while end > start, paragraph.units[end - 1] == 0x20 { end -= 1 }
        while start < end, paragraph.units[start] == 0x20 { start += 1 }
        return start..<end
    }

    /// Cuts the whole line at positions, and where one falls into a cluster, before it.
    private func pieces(of whole: TextLine, at positions: [Int]) -> [LinePlan.Piece] {
        let clusters = whole.clusters.sorted { $0.start < $1.start }
        var pieces: [LinePlan.Piece] = []
        var next = positions[...]
        for cluster in clusters {
            var begins = pieces.isEmpty
            while let position = next.first, position <= cluster.start {
                begins = begins || position == cluster.start
                next.removeFirst()
            }
            if begins { pieces.append(.init(range: cluster.start..<cluster.start, width: 0, visibleWidth: 0)) }
            let last = pieces.count - 1
            pieces[last].width += cluster.width
            if !cluster.isSpace { pieces[last].visibleWidth = pieces[last].width }
        }
        for index in pieces.indices {
            let end = index + 1 < pieces.count ? pieces[index + 1].range.lowerBound : paragraph.units.count
            pieces[index].range = pieces[index].range.lowerBound..<end
        }
        return pieces
    }
}
