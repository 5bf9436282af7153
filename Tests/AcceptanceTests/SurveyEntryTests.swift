import Foundation
import Testing

/// Sheets keyed, keyed twice, settled, corrected and accounted for, from outside.
@Suite struct SurveyEntryTests {
    private let program: BuiltProgram
    private let evening = "2027-03-13 18:00:00"
    init() throws { program = try BuiltProgram() }

    /// A run taught on 13 March 2027 with two people there; their codes.
    private func taught() throws -> (run: String, codes: [String]) {
        let planned = [
            "runs", "schedule", "--course", "defusing-one-day", "--area", "Milton Keynes", "--venue", "Hall",
            "--capacity", "5",
            "--starts", "2027-03-13T09:15", "--trainer", "Made-up Trainer", "--open", "--format", "json",
        ]
        let run = "\(try #require(try program.run(planned, at: "2027-02-10 10:00:00").object()["run"] as? Int))"
        let codes = try ["Ann Made-up", "Bo Made-up"].map { name in
            let arguments = [
                "bookings", "add", "--run", run, "--name", name, "--consent", "surveys", "--format", "json",
            ]
            return try #require(try program.run(arguments, at: "2027-02-10 10:00:00").object()["reference"] as? String)
        }
        #expect(try program("register", "mark", run, "--all-present", at: "2027-03-13 09:20:00").status == 0)
        return (run, codes)
    }

    @Test("what two keyings disagree on is settled, what was wrong corrected, and every old value stays")
    func keyedTwice() throws {
        defer { program.remove() }
        let (run, codes) = try taught()
        let key = ["surveys", "key", codes[0], "post", "A1=7", "A2=x", "A3=4", "--answered-on", "2027-03-13"]
        let rehearsed = try program.run(key + ["--dry-run"], at: evening)
        #expect(rehearsed.status == 0 && rehearsed.out.contains("nothing was changed"), "\(rehearsed.error)")
        #expect(try program("surveys", "export", at: evening).out.split(separator: "\n").count == 1)
        #expect(try program.run(key, at: evening).status == 0)
        let otherwise = try program("surveys", "key", codes[0], "post", "A1=8", at: evening)
        #expect(otherwise.status == 1 && otherwise.error.contains("Correct them with a reason"), "\(otherwise.error)")

        let soon = try program("surveys", "double-entry", codes[0], "post", "A1=1", at: "2027-03-13 18:30:00")
        #expect(soon.status == 1 && soon.error.contains("same hand"), "\(soon.error)")
        let again = [
            "surveys", "double-entry", codes[0].lowercased(), "post", "A1=1", "A2=x", "A3=4", "--format", "json",
        ]
        let compared = try program.run(again, at: "2027-03-13 19:01:00").object()
        let differing = try #require(compared["disagreements"] as? [[String: Any]])
        #expect(differing.map { "\($0["item"] ?? "") \($0["first"] ?? "") \($0["second"] ?? "")" } == ["A1 7 1"])
        let settled = try program.run(
            ["surveys", "settle", codes[0], "post", "A1", "--keep", "second", "--reason", "The sheet says 1."],
            at: "2027-03-13 19:05:00"
        )
        #expect(settled.status == 0 && settled.out.contains("A1 is now 1"), "\(settled.error)")
        let wrong = ["surveys", "correct", codes[0], "post", "A3=5", "--answered-on", "2027-03-12"]
        #expect(try program.run(wrong, at: "2027-03-14 09:00:00").status == 64)
        let corrected = try program.run(wrong + ["--reason", "It was the evening before."], at: "2027-03-14 09:00:00")
        #expect(corrected.status == 0 && corrected.out.contains("A3: 4 is now 5"), "\(corrected.error)")

        let shown = try program("surveys", "show", codes[0], "post", "--format", "json", at: "2027-03-14 09:00:00")
            .object()
        #expect(shown["answers"] as? [String: String] == ["A1": "1", "A2": "cannot-say", "A3": "5"])
        let changes = try #require(shown["changes"] as? [[String: Any]])
        #expect(
            changes.map { "\($0["item"] ?? "") \($0["from"] ?? "") \($0["to"] ?? "") \($0["reason"] ?? "")" } == [
                "A1 7 1 The sheet says 1.", "answered_on 2027-03-13 2027-03-12 It was the evening before.",
                "A3 4 5 It was the evening before.",
            ]
        )
        let exported = try program("surveys", "export", at: "2027-03-14 09:00:00").out
        #expect(exported.contains("\(codes[0]),post,A1,1,\(run),2027-03-12"), "\(exported)")
        #expect(try program("verify", at: "2027-03-14 09:00:00").status == 0)
        #expect(try program("audit", "verify", at: "2027-03-14 09:00:00").status == 0)
    }

    @Test("the flow of a wave counts everybody once, and words leave by their own door alone")
    func flowAndWords() throws {
        defer { program.remove() }
        let (run, codes) = try taught()
        let later = "2027-06-20 10:00:00"
        #expect(
            try program(
                "surveys",
                "note",
                codes[1],
                "followup-3",
                "unreachable",
                "--reason",
                "The number is dead.",
                at: later
            ).status == 0
        )
        #expect(try program("surveys", "note", codes[1], "followup-3", "opened", at: later).status == 64)
        let words = [
            "surveys", "key", codes[0], "followup-3", "A1=6", "F10=It is quiet now.", "F10-quote=yes", "--mode",
            "telephone",
        ]
        #expect(try program.run(words, at: later).status == 0)
        let flow = try program("surveys", "flow", run, "--format", "json", at: later).list()
        let followUp = try #require(flow.first { $0["wave"] as? String == "followup-3" })
        let counts = try #require(followUp["counts"] as? [String: Int])
        #expect(followUp["people"] as? Int == 2 && counts.filter { $0.value > 0 } == ["answered": 1, "unreachable": 1])
        let half = try #require(flow.first { $0["wave"] as? String == "followup-6" }?["counts"] as? [String: Int])
        #expect(half.filter { $0.value > 0 } == ["not-yet-due": 2])

        let file = program.folder.appending(path: "words.csv").path
        #expect(try !program("surveys", "export", at: later).out.contains("quiet"))
        #expect(try !program("surveys", "export", "--with-free-text", file, at: later).out.contains("quiet"))
        let kept = try String(contentsOfFile: file, encoding: .utf8)
        #expect(
            kept
                == "attendee_id,wave,item,text,may_quote,kept_until\n\(codes[0]),followup-3,F10,It is quiet now.,yes,2029-06-20\n"
        )
        let choices = program.folder.appending(path: "choices.csv").path
        #expect(try program("surveys", "export", "--with-choices", choices, at: later).status == 0)
        #expect(
            try String(contentsOfFile: choices, encoding: .utf8)
                == "attendee_id,wave,item,choice,score\n\(codes[0]),followup-3,F10-quote,yes,1.0\n"
        )
        let account = ["accounts", "add", "eve@example.org", "--name", "Eve", "--role", "evaluator"]
        #expect(try program.run(account, at: later).status == 0)
        let refused = try program.run(
            ["surveys", "export", "--with-free-text", file + "2", "--as", "eve@example.org"],
            at: later
        )
        #expect(
            refused.status == 1 && refused.error.contains("words.exported") && refused.out.isEmpty,
            "\(refused.error)"
        )
        #expect(!FileManager.default.fileExists(atPath: file + "2"))
        #expect(
            try program("surveys", "erase-words", "--dry-run", at: "2029-06-21 10:00:00").out.contains(
                "1 answers in words erased"
            )
        )
        #expect(try program("surveys", "erase-words", at: "2029-06-21 10:00:00").status == 0)
        #expect(
            try program("surveys", "show", codes[0], "followup-3", at: "2029-06-21 10:00:00").out.contains("F10-quote")
        )
        #expect(
            try !program("surveys", "show", codes[0], "followup-3", at: "2029-06-21 10:00:00").out.contains("quiet")
        )
    }

    @Test("a file that says otherwise names its line, and corrects with a reason")
    func file() throws {
        defer { program.remove() }
        let (_, codes) = try taught()
        let head = "attendee_id,wave,item,score,answered_on,mode,language\n"
        let first = try program.write(
            head + "\(codes[0]),pre,A1,3,2027-03-13,paper,pl\n\(codes[0]),pre,A2,4,,,\n",
            to: "first.csv"
        )
        #expect(try program("surveys", "import", first, at: evening).status == 0)
        let second = try program.write(head + "\(codes[0]),pre,A2,4,,,\n\(codes[0]),pre,A1,8,,,\n", to: "second.csv")
        let refused = try program("surveys", "import", second, at: evening)
        #expect(
            refused.status == 65 && refused.error.contains("second.csv:3")
                && refused.error.contains("3 on record and 8 here"),
            "\(refused.error)"
        )
        let done = try program("surveys", "import", second, "--reason", "Read again.", "--format", "json", at: evening)
        #expect(try done.object()["corrected"] as? Int == 1)
        #expect(try program("surveys", "export", at: evening).out.contains(",paper,pl"))
        let fax = try program.write(head + "\(codes[1]),pre,A1,3,,fax,\n", to: "fax.csv")
        let unknown = try program("surveys", "import", fax, at: evening)
        #expect(unknown.status == 65 && unknown.error.contains("not a way of answering"), "\(unknown.error)")
    }
}
