import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

@Suite struct PublicPagesTests {
    @Test(
        "answers every public page with 200",
        arguments: ["/", "/courses", "/verify", "/privacy", "/accessibility", "/health"]
    )
    func answers(path: String) async throws {
        try await withSite(try await Rehearsal()) { client in
            var visitor = Visitor(client)
            let answer = try await visitor.get(path)
            #expect(answer.status == .ok)
        }
    }

    @Test func aDraftAndACourseThatNeverWasAreNotThere() async throws {
        let rehearsal = try await Rehearsal()
        let plan = try RunPlan(
            course: "defusing-one-day",
            area: "woking",
            venue: Venue(name: "Secret Hall"),
            capacity: 5,
            starts: [try LocalDateTime("2026-04-01T09:15").orThrow()]
        )
        let draft = try await rehearsal.office.schedule(plan, by: Rehearsal.terminal).run.id
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            for path in ["/courses/\(draft)", "/courses/4711"] {
                let answer = try await visitor.get(path)
                #expect(answer.status == .notFound)
                #expect(answer.text.contains("There is no such course") && !answer.text.contains("Secret Hall"))
                let sent = try await visitor.post(path, [("name", "Eager"), ("attempt", "1")], from: "/sign-in")
                #expect(sent.status == .notFound)
            }
        }
    }

    @Test func booksUnderAnUrduNameAndShowsThePrivateLink() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let answer = try await visitor.post(
                "/courses/\(rehearsal.today)",
                [("name", "نازیہ حسن"), ("language", "ur"), ("attempt", "a1"), ("consent", "surveys")],
                from: "/courses/\(rehearsal.other)"
            )
            // Today's course has begun, so it cannot be booked any more; the sentence says so and the name is kept.
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("has closed"))
            let booked = try await visitor.post(
                "/courses/\(rehearsal.other)",
                [("name", "نازیہ حسن"), ("language", "ur"), ("attempt", "a2"), ("consent", "surveys")]
            )
            #expect(booked.status == .seeOther)
            let page = try await visitor.get(try booked.location.orThrow())
            #expect(page.text.contains("You have a place"))
            #expect(page.text.contains("<bdi lang=\"ur\">نازیہ حسن</bdi>"))
            #expect(page.text.contains("Keep this private link"))
            #expect(page.text.contains("http://localhost:8080/bookings/"))
        }
    }
}
