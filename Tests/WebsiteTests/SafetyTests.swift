import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import Operations
import Programme
import Records
import Synchronization
import Testing

@testable import Website

@Suite struct FormGuardTests {
    @Test(
        "refuses a form that did not come from here, whatever its token",
        arguments: [
            ["Origin": "https://evil.example"], ["Origin": "null"], [:],
            ["Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"],
        ]
    )
    func refusesForeign(fields: [String: String]) async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            var headers = HTTPFields()
            for (name, value) in fields { headers[try HTTPField.Name(name).orThrow()] = value }
            let answer = try await visitor.post(
                "/courses/\(rehearsal.other)",
                [("name", "Eve"), ("attempt", "1")],
                headers: headers
            )
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("did not come from this site"))
            #expect(try await rehearsal.office.publicRun(rehearsal.other).confirmed == 0)
        }
    }

    @Test func refusesAMissingOrForeignTokenButKeepsWhatWasTyped() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client), attacker = Visitor(client)
            let foreign = try await attacker.get("/courses/\(rehearsal.other)").hidden("form_token").orThrow()
            for token in ["", "0000", foreign] {
                let answer = try await visitor.post(
                    "/courses/\(rehearsal.other)",
                    [("name", "Kept <Name>"), ("attempt", "1")],
                    token: token
                )
                #expect(answer.status == .forbidden)
                #expect(answer.text.contains("Kept &lt;Name&gt;"))
                #expect(try await rehearsal.office.publicRun(rehearsal.other).confirmed == 0)
            }
        }
    }

    @Test func takesAFormWhoseBrowserHidesTheOriginButSaysItIsTheSameSite() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let answer = try await visitor.post(
                "/courses/\(rehearsal.other)",
                [("name", "Nia"), ("attempt", "1")],
                headers: [.origin: "null", .fetchSite: "same-origin"]
            )
            #expect(answer.status == .seeOther)
        }
    }

    @Test func refusesWhatIsNoFormAndWhatIsTooLarge() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let large = try await visitor.post(
                "/courses/\(rehearsal.other)",
                [("name", String(repeating: "a", count: FormGuard.longest + 1))]
            )
            #expect(large.status == .contentTooLarge)
            let json = try await client.execute(
                uri: "/courses/\(rehearsal.other)",
                method: .post,
                headers: [.contentType: "application/json", .origin: "http://localhost"],
                body: .init(string: "{}")
            )
            #expect(json.status == .unsupportedMediaType)
        }
    }

    @Test func aDoubleClickBooksOnce() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let page = try await visitor.get("/courses/\(rehearsal.other)")
            let fields = [("name", "Nobody's Double"), ("attempt", try page.hidden("attempt").orThrow())]
            let first = try await visitor.post("/courses/\(rehearsal.other)", fields)
            let second = try await visitor.post("/courses/\(rehearsal.other)", fields)
            #expect(first.location == second.location)
            #expect(try await rehearsal.office.publicRun(rehearsal.other).confirmed == 1)
        }
    }
}

@Suite struct HeaderTests {
    @Test(
        "every answer forbids what a page does not need",
        arguments: ["/", "/courses", "/nothing-here", "/sign-in", "/health"]
    )
    func headers(path: String) async throws {
        try await withSite(try await Rehearsal()) { client in
            var visitor = Visitor(client)
            let headers = try await visitor.get(path).headers
            let policy = try headers[.contentSecurityPolicy].orThrow()
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.frameOptions] == "DENY")
            #expect(headers[.referrerPolicy] == "same-origin")
        }
    }

    @Test func cookiesAreHiddenFromScriptsAndForHttpsOnlyWhenTheSiteIs() async throws {
        for (address, expected) in [
            ("http://localhost:8080", "visit="), ("https://courses.example.org", "__Host-visit="),
        ] {
            try await withSite(try await Rehearsal(publicAddress: address, people: false)) { client in
                var visitor = Visitor(client)
                let cookie = try await visitor.get("/sign-in").headers[.setCookie].orThrow()
                #expect(cookie.hasPrefix(expected))
                #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
                #expect(cookie.contains("Secure") == address.hasPrefix("https"))
            }
        }
    }
}

@Suite struct KeepingTests {
    @Test func whatOnePersonMaySeeIsKeptNowhere() async throws {
        let rehearsal = try await Rehearsal()
        let booked = try await rehearsal.book("Private Person", on: rehearsal.other)
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            let own = try await visitor.get("/bookings/\(booked.token)").headers
            #expect(own[.cacheControl] == "no-store" && own[.robots] == "noindex, nofollow")
            let everybodys = try await visitor.get("/courses/\(rehearsal.other)").headers
            #expect(everybodys[.cacheControl] == "private, no-cache" && everybodys[.robots] == nil)
            let calendar = try await visitor.get("/calendar/\(booked.token).ics")
            #expect(calendar.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(calendar.text.contains("BEGIN:VEVENT\r\n") && !calendar.text.contains("Private Person"))
        }
    }
}

@Suite struct HostileInputTests {
    @Test func namesAndNeedsAreTextWhereverTheyAreShown() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            let name = "<script>alert(1)</script>\"'&"
            _ = try await rehearsal.book(name, on: rehearsal.other, needs: "<img src=x onerror=alert(2)>")
            var visitor = Visitor(client)
            try await visitor.signIn("manager@example.org", office: rehearsal.office)
            for path in [
                "/staff/runs/\(rehearsal.other)", "/staff/runs/\(rehearsal.other)/register",
                "/courses?area=%22%3E%3Cscript%3E&from=%3Cscript%3E", "/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            ] {
                let page = try await visitor.get(path)
                #expect(!page.text.contains("<script>alert"), "\(path)")
                #expect(!page.text.contains("<img src=x"), "\(path)")
            }
        }
    }

    @Test(
        "never leads away after signing in",
        arguments: [
            "https://evil.example/staff", "//evil.example", "/staff\\@evil.example", "javascript:alert(1)",
            "/staff/\nX: y", "/staffing",
        ]
    )
    func nextStaysHere(next: String) {
        #expect(SignInPages.next(Fields(pairs: [("next", next)])) == "/staff")
    }

    @Test func nextKeepsAPageForStaff() {
        #expect(SignInPages.next(Fields(pairs: [("next", "/staff/planner?people=450")])) == "/staff/planner?people=450")
    }
}

@Suite struct FaultTests {
    @Test func aFaultGetsANumberAndTellsNothingElse() async throws {
        let rehearsal = try await Rehearsal()
        let lines = Lines()
        let application = try makeWebsite(
            office: rehearsal.office,
            log: Logger(label: "test") { _ in LineHandler(lines: lines) }
        )
        try rehearsal.office.close()
        try await application.test(.router) { client in
            var visitor = Visitor(client)
            let answer = try await visitor.get("/courses?area=secret-area")
            #expect(answer.status == .internalServerError)
            let start = try answer.text.firstRange(of: "tell us the number ").orThrow().upperBound
            let reference = String(answer.text[start...].prefix(8))
            #expect(!answer.text.contains("SQL") && !answer.text.contains("database"))
            let noted = lines.all.filter { $0.contains(reference) }
            #expect(noted.count == 1 && noted.allSatisfy { !$0.contains("secret-area") })
            #expect(try await visitor.get("/health").status == .serviceUnavailable)
        }
        try FileManager.default.removeItem(at: rehearsal.folder)
    }
}

/// What was logged.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct LineHandler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
        lines.add("\(event.message) \(event.metadata ?? [:])")
    }
}
