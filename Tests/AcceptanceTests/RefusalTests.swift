import Foundation
import Testing

/// Bad input, from outside: the exit code and the sentence.
@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let says: [String]
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let cases: [Case] = [
        Case(arguments: ["runs", "list"], status: 1, says: ["There is no database", "commonground demo"]),
        Case(arguments: ["runs", "nonsense"], status: 64, says: []),
        Case(arguments: ["evaluate", "confidence", "--responses", "missing.csv"], status: 66, says: ["missing.csv"]),
        Case(
            arguments: ["evaluate", "confidence", "--responses", "missing.csv", "--report", "/nowhere/report.html"],
            status: 74,
            says: ["/nowhere/report.html", "no such file or directory"]
        ),
        Case(
            arguments: [
                "evaluate", "confidence", "--responses", "missing.csv", "--report", "report.html", "--suppress", "4",
            ],
            status: 64,
            says: ["--suppress 4 is too small for a report"]
        ),
        Case(arguments: ["evaluate", "calls", "--counts", "x.csv"], status: 64, says: ["--design"]),
        Case(
            arguments: ["courses", "show", "defusing-one-dy"],
            status: 1,
            says: ["Did you mean \"defusing-one-day\"?"]
        ),
        Case(arguments: ["courses", "list", "--content", "/nowhere"], status: 1, says: ["/nowhere"]),
        Case(
            arguments: [
                "runs", "schedule", "--course", "defusing-one-day", "--area", "Milton Keyns", "--venue", "Hall",
                "--capacity", "2",
                "--starts", "2027-03-13T09:15",
            ],
            status: 1,
            says: ["Milton Keyns", "Did you mean \"Milton Keynes\"?"]
        ),
        Case(
            arguments: ["certificates", "keys", "list", "--public-url", "javascript:alert(1)"],
            status: 64,
            says: ["--public-url"]
        ),
        Case(arguments: ["certificates", "verify", "CG-0000-0000-0000-1"], status: 1, says: []),
    ]

    @Test("says the thing, the reason and the next step", arguments: cases) func refuses(_ known: Case) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let output = try program.run(known.arguments)
        #expect(output.status == known.status, "\(output.out)\(output.error)")
        for words in known.says { #expect(output.error.contains(words), "\(output.error)") }
        #expect(!output.error.contains("Error Domain"))
    }

    @Test("a malformed file names line and column and changes nothing") func malformedFile() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        try program(
            "runs",
            "schedule",
            "--course",
            "defusing-one-day",
            "--area",
            "Milton Keynes",
            "--venue",
            "Hall",
            "--capacity",
            "9",
            "--starts",
            "2027-03-13T09:15",
            "--open",
            at: "2027-02-10 10:00:00"
        )
        let file = try program.write(
            "name,email\nAnn Made-up,ann@example.org\nBo Made-up,not an address\n",
            to: "bookings.csv"
        )
        let output = try program("bookings", "import", file, "--run", "1", at: "2027-02-10 10:00:00")
        #expect(output.status == 65)
        #expect(output.error.contains("bookings.csv:3:"), "\(output.error)")
        let listed = try program("bookings", "list", "--run", "1", "--format", "json")
        #expect(try listed.list().isEmpty)
    }

    @Test("a port in use is one sentence") func portInUse() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let site = try RunningSite(program)
        let port = site.address.split(separator: ":").last.map(String.init) ?? ""
        let second = try program("serve", "--port", port)
        #expect(second.status == 74)
        #expect(second.error.contains("Port \(port)") && second.error.contains("--port"), "\(second.error)")
        #expect(site.stop() == 0)
    }
}
