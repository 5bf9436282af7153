import Programme
import Testing

@Suite struct ChoiceTests {
    @Test(
        "reads a role in the community forgivingly",
        arguments: [
            ("resident", CommunityRole.resident), ("Works with public", .worksWithPublic),
            ("rather_not-say", .ratherNotSay),
            ("VOLUNTEER", .volunteer),
        ]
    )
    func role(_ text: String, _ role: CommunityRole) throws { #expect(try CommunityRole(parsing: text) == role) }

    @Test func namesTheNearestRole() {
        #expect {
            try CommunityRole(parsing: "residant")
        } throws: { error in
            "\(error)".contains(#"There is no role in the community "residant". Did you mean "resident"?"#)
        }
    }

    @Test func noFormOffersTheCallerMark() {
        #expect(!CommunityRole.allCases.contains { "\($0.rawValue) \($0.label)".lowercased().contains("caller") })
        #expect(!CommunityRole.allCases.contains { "\($0.rawValue) \($0.label)".lowercased().contains("complain") })
    }

    @Test("every consent is asked in words of its own", arguments: ConsentPurpose.allCases)
    func consent(_ purpose: ConsentPurpose) {
        #expect(ConsentPurpose.allCases.count { $0.wording == purpose.wording } == 1)
        #expect(ConsentChoices().granted.isEmpty)
    }

    @Test(
        "a source comes back from its word",
        arguments: [
            BookingSource.website, .staff, .walkIn, .partner("Street Pastors"), .partner("web"), .partner("staff"),
            .partner(""), .partner("partner:x"),
        ]
    )
    func source(_ source: BookingSource) { #expect(BookingSource(word: source.word) == source) }

    @Test("a source's kind never names a partner")
    func kind() {
        #expect(
            [BookingSource.website, .staff, .walkIn, .partner("Dr Patel")].map(\.kind) == [
                "website", "staff", "walk-in", "partner",
            ]
        )
    }
}
