import Foundation
import Operations
import Programme
import Records
import Testing

/// What must not be found: tokens in the file, names in audit and log.
@Suite struct TraceTests {
    private static let marker = "Zyxwvu"

    @Test("no token, password or invitation code stands in the database files")
    func tokens() async throws {
        let test = try await TestOffice()
        let run = try await test.run(5)
        let receipt = try await test.book("Asha", on: run)
        let (actor, link) = try await test.account(.trainer, "t@example.org")
        let session = try await test.office.signIn(with: link).session
        let unused = try await test.office.signInLink(
            for: try EmailAddress(parsing: "t@example.org"),
            by: TestOffice.staff
        )
        try await test.office.setPassword(
            "four words do well",
            for: try EmailAddress(parsing: "t@example.org"),
            by: actor
        )
        let code = try await test.office.makeInvitation(
            for: "P",
            uses: 1,
            days: 1,
            marksCallers: true,
            by: TestOffice.staff
        )
        let surveys = try await test.office.surveyLinks(of: run, by: TestOffice.staff).map(\.token)
        let secrets = [receipt.token, link, session, unused, code] + surveys
        let found = try fileBytes(test)
        #expect(found.contains(Data("t@example.org".utf8)))  // the search finds what is there
        for secret in secrets.map(\.description) + ["four words do well"] {
            #expect(!found.contains(Data(secret.utf8)))
            #expect(!found.contains(Data(secret.uppercased().utf8)))
        }
    }

    @Test("no name, address, number, need or answer of a person stands in audit, outbox or log")
    func people() async throws {
        let test = try await TestOffice()
        let marker = Self.marker
        let (one, other) = (try await test.run(1), try await test.run(1, at: "2026-08-01T09:15"))
        func request(_ suffix: String) throws -> BookingRequest {
            BookingRequest(
                name: try PersonName(parsing: "\(marker)name \(suffix)"),
                email: try EmailAddress(parsing: "\(marker)mail\(suffix)@example.org"),
                telephone: try TelephoneNumber(parsing: "07700 90012\(suffix)"),
                source: .partner("\(marker)'s surgery"),
                accessNeeds: "\(marker)needs",
                bookedBy: "\(marker)friend"
            )
        }
        let first = try await test.office.book(try request("1"), on: one, by: .visitor)
        let second = try await test.office.book(try request("2"), on: one, by: .visitor)
        try? await { _ = try await test.office.book(try request("2"), on: one, by: .visitor) }()
        _ = try await test.office.move(first.entry.booking.id, to: other, by: TestOffice.staff)
        let third = try await test.office.book([try request("3")], on: one, by: TestOffice.staff)
        _ = try await test.office.cancel(third[0].entry.booking.id, reason: "\(marker)reason", by: TestOffice.staff)
        try test.clock.set("2026-07-04T08:00:00Z")
        _ = try await test.office.addWalkIn(
            try PersonName(parsing: "\(marker)walk"),
            language: nil,
            to: one,
            by: TestOffice.staff
        )
        _ = try await test.office.markAllPresent(on: one, by: TestOffice.staff)
        try test.clock.set("2026-10-04T08:00:00Z")
        _ = try await test.office.answer(
            ["F10": "\(marker)words", "F6": "me", "F6-contact": "yes"],
            wave: .followUp(months: 3),
            with: second.token
        )
        _ = try await test.office.people(containing: marker, by: TestOffice.staff)
        let (actor, link) = try await test.account(.manager, "\(marker)staff@example.org")
        _ = try await test.office.signIn(with: link)
        _ = try await test.office.disableAccount(
            email: try EmailAddress(parsing: "\(marker)staff@example.org"),
            by: actor
        )
        try await expectNoTrace(test)
    }

    @Test("no reason that somebody typed stands in audit, outbox or log, and erasing it leaves the chain whole")
    func reasons() async throws {
        let test = try await TestOffice()
        let (run, reason) = (try await test.run(1), "\(Self.marker) came after all")
        var people: [ID<Booking>] = []
        for name in ["Asha", "Bo", "Cy"] { people.append(try await test.book(name, on: run).entry.booking.id) }
        try test.clock.set("2026-07-04T07:00:00Z")
        _ = try await test.office.cancel(people[0], reason: reason, by: TestOffice.staff)
        _ = try await test.office.promote(people[2], reason: reason, by: TestOffice.staff)
        try test.clock.set("2026-07-05T07:00:00Z")
        _ = try await test.office.take(.hold, run: run, by: TestOffice.staff)
        _ = try await test.office.markAllPresent(on: run, reason: reason, by: TestOffice.staff)
        let issued = try await test.office.issueCertificates(run: run, by: TestOffice.staff).issued
        let number = try #require(issued.first).facts.number.description
        _ = try await test.office.revokeCertificate(number, reason: reason, by: TestOffice.staff)
        let other = try await test.run(at: "2026-08-01T09:15")
        _ = try await test.office.take(.cancel, run: other, reason: reason, by: TestOffice.staff)
        try await expectNoTrace(test)
        #expect(try await test.rows("SELECT text AS said FROM reason") == [reason, reason])
        let engine = try SQLiteEngine(path: test.path)
        try await engine.write { connection in try connection.run("UPDATE reason SET text = 'erased'") }
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    private func expectNoTrace(_ test: TestOffice) async throws {
        let kept = try await test.contents()
        #expect(kept.contains { $0.contains(Self.marker) })  // the search finds what is there
        let traces = kept.filter { line in
            ["audit", "outbox", "link", "session", "setting"].contains { line.hasPrefix("\($0): ") }
        }
        #expect(traces.count > 5 && test.log.lines.count > 5)
        for line in traces + test.log.lines {
            #expect(!line.lowercased().contains(Self.marker.lowercased()) && !line.contains("90012"), "\(line)")
        }
        #expect(!test.log.lines.contains { $0.contains("@") })
    }

    private func fileBytes(_ test: TestOffice) throws -> Data {
        var bytes = Data()
        for suffix in ["", "-wal"] {
            bytes += try Data(contentsOf: URL(filePath: test.path + suffix))
        }
        return bytes
    }
}

extension Data {
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
