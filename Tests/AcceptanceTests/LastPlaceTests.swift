import Foundation
import Testing

/// Site and command line after the last place at once: two processes, one database file.
@Suite(.serialized) struct LastPlaceTests {
    @Test("never two bookings, 20 times") func lastPlace() throws { try race(rounds: 20) }

    @Test(
        "never two bookings, 200 times",
        .enabled(if: ProcessInfo.processInfo.environment["COMMONGROUND_SLOW"] == "1")
    )
    func lastPlaceSlow() throws { try race(rounds: 200) }

    private func race(rounds: Int) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        try program(
            "programmes",
            "add",
            "made-up",
            "--name",
            "Made-up",
            "--commissioner",
            "Made-up",
            "--provider",
            "Made-up",
            "--force",
            "thames-valley",
            "--starts",
            "2026-01-01",
            "--ends",
            "2030-01-01"
        )
        let site = try RunningSite(program)
        var wonBySite = 0
        for round in 0..<rounds {
            let starts = "2029-0\(1 + round % 9)-\(10 + round % 18)T09:15"
            let scheduled = try program(
                "runs",
                "schedule",
                "--course",
                "defusing-one-day",
                "--area",
                "Milton Keynes",
                "--venue",
                "Hall \(round)",
                "--capacity",
                "1",
                "--starts",
                starts,
                "--open",
                "--format",
                "json"
            )
            let run = "\(try #require(try scheduled.object()["run"] as? Int))"
            let form = try site.get("/courses/\(run)", jar: "jar-\(round)")
            let terminal = try program.start(["bookings", "add", "--run", run, "--name", "By Terminal", "--no-wait"])
            // The program needs a moment to start; a different one each round moves the two across each other.
            usleep(UInt32(round % 10) * 30_000)
            let page = try site.post("/courses/\(run)", ["name": "By Site"], from: form, jar: "jar-\(round)")
            terminal.process.waitUntilExit()
            let listed = try program("bookings", "list", "--run", run, "--format", "json")
            let names = try listed.list().map { $0["name"] as? String ?? "" }
            #expect(
                names.count == 1,
                "round \(round): \(names); site \(page.status), terminal \(terminal.process.terminationStatus)"
            )
            wonBySite += names == ["By Site"] ? 1 : 0
        }
        #expect(site.stop() == 0)
        #expect(try program("verify").status == 0)
        print("The site won \(wonBySite) of \(rounds).")
    }
}
