import Testing

@testable import PDFWriter

@Suite("Spelling PDF values") struct PDFObjectTests {
    /// ISO 32000-1, 7.3.3: no exponents, and never more than three decimals here.
    @Test(
        "numbers have at most three decimals and no locale",
        arguments: [
            (0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (-0.25, "-0.25"), (841.8898, "841.89"), (1.0005, "1.001"),
            (0.0004, "0"), (-0.0004, "0"), (12.05, "12.05"), (100, "100"), (1e12, "10000000"), (.nan, "0"),
            (.infinity, "0"),
        ] as [(Double, String)]
    )
    func writesNumbers(_ number: Double, _ text: String) {
        var bytes = PDFBytes()
        bytes.append(number)
        #expect(String(decoding: bytes.bytes, as: UTF8.self) == text)
    }

    @Test(
        "values are spelled as ISO 32000-1, 7.3 says",
        arguments: [
            (.boolean(true), "true"), (.integer(-9_223_372_036_854_775_808), "-9223372036854775808"),
            (.name("A;B C"), "/A#3BB#20C"), (.text("Ann Lee"), "(Ann Lee)"), (.text("a(b"), "<FEFF006100280062>"),
            (.text(#"\y %PDF"#), "<FEFF005C007900200025005000440046>"), (.text("ŵ"), "<FEFF0175>"),
            (.text("Siân ÿ"), #"(Si\342n \377)"#),
            (.text("a\u{AD}"), "<FEFF006100AD>"),
            (.text("𞤀"), "<FEFFD83ADD00>"), (.bytes([0, 255]), "<00FF>"),
            ([1, 2.5, .name("X")], "[1 2.5 /X]"),
            (["A": 1, "B": ["C": .text("d")]], "<</A 1/B<</C(d)>>>>"), (.text(""), "()"),
        ] as [(PDFObject, String)]
    )
    func writesValues(_ object: PDFObject, _ text: String) {
        var bytes = PDFBytes()
        bytes.append(object)
        #expect(String(decoding: bytes.bytes, as: UTF8.self) == text)
    }
}
