import Programme
import Testing

@Suite struct PostcodeTests {
    @Test(
        "reads every form of BS 7666 whatever the case and spacing",
        arguments: [
            ("M1 1AA", "M1 1AA"), ("b33 8th", "B33 8TH"), ("cr26xh", "CR2 6XH"), ("DN55 1PT", "DN55 1PT"),
            ("W1A 0AX", "W1A 0AX"), (" e c 1 a 1 b b ", "EC1A 1BB"), ("MK9\t3EJ", "MK9 3EJ"),
        ]
    )
    func reads(_ text: String, _ written: String) throws {
        #expect(try Postcode(parsing: text).description == written)
    }

    @Test(
        "refuses",
        arguments: [
            "", "MK9", "3EJ", "MK9 EJ3", "MK999 3EJ", "1AA 1AA", "MKK9 3EJ", "MK9 3E", "МK9 3EJ", "MK9-3EJ", "MK９ 3EJ",
        ]
    )
    func refuses(_ text: String) { #expect(throws: Postcode.Invalid.self) { try Postcode(parsing: text) } }
}
