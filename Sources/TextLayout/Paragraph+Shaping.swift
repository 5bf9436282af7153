import CHarfBuzz

extension Paragraph {
    /// Shapes the units `range` and returns clusters in the order of the text, each with its place on the line.
    ///
    /// `tracking`, in ems, widens every cluster where letters do not join: on lines from left to right on which each glyph
    /// stands for one character.
    func line(
        _ range: Range<Int>,
        catalogue: FontCatalogue,
        features: [hb_feature_t],
        tracking: Double
    ) throws(TextRefusal) -> TextLine {
        var clusters: [ShapedCluster] = []
        for run in runs where run.range.overlaps(range) {
            clusters += try shape(run, within: run.range.clamped(to: range), catalogue: catalogue, features: features)
        }
        var trailing = 0.0
        if tracking != 0, clusters.allSatisfy({ $0.level == 0 && $0.scalars.count == 1 && $0.glyphs.count <= 1 }) {
            trailing = tracking
            for index in clusters.indices {
                let extra = Int32((tracking * Double(clusters[index].unitsPerEm)).rounded())
                clusters[index].advance += extra
                if tracking > Self.widestGap { clusters[index].naturalAdvance += extra }
            }
        }
        let isFollowedBySpace = range.upperBound < units.count && units[range.upperBound] == 0x20
        return TextLine(
            clusters: clusters,
            isFollowedBySpace: isFollowedBySpace,
            trailing: trailing,
            catalogue: catalogue
        )
    }

    /// Readers of PDF take a gap of a tenth of an em for a space, so wider tracking becomes part of the letters.
    private static let widestGap = 0.06

    /// Shapes a part of a run. A character that its face turns out not to draw is tried in the faces after it.
    func shape(
        _ run: TextRun,
        within range: Range<Int>,
        catalogue: FontCatalogue,
        features: [hb_feature_t]
    ) throws(TextRefusal) -> [ShapedCluster] {
        do {
            return try shapeWhole(run, within: range, catalogue: catalogue, features: features)
        } catch .uncovered(let scalar, let cluster) {
            guard let unit = firstUndrawn(run, within: range, catalogue: catalogue, features: features) else {
                throw .uncovered(scalar, cluster: cluster)
            }
            let character = character(around: unit).clamped(to: range)
            let later = run.candidates.drop { $0 != run.face }.dropFirst()
            let letters = scalars[scalarIndex(at: character.lowerBound)..<scalarIndex(at: character.upperBound)]
            let next = later.first { face in
                letters.allSatisfy { catalogue.faces[face].covers($0) || $0.properties.isDefaultIgnorableCodePoint }
            }
            guard let next else { throw .uncovered(scalar, cluster: cluster) }
            var other = run
            other.face = next
            var clusters: [ShapedCluster] = []
            for (run, part) in [
                (run, range.lowerBound..<character.lowerBound), (other, character),
                (run, character.upperBound..<range.upperBound),
            ] where !part.isEmpty {
                clusters += try shape(run, within: part, catalogue: catalogue, features: features)
            }
            return clusters
        }
    }

    /// The first unit of the text for which HarfBuzz has only the glyph that stands for none.
    private func firstUndrawn(
        _ run: TextRun,
        within range: Range<Int>,
        catalogue: FontCatalogue,
        features: [hb_feature_t]
    ) -> Int? {
        let buffer = ShapingBuffer(
            units,
            range: range,
            script: run.script,
            language: run.language,
            isRightToLeft: run.level % 2 == 1
        )
        let glyphs = buffer.shaped(with: catalogue.faces[run.face], features: features)
        return glyphs.filter { $0.glyph == 0 }.map(\.cluster).min()
    }

    private func shapeWhole(
        _ run: TextRun,
        within range: Range<Int>,
        catalogue: FontCatalogue,
        features: [hb_feature_t]
    ) throws(TextRefusal) -> [ShapedCluster] {
        let face = catalogue.faces[run.face]
        do { try face.check() } catch { throw TextRefusal.font(error) }
        let isRightToLeft = run.level % 2 == 1
        let buffer = ShapingBuffer(
            units,
            range: range,
            script: run.script,
            language: run.language,
            isRightToLeft: isRightToLeft
        )
        var glyphs = buffer.shaped(with: face, features: features)[...]
        var clusters: [ShapedCluster] = []
        clusters.reserveCapacity(glyphs.count)
        while let first = glyphs.first {
            var cluster = ShapedCluster(
                scalars: [],
                face: run.face,
                glyphs: [],
                advance: 0,
                isRightToLeft: isRightToLeft,
                level: run.level,
                start: first.cluster,
                unitsPerEm: face.unitsPerEm
            )
            while let glyph = glyphs.first, glyph.cluster == first.cluster {
                guard glyph.glyph != 0 else {
                    let index = scalarIndex(at: glyph.cluster)
                    throw Self.refusal(for: scalars[index], in: scalars[index...index])
                }
                cluster.glyphs.append(
                    PlacedGlyph(glyph: glyph.glyph, x: cluster.advance + glyph.xOffset, y: glyph.yOffset)
                )
                cluster.advance += glyph.advance
                glyphs.removeFirst()
            }
            cluster.naturalAdvance =
                cluster.glyphs.count == 1 ? face.advance(of: cluster.glyphs[0].glyph) : cluster.advance
            clusters.append(cluster)
        }
        if isRightToLeft { clusters.reverse() }
        return giveText(to: clusters, of: run, within: range, face: face)
    }

    /// A cluster without width (half a lam-alef in some fonts) joins the one before it, so that its text keeps a place.
    private func joinWeightless(_ clusters: [ShapedCluster]) -> [ShapedCluster] {
        guard clusters.dropFirst().contains(where: { $0.advance == 0 }) else { return clusters }
        var joined: [ShapedCluster] = []
        for cluster in clusters {
            guard cluster.advance == 0, let last = joined.indices.last else {
                joined.append(cluster)
                continue
            }
            let shift = cluster.isRightToLeft ? 0 : joined[last].advance
            joined[last].glyphs += cluster.glyphs.map { PlacedGlyph(glyph: $0.glyph, x: $0.x + shift, y: $0.y) }
            joined[last].naturalAdvance = joined[last].advance
        }
        return joined
    }

    /// A cluster stands for the text up to the next one. A run of which nothing is drawn is one empty cluster.
    private func giveText(
        to shaped: [ShapedCluster],
        of run: TextRun,
        within range: Range<Int>,
        face: FontFace
    ) -> [ShapedCluster] {
        var clusters = shaped
        if clusters.isEmpty {
            clusters = [
                ShapedCluster(
                    scalars: [],
                    face: run.face,
                    glyphs: [],
                    advance: 0,
                    isRightToLeft: run.level % 2 == 1,
                    level: run.level,
                    start: range.lowerBound,
                    unitsPerEm: face.unitsPerEm
                )
            ]
        }
        clusters[0].start = range.lowerBound
        clusters = joinWeightless(clusters)
        for index in clusters.indices {
            let end = index + 1 < clusters.count ? clusters[index + 1].start : range.upperBound
            clusters[index].scalars = Array(scalars[scalarIndex(at: clusters[index].start)..<scalarIndex(at: end)])
        }
        return clusters
    }
}
