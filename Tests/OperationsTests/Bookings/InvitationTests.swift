import Foundation
import Operations
import Programme
import Records
import Testing

@Suite struct InvitationTests {
    private func book(_ name: String, _ code: String, on run: ID<Run>, _ test: TestOffice) async throws
        -> BookingReceipt
    {
        try await test.office.book(
            BookingRequest(
                name: try PersonName(parsing: name),
                email: try EmailAddress(parsing: "\(name)@example.org"),
                source: .website,
                invitationCode: code
            ),
            on: run,
            by: .visitor
        )
    }

    @Test("a partner's invitation works as often and as long as it was made for")
    func uses() async throws {
        let test = try await TestOffice()
        let run = try await test.run(10)
        let code = try await test.office.makeInvitation(
            for: "Housing",
            uses: 2,
            days: 10,
            marksCallers: false,
            by: TestOffice.staff
        )
        let spaced = code.description.uppercased().enumerated().map { $0 % 4 == 3 ? "\($1) " : "\($1)" }.joined()
        #expect(try await book("Asha", spaced, on: run, test).entry.booking.source == .partner("Housing"))
        await expectRefusal("already") { _ = try await book("Asha", code.description, on: run, test) }
        _ = try await book("Bo", code.description, on: run, test)
        for wrong in [code.description, "nothing", ""] {
            await expectRefusal("invitation code is not known", "without it") {
                _ = try await book("Cy", wrong, on: run, test)
            }
        }
        let later = try await test.office.makeInvitation(
            for: "Housing",
            uses: 2,
            days: 10,
            marksCallers: false,
            by: TestOffice.staff
        )
        test.clock.advance(hours: 240)
        await expectRefusal("no longer valid") { _ = try await book("Cy", later.description, on: run, test) }
    }

    @Test("a caller's mark is counted for manager and evaluator, and stands on nothing that others see")
    func callers() async throws {
        let test = try await TestOffice()
        let (trainer, _) = try await test.account(.trainer, "t@example.org")
        let (evaluator, _) = try await test.account(.evaluator, "e@example.org")
        let run = try await test.run(10, trainers: ["t@example.org"])
        let code = try await test.office.makeInvitation(
            for: "Police",
            uses: 1,
            days: 10,
            marksCallers: true,
            by: TestOffice.staff
        )
        let marked = try await book("Asha", code.description, on: run, test)
        let plain = try await test.book("Bo", on: run)
        #expect(try await test.office.frequentCallers(by: evaluator).map(\.people) == [1])
        for actor in [trainer, .visitor, .linkHolder] {
            await expectRefusal("not allowed") { _ = try await test.office.frequentCallers(by: actor) }
            await expectRefusal("not allowed") {
                try await test.office.markFrequentCaller(plain.entry.person.id, by: actor)
            }
            await expectRefusal("not allowed") {
                _ = try await test.office.makeInvitation(for: "X", uses: 1, days: 1, marksCallers: true, by: actor)
            }
        }
        // Nothing a page is made from says it: neither by a word nor by a field that only marked people have.
        let sheet = try await test.office.register(of: run, by: trainer)
        let own = try await test.office.ownBooking(with: marked.token)
        for shown in [
            "\(sheet)", "\(own)", "\(marked)", "\(try await test.office.bookings(of: run, by: TestOffice.staff))",
        ] {
            #expect(!shown.lowercased().contains("caller") && !shown.lowercased().contains("complain"))
        }
        let details = try await test.rows("SELECT subject || detail AS said FROM audit")
        #expect(!details.contains { $0.lowercased().contains("caller") })
        #expect(!test.log.lines.contains { $0.contains("person") })
    }

    @Test(
        "an invitation that cannot be made is refused",
        arguments: [("", 1, 1), ("X", 0, 1), ("X", 1, 0), ("X", 1, 731)]
    )
    func refused(_ partner: String, _ uses: Int, _ days: Int) async throws {
        let test = try await TestOffice()
        await expectRefusal("Give all three") {
            _ = try await test.office.makeInvitation(
                for: partner,
                uses: uses,
                days: days,
                marksCallers: false,
                by: TestOffice.staff
            )
        }
    }
}
