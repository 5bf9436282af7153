import Foundation
import Testing

/// The report of an evaluation as a file.
@Suite struct ReportTests {
    static let answers = """
        attendee_id,wave,item,score,course_id,answered_on,area
        \((1...24).map { person in
            """
            p\(person),pre,A1,\(person % 4 + 2),r\(person % 2),2026-03-0\(person % 2 + 1),Oxford
            p\(person),post,A1,\(person % 4 + 3 + person % 3),r\(person % 2),2026-03-0\(person % 2 + 2),Oxford
            """
        }.joined(separator: "\n"))

        """

    @Test("is written whole, hides small groups, and is the same bytes the next time") func written() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write(Self.answers, to: "responses.csv")
        let arguments = ["evaluate", "confidence", "--responses", file, "--scale", "0...10", "--report"]
        let first = program.folder.appending(path: "first.html").path
        let second = program.folder.appending(path: "second.html").path
        let output = try program.run(arguments + [first])
        #expect(output.status == 0, "\(output.error)")
        #expect(output.out.contains("24"))
        try #require(try program.run(arguments + [second]).status == 0)
        let report = try String(contentsOfFile: first, encoding: .utf8)
        #expect(try String(contentsOfFile: second, encoding: .utf8) == report)
        #expect(report.hasPrefix("<!DOCTYPE html>") && report.hasSuffix("</html>\n"))
        #expect(report.contains("given from 2026-03-01 to 2026-03-03"))
        let sum = try program.run(["-c", "sha256sum \(file)"], shell: true).out.prefix(64)
        #expect(sum.count == 64 && report.contains("<code>\(sum)</code>"))
        #expect(report.contains("fewer than 10 people"))
        let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        #expect(!left.contains { $0.hasSuffix(".part") })
    }

    @Test("of calls from files is the same bytes the next time, and a short suppression is refused") func calls() throws
    {
        let program = try BuiltProgram()
        defer { program.remove() }
        let rows = (0..<48).map { number in
            "Slough,\(2022 + number / 12)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1),\(180 + number * 37 % 29)"
        }
        let counts = try program.write("area,month,count\n" + rows.joined(separator: "\n") + "\n", to: "counts.csv")
        let design = try program.write(#"{"method":"its","start":"2024-07"}"#, to: "design.json")
        let arguments = ["evaluate", "calls", "--counts", counts, "--design", design, "--report"]
        let first = program.folder.appending(path: "first.html").path
        let second = program.folder.appending(path: "second.html").path
        try #require(try program.run(arguments + [first]).status == 0)
        try #require(try program.run(arguments + [second]).status == 0)
        let report = try String(contentsOfFile: first, encoding: .utf8)
        #expect(try String(contentsOfFile: second, encoding: .utf8) == report)
        let sum = try program.run(["-c", "sha256sum \(counts)"], shell: true).out.prefix(64)
        #expect(report.contains("<code>\(sum)</code>") && report.contains("Interrupted time series"))
        let refused = try program.run(arguments + [first, "--suppress", "2"])
        #expect(refused.status == 64 && refused.error.contains("5 or more"))
        let nowhere = try program.run(arguments + ["/nowhere/report.html"])
        #expect(nowhere.status == 74)
    }
}
