import Foundation
import Testing

/// `evaluate confidence` on files that nobody has seen, from outside.
@Suite struct ConfidenceFilesTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        let rows: String
        let place: String
        var options: [String] = []
        var testDescription: String { place }
    }

    static let bad: [Bad] = [
        Bad(rows: "attendee_id,wave,item,score\na,pre,Q1,3\na,before,Q1,4\n", place: ":3: column wave:"),
        Bad(rows: "attendee_id,wave,item,score\na,pre,Q1,three\n", place: ":2: column score:"),
        Bad(rows: "attendee_id,wave,item,score\na,pre,Q1,nan\n", place: ":2: column score:"),
        Bad(rows: "attendee_id,wave,item,score\na,pre,Q1,3\nb,pre,Q1,3\na,pre,Q1,4\n", place: ":4: column item:"),
        Bad(
            rows: "attendee_id,wave,item,score,course_id\na,pre,Q1,3,c1\na,post,Q1,3,c2\n",
            place: ":3: column course_id:"
        ),
        Bad(
            rows: "attendee_id,wave,item,score\na,pre,Q1,3\na,post,Q1,11\n",
            place: ":3: column score:",
            options: ["--scale", "0...10"]
        ),
        Bad(rows: "attendee_id,wave,score\na,pre,3\n", place: ":1: column item:"),
    ]

    @Test("a fault is refused with file, line and column", arguments: bad) func refusesFaults(_ known: Bad) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write(known.rows, to: "responses.csv")
        let output = try program.run(["evaluate", "confidence", "--responses", file] + known.options)
        #expect(output.status == 65)
        #expect(output.error.contains("responses.csv\(known.place)"), "\(output.error)")
        #expect(output.out.isEmpty)
    }

    static let lean: [String] = [
        "", "a,pre,Q1,3\n", "a,pre,Q1,3\na,post,Q1,4\n", "a,pre,Q1,\na,post,Q1,\n",
        "a,pre,Q1,2\nb,pre,Q1,2\na,post,Q1,3\nb,post,Q1,3\n", "a,pre,Q1,2\na,post,Q2,3\nb,post,Q1,3\nb,pre,Q2,3\n",
        "a,followup,Q1,2\nb,followup,Q1,4\nc,followup,Q1,5\n",
        "a,pre,Q1,0\nb,pre,Q1,0\na,post,Q1,0\nb,post,Q1,0\na,followup-6,Q1,0\nb,followup-6,Q1,0\n",
    ]

    @Test("what little there is gives complete output, null and a reason", arguments: lean) func leanFiles(
        _ rows: String
    )
        throws
    {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write("attendee_id,wave,item,score\n" + rows, to: "responses.csv")
        let output = try program("evaluate", "confidence", "--responses", file, "--margin", "0.5", "--format", "json")
        #expect(output.status == 0, "\(output.error)")
        let found = try output.object()
        for key in ["schema", "items", "attendees", "comparisons", "reliability", "lasting", "attrition", "verdict"] {
            #expect(found[key] != nil, "\(key)")
        }
        #expect(unexplained(found).isEmpty, "\(unexplained(found))")
        #expect((found["verdict"] as? String)?.hasPrefix("not estimable") == true)
        #expect(try program("evaluate", "confidence", "--responses", file).status == 0)
    }

    @Test("a plan is declared once, shown, kept, used with a file, and an altered one refused") func plan() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let early = "2027-02-10 10:00:00"
        try program(
            "programmes",
            "add",
            "--code",
            "P1",
            "--title",
            "Pilot",
            "--funder",
            "F",
            "--from",
            "2027-01-01",
            "--to",
            "2027-12-31",
            at: early
        )
        let schedule = [
            "runs", "schedule", "--course", "defusing-one-day", "--area", "Milton Keynes", "--venue", "Hall",
        ]
        #expect(
            try program.run(schedule + ["--capacity", "9", "--starts", "2027-03-13T09:15", "--open"], at: early).status
                == 0
        )
        let freeze = ["evaluate", "plan", "freeze", "--outcome", "scale", "--to", "post", "--key-secondary", "none"]
        let rehearsed = try program.run(freeze + ["--margin", "0.5", "--dry-run"], at: early)
        #expect(rehearsed.status == 0 && rehearsed.out.contains("Would be done"), "\(rehearsed.error)")
        #expect(try program("evaluate", "plan", "show").status == 1)
        let frozen = try program.run(freeze + ["--margin", "0.5"], at: early)
        #expect(frozen.out.contains("declared on 2027-02-10, before the first outcome was read"), "\(frozen.error)")
        #expect(try program.run(freeze + ["--margin", "0.5"], at: early).status == 1)
        let other = try program.run(freeze + ["--margin", "0.7"], at: early)
        #expect(other.status == 1 && other.error.contains("--reason"))
        #expect(try program.run(freeze + ["--margin", "0.7", "--reason", "a slip"], at: early).status == 0)
        #expect(try program("verify").status == 0)

        let shown = try program("evaluate", "plan", "show", "--format", "json")
        let planFile = try program.write(shown.out, to: "plan.json")
        let rows = (1...12).map { "a\($0),pre,Q1,\($0 % 4)\na\($0),post,Q1,\($0 % 4 + 1 + $0 % 2)\n" }.joined()
        let file = try program.write("attendee_id,wave,item,score\n" + rows, to: "responses.csv")
        let used = try program(
            "evaluate",
            "confidence",
            "--responses",
            file,
            "--plan",
            planFile,
            "--format",
            "json"
        ).object()
        #expect((used["plan"] as? [String: Any])?["sha256"] as? String == (try shown.object()["sha256"] as? String))
        #expect((used["statements"] as? [String])?.first?.contains("declared on 2027-02-10") == true)
        let altered = try program.write(
            shown.out.replacingOccurrences(of: "\"margin\": 0.7", with: "\"margin\": 2"),
            to: "altered.json"
        )
        let refused = try program("evaluate", "confidence", "--responses", file, "--plan", altered)
        #expect(refused.status == 65 && refused.error.contains("SHA-256"), "\(refused.error)")
    }

    /// The paths of nulls without a `why` beside them.
}
