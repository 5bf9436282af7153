import CertificateWriter
import Material
import Programme
import Records
import Testing

@testable import Operations

/// The demonstration of one day that tests which only read share.
let sharedDemonstration = Task { try await MadeUpOffice.demonstration(of: "2026-11-21") }

@Suite("Demonstration")
struct DemonstrationTests {
    /// Ordinary days, a leap day, the first of a year, and the two days on which London changed or changes its clocks.
    static let days = ["2026-11-21", "2028-02-29", "2027-01-01", "2026-03-29", "2026-10-25", "2024-07-15"]

    @Test("Equal seed and day give equal rows; another seed gives others")
    func deterministic() async throws {
        let (first, _) = try await MadeUpOffice.demonstration(of: "2026-11-21")
        let (second, _) = try await MadeUpOffice.demonstration(of: "2026-11-21")
        let (other, _) = try await MadeUpOffice.demonstration(of: "2026-11-21", seed: 2)
        let rows = try await first.dump()
        #expect(rows.count > 15_000)
        #expect(try await second.dump() == rows)
        #expect(try await other.dump() != rows)
    }

    @Test("Nothing drifts, and the three runs are there", arguments: days)
    func runs(day: String) async throws {
        let (made, report) = try await MadeUpOffice.demonstration(of: day)
        let (office, actor) = (made.office, MadeUpOffice.actor)
        let today = try #require(CalendarDate(day))
        #expect(try await office.verify(by: actor) == [])
        #expect(try await office.isDemonstration())

        let runOfToday = try await office.run(report.runOfToday, by: actor)
        #expect(runOfToday.run.starts == LocalDateTime("\(day)T09:15"))
        #expect(runOfToday.run.state == .open)
        #expect(runOfToday.run.area == "milton-keynes")
        #expect(runOfToday.run.course.code == "defusing-one-day")
        #expect((runOfToday.confirmed, runOfToday.run.capacity, runOfToday.waiting) == (6, 12, 0))
        let onDay = try await office.runs(RunFilter(from: today, to: today), by: actor)
        #expect(onDay.map(\.run.id) == [report.runOfToday])

        let before = today.adding(days: -1)
        #expect(
            try await office.runs(RunFilter(from: before, to: before), by: actor).map(\.run.id) == [
                report.runOfYesterday
            ]
        )
        let sheet = try await office.register(of: report.runOfYesterday, by: actor)
        #expect(sheet.summary.run.state == .held)
        #expect(sheet.lines.allSatisfy { $0.marks.allSatisfy { $0 != nil && $0 != .absent } })
        #expect(sheet.lines.count { !$0.answered.contains(.post) } == 2)
        #expect(sheet.lines.allSatisfy { $0.answered.contains(.pre) && $0.certificate != nil })

        let full = try await office.run(report.fullRun, by: actor)
        #expect((full.free, full.waiting, full.run.state) == (0, 2, .open))
        let open = try await office.publicRuns()
        #expect(open.contains { $0.run.id == report.fullRun })
        #expect(Set(open.filter { $0.free > 0 }.map(\.run.area)).count >= 7)
        let all = try await office.runs(by: actor).map(\.run)
        #expect(Set(all.filter { $0.state == .held }.map(\.area)) == Set(PilotArea.all.map(\.code)))
        #expect(all.count { $0.state == .cancelled } == 2)
        #expect((430...470).contains(report.confirmed))
    }

    @Test("Whoever comes next to the full run is third of three")
    func nextWaits() async throws {
        let (made, report) = try await MadeUpOffice.demonstration(of: "2026-11-21")
        let request = BookingRequest(name: try PersonName(parsing: "نسرین اختر"), language: "ur", source: .website)
        let receipt = try await made.office.book(request, on: report.fullRun, by: .visitor)
        #expect(receipt.outcome == .waiting(position: 3))
        #expect(receipt.summary.waiting == 3)
    }

    @Test(
        "The trainer can mark today's register and issue at any time of the day",
        arguments: ["2026-11-21T00:05", "2026-11-21T06:40", "2026-11-21T09:14", "2026-11-21T23:50", "2026-10-25T01:30"]
    )
    func register(now: String) async throws {
        let now = try #require(LocalDateTime(now))
        let made = try await MadeUpOffice(now: now)
        let report = try await made.office.makeDemonstration(seed: 1, today: now.date, by: MadeUpOffice.actor)
        let account = try #require(report.accounts.first { $0.role == .trainer })
        let trainer = Actor.signedIn(account)
        let sheet = try await made.office.markAllPresent(on: report.runOfToday, by: trainer)
        #expect(sheet.lines.count == 6)
        let issued = try await made.office.issueCertificates(run: report.runOfToday, by: trainer)
        #expect(issued.issued.count == 6)
        #expect(issued.notIssued.isEmpty)
        #expect(try await made.office.verify(by: MadeUpOffice.actor) == [])
    }

    @Test("Every name is printed as it stands")
    func names() async throws {
        let (made, report) = try await sharedDemonstration.value
        let press = try made.office.presses.press()
        let everybody = try await made.office.records.read { reader in try reader.people(containing: "", limit: 100_000)
        }
        #expect(everybody.count == report.people)
        #expect(Set(everybody.map(\.person.name.text)).count == report.people)
        for (person, _) in everybody {
            let name = try press.check(name: person.name.given, language: person.language)
            #expect(Array(name.text.unicodeScalars) == Array(person.name.text.unicodeScalars), "\(person.name)")
        }
        #expect(Set(everybody.compactMap(\.person.language)).count >= 18)
    }

    @Test("Certificates went to those who earned one, and say what the office says when it issues them anew")
    func certificates() async throws {
        let (made, report) = try await MadeUpOffice.demonstration(of: "2026-11-21")
        let (office, actor) = (made.office, MadeUpOffice.actor)
        #expect((250...380).contains(report.certificates))
        #expect(try await made.number("SELECT COUNT(*) FROM certificate") == report.certificates)
        for held in try await office.runs(RunFilter(states: [.held]), by: actor).prefix(6) {
            let issued = try await office.issueCertificates(run: held.run.id, by: actor).issued
            #expect(issued.allSatisfy { !$0.isNew })
            for certificate in issued.prefix(2) {
                let number = certificate.facts.number
                #expect(try await office.standing(ofCertificate: number.description).status == .valid)
                #expect(try office.pdf(of: certificate).starts(with: Array("%PDF-".utf8)))
                _ = try await office.revokeCertificate(number.description, reason: "test", by: actor)
                let anew = try await office.reissueCertificate(number.description, reason: "test", by: actor)
                var facts = anew.facts
                #expect((facts.version, facts.issuedOn) == (2, report.today))
                (facts.version, facts.issuedOn) = (1, certificate.facts.issuedOn)
                #expect(facts == certificate.facts)
            }
        }
    }

    @Test("Every part of every name is printed as it stands, drawn this time or not")
    func nameParts() async throws {
        let (made, _) = try await sharedDemonstration.value
        let press = try made.office.presses.press()
        for pool in NamePool.all {
            let given = pool.given.indices.map { $0 * pool.family.count + $0 % pool.family.count }
            for index in given + Array(pool.family.indices) {
                let name = try press.check(name: pool.name(index), language: pool.language)
                #expect(
                    Array(name.text.unicodeScalars) == Array(pool.name(index).unicodeScalars),
                    "\(pool.name(index))"
                )
            }
        }
    }

    @Test("A rehearsal tells what would be made and changes nothing")
    func rehearsal() async throws {
        let now = try #require(LocalDateTime("2026-11-21T12:00"))
        let made = try await MadeUpOffice(now: now, rehearses: true)
        let before = try await made.dump()
        let report = try await made.office.makeDemonstration(seed: 1, today: now.date, by: MadeUpOffice.actor)
        #expect(try await made.dump() == before)
        #expect(try await sharedDemonstration.value.report == report)
    }

    @Test("A day outside the calendar of quarters is refused", arguments: ["1989-12-31", "2191-01-01", "9999-12-31"])
    func farAway(day: String) async throws {
        let day = try #require(CalendarDate(day))
        let made = try await MadeUpOffice(now: LocalDateTime(date: day, minutes: 720))
        await #expect(throws: DayOutOfReach(day: day)) {
            try await made.office.makeDemonstration(seed: 1, today: day, by: MadeUpOffice.actor)
        }
    }

    @Test("A database that holds something is refused, and says what it holds")
    func refusal() async throws {
        let made = try await MadeUpOffice(now: try #require(LocalDateTime("2026-11-21T12:00")))
        let actor = MadeUpOffice.actor
        let day = try #require(CalendarDate("2026-11-21"))
        _ = try await made.office.logAwareness(
            on: day,
            area: "Oxfordshire",
            setting: .school,
            audience: "Year 9",
            heads: 30,
            estimated: false,
            by: actor
        )
        let before = try await made.dump()
        await #expect(throws: DatabaseNotEmpty(contents: "1 awareness session")) {
            try await made.office.makeDemonstration(seed: 1, today: day, by: actor)
        }
        #expect(try await made.dump() == before)
        let (twice, _) = try await sharedDemonstration.value
        await #expect(throws: DatabaseNotEmpty.self) {
            try await twice.office.makeDemonstration(seed: 1, today: day, by: actor)
        }
        let manager = Actor.signedIn(
            try #require(try await sharedDemonstration.value.report.accounts.first { $0.role == .manager })
        )
        await #expect(throws: NotAllowed.self) {
            try await made.office.makeDemonstration(seed: 1, today: day, by: manager)
        }
    }
}
