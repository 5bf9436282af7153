import PDFWriter
import TextLayout

/// The fonts of one file: those of the edition, finished, and after them those of one person's text.
struct FontShelf: Sendable {
    private(set) var fonts: [PageFont] = []
    private var byFace: [Int: Int] = [:]
    private var finished: [Int: Int] = [:]
    private let faces: [PrintFace]

    init(faces: [PrintFace]) { self.faces = faces }

    /// Takes every font as finished; what is shown from now on may use their codes but add none.
    mutating func finish() {
        finished = byFace
        byFace = [:]
    }

    /// Shows a prepared line.
    mutating func show(
        _ clusters: [TextCluster],
        at origin: (x: Double, y: Double),
        size: Double,
        in content: inout ContentStream
    ) {
        content.show(clusters, at: origin, size: size, fonts: &fonts)
    }

    /// The line with the font of each cluster, and codes for it.
    mutating func prepared(_ line: TextLine) -> [TextCluster] {
        let clusters = clusters(of: line)
        for cluster in clusters where !isFinished(cluster.font) { fonts[cluster.font].font.prepare(cluster) }
        return clusters
    }

    /// Whether every face of a line has an unfinished font already.
    func hasBegun(facesOf line: TextLine) -> Bool { line.clusters.allSatisfy { byFace[$0.face] != nil } }

    /// The line with the font of each cluster: a finished one when it has the cluster's codes. A line that does not run
    /// from left to right throughout is not split among two fonts of one face, lest a reader lose its order.
    private mutating func clusters(of line: TextLine) -> [TextCluster] {
        var clusters = line.clusters { $0 }
        guard !finished.isEmpty else {
            for index in clusters.indices { clusters[index].font = font(of: clusters[index].font) }
            return clusters
        }
        let known: [Int?] = clusters.map { cluster in
            guard let font = finished[cluster.font], fonts[font].font.knows(cluster) else { return nil }
            return font
        }
        let maySplit = clusters.allSatisfy { !$0.isRightToLeft } || known.allSatisfy { $0 != nil }
        for index in clusters.indices {
            let face = clusters[index].font
            clusters[index].font = (maySplit ? known[index] : nil) ?? font(of: face)
        }
        return clusters
    }

    private func isFinished(_ font: Int) -> Bool { finished.values.contains(font) }

    /// Settles the codes of the fonts that are not finished.
    mutating func settle() {
        for index in byFace.values { fonts[index].font.settle() }
    }

    /// The fonts that are not finished, with their names.
    var open: [PageFont] { fonts.filter { font in !finished.values.contains { fonts[$0].name == font.name } } }

    private mutating func font(of face: Int) -> Int {
        if let known = byFace[face], !fonts[known].font.isFull { return known }
        let source = faces[face]
        let font = EmbeddedFont(
            name: source.name,
            unitsPerEm: source.face.unitsPerEm,
            ascent: source.face.ascent,
            descent: source.face.descent,
            glyphs: source.glyphs
        )
        fonts.append(PageFont(name: "F\(fonts.count)", font: font))
        byFace[face] = fonts.count - 1
        return fonts.count - 1
    }
}
