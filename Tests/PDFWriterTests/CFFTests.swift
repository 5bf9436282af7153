import Testing

@testable import PDFWriter

@Suite("Font programs in the Compact Font Format") struct CFFTests {
    /// Technical Note 5176, section 4, table 4: examples of integers.
    @Test(
        "numbers are spelled as in the standard's examples",
        arguments: [
            (0, "8b"), (100, "ef"), (-100, "27"), (1000, "fa7c"), (-1000, "fe7c"), (10000, "1c2710"),
            (-10000, "1cd8f0"),
        ]
    )
    func spellsNumbers(_ number: Int, _ hexadecimal: String) {
        var bytes: [UInt8] = []
        bytes.append(operand: number)
        #expect(bytes.map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined() == hexadecimal)
    }

    /// A step of a charstring as the interpreter below reads it.
    private static func steps(_ path: GlyphPath) throws -> [GlyphPath.Step] {
        let program = GlyphProgram(path)
        var bytes: [UInt8] = []
        bytes.append(move: program.start.x, program.start.y)
        return try CharstringReader(bytes + program.body + [14]).steps
    }

    static let shapes: [GlyphPath] = [
        EmbeddedFontTests.square,
        GlyphPath([
            .move(x: 10, y: 0), .line(x: 10, y: 50), .line(x: 60, y: 50), .line(x: 90, y: -20), .line(x: 1, y: 1),
        ]),
        GlyphPath([
            .move(x: 0, y: 300), .curve(x1: 0, y1: 466, x2: 134, y2: 600, x: 300, y: 600),
            .curve(x1: 466, y1: 600, x2: 600, y2: 466, x: 600, y: 300),
            .curve(x1: 600, y1: 134, x2: 466, y2: 0, x: 300, y: 0),
            .curve(x1: 134, y1: 0, x2: 0, y2: 134, x: 0, y: 300), .move(x: 100, y: 300),
            .curve(x1: 100, y1: 190, x2: 190, y2: 100, x: 333, y: 77),
            .curve(x1: 400, y1: 88, x2: 450, y2: 99, x: 450, y: 111),
            .curve(x1: 450, y1: 222, x2: 461, y2: 333, x: 461, y: 444),
        ]),
    ]

    @Test("a charstring says the outline, step for step", arguments: shapes)
    func keepsOutline(_ path: GlyphPath) throws { #expect(try Self.steps(path) == path.steps) }

    @Test("random outlines come back as they were, whatever operators are joined")
    func keepsRandomOutlines() throws {
        var state: UInt64 = 20_261_121
        func next(_ range: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % range
        }
        for _ in 0..<200 {
            var pen = (x: 0, y: 0)
            func point() -> (x: Int16, y: Int16) {
                if next(3) > 0 { pen.x += next(900) - 450 }
                if next(3) > 0 { pen.y += next(3000) - 1500 }
                return (Int16(clamping: pen.x), Int16(clamping: pen.y))
            }
            var path = GlyphPath([.move(x: 5, y: -7)])
            pen = (5, -7)
            for _ in 0..<(1 + next(60)) {
                let (a, b, c) = (point(), point(), point())
                switch next(7) {
                case 0: path.steps.append(.move(x: c.x, y: c.y))
                case 1, 2: path.steps.append(.line(x: c.x, y: c.y))
                default: path.steps.append(.curve(x1: a.x, y1: a.y, x2: b.x, y2: b.y, x: c.x, y: c.y))
                }
            }
            #expect(try Self.steps(path) == path.steps.withoutEmptyLines(from: (5, -7)))
        }
    }

    @Test("a program has the tables its dictionary names, with or without names for glyphs")
    func hasTables() throws {
        for kind in [CFFProgram.Kind.simple(characters: ["A", "A", "ŷ"]), .composite] {
            var program = CFFProgram()
            for width in [0, 500, 723] {
                program.append([(GlyphProgram(EmbeddedFontTests.square), 20, 0)], width: width)
            }
            let bounds = program.bounds
            #expect(bounds == (20, 0, 520, 700))
            let bytes = program.bytes(name: "Test", kind: kind)
            let font = try CFFReader(bytes)
            #expect(font.names == ["Test"])
            #expect(font.charstrings.count == 4)
            #expect(font.charstrings.dropFirst().map { CharstringReader.width($0, nominal: 500) } == [0, 500, 723])
            #expect(font.top[5] == [20, 0, 520, 700])
            switch kind {
            case .simple:
                #expect(font.strings == ["u0041.1", "u0177"])
                let encoding = try #require(font.top[16]?.first)
                #expect(Array(bytes[encoding..<(encoding + 4)]) == [1, 1, 1, 2])
                let charset = try #require(font.top[15]?.first)
                #expect(Array(bytes[charset..<(charset + 7)]) == [1, 0, 34, 0, 1, 135, 1])
            case .composite:
                #expect(font.strings == ["Adobe", "Identity"])
                #expect(font.top[1230] == [391, 392, 0])
                let charset = try #require(font.top[15]?.first)
                #expect(Array(bytes[charset..<(charset + 5)]) == [2, 0, 1, 0, 2])
            }
        }
    }

    @Test("characters that follow each other share an entry of the Unicode map; no entry has two characters")
    func mapsCharacters() {
        let scalars: [Unicode.Scalar] = [" ", "a", "b", "c", "\u{FF}", "\u{100}", "\u{1E900}"]
        let text = String(decoding: UnicodeMap.bytes(scalars, isOneByte: true), as: UTF8.self)
        #expect(text.contains("1 beginbfrange\n<02><04><0061>\nendbfrange"))
        #expect(text.contains("4 beginbfchar\n<01><0020>\n<05><00FF>\n<06><0100>\n<07><D83ADD00>\nendbfchar"))
    }
}

extension [GlyphPath.Step] {
    /// Lines that lead nowhere are not written.
    fileprivate func withoutEmptyLines(from start: (Int16, Int16)) -> [GlyphPath.Step] {
        var pen = start
        return filter { step in
            defer {
                switch step {
                case .move(let x, let y), .line(let x, let y), .curve(_, _, _, _, let x, let y): pen = (x, y)
                }
            }
            if case .line(let x, let y) = step { return pen != (x, y) }
            return true
        }
    }
}
