import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct AwarenessTests {
    private func log(
        _ test: TestOffice,
        _ day: String = "2026-05-20",
        area: String = "Surrey Heath",
        heads: Int = 60,
        programme: String? = nil,
        by actor: Actor = TestOffice.staff
    ) async throws -> LoggedSession {
        try await test.office.logAwareness(
            on: try #require(CalendarDate(day)),
            area: area,
            setting: .school,
            audience: "Year 9",
            heads: heads,
            estimated: true,
            programme: programme,
            by: actor
        )
    }

    @Test("a session held is logged under its area's code of the day")
    func logs() async throws {
        let test = try await TestOffice()
        let session = try await log(test).session
        #expect(session.area == "surrey-heath" && session.heads == 60 && session.estimated)
        #expect(try await test.office.awarenessSessions(by: TestOffice.staff).map(\.session) == [session])
        #expect(try await log(test, "2026-06-01").session.date.description == "2026-06-01")
    }

    @Test("what cannot be logged is refused with the next step")
    func refusals() async throws {
        let test = try await TestOffice()
        await expectRefusal("2026-06-02 is still to come") { _ = try await log(test, "2026-06-02") }
        await expectRefusal("session of 0 people", "from 1") { _ = try await log(test, heads: 0) }
        await expectRefusal("Surry Heath", "Surrey Heath") { _ = try await log(test, area: "Surry Heath") }
        await expectRefusal("no programme \"x\"") { _ = try await log(test, programme: "x") }
        #expect(try await test.office.awarenessSessions(by: TestOffice.staff) == [])
    }

    @Test("a trainer logs and sees the sessions of the account's areas")
    func rights() async throws {
        let test = try await TestOffice()
        let (trainer, _) = try await test.account(.trainer, "t@example.org", areas: ["Surrey Heath"])
        _ = try await log(test, area: "Guildford")
        _ = try await log(test, by: trainer)
        #expect(try await test.office.awarenessSessions(by: trainer).map(\.session.area) == ["surrey-heath"])
        await expectRefusal("outside the account's areas") { _ = try await log(test, area: "Guildford", by: trainer) }
        for actor in [Actor.visitor, .linkHolder] {
            await expectRefusal("not allowed") { _ = try await test.office.awarenessSessions(by: actor) }
        }
    }
}
