import Foundation
import Material
import Operations
import Programme
import Records
import Testing

@Suite struct RunTests {
    private func plan(
        course: String = "defusing-one-day",
        programme: String? = nil,
        area: String = "Milton Keynes",
        trainers: [String] = [],
        capacity: Int = 10,
        starts: [String] = ["2026-07-04T09:15"],
        zone: String = "Europe/London"
    ) throws -> RunPlan {
        try RunPlan(
            course: course,
            programme: programme,
            area: area,
            venue: Venue(name: "Hall"),
            trainers: trainers,
            capacity: capacity,
            starts: starts.compactMap { LocalDateTime($0) },
            zone: zone
        )
    }

    @Test("a run is scheduled as a draft with the course as it is today")
    func schedules() async throws {
        let test = try await TestOffice()
        _ = try await test.account(.trainer, "asha@example.org")
        let run = try await test.office.schedule(
            try plan(trainers: ["ASHA@example.org", "Bo Béla"]),
            by: TestOffice.staff
        ).run
        #expect(run.state == .draft && run.area == "milton-keynes" && run.capacity == 10)
        #expect(run.sittings.map(\.ends.description) == ["2026-07-04T16:45"])
        #expect(run.bookingCloses == run.starts)
        #expect(run.trainers.map(\.name) == ["Staff trainer", "Bo Béla"] && run.trainers[0].account != nil)
        let course = try await test.office.course(of: run)
        #expect(course == test.office.library.courses.first { $0.course.code == "defusing-one-day" }?.course)
        #expect(course.contactMinutes == 345)
    }

    @Test("two evenings are two sittings")
    func evenings() async throws {
        let test = try await TestOffice()
        let plan = try plan(course: "defusing-two-evenings", starts: ["2026-07-01T18:00", "2026-07-08T18:00"])
        let run = try await test.office.schedule(plan, by: TestOffice.staff).run
        #expect(run.sittings.map(\.ends.description) == ["2026-07-01T21:20", "2026-07-08T21:25"])
    }

    @Test("what cannot be scheduled is named, with the nearest thing there is")
    func refusals() async throws {
        let test = try await TestOffice()
        let before = try await test.contents()
        func refused(_ words: String..., plan: @autoclosure () throws -> RunPlan) async throws {
            let plan = try plan()
            for word in words {
                await expectRefusal(word) { _ = try await test.office.schedule(plan, by: TestOffice.staff) }
            }
        }
        try await refused(
            "defusing-one-dya",
            "Did you mean \"defusing-one-day\"?",
            plan: try plan(course: "defusing-one-dya")
        )
        try await refused("Milton Keyns", "Milton Keynes", plan: try plan(area: "Milton Keyns"))
        try await refused("awareness session", "awareness log", plan: try plan(course: "awareness-schools"))
        try await refused("17 places", "at most 16", "two runs", plan: try plan(capacity: 17))
        try await refused("the course has 1 and 2", plan: try plan(starts: ["2026-07-01T18:00", "2026-07-08T18:00"]))
        try await refused("no time zone \"Europe/Londn\"", "IANA", plan: try plan(zone: "Europe/Londn"))
        try await refused("no programme \"x\"", plan: try plan(programme: "x"))
        try await refused("no account \"nobody@example.org\"", plan: try plan(trainers: ["nobody@example.org"]))
        #expect(try await test.contents() == before)
    }

    @Test("cancelling needs a reason, ends every booking and queues each a letter")
    func cancels() async throws {
        let test = try await TestOffice()
        let run = try await test.run(1)
        for name in ["Asha", "Bo"] { _ = try await test.book(name, on: run) }
        for reason in [nil, ""] as [String?] {
            await expectRefusal("reason") {
                _ = try await test.office.take(.cancel, run: run, reason: reason, by: TestOffice.staff)
            }
        }
        let change = try await test.office.take(.cancel, run: run, reason: "hall flooded", by: TestOffice.staff)
        #expect(change.bookingsEnded == 2 && change.summary.run.state == .cancelled && change.summary.confirmed == 0)
        #expect(try await test.rows("SELECT purpose AS said FROM outbox WHERE purpose = 'run-cancelled'").count == 2)
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
        for step in RunStep.allCases {
            await expectRefusal("is cancelled", "new run") {
                _ = try await test.office.take(step, run: run, reason: "x", by: TestOffice.staff)
            }
        }
    }

    @Test("a run with marks on its register is not cancelled")
    func marked() async throws {
        let test = try await TestOffice()
        let run = try await test.run()
        let booking = try await test.book("Asha", on: run).entry.booking.id
        try test.clock.set("2026-07-04T09:00:00Z")
        _ = try await test.office.markAllPresent(on: run, by: TestOffice.staff)
        await expectRefusal("1 person is marked", "Record it as held") {
            _ = try await test.office.take(.cancel, run: run, reason: "fire alarm", by: TestOffice.staff)
        }
        _ = try await test.office.mark([RegisterEntry(booking: booking, mark: nil)], on: run, by: TestOffice.staff)
        _ = try await test.office.take(.cancel, run: run, reason: "fire alarm", by: TestOffice.staff)
        #expect(try await test.office.verify(by: TestOffice.staff) == [])
    }

    @Test(
        "is held once its last sitting has begun, in London's time",
        arguments: [
            ("2026-07-04T08:14:59Z", false), ("2026-07-04T08:15:00Z", true),
        ]
    )
    func holds(_ now: String, _ holds: Bool) async throws {
        let test = try await TestOffice()
        let run = try await test.run()
        try test.clock.set(now)
        if holds {
            #expect(try await test.office.take(.hold, run: run, by: TestOffice.staff).summary.run.state == .held)
        } else {
            await expectRefusal("is not over", "2026-07-04", "09:15") {
                _ = try await test.office.take(.hold, run: run, by: TestOffice.staff)
            }
        }
    }

    @Test("the public sees open runs that have not begun, and staff see their own")
    func lists() async throws {
        let test = try await TestOffice()
        let draft = try await test.run(at: "2026-07-01T09:15", opened: false)
        let soon = try await test.run(at: "2026-07-02T09:15")
        let later = try await test.run(at: "2026-07-09T09:15", area: "Surrey Heath")
        let cancelled = try await test.run(at: "2026-07-10T09:15")
        _ = try await test.office.take(.cancel, run: cancelled, reason: "x", by: TestOffice.staff)
        #expect(try await test.office.publicRuns().map(\.run.id) == [soon, later])
        #expect(try await test.office.publicRuns(area: "milton-keynes").map(\.run.id) == [soon])
        #expect(try await test.office.publicRuns(from: CalendarDate("2026-07-03")).map(\.run.id) == [later])
        #expect(try await test.office.publicRuns(to: CalendarDate("2026-07-03")).map(\.run.id) == [soon])
        await expectRefusal("no run \(draft)") { _ = try await test.office.publicRun(draft) }
        #expect(try await test.office.publicRun(cancelled).run.state == .cancelled)
        try test.clock.set("2026-07-02T08:15:00Z")
        #expect(try await test.office.publicRuns().map(\.run.id) == [later])
        let (manager, _) = try await test.account(.manager, "m@example.org", areas: ["Surrey Heath"])
        #expect(try await test.office.runs(by: manager).map(\.run.id) == [later])
        await expectRefusal("outside the account's areas") { _ = try await test.office.run(soon, by: manager) }
        await expectRefusal("outside the account's areas") {
            _ = try await test.office.take(.close, run: soon, by: manager)
        }
        await expectRefusal("outside the account's areas") {
            _ = try await test.office.schedule(try plan(), by: manager)
        }
    }
}
