import Programme
import Testing

@Suite struct PersonNameTests {
    @Test(
        "keeps a name in any script as given",
        arguments: [
            "Siân Ŵyn-Jones", "محمد علی", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "李小龍", "Nguyễn Thị Ánh", "O’Brien", "van der Berg", "李",
            "X Æ A-12",
            "McDONALD", "نور\u{200C}الدین",
        ]
    )
    func keeps(_ name: String) throws {
        let parsed = try PersonName(parsing: name)
        #expect(Array(parsed.text.unicodeScalars) == Array(name.unicodeScalars))
        #expect(parsed.given == name)
    }

    @Test(
        "makes one space of white space",
        arguments: [
            ("  Asha   Patel ", "Asha Patel"), ("Asha\tPatel", "Asha Patel"), ("Asha\r\nPatel", "Asha Patel"),
            ("Asha\u{00A0}Patel", "Asha Patel"), ("Asha\u{2028}Patel", "Asha Patel"),
        ]
    )
    func tidies(_ given: String, _ text: String) throws {
        let parsed = try PersonName(parsing: given)
        #expect(parsed.text == text)
        #expect(parsed.given == given)
    }

    @Test(
        "refuses what cannot be a name",
        arguments: [
            ("", PersonName.Invalid.blank), (" \t\n", .blank), ("A\u{0}B", .control(code: 0)),
            ("A\u{7}B", .control(code: 7)), ("A\u{9B}B", .control(code: 0x9B)),
            (String(repeating: "x", count: 201), .tooLong(count: 201)),
        ]
    )
    func refuses(_ given: String, _ refusal: PersonName.Invalid) {
        #expect(throws: refusal) { try PersonName(parsing: given) }
    }

    @Test func takesTheLongestName() throws {
        #expect(try PersonName(parsing: String(repeating: "é", count: 200)).text.count == 200)
    }

    @Test(
        "could be one person",
        arguments: [
            ("Asha Patel", "ASHA  patel", true), ("Siân", "Sia\u{302}n", true), ("ŵyn", "ŴYN", true),
            ("Asha Patel", "Asha Patil", false), ("Sian", "Siân", false), ("Asha Patel", "Patel Asha", false),
        ]
    )
    func matches(_ one: String, _ other: String, _ same: Bool) throws {
        let (left, right) = (try PersonName(parsing: one), try PersonName(parsing: other))
        #expect(left.matches(right) == same)
        #expect(right.matches(left) == same)
    }
}
