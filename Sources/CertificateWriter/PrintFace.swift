import PDFWriter
import TextLayout

/// A face as files embed it: its name, and its glyphs encoded once for all files.
struct PrintFace: Sendable {
    let face: FontFace
    let name: String
    let glyphs: GlyphStore

    init(_ face: FontFace) {
        self.face = face
        let file = face.path.split(separator: "/").last ?? ""
        let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
        name = stem.isEmpty ? "Font" : String(stem)
        let scale = 1000 / Double(face.unitsPerEm)
        glyphs = GlyphStore { GlyphPath(face.outline(of: $0), scale: scale) }
    }
}

extension GlyphPath {
    /// An outline in thousandths of an em.
    fileprivate init(_ outline: GlyphOutline, scale: Double) {
        func scaled(_ number: Int16) -> Int16 {
            scale == 1 ? number : Int16(clamping: Int((Double(number) * scale).rounded()))
        }
        self.init(
            outline.steps.map { step in
                switch step {
                case .move(let x, let y): .move(x: scaled(x), y: scaled(y))
                case .line(let x, let y): .line(x: scaled(x), y: scaled(y))
                case .curve(let x1, let y1, let x2, let y2, let x, let y):
                    .curve(x1: scaled(x1), y1: scaled(y1), x2: scaled(x2), y2: scaled(y2), x: scaled(x), y: scaled(y))
                }
            }
        )
    }
}
