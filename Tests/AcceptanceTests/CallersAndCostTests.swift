import Foundation
import Testing

/// `evaluate callers` and `evaluate cost` from outside, from files and numbers alone.
@Suite struct CallersAndCostTests {
    private static let reference = BuiltProgram.root.appending(path: "Tests/EvaluationTests/Reference")

    @Test("a file of callers gives the numbers R gives, text and JSON") func callers() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = Self.reference.appending(path: "callers_months.csv").path
        let found = try program("evaluate", "callers", "--callers", file, "--threshold", "6", "--format", "json")
            .object()
        #expect(found["schema"] as? String == "commonground.callers/1")
        let adjusted = try #require(found["adjusted"] as? [String: Any])
        let known = try String(contentsOf: Self.reference.appending(path: "callers.csv"), encoding: .utf8)
        let row = try #require(known.split(separator: "\n").first { $0.hasPrefix("threshold,ratio,") })
        let ratio = try #require(Double(row.split(separator: ",")[2]))
        #expect(abs((try #require(adjusted["rate_ratio"] as? Double)) / ratio - 1) < 1e-6)
        #expect((adjusted["naive"] as? [String: Any])?["rate_ratio"] != nil)
        let text = try program("evaluate", "callers", "--callers", file, "--threshold", "6")
        #expect(text.status == 0 && text.out.contains("must not be used") && text.out.contains("second baseline"))
    }

    @Test(
        "a fault in a file of callers is refused with file, line and column",
        arguments: [
            ("a,2025-01,x,", ":2: column count:"), ("a,2025-13,1,", ":2: column month:"),
            ("a,2025-01,1,\na,2025-01,2,", ":3: column month:"), ("a,2025-02,1,30", ":2: column exposed_days:"),
        ]
    )
    func faults(_ rows: String, place: String) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write("caller_id,month,count,exposed_days\n\(rows)\n", to: "callers.csv")
        let output = try program("evaluate", "callers", "--callers", file)
        #expect(output.status == 65 && output.out.isEmpty)
        #expect(output.error.contains("callers.csv\(place)"), "\(output.error)")
    }

    @Test(
        "what little there is gives complete output, null and a reason",
        arguments: ["", "a,2025-01,0\n", "a,2024-12,3\na,2025-01,1\n"]
    )
    func lean(_ rows: String) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write("caller_id,month,count\n" + rows, to: "callers.csv")
        let output = try program("evaluate", "callers", "--callers", file, "--start", "2025-01", "--format", "json")
        #expect(output.status == 0, "\(output.error)")
        #expect((try output.object()["verdict"] as? String)?.hasPrefix("not estimable") == true)
    }

    @Test("the break-even of £60,000 at £673 is 89 incidents a year, uprated where a price year is named") func cost()
        throws
    {
        let program = try BuiltProgram()
        defer { program.remove() }
        let given = [
            "evaluate", "cost", "--cost", "60000", "--trained", "450", "--improved", "62", "--improved-of", "89",
        ]
        let unit = ["--unit-cost", "asb-incident-further-action"]
        let text = try program.run(given + unit)
        #expect(text.status == 0, "\(text.error)")
        #expect(text.out.contains("£60,000 / £673 = 89 incidents a year would break even"))
        #expect(text.out.contains("£133 each"))
        let found = try program.run(
            given + unit + [
                "--averted", "120", "--averted-low", "-30", "--averted-high", "270", "--price-year", "2023/24",
                "--format", "json",
            ]
        ).object()
        #expect((found["per_call"] as? [String: Any])?["pounds"] is NSNull)
        let first = try #require((found["unit_costs"] as? [[String: Any]])?.first)
        #expect(try #require(first["uprated_by"] as? Double) > 1.2)
        #expect((found["acceptability"] as? [Any])?.isEmpty == false)
    }

    @Test("findings about calls go straight into the cost") func callsIntoCost() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let rows = (0..<48).map { month in
            let (year, number) = (2021 + month / 12, month % 12 + 1)
            return "A,\(year)-\(number < 10 ? "0" : "")\(number),\((month < 24 ? 200 : 120) + month % 7)\n"
        }
        let counts = try program.write("area,month,count\n" + rows.joined(), to: "counts.csv")
        let design = try program.write(#"{"method":"its","treated":["A"],"start":"2023-01"}"#, to: "design.json")
        let calls = try program("evaluate", "calls", "--counts", counts, "--design", design, "--format", "json").out
        let file = try program.write(calls, to: "calls.json")
        let found = try program("evaluate", "cost", "--cost", "60000", "--calls", file, "--format", "json").object()
        let each = try #require((found["per_call"] as? [String: Any])?["pounds"] as? Double)
        #expect(each > 30 && each < 120)
        let wrong = try program("evaluate", "cost", "--cost", "60000", "--calls", counts)
        #expect(wrong.status == 65 && wrong.error.contains("counts.csv"))
        #expect(try program("evaluate", "cost", "--cost", "60000", "--calls", "nowhere.json").status == 66)
    }

    @Test(
        "wrong usage is refused before anything is read",
        arguments: [
            ["callers", "--start", "2025-13"], ["callers", "--threshold", "0"], ["callers", "--months-before", "0"],
            ["cost", "--trained", "5"], ["cost", "--cost", "0"], ["cost", "--cost", "5", "--averted-low", "1"],
            ["cost", "--cost", "5", "--price-year", "now"],
            ["cost", "--cost", "5", "--improved", "9", "--improved-of", "3"],
            ["cost", "--cost", "5", "--averted", "3", "--averted-low", "4", "--averted-high", "2"],
            ["cost", "--cost", "5", "--averted", "3", "--averted-low", "nan", "--averted-high", "2"],
            ["cost", "--cost", "5", "--averted", "3", "--averted-low", "1", "--averted-high", "4", "--years", "-1"],
            ["cost", "--cost", "inf"], ["cost", "--cost", "5", "--discount", "nan"],
        ]
    )
    func usage(_ arguments: [String]) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let output = try program.run(["evaluate"] + arguments)
        #expect(output.status == 64 && output.out.isEmpty, "\(output.error)")
    }
}
