import Testing

@testable import TextLayout

@Suite("Cleaning a name") struct CleaningTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let given: String
        let text: String
        var stripped: [Unicode.Scalar] = []
        var testDescription: String { given.debugDescription }
    }

    /// Expected forms by the Unicode Character Database (NFC) and by the list of characters in ``CleanText``.
    @Test(
        "keeps the spelling and takes out what cannot be seen",
        arguments: [
            Case(given: "Siân Llŷr ap Gwŷdd", text: "Siân Llŷr ap Gwŷdd"),
            Case(given: "Ma\u{142}gorzata S\u{301}wie\u{328}tosławska", text: "Małgorzata Świętosławska"),
            Case(given: "  Ann \t\u{A0} Lee\n", text: "Ann Lee"),
            Case(given: "Ali\u{200B}ce Brown\u{AD}smith", text: "Alice Brownsmith", stripped: ["\u{200B}", "\u{AD}"]),
            Case(given: "\u{202E}evil\u{202C}", text: "evil", stripped: ["\u{202E}", "\u{202C}"]),
            Case(given: "\u{2067}محمد\u{2069}", text: "محمد", stripped: ["\u{2067}", "\u{2069}"]),
            Case(given: "राज\u{200C}कुमार क्\u{200D}ष", text: "राज\u{200C}कुमार क्\u{200D}ष"),
            // Malayalam chillu n and Bengali khanda ta, as they are often typed: the joiner ends the word (Unicode 12.9, 12.2).
            Case(given: "രാജന്\u{200D} അമ്മ", text: "രാജന്\u{200D} അമ്മ"),
            Case(given: "শরৎ ত্\u{200D}", text: "শরৎ ত্\u{200D}"),
            Case(
                given: "\u{200D}Bo\u{200C} Ray\u{200D}",
                text: "Bo Ray",
                stripped: ["\u{200D}", "\u{200C}", "\u{200D}"]
            ),
            Case(
                given: "\u{200D} \u{FE0F} Ann \u{200C}\n Lee",
                text: "Ann Lee",
                stripped: ["\u{200D}", "\u{FE0F}", "\u{200C}"]
            ),
            Case(given: "Ann\u{E0041}\u{3164} Lee", text: "Ann Lee", stripped: ["\u{E0041}", "\u{3164}"]),
            Case(given: "രാജന\u{D4D}\u{200D} ത\u{200D}", text: "രാജന\u{D4D}\u{200D} ത", stripped: ["\u{200D}"]),
            Case(given: "\u{61C}علي", text: "علي", stripped: ["\u{61C}"]),
            Case(given: "ﬁona Ǆenana ℕguyen", text: "ﬁona Ǆenana ℕguyen"),
            Case(given: "渡邉\u{E0104} さくら", text: "渡邉\u{E0104} さくら"),
            Case(given: "O’Connor d'Arcy McDonald", text: "O’Connor d'Arcy McDonald"),
            Case(given: #"Anne & <Bob> "Q" (x)\y %PDF"#, text: #"Anne & <Bob> "Q" (x)\y %PDF"#),
            Case(given: "\u{212B}ngström", text: "\u{C5}ngström"),
        ]
    )
    func cleans(_ known: Case) throws {
        let clean = try CleanText(known.given)
        #expect(Array(clean.text.unicodeScalars) == Array(known.text.unicodeScalars))
        #expect(clean.stripped == known.stripped)
        #expect(Array(clean.given.unicodeScalars) == Array(known.given.unicodeScalars))
        #expect(try CleanText(clean.text).text == clean.text)
    }

    @Test(
        "refuses what is no text",
        arguments: [
            ("", .blank), (" \u{200B}\u{202E} ", .blank), ("\u{200D}", .blank),
            ("Bell\u{7}", .forbiddenCharacter("\u{7}")), ("a\u{0}b", .forbiddenCharacter("\u{0}")),
            ("x\u{85}y", .forbiddenCharacter("\u{85}")), ("x\u{9B}y", .forbiddenCharacter("\u{9B}")),
            ("x\u{E000}", .forbiddenCharacter("\u{E000}")),
            ("\u{301}Ann", .looseMark("\u{301}")), ("Ann \u{93E}", .looseMark("\u{93E}")),
            ("lost \u{FFFD}", .forbiddenCharacter("\u{FFFD}")),
            (String(repeating: "a", count: 201), .tooLong(limit: 200)),
            (String(repeating: "a", count: 100_000), .tooLong(limit: 200)),
        ] as [(String, TextRefusal)]
    )
    func refuses(_ given: String, _ refusal: TextRefusal) {
        #expect(throws: refusal) { try CleanText(given) }
    }

    @Test(
        "refuses code points reserved for no character",
        arguments: [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFF] as [UInt32]
    )
    func refusesNoncharacters(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(throws: TextRefusal.forbiddenCharacter(scalar)) { try CleanText("a\(Character(scalar))") }
    }

    @Test("piled-up marks are capped and told")
    func capsMarks() throws {
        let clean = try CleanText("Z" + String(repeating: "\u{302}", count: 60) + "oe")
        #expect(clean.text.unicodeScalars.count == 10)
        #expect(clean.hasTooManyMarks)
        #expect(try !CleanText("Ọ̀láolúwa Ẹ̀báńjọ").hasTooManyMarks)
    }
}
