import CertificateWriter
import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
import Programme
import Records
import Testing

@testable import Website

@Suite("One person on a register") struct AttendeeTests {
    private func held(_ rehearsal: Rehearsal) async throws -> (line: RegisterLine, path: String) {
        _ = try await rehearsal.office.issueCertificates(run: rehearsal.held, by: Rehearsal.terminal)
        let sheet = try await rehearsal.office.register(of: rehearsal.held, by: Rehearsal.terminal)
        let line = try sheet.lines.first { $0.certificate != nil }.orThrow()
        return (line, "/staff/runs/\(rehearsal.held)/bookings/\(line.booking)")
    }

    @Test("the register draws each name and asks whether it is right") func draws() async throws {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            let sheet = try await rehearsal.office.register(of: rehearsal.today, by: Rehearsal.terminal)
            let page = try await visitor.get("/staff/runs/\(rehearsal.today)/register").text
            for line in sheet.lines {
                let path = "/staff/runs/\(rehearsal.today)/bookings/\(line.booking)"
                #expect(page.contains("src=\"\(path)/name.svg\"") && page.contains("href=\"\(path)\""))
                let drawing = try await visitor.get(path + "/name.svg")
                #expect(drawing.headers[.contentType]?.hasPrefix("image/svg+xml") == true)
                #expect(drawing.text.hasPrefix("<svg") && drawing.text.contains(line.name.text))
            }
            #expect(page.components(separatedBy: "Is this right?").count == sheet.lines.count + 1)
            let other = "/staff/runs/\(rehearsal.held)/bookings/\(sheet.lines[0].booking)"
            #expect(try await visitor.get(other).status == .notFound)
        }
    }

    @Test("a trainer corrects a name, and the certificate is issued again with it") func corrects() async throws {
        let rehearsal = try await Rehearsal()
        let (line, path) = try await held(rehearsal)
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("trainer@example.org", office: rehearsal.office)
            try expectSnapshot(try await visitor.get(path).text, named: "attendee")
            let blank = try await visitor.post(path + "/name", [("name", " ")], from: path)
            #expect(blank.status == .unprocessableContent && blank.text.contains("href=\"#name\""))
            let saved = try await visitor.post(
                path + "/name",
                [("name", "Łucja Ōkawa"), ("language", "pl"), ("reason", "misheard")],
                from: path
            )
            #expect(saved.location == path + "?done=name")
            let page = try await visitor.get(path + "?done=name").text
            #expect(page.contains("The name is saved") && page.contains("Łucja Ōkawa"))
            #expect(page.contains("<dd>2, issued ") && page.contains("valid"))
            #expect(!page.contains("Take it back"))
            let number = try line.certificate.orThrow()
            let verified = try await visitor.get("/verify/\(number)").text
            #expect(verified.contains("A print with an earlier day of issue no longer holds"))
            #expect(!verified.contains("Łucja") && !verified.contains(line.name.text))
        }
    }

    @Test("a manager takes a certificate back with a reason, and issues it again") func revokes() async throws {
        let rehearsal = try await Rehearsal()
        let (line, path) = try await held(rehearsal)
        let number = try line.certificate.orThrow()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            try await visitor.signIn("manager@example.org", office: rehearsal.office)
            let unexplained = try await visitor.post(path + "/revoke", [("reason", "")], from: path)
            #expect(unexplained.status == .unprocessableContent && unexplained.text.contains("with a reason"))
            let same = try await visitor.post(path + "/reissue", [("reason", "x")], from: path)
            #expect(same.status == .unprocessableContent && same.text.contains("would say again"))
            let revoked = try await visitor.post(path + "/revoke", [("reason", "wrong person")], from: path)
            #expect(revoked.location == path + "?done=revoked")
            #expect(try await visitor.get("/verify/\(number)").text.contains("This certificate was taken back"))
            let page = try await visitor.get(path).text
            #expect(page.contains("taken back") && !page.contains("Open the certificate"))
            let reissued = try await visitor.post(path + "/reissue", [("reason", "right after all")], from: path)
            #expect(reissued.location == path + "?done=reissued")
            #expect(try await visitor.get("/verify/\(number)").text.contains("This certificate is valid"))
        }
    }

    @Test("anybody can read the keys, whatever the case of the address, and programs can too") func keys() async throws
    {
        let rehearsal = try await Rehearsal()
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            #expect(try await visitor.get("/verify/key").text.contains("No certificate has been signed here yet"))
            _ = try await held(rehearsal)
            try expectSnapshot(try await visitor.get("/VERIFY/Key").text, named: "keys")
            let file = try await visitor.get("/verify/key.json")
            #expect(file.headers[.contentType] == "application/json")
            let keys = try PublicKeyList(json: Array(file.text.utf8)).orThrow().keys
            #expect(keys.count == 1 && keys[0].algorithm == "Ed25519")
            #expect(try await rehearsal.office.certificateKeys().map(\.key) == keys.compactMap(\.key))
        }
    }

    @Test("numbers cannot be tried out: the three hundred and first look-up of one address waits") func noEnumeration()
        async throws
    {
        let rehearsal = try await Rehearsal(people: false)
        try await withSite(rehearsal) { client in
            var visitor = Visitor(client)
            for _ in 0..<300 {
                #expect(try await visitor.get("/verify/CG-0000-0000-0000-0").status == .notFound)
            }
            let refused = try await visitor.get("/verify/CG-0000-0000-0000-0")
            #expect(refused.status == .tooManyRequests && refused.text.contains("Wait"))
        }
    }
}
