import Foundation
import Testing

/// `evaluate calls` on files that nobody has seen, from outside.
@Suite struct CallsFilesTests {
    /// Four areas over four years, the first two with fewer counts from 2022 on, and some rows of no area.
    private static func counts(_ fall: Int) -> String {
        var rows = "area,month,count\n"
        for area in 1...4 {
            for month in 0..<48 {
                let drop = area <= 2 && month >= 36 ? fall : 0
                let name = "20\(19 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
                rows += "Area \(area),\(name),\(40 + area * 5 + (month * 7 + area * 3) % 9 - drop)\n"
            }
        }
        for month in 1...9 { rows += "unallocated,2022-0\(month),2\n" }
        return rows
    }

    private static let design =
        #""treated":["Area 1","Area 2"],"start":"2022-01","neighbours":["Area 3"],"#
        + #""events":[{"name":"Patrols","from":"2021-05","to":"2021-07","areas":["Area 1"],"adjust":true}]"#

    @Test(
        "every method tells what stands beside, with complete output",
        arguments: ["before_after", "its", "controlled_its", "did", "synthetic_control", "rate_ratio"]
    )
    func beside(_ method: String) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let counts = try program.write(Self.counts(8), to: "counts.csv")
        let other = try program.write(Self.counts(0), to: "other.csv")
        let design = try program.write(#"{"method":"\#(method)",\#(Self.design)}"#, to: "design.json")
        let arguments = ["evaluate", "calls", "--counts", counts, "--design", design, "--unaffected", other]
        let output = try program.run(arguments + ["--format", "json"])
        #expect(output.status == 0, "\(output.error)")
        let found = try output.object()
        for key in ["series", "events", "falsification", "unallocated_bounds", "companions", "secondary_outcomes"] {
            #expect(found[key] != nil || method == "rate_ratio", "\(key)")
            #expect(unexplained(found[key] ?? "").isEmpty, "\(unexplained(found[key] ?? ""))")
        }
        let level = try #require(found["evidence_level"] as? [String: Any])
        #expect(level["version"] as? String == "Farrington, Gottfredson, Sherman and Welsh 2002")
        let verdict = try #require(found["verdict"] as? String)
        #expect(!verdict.hasPrefix("clear fall") || verdict.contains("no companion outcome says"))
        let text = try program.run(arguments)
        #expect(text.status == 0 && text.out.contains("Dated events:\n  Patrols (2021-05 to 2021-07, Area 1)"))
    }

    @Test("a fault in the unaffected file is named with that file, its line and column") func unaffected() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let counts = try program.write(Self.counts(8), to: "counts.csv")
        let other = try program.write("area,month,count\nArea 1,2022-01,3\nArea 1,2022-01,4\n", to: "other.csv")
        let design = try program.write("{\(Self.design)}", to: "design.json")
        let output = try program.run(
            ["evaluate", "calls", "--counts", counts, "--design", design, "--unaffected", other]
        )
        #expect(output.status == 65 && output.out.isEmpty)
        #expect(output.error.contains("other.csv:3: column month:"), "\(output.error)")
        let alone = try program.run(["evaluate", "calls", "--unaffected", other])
        #expect(alone.status == 64 && alone.error.contains("--unaffected goes with --counts"))
    }
}
