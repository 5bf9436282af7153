import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

@Suite struct FormTests {
    @Test func aBookingFormKeepsEverythingWhenOneFieldIsWrong() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let answer = try await visitor.post(
                "/courses/\(rehearsal.other)",
                [
                    ("name", "Zoë  Ó Súilleabháin"), ("language", "cy"), ("email", "zoe at example"),
                    ("phone", "01908 1"),
                    ("role", "volunteer"), ("home", "milton-keynes"), ("access", "Two lines\nof needs"),
                    ("consent", "surveys"), ("consent", "quotation"), ("booked_by", "Her son"), ("attempt", "1"),
                ]
            )
            #expect(answer.status == .unprocessableContent)
            for kept in [
                "value=\"Zoë  Ó Súilleabháin\"", "value=\"cy\" selected", "value=\"zoe at example\"",
                "value=\"01908 1\"",
                "value=\"volunteer\" checked", "value=\"milton-keynes\" selected", "Two lines\nof needs</textarea>",
                "value=\"surveys\" checked", "value=\"quotation\" checked", "value=\"Her son\"",
            ] { #expect(answer.text.contains(kept), "\(kept)") }
            #expect(!answer.text.contains("value=\"linkage\" checked"))
            #expect(answer.text.contains("<a href=\"#email\">"))
            #expect(answer.text.contains("id=\"phone-error\"") && answer.text.contains("aria-invalid=\"true\""))
            #expect(answer.text.contains("<title>Error: "))
            #expect(try await rehearsal.office.publicRun(rehearsal.other).confirmed == 0)
        }
    }

    @Test(
        "tells the position in the queue",
        arguments: [
            (1, 1, "You are first in the queue"), (1, 3, "You are first of three waiting"),
            (3, 3, "You are third of three waiting"), (11, 12, "You are 11th of 12 waiting"),
            (22, 22, "You are 22nd of 22 waiting"),
        ]
    )
    func queue(position: Int, waiting: Int, sentence: String) {
        #expect(BookingWords.queue(position, of: waiting) == sentence)
    }

    @Test func aFullCourseLeadsToTheWaitingListAndCancellingPromotes() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let waiting = try await visitor.post(
                "/courses/\(rehearsal.full)",
                [("name", "Fay Fifth"), ("wait", "yes"), ("attempt", "1")]
            )
            let page = try await visitor.get(try waiting.location.orThrow())
            #expect(page.text.contains("You are third of three waiting"))
            let without = try await visitor.post(
                "/courses/\(rehearsal.full)",
                [("name", "Not Waiting"), ("attempt", "2")]
            )
            #expect(without.status == .unprocessableContent)
            #expect(without.text.contains("Join the waiting list, or choose another date."))

            let first = try await rehearsal.office.bookings(of: rehearsal.full, by: Rehearsal.terminal)[0]
            let token = try await rehearsal.office.mintLink(.booking, booking: first.booking.id, by: Rehearsal.terminal)
            let asked = try await visitor.get("/bookings/\(token)/cancel")
            #expect(asked.text.contains("Your place passes to whoever has waited longest"))
            let ended = try await visitor.post("/bookings/\(token)/cancel", [])
            #expect(ended.location == "/bookings/\(token)?cancelled=yes")
            #expect(try await visitor.get("/bookings/\(token)").text.contains("This booking is cancelled"))
            let path = String(try waiting.location.orThrow().prefix { $0 != "?" })
            #expect(try await visitor.get(path).text.contains("You are second of two waiting"))
            let again = try await visitor.post("/bookings/\(token)/cancel", [], from: "/courses")
            #expect(again.status == .forbidden || again.status == .unprocessableContent)
        }
    }

    @Test func aSurveySavesWhatIsGoodAndAsksAgainForTheRest() async throws {
        let rehearsal = try await Rehearsal()
        let receipt = try await rehearsal.book("Sol Survey", on: rehearsal.other)
        try await withSite(rehearsal) { client in
            rehearsal.clock.move(to: "2026-03-17T09:16:00Z")
            _ = try await rehearsal.office.markAllPresent(on: rehearsal.other, by: Rehearsal.terminal)
            var visitor = Visitor(client)
            let path = "/surveys/\(receipt.token)"
            let form = try await visitor.get(path + "?wave=pre")
            #expect(form.status == .ok)
            let answer = try await visitor.post(
                path,
                [("wave", "pre"), ("A1", "7"), ("A2", "eleven"), ("A3", Answer.cannotSayText), ("B1", "")],
                from: path + "?wave=pre"
            )
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("href=\"#A2-1\""))
            #expect(answer.text.contains("name=\"A1\" value=\"7\" checked"))
            let stored = try await rehearsal.office.surveyForm(with: receipt.token, wave: .pre)
            #expect(stored.given == ["A1": "7", "A3": "cannot-say"])
            let saved = try await visitor.post(path, [("wave", "pre"), ("A2", "4")], from: path + "?wave=pre")
            #expect(saved.status == .seeOther)
            let thanks = try await visitor.get(try saved.location.orThrow())
            #expect(thanks.text.contains("Your answers are saved."))
            let empty = try await visitor.post(path, [("wave", "pre")], from: path + "?wave=pre")
            #expect(empty.text.contains("You have not answered anything yet"))
        }
    }

    @Test func signsInWithAPasswordAndOutAgain() async throws {
        let rehearsal = try await Rehearsal()
        let email = try EmailAddress(parsing: "trainer@example.org")
        try await rehearsal.office.setPassword("a few good words", for: email, by: Rehearsal.terminal)
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let wrong = try await visitor.post("/sign-in", [("email", "trainer@example.org"), ("password", "guess")])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("value=\"trainer@example.org\"") && !wrong.text.contains("guess"))
            let right = try await visitor.post(
                "/sign-in",
                [("email", "Trainer@Example.org"), ("password", "a few good words"), ("next", "/staff/planner")]
            )
            #expect(right.location == "/staff/planner")
            #expect(try await visitor.get("/staff").text.contains("Tariq Trainer"))
            let out = try await visitor.post("/sign-out", [], from: "/staff")
            #expect(out.location == "/")
            #expect(try await visitor.get("/staff").status == .seeOther)
        }
    }

    @Test func aOneTimeLinkIsNotUsedUpByLookingAtIt() async throws {
        let rehearsal = try await Rehearsal()
        let token = try await rehearsal.office.signInLink(
            for: try EmailAddress(parsing: "manager@example.org"),
            by: Rehearsal.terminal
        )
        try await withSite(rehearsal) { client in
            var preview = Visitor(client), person = Visitor(client), thief = Visitor(client)
            for _ in 1...3 { _ = try await preview.get("/sign-in/\(token)") }
            #expect(try await person.post("/sign-in/\(token)", []).status == .seeOther)
            #expect(try await person.get("/staff").status == .ok)
            #expect(try await thief.post("/sign-in/\(token)", []).status == .notFound)
        }
    }

    @Test func tooManyPasswordsFromOneAddressAreRefused() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            var statuses: [HTTPResponse.Status] = []
            for _ in 1...11 { statuses.append(try await visitor.post("/sign-in", [("email", "")]).status) }
            #expect(statuses.prefix(10).allSatisfy { $0 == .unprocessableContent })
            #expect(statuses.last == .tooManyRequests)
            rehearsal.clock.advance(seconds: 31)
            #expect(try await visitor.post("/sign-in", [("email", "")]).status == .unprocessableContent)
        }
    }
}
