import Foundation
import Testing

@testable import TextLayout

@Suite("Shaping agrees with hb-shape") struct ShapingTests {
    @Test("glyph for glyph", arguments: Reference.all.filter { size(of: $0.file) == $0.bytes })
    func agrees(_ reference: Reference) throws {
        let face = try FontFace(path: reference.file, index: reference.index)
        let catalogue = FontCatalogue(faces: [face]) { _, _, _ in [0] }
        let line = try Typesetter(catalogue: catalogue).line(reference.text, kind: "name", language: reference.language)
        let ours = line.clusters.flatMap { cluster in
            cluster.glyphs.map { glyph in
                let left = Int((cluster.x * Double(face.unitsPerEm)).rounded()) + Int(glyph.x)
                return Placed(glyph: glyph.glyph, x: left, y: Int(glyph.y))
            }
        }
        #expect(ours.sorted() == Self.placed(reference.glyphs).sorted())
        #expect(line.text == reference.text.precomposedStringWithCanonicalMapping)
    }

    struct Placed: Comparable {
        let glyph: UInt32, x: Int, y: Int
        static func < (left: Self, right: Self) -> Bool {
            (left.x, left.y, left.glyph) < (right.x, right.y, right.glyph)
        }
    }

    /// Reads `glyph@x,y+advance|…` and adds the advances up.
    static func placed(_ text: String) -> [Placed] {
        var pen = 0
        return text.split(separator: "|").map { entry in
            let halves = entry.split(separator: "+")
            let parts = halves[0].split(separator: "@")
            let offset = parts.count > 1 ? parts[1].split(separator: ",").compactMap { Int($0) } : [0, 0]
            defer { pen += Int(halves[1]) ?? 0 }
            return Placed(glyph: UInt32(parts[0]) ?? 0, x: pen + offset[0], y: offset[1])
        }
    }
}

func size(of path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? -1
}
