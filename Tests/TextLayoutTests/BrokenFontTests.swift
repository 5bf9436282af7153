import Foundation
import Testing

@testable import TextLayout

@Suite("Broken font files") struct BrokenFontTests {
    static let source = Fonts.folder + "NotoSerifThai-Regular.ttf"

    /// Opens a changed copy and sets a name in it; gives the fault.
    private func fault(in bytes: [UInt8], index: Int = 0) throws -> (path: String, fault: FontFace.Fault?) {
        let url = FileManager.default.temporaryDirectory.appending(path: "font-\(UUID().uuidString).ttf")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(bytes).write(to: url)
        do {
            let face = try FontFace(path: url.path, index: index)
            let typesetter = Typesetter(catalogue: FontCatalogue(faces: [face]) { _, _, _ in [0] })
            let line = try typesetter.line("สมชาย ศรีสุวรรณ", kind: "name")
            for cluster in line.clusters { for glyph in cluster.glyphs { _ = face.outline(of: glyph.glyph) } }
            return (url.path, nil)
        } catch let fault as FontFace.Fault {
            return (url.path, fault)
        } catch TextRefusal.font(let fault) {
            return (url.path, fault)
        }
    }

    @Test(
        "a file cut short is named, wherever it was cut",
        arguments: [0, 3, 11, 13, 100, 400, 1000, 20000, 40000, 45991]
    )
    func namesTruncated(_ length: Int) throws {
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: Self.source)))
        let (path, fault) = try fault(in: Array(bytes.prefix(length)))
        #expect(try #require(fault).description.contains(path))
    }

    @Test("a whole copy is fine; another kind of file and a missing face are named")
    func namesOthers() throws {
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: Self.source)))
        #expect(try fault(in: bytes).fault == nil)
        for (changed, index) in [
            (Array("wOF2".utf8) + bytes.dropFirst(4), 0), (Array("%PDF-1.7\n".utf8), 0), (bytes, 1),
        ] {
            let (path, fault) = try fault(in: changed, index: index)
            #expect(fault == .notAFont(path: path, index: index))
        }
    }

    @Test("a table of scribble is named", arguments: ["glyf", "loca", "cmap", "hmtx"])
    func namesScribble(_ tag: String) throws {
        var bytes = try [UInt8](Data(contentsOf: URL(filePath: Self.source)))
        let directory = try #require(bytes.withUnsafeBytes { FontDirectory($0, index: 0) })
        let table = try #require(directory.tables.first { $0.tag == tag })
        for index in table.range { bytes[index] = UInt8(truncatingIfNeeded: index &* 151) }
        let (path, fault) = try fault(in: bytes)
        #expect(fault == .damaged(path: path, table: tag))
    }

    /// 200 copies with a few bytes changed, in the directory as often as in the tables; the seed is fixed.
    @Test("no damage makes the program stop")
    func survives() throws {
        let original = try [UInt8](Data(contentsOf: URL(filePath: Self.source)))
        var state: UInt64 = 20_261_121
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var named = 0
        for _ in 0..<200 {
            var bytes = original
            for _ in 0..<(1 + next(4)) { bytes[next(2) == 0 ? next(400) : next(bytes.count)] = UInt8(next(256)) }
            do {
                if try fault(in: bytes).fault != nil { named += 1 }
            } catch is TextRefusal {
                continue
            }
        }
        #expect(named > 100)
    }

    /// Every font file of Debian that the tests use has the sums its makers wrote.
    @Test("sound fonts are sound", arguments: Fonts.names)
    func accepts(_ name: String) throws { try FontFace(path: Fonts.folder + name + ".ttf").check() }
}
