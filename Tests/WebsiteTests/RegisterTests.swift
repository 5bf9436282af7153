import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

@Suite struct RegisterTests {
    @Test func marksAllThenTheExceptionsThenAWalkIn() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let path = "/staff/runs/\(rehearsal.today)/register"
            let before = try await visitor.get(path)
            #expect(before.text.contains("4 not recorded"))
            let all = try await visitor.post(path, [("sitting", "1"), ("all_present", "yes")])
            #expect(all.location == path + "?sitting=1&done=marked")
            let sheet = try await rehearsal.office.register(of: rehearsal.today, by: Rehearsal.terminal)
            let late = sheet.lines[1].booking
            _ = try await visitor.post(path, [("mark_\(late)", "late"), ("late_\(late)", "10")])
            let added = try await visitor.post(
                "/staff/runs/\(rehearsal.today)/walk-in",
                [("sitting", "1"), ("walk_in", "Who Walked In"), ("attempt", "1")],
                from: path
            )
            #expect(added.location == path + "?sitting=1&done=walk-in")
            let lines = try await rehearsal.office.register(of: rehearsal.today, by: Rehearsal.terminal).lines
            #expect(lines.first { $0.booking == late }?.marks == [.late(minutes: 10)])
            #expect(lines.count == 5 && lines.filter { $0.marks == [.present] }.count == 4)
            #expect(lines.first(where: \.isWalkIn)?.name.text == "Who Walked In")
        }
    }

    @Test func minutesAreAskedForBesideTheRow() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let path = "/staff/runs/\(rehearsal.today)/register"
            let booking = try await rehearsal.office.register(of: rehearsal.today, by: Rehearsal.terminal).lines[0]
                .booking
            let answer = try await visitor.post(path, [("mark_\(booking)", "late"), ("late_\(booking)", "soon")])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("needs the minutes missed"))
            #expect(answer.text.contains("href=\"#late_\(booking)\"") && answer.text.contains("value=\"soon\""))
        }
    }

    @Test func theScriptGetsASentenceInsteadOfAPage() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let path = "/staff/runs/\(rehearsal.held)/register"
            let booking = try await rehearsal.office.register(of: rehearsal.held, by: Rehearsal.terminal).lines[0]
                .booking
            let headers: HTTPFields = [.origin: "http://localhost", .accept: "text/plain"]
            let refused = try await visitor.post(path, [("mark_\(booking)", "absent")], headers: headers)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("needs a reason") && !refused.text.contains("<html"))
            let taken = try await visitor.post(
                path,
                [("mark_\(booking)", "absent"), ("reason", "wrong row")],
                headers: headers
            )
            #expect(taken.status == .noContent)
        }
    }
}
