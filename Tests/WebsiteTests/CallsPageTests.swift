import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Testing

@testable import Website

@Suite struct CallsPageTests {
    /// Four years of two areas as a counts file; Oxford is too small to be told.
    private static let counts =
        "area,month,count\n"
        + (0..<48).flatMap { number -> [String] in
            let month = "\(2022 + number / 12)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)"
            let noise = number * 37 % 29
            return ["Slough,\(month),\(200 + noise - (number >= 30 ? 40 : 0))", "Oxford,\(month),\(noise % 4 / 3)"]
        }.joined(separator: "\n") + "\n"

    private func withPage(_ body: @escaping @Sendable (inout Visitor) async throws -> Void) async throws {
        let rehearsal = try await Rehearsal()
        let file = FileManager.default.temporaryDirectory.appending(path: "counts-\(UUID().uuidString).csv")
        try Self.counts.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try await rehearsal.office.importCounts([file.path], by: Rehearsal.terminal)
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("manager@example.org", office: rehearsal.office)
            try await body(&visitor)
        }
    }

    @Test("shows a design's verdict, figures and numbers, and gives it as a file") func design() async throws {
        try await withPage { visitor in
            let address = "/staff/evaluation/calls?method=its&start=2024-07&treated=Slough&lag=12"
            let page = try await visitor.get(address)
            #expect(page.status == .ok && page.text.contains("clear fall"))
            #expect(page.text.contains("<th scope=\"row\">level</th>"))
            #expect(page.text.contains("&quot;method&quot;: &quot;its&quot;"))
            #expect(page.text.contains("value=\"its\" selected") && page.text.contains("value=\"2024-07\""))
            let figure = try #require(
                page.text.firstMatch(of: /src="(\/staff\/evaluation\/calls\/series-1\.svg[^"]*)"/)
            )
            let drawing = try await visitor.get(String(figure.1).replacingOccurrences(of: "&amp;", with: "&"))
            #expect(drawing.status == .ok && drawing.text.contains("<svg"))
            #expect(try await visitor.get("/staff/evaluation/calls/nothing.svg").status == .notFound)
        }
    }

    @Test(
        "says what is wrong with a design beside its field",
        arguments: [
            ("start=July", "start", "is not a month like 2025-04"), ("harmonics=9", "harmonics", "from 0 to 6"),
            ("method=guess", "method", "Choose one"),
            ("treated=Atlantis&start=2024-01", "treated", "no count of an area"),
            ("treated=Oxford", "start", "no run was held"),
        ]
    )
    func faults(query: String, field: String, words: String) async throws {
        try await withPage { visitor in
            let page = try await visitor.get("/staff/evaluation/calls?\(query)")
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"\(field)-error\"") && page.text.contains(words))
        }
    }

    @Test("gives a report to keep, in which small counts are not told") func report() async throws {
        try await withPage { visitor in
            let page = try await visitor.get(
                "/staff/evaluation/calls/report.html?method=before_after&start=2024-07&treated=Oxford"
            )
            #expect(page.status == .ok && page.text.hasPrefix("<!DOCTYPE html>"))
            #expect(page.text.contains("Counts below 10 are not told.") && page.text.contains("suppressed"))
            let confidence = try await visitor.get("/staff/evaluation/report.html")
            #expect(confidence.status == .ok && confidence.text.contains("Verdict:"))
        }
    }

    @Test("without counts says why there is nothing") func nothing() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("manager@example.org", office: rehearsal.office)
            let page = try await visitor.get("/staff/evaluation/calls")
            #expect(page.status == .ok && page.text.contains("There are no counts on record."))
        }
    }
}
