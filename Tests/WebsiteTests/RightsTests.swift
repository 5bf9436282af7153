import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

@Suite struct RightsTests {
    @Test("every page for staff names the action it needs", arguments: Route.allCases)
    func staffRoutesNameAnAction(route: Route) {
        let isForStaff = route.pattern == "/staff" || route.pattern.hasPrefix("/staff/")
        if case .staff = route.access { #expect(isForStaff) } else { #expect(!isForStaff) }
    }

    @Test(
        "sends visitors to the sign-in page, and keeps what they typed",
        arguments: Route.allCases.filter(\.isForStaff)
    )
    func visitorsAreAskedToSignIn(route: Route) async throws {
        let rehearsal = try await Rehearsal(people: false)
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let path = route.path(1, 1)
            if route.method == .get {
                let answer = try await visitor.get(path)
                #expect(answer.status == .seeOther)
                #expect(answer.location?.hasPrefix("/sign-in?next=") == true)
            } else {
                let answer = try await visitor.post(path, [("reason", "typed with care")], from: "/sign-in")
                #expect(answer.status == .forbidden)
                #expect(answer.text.contains("typed with care"))
            }
        }
    }

    @Test("lets each role through exactly where the table of rights does", arguments: Role.ofAccounts)
    func sweep(role: Role) async throws {
        let rehearsal = try await Rehearsal()
        let email = [
            Role.manager: "manager", .trainer: "trainer", .evaluator: "evaluator", .dataProtectionOfficer: "guardian",
        ]
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn(try email[role].orThrow() + "@example.org", office: rehearsal.office)
            for route in Route.allCases where route.isForStaff {
                let booking = try await rehearsal.office.bookings(of: rehearsal.today, by: Rehearsal.terminal)[0]
                    .booking.id
                let path = route.path(rehearsal.today, booking)
                let answer =
                    route.method == .get
                    ? try await visitor.get(path) : try await visitor.post(path, [], from: "/sign-out-button-page")
                let isOpen = route.isOpen(to: role)
                #expect((answer.status == .forbidden) == !isOpen, "\(route.rawValue) \(answer.status)")
            }
        }
    }

    @Test func aTrainerSeesAndMarksOnlyTheirOwnRuns() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let other = rehearsal.other
            for path in ["", "/register", "/surveys"] {
                #expect(try await visitor.get("/staff/runs/\(other)\(path)").status == .forbidden)
            }
            let own = try await visitor.get("/staff/runs/\(rehearsal.today)/register")
            #expect(own.status == .ok)
            for path in ["register", "walk-in", "certificates"] {
                let answer = try await visitor.post(
                    "/staff/runs/\(other)/\(path)",
                    [("all_present", "yes"), ("walk_in", "Somebody"), ("attempt", "1")],
                    from: "/staff/runs/\(rehearsal.today)/register"
                )
                #expect(answer.status == .forbidden, "\(path)")
            }
            let list = try await visitor.get("/staff/runs")
            #expect(!list.text.contains("/staff/runs/\(other)\""))
        }
    }

    @Test func aBookingOfAnotherRunCannotBeReachedThroughOnesOwn() async throws {
        let rehearsal = try await Rehearsal()
        let foreign = try await rehearsal.book("Not Yours", on: rehearsal.other).entry.booking
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let today = rehearsal.today
            #expect(try await visitor.get("/staff/runs/\(today)/surveys/\(foreign.id)?wave=pre").status != .ok)
            let marked = try await visitor.post(
                "/staff/runs/\(today)/register",
                [("sitting", "1"), ("mark_\(foreign.id)", "present")]
            )
            #expect(marked.status == .seeOther)
            let sheet = try await rehearsal.office.register(of: rehearsal.other, by: Rehearsal.terminal)
            #expect(sheet.lines.allSatisfy { $0.marks.allSatisfy { $0 == nil } })

            var manager = Visitor(client)
            try await manager.signIn("manager@example.org", office: rehearsal.office)
            let moved = try await manager.post(
                "/staff/runs/\(today)/end-booking",
                [("booking", foreign.reference)],
                from: "/staff/runs/\(today)"
            )
            #expect(moved.status == .notFound)
        }
    }

    @Test func metricsAnswerThisMachineOnly() async throws {
        try await withSite(try await Rehearsal(people: false)) { client in
            var visitor = Visitor(client)
            // Without a socket there is no address, which is not this machine's.
            let answer = try await visitor.get("/metrics")
            #expect(answer.status == .notFound)
        }
    }
}
