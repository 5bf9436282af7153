import Programme
import Testing

@Suite struct TelephoneNumberTests {
    @Test(
        "is one number however it is written",
        arguments: [
            ("01908 123456", "+441908123456"), ("(01908) 123-456", "+441908123456"),
            ("+44 1908 123456", "+441908123456"),
            ("+44 (0)1908 123456", "+441908123456"), ("0044 1908 123456", "+441908123456"),
            (" 07700 900123 ", "+447700900123"),
            ("07700.900.123", "+447700900123"), ("+353 1 234 5678", "+35312345678"),
            ("00 353 1 234 5678", "+35312345678"),
            ("+12345678", "+12345678"), ("+123456789012345", "+123456789012345"),
        ]
    )
    func reads(_ text: String, _ key: String) throws { #expect(try TelephoneNumber(parsing: text).key == key) }

    @Test(
        "refuses",
        arguments: [
            "", "none", "1908 123456", "+1234567", "+1234567890123456", "01908 12345x", "0", "+", "++441908123456",
            "01908 12345\u{0666}", "0190812345１", "01908123456 ext 2", "0190812345\u{0036}\u{FE0F}\u{20E3}",
            "01908 12345\u{0036}\u{301}",
        ]
    )
    func refuses(_ text: String) {
        #expect(throws: TelephoneNumber.Invalid.self) { try TelephoneNumber(parsing: text) }
    }
}
