import PDFWriter
import TextLayout

/// The fonts of one file: those of the edition, finished, and after them those of one person's text.
struct FontShelf: Sendable {
    private(set) var fonts: [PageFont] = []
    private var byFace: [Int: Int] = [:]
    private var finished: [Int: Int] = [:]
    private let catalogue: FontCatalogue

    init(catalogue: FontCatalogue) { self.catalogue = catalogue }

    /// Takes every font as finished; what is shown from now on may use their codes but add none.
    mutating func finish() {
        finished = byFace
        byFace = [:]
    }

    /// Shows a line; a finished font serves when it has every code of the line.
    mutating func show(
        _ line: TextLine,
        at origin: (x: Double, y: Double),
        size: Double,
        in content: inout ContentStream
    ) {
        let clusters = finishedClusters(of: line) ?? line.clusters { font(of: $0) }
        content.show(clusters, at: origin, size: size, fonts: &fonts)
    }

    private func finishedClusters(of line: TextLine) -> [TextCluster]? {
        guard !finished.isEmpty else { return nil }
        let known = line.clusters { finished[$0] ?? -1 }
        return known.allSatisfy { $0.font >= 0 && fonts[$0.font].font.knows($0) } ? known : nil
    }

    /// Gives codes to a line that is shown later; a line of which a finished font has every code needs none.
    mutating func prepare(_ line: TextLine) {
        guard finishedClusters(of: line) == nil else { return }
        for cluster in line.clusters(font: { font(of: $0) }) { fonts[cluster.font].font.prepare(cluster) }
    }

    /// Puts the codes of the fonts that are not finished into the order of their characters.
    mutating func sort() {
        for index in byFace.values { fonts[index].font.sort() }
    }

    /// The fonts that are not finished, with their names.
    var open: [PageFont] { fonts.filter { font in !finished.values.contains { fonts[$0].name == font.name } } }

    private mutating func font(of face: Int) -> Int {
        if let known = byFace[face] { return known }
        let source = catalogue.faces[face]
        let font = EmbeddedFont(
            name: source.fileName,
            unitsPerEm: source.unitsPerEm,
            ascent: source.ascent,
            descent: source.descent
        ) { glyph in
            let outline = source.outline(of: glyph)
            return GlyphContours(
                contourEnds: outline.contourEnds,
                x: outline.x,
                y: outline.y,
                onCurve: outline.onCurve
            )
        }
        fonts.append(PageFont(name: "F\(fonts.count)", font: font))
        byFace[face] = fonts.count - 1
        return fonts.count - 1
    }
}

extension FontFace {
    /// The file's name without folder and ending.
    fileprivate var fileName: String {
        let name = path.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        return stem.isEmpty ? "Font" : String(stem)
    }
}
