import Foundation
import Testing

/// A course in an area, from booking to certificate, evaluation and the honest sentence, with files and HTTP only.
@Suite struct MainJobTests {
    let program: BuiltProgram
    init() throws { program = try BuiltProgram() }

    @Test("one run in Milton Keynes, from planning to a verified certificate") func mainJob() throws {
        defer { program.remove() }
        let before = "2027-02-10 10:00:00", door = "2027-03-13 09:20:00", evening = "2027-03-13 16:40:00"

        let scheduled = try program(
            "runs",
            "schedule",
            "--course",
            "defusing-one-day",
            "--area",
            "Milton Keynes",
            "--venue",
            "Made-up Hall",
            "--capacity",
            "2",
            "--starts",
            "2027-03-13T09:15",
            "--trainer",
            "Made-up Trainer",
            "--open",
            "--format",
            "json",
            at: before
        )
        #expect(scheduled.status == 0, "\(scheduled.error)")
        let run = "\(try #require(try scheduled.object()["run"] as? Int))"

        var references: [String] = []
        for name in ["Ann Made-up", "محمد عثمان خان", "Cerys Made-up"] {
            let booked = try program(
                "bookings",
                "add",
                "--run",
                run,
                "--name",
                name,
                "--consent",
                "surveys",
                "--format",
                "json",
                at: before
            )
            references.append(try #require(try booked.object()["reference"] as? String))
            #expect(try booked.object()["state"] as? String == (references.count == 3 ? "waiting" : "confirmed"))
        }
        let cancelled = try program("bookings", "cancel", references[0], "--format", "json", at: before)
        let promoted = try #require(try cancelled.object()["promoted"] as? [[String: Any]])
        #expect(promoted.map { $0["reference"] as? String } == [references[2]])

        let marked = try program(
            "register",
            "mark",
            run,
            "--late",
            "\(references[2])=10",
            "--all-present",
            "--format",
            "json",
            at: door
        )
        let people = try #require(try marked.object()["people"] as? [[String: Any]])
        #expect(people.count == 2)
        #expect(people.allSatisfy { ($0["marks"] as? [String]) != ["not recorded"] })

        // Two people, two items of scale A before and after; changes +2, +4 and +1, +1: so A4 changes by 2.5 on average.
        let answers = try program.write(
            """
            attendee_id,wave,item,score
            \(references[1]),pre,A3,3
            \(references[1]),pre,A4,2
            \(references[1]),post,A3,5
            \(references[1]),post,A4,6
            \(references[2]),pre,A3,4
            \(references[2]),pre,A4,5
            \(references[2]),post,A3,5
            \(references[2]),post,A4,6

            """,
            to: "responses.csv"
        )
        let imported = try program("surveys", "import", answers, at: evening)
        #expect(imported.status == 0, "\(imported.error)")
        let evaluated = try program("evaluate", "confidence", "--format", "json", at: evening)
        let comparisons = try #require(try evaluated.object()["comparisons"] as? [[String: Any]])
        let a4 = try #require(comparisons.first { $0["item"] as? String == "A4" && $0["to"] as? String == "post" })
        #expect(a4["pairs"] as? Int == 2)
        #expect(a4["mean_change"] as? Double == 2.5)

        let issued = try program(
            "certificates",
            "issue",
            "--run",
            run,
            "--output",
            "certificates",
            "--format",
            "json",
            at: evening
        )
        #expect(issued.status == 0, "\(issued.error)")
        let certificates = try #require(try issued.object()["issued"] as? [[String: Any]])
        #expect(certificates.count == 2)
        let number = try #require(certificates[0]["number"] as? String)
        let file = try #require(certificates[0]["file"] as? String)
        let verified = try program("certificates", "verify", number.lowercased(), "--format", "json", at: evening)
        #expect(try verified.object()["status"] as? String == "valid")
        let path = program.folder.appending(path: "certificates/\(file)").path
        #expect(try program("certificates", "verify", path, at: evening).status == 0)

        let held = try program("runs", "hold", run, at: evening)
        #expect(held.status == 0, "\(held.error)")
        let sound = try program("verify", at: evening)
        #expect(sound.status == 0, "\(sound.out)")
    }

    @Test("the site answers, and a booking made there is the command line's") func siteAndTerminalShareOneOffice()
        throws
    {
        defer { program.remove() }
        let clock = "2027-02-10 10:00:00"
        let scheduled = try program(
            "runs",
            "schedule",
            "--course",
            "defusing-one-day",
            "--area",
            "Milton Keynes",
            "--venue",
            "Made-up Hall",
            "--capacity",
            "2",
            "--starts",
            "2027-03-13T09:15",
            "--open",
            "--format",
            "json",
            at: clock
        )
        let run = "\(try #require(try scheduled.object()["run"] as? Int))"
        let site = try RunningSite(program, at: clock)
        for path in ["/", "/courses", "/health", "/verify", "/privacy", "/accessibility", "/courses/\(run)"] {
            #expect(try site.get(path).status == 200, "\(path)")
        }
        let form = try site.get("/courses/\(run)")
        let booked = try site.post(
            "/courses/\(run)",
            ["name": "محمد عثمان خان", "language": "ur", "wait": "1"],
            from: form
        )
        #expect(booked.status == 200)
        #expect(booked.body.contains("محمد عثمان خان"))
        let listed = try program("bookings", "list", "--run", run, "--format", "json", at: clock)
        #expect(try listed.list().map { $0["name"] as? String } == ["محمد عثمان خان"])
        #expect(try listed.list().map { $0["source"] as? String } == ["website"])
        #expect(site.stop() == 0)
        #expect(try program("verify", at: clock).status == 0)
    }

    @Test(
        "real police files, where they are there",
        .enabled(if: FileManager.default.fileExists(atPath: sharedPoliceFiles))
    )
    func realPoliceFile() throws {
        defer { program.remove() }
        let month = Self.sharedPoliceFiles + "/2018-10"
        let imported = try program("calls", "import", month, "--format", "json")
        #expect(imported.status == 0, "\(imported.error)")
        // Counted with grep in the published files.
        let incidents = Dictionary(
            uniqueKeysWithValues: try imported.list().map { ($0["force"] as? String, $0["incidents"] as? Int) }
        )
        #expect(incidents == ["thames-valley": 2054, "surrey": 1894, "staffordshire": 3160])
        let again = try program("calls", "import", month, "--format", "json")
        #expect(try again.list().allSatisfy { $0["state"] as? String == "unchanged" })
        #expect(try program("verify").status == 0)
    }

    static let sharedPoliceFiles = BuiltProgram.root.deletingLastPathComponent().appending(
        path: "shared/data/police-uk"
    ).path
}
