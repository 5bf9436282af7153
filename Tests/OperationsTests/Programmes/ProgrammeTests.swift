import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct FundedProgrammeTests {
    private func programme(ends: String = "2027-03-31", funding: Int? = 250_000) throws -> FundedProgramme {
        FundedProgramme(
            code: "pilot",
            name: "Pilot",
            commissioner: "Commissioner",
            provider: "Charity",
            force: "thames-valley",
            fundingPerYear: funding,
            starts: try #require(CalendarDate("2026-04-01")),
            ends: try #require(CalendarDate(ends)),
            extensionMonths: 24
        )
    }

    @Test("is put on record and changed under its code")
    func puts() async throws {
        let test = try await TestOffice()
        _ = try await test.office.putProgramme(try programme(), by: TestOffice.staff)
        let changed = try await test.office.putProgramme(try programme(ends: "2028-03-31"), by: TestOffice.staff)
        #expect(try await test.office.programmes(by: TestOffice.staff) == [changed])
    }

    @Test("what cannot stand is refused with the next step")
    func refusals() async throws {
        let test = try await TestOffice()
        await expectRefusal("2026-03-31", "before it starts 2026-04-01", "later last day") {
            _ = try await test.office.putProgramme(try programme(ends: "2026-03-31"), by: TestOffice.staff)
        }
        await expectRefusal("below zero") {
            _ = try await test.office.putProgramme(try programme(funding: -1), by: TestOffice.staff)
        }
        var wrong = try programme()
        wrong.force = "thames-vally"
        await expectRefusal("thames-vally") { [wrong] in
            _ = try await test.office.putProgramme(wrong, by: TestOffice.staff)
        }
        await expectRefusal("no programme \"pilto\"") {
            _ = try await test.office.targets(of: "pilto", by: TestOffice.staff)
        }
    }

    @Test("a target is decided for an area of the contract and re-profiled with a reason")
    func targets() async throws {
        let test = try await TestOffice()
        _ = try await test.office.putProgramme(try programme(), by: TestOffice.staff)
        func target(_ planned: Int, _ reason: String, area: String = "milton keynes") throws -> Target {
            Target(
                programme: "pilot",
                area: area,
                quarter: try #require(Quarter("2026-27 Q1")),
                measure: .attended,
                planned: planned,
                decidedOn: try #require(CalendarDate("2026-06-01")),
                reason: reason
            )
        }
        _ = try await test.office.decide(try target(40, "contract"), by: TestOffice.staff)
        _ = try await test.office.decide(try target(30, "hall closed"), by: TestOffice.staff)
        let targets = try await test.office.targets(of: "pilot", by: TestOffice.staff)
        #expect(targets.map(\.planned) == [30] && targets.map(\.area) == ["milton-keynes"])
        for wrong in [try target(-1, "contract"), try target(5, "")] {
            await expectRefusal("number from 0 and a reason") {
                _ = try await test.office.decide(wrong, by: TestOffice.staff)
            }
        }
        await expectRefusal("Atlantis") {
            _ = try await test.office.decide(try target(5, "x", area: "Atlantis"), by: TestOffice.staff)
        }
    }

    @Test(
        "trainers and evaluators read programmes and change none",
        arguments: [Role.trainer, .evaluator, .dataProtectionOfficer]
    )
    func rights(_ role: Role) async throws {
        let test = try await TestOffice()
        let (actor, _) = try await test.account(role, "a@example.org")
        _ = try await test.office.programmes(by: actor)
        await expectRefusal("not allowed") { _ = try await test.office.putProgramme(try programme(), by: actor) }
    }
}
