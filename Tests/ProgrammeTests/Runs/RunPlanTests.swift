import Programme
import Testing

@Suite struct RunPlanTests {
    private func plan(_ capacity: Int, _ starts: [String], closes: String? = nil) throws -> RunPlan {
        try RunPlan(
            course: "defusing-one-day",
            area: "Milton Keynes",
            venue: Venue(name: "Hall"),
            capacity: capacity,
            starts: starts.compactMap { LocalDateTime($0) },
            bookingCloses: closes.flatMap { LocalDateTime($0) }
        )
    }

    @Test("takes from 1 to 500 places", arguments: [(1, true), (500, true), (0, false), (-1, false), (501, false)])
    func places(_ capacity: Int, _ stands: Bool) {
        if stands {
            #expect(throws: Never.self) { try plan(capacity, ["2026-05-09T09:15"]) }
        } else {
            #expect(throws: RunRefusal.capacity(capacity)) { try plan(capacity, ["2026-05-09T09:15"]) }
        }
    }

    @Test(
        "refuses sittings that cannot stand",
        arguments: [
            ([], nil, "there is none"),
            (["2026-05-09T18:00", "2026-05-09T18:00"], nil, "does not come after"),
            (["2026-05-16T18:00", "2026-05-09T18:00"], nil, "does not come after"),
            (["2026-05-09T18:00"], "2026-05-09T18:01", "after the start"),
        ] as [([String], String?, String)]
    )
    func refuses(_ starts: [String], _ closes: String?, _ words: String) {
        #expect {
            try plan(10, starts, closes: closes)
        } throws: { error in
            "\(error)".contains(words)
        }
    }

    @Test(
        "lays sittings of the course's length",
        arguments: [
            (["2026-05-09T09:15"], [450], ["2026-05-09T16:45"]),
            (["2026-05-09T18:00", "2026-05-16T18:00"], [200, 205], ["2026-05-09T21:20", "2026-05-16T21:25"]),
            (["2026-05-09T09:00", "2026-05-09T12:20"], [200, 205], ["2026-05-09T12:20", "2026-05-09T15:45"]),
        ]
    )
    func lays(_ starts: [String], _ minutes: [Int], _ ends: [String]) throws {
        #expect(try plan(10, starts).sittings(lasting: minutes).map(\.ends.description) == ends)
    }

    @Test(
        "refuses another number of sittings than the course has, and sittings that overlap",
        arguments: [
            (["2026-05-09T09:15"], [200, 205], "has 2 and 1 were given"),
            (["2026-05-09T09:15", "2026-05-16T09:15"], [450], "has 1 and 2 were given"),
            (["2026-05-09T09:00", "2026-05-09T12:19"], [200, 205], "begins before"),
        ]
    )
    func refusesLengths(_ starts: [String], _ minutes: [Int], _ words: String) throws {
        let plan = try plan(10, starts)
        #expect {
            try plan.sittings(lasting: minutes)
        } throws: { error in
            "\(error)".contains(words)
        }
    }
}
