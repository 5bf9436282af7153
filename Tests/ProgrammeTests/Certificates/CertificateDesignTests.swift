import Programme
import Testing

@Suite("Values of a certificate design") struct CertificateDesignTests {
    @Test func readsFields() throws {
        let text = try DesignText("held in {area} on {dates}")
        #expect(text.pieces == [.words("held in "), .field(.area), .words(" on "), .field(.dates)])
        #expect(!text.isPersonal)
        #expect(try DesignText("{name}").isPersonal)
        #expect(throws: DesignText.Invalid.unknownField("nam")) { try DesignText("{nam}") }
        #expect(throws: DesignText.Invalid.unpairedBrace) { try DesignText("{name") }
        #expect(throws: DesignText.Invalid.unpairedBrace) { try DesignText("name}") }
    }

    @Test(
        "colours are six hexadecimal digits",
        arguments: [("#1F2933", [0x1F, 0x29, 0x33]), ("#ffffff", [255, 255, 255])] as [(String, [UInt8])]
    )
    func readsColours(_ text: String, _ parts: [UInt8]) {
        let colour = DesignColour(text)
        #expect(colour.map { [$0.red, $0.green, $0.blue] } == parts)
    }

    @Test(arguments: ["1F2933", "#1F293", "#1F29333", "#GGGGGG", "#+12345", ""])
    func refusesColours(_ text: String) { #expect(DesignColour(text) == nil) }

    /// Expected by hand from SVG 1.1, section 8.3: Q(1,2 → 3,0) from 0,0 has the cubic controls 2/3 of the way.
    @Test func readsPaths() throws {
        let steps = try DesignPathStep.reading("M1 1l2-1.5.5.5H0v4C0,1 2,3 4,5s2 2 4 4z m1,1 2,2")
        #expect(
            steps == [
                .move(x: 1, y: 1), .line(x: 3, y: -0.5), .line(x: 3.5, y: 0), .line(x: 0, y: 0), .line(x: 0, y: 4),
                .curve(x1: 0, y1: 1, x2: 2, y2: 3, x: 4, y: 5), .curve(x1: 6, y1: 7, x2: 6, y2: 7, x: 8, y: 9), .close,
                .move(x: 2, y: 2), .line(x: 4, y: 4),
            ]
        )
        #expect(
            try DesignPathStep.reading("M0 0Q3 3 6 0") == [
                .move(x: 0, y: 0), .curve(x1: 2, y1: 2, x2: 4, y2: 2, x: 6, y: 0),
            ]
        )
    }

    @Test(arguments: ["L1 1", "M1", "M1 1 A1 1 0 0 0 2 2", "M1 1Z2 2", "M1 x", "M1 1e99999 2", "1 2"])
    func refusesPaths(_ data: String) {
        #expect(throws: DesignPathStep.Invalid.self) { try DesignPathStep.reading(data) }
    }

    @Test func choosesFaces() {
        let table = FontTable(
            faces: ["serif", "nastaliq", "naskh", "display"].map { FontTable.Face(name: $0, file: "/\($0).ttf") },
            rows: [
                .init(kinds: ["display"], scripts: ["Latn"], faces: [3]),
                .init(scripts: ["Arab"], languages: ["ur"], faces: [1]), .init(scripts: ["Arab"], faces: [2]),
                .init(faces: [0, 2]),
            ]
        )
        #expect(table.candidates(kind: "name", script: "Arab", language: "ur-PK") == [1, 2, 0])
        #expect(table.candidates(kind: "name", script: "Arab", language: "urx") == [2, 0])
        #expect(table.candidates(kind: "name", script: "Arab", language: nil) == [2, 0])
        #expect(table.candidates(kind: "display", script: "Latn", language: "en") == [3, 0, 2])
    }

    /// As WebAIM's and the W3C's own checkers give them, to two decimals.
    @Test(arguments: [
        ("#000000", 21.0), ("#FFFFFF", 1.0), ("#777777", 4.48), ("#767676", 4.54), ("#595959", 7.0), ("#FF0000", 4.0),
        ("#0000FF", 8.59),
    ])
    func contrast(text: String, expected: Double) throws {
        let colour = try #require(DesignColour(text))
        #expect(abs(colour.contrast(with: .white) - expected) < 0.005)
        #expect(DesignColour.white.contrast(with: colour) == colour.contrast(with: .white))
    }

    @Test(
        "a picture keeps its proportions inside its box, where the words say",
        arguments: [
            (DesignStyle.Alignment.left, DesignStyle.Placement.top, 10.0, 20.0), (.centre, .middle, 25, 20),
            (.right, .bottom, 40, 20),
        ]
    )
    func fits(alignment: DesignStyle.Alignment, placement: DesignStyle.Placement, x: Double, y: Double) {
        let picture = Picture(path: "a", width: 300, height: 300, components: 1, pixels: .jpeg, file: [])
        let room = DesignBox(x: 10, y: 20, width: 60, height: 30)
        let box = room.fitting(picture, alignment: alignment, placement: placement)
        #expect(box == DesignBox(x: x, y: y, width: 30, height: 30))
    }

    @Test("facts made for a picture fulfil its conditions", arguments: DesignImage.Condition.fields)
    func fulfils(field: CertificateField) throws {
        let day = try #require(CalendarDate("2026-11-21"))
        var facts = CertificateFacts(
            number: CertificateNumber(bits: 1),
            givenName: "A",
            name: "A",
            course: "B",
            dates: [day],
            contactMinutes: 60,
            trainers: ["C"],
            area: "D",
            issuedOn: day,
            verifyAddress: "https://x.test/verify/1"
        )
        let condition = DesignImage.Condition(field: field, value: "Made-up")
        #expect(!condition.holds(for: facts))
        condition.fulfil(in: &facts)
        #expect(condition.holds(for: facts))
    }
}
