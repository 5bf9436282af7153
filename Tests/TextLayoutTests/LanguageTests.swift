import Testing

@testable import TextLayout

@Suite("The language of letters") struct LanguageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let asked: String?
        let tag: String?
        var testDescription: String { "\(text), \(asked ?? "-")" }
    }

    /// Urdu, Pashto, Persian and Ukrainian by letters no neighbour uses; Chinese by the legacy sets of mainland and Taiwan.
    @Test(
        "is the one asked for when it is written so, else what the letters betray",
        arguments: [
            Case(text: "محمد", asked: "ur-PK", tag: "ur-PK"), Case(text: "محمد", asked: nil, tag: "ar"),
            Case(text: "محمد", asked: "en-GB", tag: "ar"), Case(text: "محمد", asked: "und", tag: "ar"),
            Case(text: "قریشی ہاشمی", asked: nil, tag: "ur"), Case(text: "ٹیپو", asked: "en", tag: "ur"),
            Case(text: "ښاغلی ګل", asked: nil, tag: "ps"), Case(text: "گلناز پژمان", asked: nil, tag: "fa"),
            Case(text: "کریمی", asked: nil, tag: "fa"), Case(text: "ڕێبوار", asked: nil, tag: "ckb"),
            Case(text: "ئۆتكۈر", asked: nil, tag: "ug"), Case(text: "ڳوٺ", asked: "und", tag: "sd"),
            Case(text: "שרה", asked: nil, tag: "he"), Case(text: "שרה", asked: "yi", tag: "yi"),
            Case(text: "สมชาย", asked: "en", tag: "th"), Case(text: "रवि", asked: "mr", tag: "mr"),
            Case(text: "Їжак", asked: nil, tag: "uk"), Case(text: "Їжак", asked: "und", tag: "uk"),
            Case(text: "Йордан", asked: "bg", tag: "bg"), Case(text: "Йордан", asked: "en", tag: "ru"),
            Case(text: "陳大文", asked: nil, tag: "zh-Hant"), Case(text: "陈大文", asked: nil, tag: "zh-Hans"),
            Case(text: "陳大文", asked: "zh-HK", tag: "zh-Hant-HK"), Case(text: "陳大文", asked: "zh", tag: "zh-Hant"),
            Case(text: "陳大文", asked: "yue", tag: "zh-Hant-HK"), Case(text: "陳大文", asked: "zh-TW", tag: "zh-Hant"),
            Case(text: "渡邉", asked: "ja", tag: "ja"), Case(text: "渡邉 さくら", asked: nil, tag: "ja"),
            Case(text: "欧阳 민서", asked: nil, tag: "ko"), Case(text: "陈 の店", asked: "zh-Hans", tag: "zh-Hans"),
            Case(text: "さくら", asked: nil, tag: "ja"),
            Case(text: "김민서", asked: "en", tag: "ko"), Case(text: "Ann", asked: "cy", tag: "cy"),
            Case(text: "Ann", asked: "und", tag: nil), Case(text: "Ann", asked: nil, tag: nil),
        ]
    )
    func tells(_ known: Case) {
        let letters = Array(known.text.unicodeScalars)
        let script = ScriptRuns.scripts(of: letters)[0]
        #expect(LanguageOfLetters.tag(asked: known.asked, script: script, letters: letters[...]) == known.tag)
    }

    /// UAX 24: a bracket closes in the script it was opened in; signs at the beginning take the first script that follows.
    @Test(
        "shared signs take a neighbour's script",
        arguments: [
            ("(Ann)", ["Latn"]), ("علی (MBE) خان", ["Arab", "Latn"]), ("2026", ["Latn"]), ("ジョー", ["Kana"]),
            ("José́", ["Latn"]), ("·Gal·la", ["Latn"]),
        ]
    )
    func settlesScripts(_ text: String, _ scripts: [String]) {
        let found = ScriptRuns.scripts(of: Array(text.unicodeScalars)).map { ScriptRuns.code(of: $0) }
        #expect(Set(found) == Set(scripts))
        #expect(found.count == text.unicodeScalars.count)
    }
}
