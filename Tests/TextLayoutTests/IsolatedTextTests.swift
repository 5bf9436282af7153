import Testing

@testable import TextLayout

/// Levels by hand from Unicode Standard Annex 9: a part between isolates takes its direction from its own first letter and is as
/// one neutral character to the rest.
@Suite("Words of two directions") struct IsolatedTextTests {
    @Test(
        "each part has its own direction within that of the paragraph",
        arguments: [
            ("\u{2068}محمد علي\u{2069} and \u{2068}Jo\u{2069}", TextDirection.leftToRight, "111111110000022"),
            ("محمد علي and Jo", .ofFirstLetter, "111111111222222"),
            ("at \u{2068}قاعة (ب)\u{2069}, \u{2068}منطقة 5\u{2069}", .leftToRight, "000111111110011111 12"),
            ("at Jo\u{2068}\u{2069}!", .leftToRight, "000000"), ("Jo!", .rightToLeft, "221"),
            ("\u{2068}א\u{2069} \u{2068}\u{1E900}\u{2069}", .leftToRight, "1011"),
        ]
    )
    func levels(_ text: String, _ direction: TextDirection, _ expected: String) {
        let isolated = IsolatedText(text, direction: direction)
        #expect(isolated.levels.map { String($0) }.joined() == expected.filter { $0 != " " })
        #expect(isolated.text == text.withoutIsolates && isolated.levels.count == isolated.text.utf16.count)
    }

    @Test(
        "a language has its direction",
        arguments: [("en-GB", false), ("cy", false), ("ur", true), ("ar-EG", true), ("ku", false)]
    )
    func direction(_ tag: String, _ isRightToLeft: Bool) {
        #expect((TextDirection(ofLanguage: tag) == .rightToLeft) == isRightToLeft)
    }

    @Test("an English list keeps its order when it begins with an Arabic name")
    func order() throws {
        let text = ["محمد علي".isolated, "Jo Smith".isolated].joined(separator: " and ").isolated
        let fitted = try typesetter.fit(
            text,
            into: TextFit(width: 500, height: 50, size: 20, smallest: 10),
            kind: "text",
            direction: .leftToRight
        )
        let line = try #require(fitted.lines.first)
        #expect(line.text == "محمد علي and Jo Smith")
        let arabic = line.clusters.filter { $0.isRightToLeft }.map { $0.x + $0.width }.max() ?? 0
        let latin = line.clusters.filter { !$0.isRightToLeft && $0.scalars != [" "] }.map(\.x)
        #expect(latin.allSatisfy { $0 >= arabic } && latin == latin.sorted())
    }

    /// 200 points hold one of the names at 20 points, not two.
    @Test("lines break between names while they can, and inside one when nothing else is left")
    func keepsNamesWhole() throws {
        let names = ["Maximiliana Brown", "Jo Li", "Siân Llŷr ap Gwŷdd"]
        let text = names.map(\.isolated).joined(separator: ", ").isolated
        func lines(smallest: Double, height: Double) throws -> [String] {
            let room = TextFit(width: 220, height: height, size: 20, smallest: smallest, lines: 5)
            return try typesetter.fit(text, into: room, kind: "text", direction: .leftToRight).lines.map(\.text)
        }
        #expect(try lines(smallest: 15, height: 200) == ["Maximiliana Brown,", "Jo Li,", "Siân Llŷr ap Gwŷdd"])
        let narrow = try typesetter.fit(
            text,
            into: TextFit(width: 120, height: 200, size: 20, smallest: 19, lines: 5),
            kind: "text",
            direction: .leftToRight
        )
        #expect(narrow.lines.map(\.text).joined(separator: " ") == names.joined(separator: ", "))
        #expect(!narrow.lines.map(\.text).contains("Siân Llŷr ap Gwŷdd"))
    }

    private var typesetter: Typesetter {
        get throws {
            let files = ["NotoSerif-Regular.ttf", "NotoNaskhArabic-Regular.ttf"]
            let faces = try files.map { try FontFace(path: Fonts.folder + $0) }
            return Typesetter(
                catalogue: FontCatalogue(faces: faces) { _, script, _ in script == "Arab" ? [1, 0] : [0, 1] }
            )
        }
    }
}
