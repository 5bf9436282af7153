import Evaluation
import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct CostEvidenceTests {
    private func add(_ code: String, _ pounds: Int?, _ starts: String, _ ends: String, _ test: TestOffice) async throws
    {
        let programme = FundedProgramme(
            code: code,
            name: "Programme \(code)",
            commissioner: "Commissioner",
            provider: "Provider",
            force: "thames-valley",
            fundingPerYear: pounds,
            starts: try #require(CalendarDate(starts)),
            ends: try #require(CalendarDate(ends))
        )
        _ = try await test.office.putProgramme(programme, by: TestOffice.staff)
    }

    private func cost(of code: String? = nil, _ test: TestOffice) async throws -> CostFindings {
        try await test.office.cost(of: code, confidence: nil, calls: nil, whyNoCalls: "none", by: TestOffice.staff)
    }

    /// A run of a programme at which two people were there.
    private func train(_ names: [String], on day: String, of programme: String?, _ test: TestOffice) async throws {
        let plan = try RunPlan(
            course: "defusing-one-day",
            programme: programme,
            area: "Milton Keynes",
            venue: Venue(name: "Hall"),
            trainers: [],
            capacity: 9,
            starts: [try #require(LocalDateTime("\(day)T09:15"))]
        )
        let run = try await test.office.schedule(plan, by: TestOffice.staff).run.id
        _ = try await test.office.take(.open, run: run, by: TestOffice.staff)
        for name in names { _ = try await test.book(name, on: run, email: "\(name)@example.org") }
        try test.clock.set("\(day)T12:00:00Z")
        _ = try await test.office.markAllPresent(on: run, by: TestOffice.staff)
    }

    @Test("the contract's money up to today, by days; what is not on record says why") func money() async throws {
        let test = try await TestOffice()
        #expect(try await cost(test).perTrained.why == "no programme on record has trained anybody")
        try await add("a", 36_525, "2026-03-04", "2027-03-03", test)
        // 4 March to 1 June are 90 days of 365.25.
        let found = try await cost(of: "a", test)
        #expect(abs((found.question.pounds ?? 0) - 9000) < 1e-6)
        #expect(found.question.trained == 0 && found.perTrained.why == "nobody was trained")
        #expect(found.lines.map(\.price.code).contains("asb-incident-further-action"))
        #expect(found.statements.contains { $0.contains("to 2026-06-01") })
        try await add("b", nil, "2026-03-04", "2027-03-03", test)
        #expect(try await cost(of: "b", test).perTrained.why == "the yearly money of Programme b is not on record")
        await expectRefusal("zz") { _ = try await cost(of: "zz", test) }
    }

    @Test("people who were there count once, on the programme's runs; a trainer does not see the money")
    func trained() async throws {
        let test = try await TestOffice()
        try await add("a", 36_525, "2026-03-04", "2027-03-03", test)
        try await add("b", 36_525, "2026-03-04", "2027-03-03", test)
        try await train(["asha", "bo"], on: "2026-06-02", of: "a", test)
        try await train(["asha", "cy"], on: "2026-06-04", of: "a", test)
        #expect(try await cost(test).question.trained == 3)
        #expect(try await cost(test).question.averted?.why == "none")
        try await train(["asha", "dee"], on: "2026-06-06", of: "b", test)
        #expect(try await cost(test).question.trained == 4)
        #expect(try await cost(of: "b", test).question.trained == 2)
        #expect(try await cost(of: "b", test).question.averted?.why?.contains("other programmes") == true)
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        await expectRefusal("not allowed") { _ = try await test.office.cost(confidence: nil, calls: nil, by: trainer) }
    }
}
