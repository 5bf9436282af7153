import Evaluation
import Operations
import Programme
import Records
import Testing

@Suite struct DoseTests {
    @Test("people count where they live and work, once in each, and never at the venue") func places() async throws {
        let test = try await TestOffice("2024-06-01T09:00:00Z")
        let run = try await test.run(10, at: "2024-07-04T09:15", area: "Milton Keynes")
        let places: [(String, String?, String?)] = [
            ("Asha", "Oxford", "Reading"), ("Bo", "Oxford", "Oxford"), ("Cem", nil, "Slough"), ("Dee", nil, nil),
            ("Eli", "Oxford", nil),
        ]
        for (name, home, work) in places {
            let request = BookingRequest(name: try PersonName(parsing: name), homeArea: home, workArea: work)
            _ = try await test.office.book(request, on: run, by: TestOffice.staff)
        }
        try test.clock.set("2024-07-04T09:30:00Z")
        let sheet = try await test.office.markAllPresent(on: run, by: TestOffice.staff)
        let absent = try #require(sheet.lines.last)
        _ = try await test.office.mark(
            [RegisterEntry(booking: absent.booking, mark: .absent)],
            on: run,
            by: TestOffice.staff
        )
        let dose = try await test.office.trainingDose(by: TestOffice.staff)
        #expect(dose.people == 4)
        let found = dose.trained.map { "\($0.area) \($0.month) \($0.trained) \($0.live ?? -1) \($0.work ?? -1)" }
        let absentIsEli = dose.trained.contains { $0.area == "Oxford" && $0.trained == 2 }
        #expect(absentIsEli)
        #expect(!found.contains { $0.hasPrefix("Milton Keynes") })
        #expect(
            found == ["Oxford 2024-07 2 2 1", "Reading 2024-07 1 0 1", "Slough 2024-07 1 0 1", "unknown 2024-07 1 0 0"]
        )
        let plan = try await test.office.rolloutOnRecord(by: TestOffice.staff)
        #expect(plan.unknown == 1 && plan.people == 4 && plan.areas.map(\.name) == ["Oxford", "Reading", "Slough"])
        let trainer = try await test.account(.trainer, "t@example.org", areas: [])
        await #expect(throws: (any Error).self) { try await test.office.trainingDose(by: trainer.actor) }
    }
}
