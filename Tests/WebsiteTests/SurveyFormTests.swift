import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

/// The survey as people fill it in by their own link.
@Suite struct SurveyFormTests {
    private func asked(_ rehearsal: Rehearsal, on day: String) async throws -> (path: String, token: PrivateToken) {
        let receipt = try await rehearsal.book("Sol Survey", on: rehearsal.other)
        rehearsal.clock.move(to: day)
        return ("/surveys/\(receipt.token)", receipt.token)
    }

    @Test func everyPartIsSavedOnTheWayAndTheNextOneShown() async throws {
        let rehearsal = try await Rehearsal()
        let (path, token) = try await asked(rehearsal, on: "2026-03-17T09:16:00Z")
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let page = try await visitor.get(path + "?wave=pre")
            #expect(page.text.contains("0 of 16 questions answered") && page.text.contains("part 4 of 4"))
            #expect(page.text.contains("id=\"part-A\"") && page.text.contains("name=\"next\" value=\"B\""))
            let next = try await visitor.post(
                path,
                [("wave", "pre"), ("A1", "10"), ("next", "B")],
                from: path + "?wave=pre"
            )
            #expect(next.location == path + "?wave=pre#part-B")
            // Nothing to save is no fault on the way.
            let empty = try await visitor.post(path, [("wave", "pre"), ("next", "C")], from: path + "?wave=pre")
            #expect(empty.location == path + "?wave=pre#part-C")
            #expect(try await visitor.get(path + "?wave=pre").text.contains("1 of 16 questions answered"))
            #expect(try await rehearsal.office.surveyForm(with: token, wave: .pre).given == ["A1": "10"])
        }
    }

    @Test func theScriptSavesOneAnswerAtATime() async throws {
        let rehearsal = try await Rehearsal()
        let (path, token) = try await asked(rehearsal, on: "2026-03-17T09:16:00Z")
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let headers: HTTPFields = [.origin: "http://localhost", .accept: "text/plain"]
            for (value, status) in [("4", HTTPResponse.Status.ok), ("11", .unprocessableContent)] {
                let answer = try await visitor.post(
                    path,
                    [("wave", "pre"), ("A1", value)],
                    from: path + "?wave=pre",
                    headers: headers
                )
                #expect(answer.status == status && answer.headers[.contentType]?.hasPrefix("text/plain") == true)
                #expect(!answer.text.contains("<"))
            }
            #expect(try await rehearsal.office.surveyForm(with: token, wave: .pre).given == ["A1": "4"])
        }
    }

    @Test func whatIsEmptiedIsTakenBackAndWhatIsMissingStays() async throws {
        let rehearsal = try await Rehearsal()
        let (path, token) = try await asked(rehearsal, on: "2026-06-17T09:16:00Z")
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let from = path + "?wave=followup-3"
            func send(_ fields: [(String, String)]) async throws -> [String: String] {
                _ = try await visitor.post(path, [("wave", "followup-3")] + fields, from: from)
                return try await rehearsal.office.surveyForm(with: token, wave: .followUp(months: 3)).given
            }
            let first = try await send([
                ("F4", ""), ("F4", "left"), ("F4", "paused"), ("F10", "Quiet now."), ("A1", "5"),
            ])
            #expect(first == ["F4": "paused|left", "F10": "Quiet now.", "A1": "5"])
            #expect(try await send([("F4", ""), ("F10", " "), ("B1", "3")]) == ["A1": "5", "B1": "3"])
        }
    }

    @Test func whoeverWasHurtIsOfferedHelpAndToldWhoKnows() async throws {
        let rehearsal = try await Rehearsal()
        let (path, _) = try await asked(rehearsal, on: "2026-06-17T09:16:00Z")
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let from = path + "?wave=followup-3"
            func thanks(_ fields: [(String, String)]) async throws -> String {
                let saved = try await visitor.post(path, [("wave", "followup-3")] + fields, from: from)
                return try await visitor.get(try saved.location.orThrow()).text
            }
            #expect(try await !thanks([("F6", "nobody")]).contains("08 08 16 89 111"))
            let hurt = try await thanks([("F6", "me")])
            #expect(hurt.contains("08 08 16 89 111") && hurt.contains("Nobody is told about it unless you say so here"))
            #expect(try await thanks([("F6-contact", "yes")]).contains("Our safeguarding lead is told"))
            #expect(
                try await thanks([("F6", "nobody"), ("F9", "yes")]).contains("Somebody from the programme is told")
            )
        }
    }
}
