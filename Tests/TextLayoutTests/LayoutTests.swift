import Testing

@testable import TextLayout

@Suite("Laying out a text") struct LayoutTests {
    let typesetter: Typesetter
    init() throws { typesetter = try Fonts.typesetter() }

    /// The face by the letters, in the order of ``Fonts/names``.
    @Test(
        "language decides the face",
        arguments: [
            ("محمد عثمان خان", "ur", [1]), ("محمد عثمان خان", nil, [2]), ("محمد عثمان خان", "en", [2]),
            ("محمد علی بہادر", nil, [1]), ("گلناز پژمان", nil, [2]), ("Ann", "ur", [0]), ("שרה", nil, [3]),
            ("Ravi रवि Rao", nil, [0, 4]), ("2026", nil, [0]), ("عبد-الله", "ar", [0, 2]),
        ] as [(String, String?, [Int])]
    )
    func choosesFace(_ text: String, _ language: String?, _ faces: [Int]) throws {
        let line = try typesetter.line(text, kind: "name", language: language)
        #expect(Set(line.clusters.map(\.face)) == Set(faces))
    }

    @Test(
        "a character no face draws is named before anything is written",
        arguments: [
            ("Kit 🎓 Osei", "U+1F393 \"🎓\""), ("Alex \u{F0000}", "U+F0000"), ("\u{378}", "U+0378"),
            ("陳", "U+9673 \"陳\""),
        ]
    )
    func refusesUncovered(_ text: String, _ words: String) throws {
        let error = #expect(throws: TextRefusal.self) { try typesetter.line(text, kind: "name") }
        #expect(error?.description.contains(words) == true)
    }

    /// The face is named wrongly on purpose: HarfBuzz finds no glyph there, and the next face has to draw.
    @Test("a character that its face turns out not to draw is tried in the faces after it")
    func triesNextFace() throws {
        let paragraph = try Paragraph("Ann רותי Lee", kind: "name", language: nil, catalogue: typesetter.catalogue)
        var run = try #require(paragraph.runs.first { $0.face == 3 })
        (run.face, run.candidates) = (5, [5, 4, 3])
        let clusters = try paragraph.shape(run, within: run.range, catalogue: typesetter.catalogue, features: [])
        #expect(clusters.filter { !$0.isSpace }.allSatisfy { $0.face == 3 && !$0.glyphs.isEmpty })
        #expect(
            clusters.flatMap(\.scalars) == Array("רותי ".unicodeScalars)
                || clusters.flatMap(\.scalars) == Array("רותי".unicodeScalars)
        )
        run.candidates = [5, 4]
        #expect(throws: TextRefusal.self) {
            try paragraph.shape(run, within: run.range, catalogue: typesetter.catalogue, features: [])
        }
    }

    /// UAX 9: the paragraph runs from right to left; the number after Latin letters belongs to them (rule W7).
    @Test(
        "signs that a face lacks do not drive the letters into another",
        arguments: ["محمد (علی)", "فاطمة-الزهراء", "\u{AB}علی\u{BB}", "سارة/هدى", "محمد ’علی‘"]
    )
    func keepsLetters(_ name: String) throws {
        let faces = typesetter.catalogue.faces
        let catalogue = FontCatalogue(faces: faces) { _, script, _ in script == "Arab" ? [2, 1, 0] : [0] }
        let line = try Typesetter(catalogue: catalogue).line(name, kind: "name", language: "fa")
        let letters = line.clusters.filter { $0.scalars.contains { $0.properties.isAlphabetic } }
        #expect(letters.allSatisfy { $0.face == 2 } && letters.count < line.clusters.count)
    }

    @Test("mixed directions stand in the order of the eye")
    func ordersMixedDirections() throws {
        let line = try typesetter.line("خالد Smith 3", kind: "name")
        let seen = line.clusters.sorted { $0.x < $1.x }.flatMap { $0.scalars }
        #expect(seen.map(Character.init) == Array("Smith 3 دلاخ"))
        #expect(line.text == "خالد Smith 3")
    }

    @Test(
        "every scalar stands in exactly one cluster, and clusters fill the line",
        arguments: Reference.all.map(\.text)
    )
    func keepsText(_ text: String) throws {
        guard let line = try? typesetter.line(text, kind: "name") else { return }
        #expect(line.clusters.flatMap(\.scalars) == Array(text.unicodeScalars))
        let ends = line.clusters.map { $0.x + $0.width }.sorted()
        let starts = line.clusters.map(\.x).sorted()
        #expect(starts.first == 0)
        for (end, start) in zip(ends, starts.dropFirst()) { #expect(abs(end - start) < 1e-9) }
        #expect(abs((ends.last ?? 0) - line.width) < 1e-9)
    }

    @Test("a long name shrinks first, then takes two even lines, then breaks a word")
    func fitsNames() throws {
        let room = TextFit(
            width: 600,
            height: 60,
            size: 30,
            smallest: 16,
            leading: 1.2,
            lines: 2,
            giving: .sizeThenLines
        )
        let short = try typesetter.fit("Ann Lee", into: room, kind: "name")
        #expect(short.size == 30 && short.lines.count == 1)
        let longer = try typesetter.fit("Margaret Ellsworth-Hughes of Stoke-on-Trent", into: room, kind: "name")
        #expect(longer.lines.count == 1 && longer.size < 30 && longer.size >= 16)
        let long = try typesetter.fit(
            "Maximiliana Alexandrina Bartholomea Featherstonehaugh-Cholmondeley-Warner de la Fontaine-Beauchamp",
            into: room,
            kind: "name"
        )
        #expect(long.lines.count == 2 && !long.breaksWords)
        #expect(long.lines.allSatisfy { $0.width * long.size <= 600.001 })
        let word = String(repeating: "Wolfeschlegelsteinhausenberger", count: 4)
        let broken = try typesetter.fit(word, into: room, kind: "name")
        #expect(broken.breaksWords && broken.lines.count == 2)
        #expect(broken.lines.map(\.text).joined() == word)
    }

    @Test("running text fills lines and refuses when it cannot")
    func fitsParagraphs() throws {
        let room = TextFit(width: 200, height: 60, size: 10, smallest: 8, lines: 4)
        let text = "has taken part in a course on defusing conflict and anti-social behaviour before it escalates"
        let fitted = try typesetter.fit(text, into: room, kind: "text")
        #expect(fitted.size == 10)
        #expect(fitted.lines.map(\.text).joined(separator: " ") == text)
        #expect(fitted.lines.allSatisfy { $0.width * 10 <= 200 })
        #expect(throws: TextRefusal.self) {
            try typesetter.fit(String(repeating: text, count: 30), into: room, kind: "text")
        }
    }

    @Test("tall scripts shrink to the height of their room")
    func fitsTallScripts() throws {
        let room = TextFit(width: 600, height: 40, size: 40, smallest: 10, giving: .sizeThenLines)
        let fitted = try typesetter.fit("غلام مصطفیٰ قریشی", into: room, kind: "name", language: "ur")
        #expect(fitted.inkHeight <= 40.001)
        #expect(fitted.size < 40)
    }

    @Test func namesAMissingFile() {
        #expect(throws: FontFace.Fault.unreadable(path: "/nowhere/Font.ttf")) {
            try FontFace(path: "/nowhere/Font.ttf")
        }
        #expect(throws: FontFace.Fault.notAFont(path: "/etc/hostname", index: 0)) {
            try FontFace(path: "/etc/hostname")
        }
        #expect(throws: FontFace.Fault.self) { try FontFace(path: Fonts.folder + Fonts.names[0] + ".ttf", index: 1) }
    }

    /// Advance and box of "H" as the font's own tables say, read with fontTools: box 38, 0 to 755, 714.
    @Test("outlines are those of the font")
    func outlines() throws {
        let face = try FontFace(path: Fonts.folder + "NotoSerif-Regular.ttf")
        let line = try typesetter.line("H", kind: "text")
        let outline = face.outline(of: try #require(line.clusters.first?.glyphs.first?.glyph))
        #expect(outline.bounds == GlyphBounds(left: 38, bottom: 0, right: 755, top: 714))
        #expect(outline.steps.count { if case .move = $0 { true } else { false } } == 1)
    }
}
