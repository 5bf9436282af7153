import Programme
import Testing

@Suite struct AwarenessSessionTests {
    private func session(_ day: String, heads: Int) throws -> AwarenessSession {
        try AwarenessSession(
            date: try #require(CalendarDate(day)),
            area: "stoke-north",
            setting: .school,
            audience: "Year 9",
            heads: heads,
            estimated: true,
            today: try #require(CalendarDate("2026-11-21"))
        )
    }

    @Test(
        "counts from one head to a stadium",
        arguments: [(1, true), (100_000, true), (0, false), (-1, false), (100_001, false)]
    )
    func heads(_ heads: Int, _ stands: Bool) throws {
        if stands {
            #expect(try session("2026-11-21", heads: heads).heads == heads)
        } else {
            #expect(throws: AwarenessSession.Invalid.heads(heads)) { try session("2026-11-21", heads: heads) }
        }
    }

    @Test func isLoggedOnceHeld() throws {
        let tomorrow = try #require(CalendarDate("2026-11-22"))
        #expect(throws: AwarenessSession.Invalid.future(tomorrow)) { try session("2026-11-22", heads: 10) }
    }

    @Test func namesTheNearestSetting() {
        #expect {
            try AwarenessSetting(parsing: "schol")
        } throws: { error in
            "\(error)".contains("Did you mean \"school\"?")
        }
    }
}
