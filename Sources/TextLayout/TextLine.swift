/// A shaped line of text.
public struct TextLine: Hashable, Sendable {
    /// The clusters in the order of the text, each with its place.
    public private(set) var clusters: [ShapedCluster]
    /// The length from the left end to the right end, in ems.
    public let width: Double
    /// How far ink reaches above the baseline, in ems; 0 without ink.
    public let inkTop: Double
    /// How far ink reaches below the baseline, in ems, as a negative number; 0 without ink.
    public let inkBottom: Double

    /// Whether the text goes on with a space, which ends this line without being part of it.
    public let isFollowedBySpace: Bool

    /// Places clusters in the order of the eye; `trailing` ems after the last letter do not count as width.
    init(clusters: [ShapedCluster], isFollowedBySpace: Bool, trailing: Double, catalogue: FontCatalogue) {
        var placed = clusters
        var x = 0.0
        for index in BidiLevels.visualOrder(of: clusters.map(\.level)) {
            placed[index].x = x
            x += placed[index].width
        }
        var top = 0.0
        var bottom = 0.0
        for cluster in placed {
            for glyph in cluster.glyphs {
                guard let bounds = catalogue.faces[cluster.face].outline(of: glyph.glyph).bounds else { continue }
                top = max(top, Double(bounds.top + Int(glyph.y)) / Double(cluster.unitsPerEm))
                bottom = min(bottom, Double(bounds.bottom + Int(glyph.y)) / Double(cluster.unitsPerEm))
            }
        }
        self.clusters = CodePlaces.placed(placed)
        self.isFollowedBySpace = isFollowedBySpace
        (width, inkTop, inkBottom) = (x - trailing, top, bottom)
    }

    /// The text of the line.
    public var text: String {
        var view = String.UnicodeScalarView()
        for cluster in clusters { view.append(contentsOf: cluster.scalars) }
        return String(view)
    }
}

extension TextLine {
    /// The line with its codes drawn together to a `count`-th of its width, from `start` on and `raise` above the baseline, in
    /// ems; what is drawn stays where it is.
    public func squeezed(by count: Double, from start: Double, raise: Double) -> TextLine {
        var line = self
        line.clusters = clusters.map { cluster in
            var cluster = cluster
            let share = cluster.width / Double(max(1, cluster.scalars.count))
            cluster.mark = nil
            cluster.places = cluster.scalars.indices.map { position in
                let place = cluster.isRightToLeft ? cluster.scalars.count - 1 - position : position
                let left = start + (cluster.x + Double(place) * share) / count
                return cluster.place(from: left, to: left + share / count + CodePlaces.touch, raise: raise)
            }
            return cluster
        }
        return line
    }
}
