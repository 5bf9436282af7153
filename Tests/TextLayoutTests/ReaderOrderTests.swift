import Testing

@testable import TextLayout

@Suite("The order in which poppler reads a line") struct ReaderOrderTests {
    /// What `pdftotext` 22.12 gave back for lines whose characters stood in this order from left to right.
    @Test(
        "turns stretches from right to left around, up to letters and signs of numbers",
        arguments: [
            ("abc", "abc"), ("גבא", "אבג"), ("ab גבא", "ab אבג"), ("3 גבא", "3 אבג"), (")גבא", ")אבג"),
            ("ג-בא", "ג-אב"),
            ("ג בא", "אב ג"), ("ߌߞߒ", "ߌߞߒ"), ("\u{200F}ߌߞߒ", "ߒߞߌ\u{200F}"), ("𞤤𞤀", "𞤤𞤀"),
        ]
    )
    func reads(_ places: String, _ text: String) {
        let scalars = Array(places.unicodeScalars)
        let order = ReaderOrder.read(scalars.map(ReaderOrder.kind))
        #expect(order.map { scalars[$0] } == Array(text.unicodeScalars))
    }

    @Test("an order is found, or it is said that there is none", arguments: [false, true])
    func arranges(_ leadingStaysLeft: Bool) {
        func order(_ text: String) -> String? {
            let scalars = Array(text.unicodeScalars)
            let order = ReaderOrder.arrange(scalars.map(ReaderOrder.kind), leadingStaysLeft: leadingStaysLeft)
            return order.map { String(String.UnicodeScalarView($0.map { scalars[$0] })) }
        }
        #expect(order("אב-גד") == "בא-דג")
        #expect(order("אב.") == "בא.")
        #expect(order("(אב") == (leadingStaysLeft ? "(בא" : "בא("))
        #expect(order("אב)") == nil && order("אב\u{5B8}-ג") == nil)
        #expect(order("(אב)\u{200F}") == (leadingStaysLeft ? "(\u{200F})בא" : "\u{200F})בא("))
    }

    /// Every text of up to seven characters of four kinds: what is found comes out as the text.
    @Test("whatever order is found reads as the text")
    func isSound() {
        let kinds: [ReaderOrder.Kind] = [.left, .right, .number, .neutral]
        var found = 0
        for length in 1...7 {
            for number in 0..<(1 << (2 * length)) {
                let text = (0..<length).map { kinds[number >> (2 * $0) & 3] }
                guard let order = ReaderOrder.arrange(text, leadingStaysLeft: number % 2 == 0) else { continue }
                found += 1
                #expect(order.sorted() == Array(0..<length))
                #expect(ReaderOrder.read(order.map { text[$0] }).map { order[$0] } == Array(0..<length))
            }
        }
        #expect(found > 5000)
    }
}
