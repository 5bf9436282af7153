import Programme
import Testing

/// After the HTML Living Standard, "valid e-mail address", with a dot in the domain besides.
@Suite struct EmailAddressTests {
    @Test(
        "takes",
        arguments: [
            "a@b.c", "asha.patel@example.org", "o'neil+course@example.co.uk", "ANNA@Example.ORG",
            "x@xn--bcher-kva.example",
            "!#$%&'*+/=?^_`{|}~-@example.org", "1@2.3", ".a..b.@example.org",
        ]
    )
    func takes(_ text: String) throws {
        #expect(try EmailAddress(parsing: text).text == text)
        #expect(try EmailAddress(parsing: "  \(text)\n").text == text)
    }

    @Test(
        "refuses",
        arguments: [
            "", "asha", "a@b", "a@@b.c", "@b.c", "a@", "a@.c", "a@b.", "a@b..c", "a@-b.c", "a@b-.c", "a@b_c.d", "ä@b.c",
            "a@bü.c", "a b@c.d", "a@b c.d", "a(b)@c.d", "a\"b@c.d", "a@[127.0.0.1]", "a,b@c.d", "a@b.c,d@e.f",
            "a\u{0}@b.c",
            String(repeating: "x", count: 65) + "@b.c", "a@" + String(repeating: "x", count: 64) + ".c",
            "a@" + String(repeating: "x.", count: 127) + "c",
        ]
    )
    func refuses(_ text: String) {
        #expect(throws: EmailAddress.Invalid.self) { try EmailAddress(parsing: text) }
    }

    @Test func isOneAddressWhateverTheCase() throws {
        #expect(try EmailAddress(parsing: "Asha@Example.ORG").key == EmailAddress(parsing: "asha@example.org").key)
    }

}
