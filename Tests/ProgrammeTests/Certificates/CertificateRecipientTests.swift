import Programme
import Testing

@Suite("Recipients of certificates") struct CertificateRecipientTests {
    static let row = [
        "name": " محمد عثمان خان ", "course": "Defusing conflict", "date": "2026-11-21|2026-11-14", "hours": "5.75",
        "trainer": "Ann Lee| Bo Ray ", "area": "Milton Keynes", "language": "ur", "outcomes": "Listen|Leave",
        "number": "", "provider": "Dfuse",
    ]

    @Test func readsARow() throws {
        let recipient = try CertificateRecipient { Self.row[$0] }
        #expect(recipient.name == " محمد عثمان خان ")
        #expect(recipient.dates.map(\.description) == ["2026-11-14", "2026-11-21"])
        #expect(recipient.contactMinutes == 345)
        #expect(recipient.trainers == ["Ann Lee", "Bo Ray"])
        #expect(recipient.outcomes == ["Listen", "Leave"])
        #expect(recipient.number == nil)
        #expect(recipient.venue == nil)
    }

    @Test(
        "a cell that cannot be read is named by its column",
        arguments: [
            ("name", "  "), ("course", ""), ("date", "21/11/2026"), ("date", "|"), ("hours", "six"), ("hours", "0"),
            ("hours", "-1"), ("hours", "1e2"), ("hours", "201"), ("trainer", "|"), ("area", ""), ("language", "e"),
            ("language", "Urdu (Pakistan)"), ("number", "CG-1"),
        ]
    )
    func refuses(_ column: String, _ text: String) {
        let error = #expect(throws: CertificateRecipient.InvalidCell.self) {
            try CertificateRecipient { $0 == column ? text : Self.row[$0] }
        }
        #expect(error?.column == column)
    }

    @Test("the canonical row does not depend on columns left empty or left out")
    func canonical() throws {
        let all = try CertificateRecipient { Self.row[$0] }
        let without = try CertificateRecipient { $0 == "number" ? nil : Self.row[$0] }
        #expect(all.canonicalRow == without.canonicalRow)
        let other = try CertificateRecipient { $0 == "venue" ? "Hall" : Self.row[$0] }
        #expect(other.canonicalRow != all.canonicalRow)
    }

    @Test func becomesFacts() throws {
        let recipient = try CertificateRecipient { Self.row[$0] }
        let number = CertificateNumber(bits: 1)
        let facts = recipient.facts(printedName: "محمد عثمان خان", number: number, site: "https://example.org/")
        #expect(facts?.verifyAddress == "https://example.org/verify/CG-0000-0000-0001-1")
        #expect(facts?.issuedOn == CalendarDate("2026-11-21"))
        #expect(facts?.refreshBy == CalendarDate("2029-11-21"))
        #expect(facts?.givenName == " محمد عثمان خان ")
    }
}
