import Foundation
import Testing

/// `plan power` and `plan rollout` from outside: the pilot's figures, files nobody has seen, and bad ones.
@Suite struct PlanTests {
    /// Monthly counts with a summer, two years and a half of four areas.
    static let counts: String = {
        let rows = (1...4).flatMap { area in
            (0..<30).map { place in
                let month = "\(2024 + place / 12)-\(place % 12 < 9 ? "0" : "")\(place % 12 + 1)"
                return
                    "Area \(area),\(month),\(50 * area + (place * 37 + area * 11) % 31 + (place % 12 > 4 ? 12 : 0)),\(9000 * area)"
            }
        }
        return "area,month,count,population\n" + rows.joined(separator: "\n") + "\n"
    }()

    @Test("with the pilot's figures it says beforehand that nothing could have been shown") func pilot() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let power = try program("plan", "power", "--format", "json")
        #expect(power.status == 0, "\(power.error)")
        let found = try power.object()
        #expect(found["schema"] as? String == "commonground.power/1")
        #expect((found["verdict"] as? String)?.hasPrefix("too thin: at most 0.8 % expected, 5.") == true)
        let simulated = try #require(found["simulated"] as? [String: Any])
        #expect(simulated["size_sound"] as? Bool == true)
        let closed = try #require((found["closed_form"] as? [String: Any])?["detectable_fall"] as? Double)
        let dilution = try program("plan", "dilution", "--format", "json").object()
        #expect(abs(closed / (try #require(dilution["detectable_fall"] as? Double)) - 1) < 1e-12)
        #expect((dilution["verdict"] as? String)?.hasPrefix("too thin: at most 0.8 % expected, 5.1 %") == true)
        #expect(try program("plan", "power", "--format", "json").out == power.out)
        #expect(try program("plan", "power").out.contains("2,898 people across all 14 areas"))
    }

    @Test(
        "counts say how much they vary; what cannot be compared is null with why",
        arguments: [
            ["--method", "before_after"], ["--method", "its"], ["--treated", "Area 1", "Area 3"], ["--method", "did"],
            ["--method", "its", "--months-before", "6"],
            ["--method", "before_after", "--months-after", "1", "--months-before", "1"],
        ]
    )
    func counts(_ options: [String]) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write(Self.counts, to: "counts.csv")
        let output = try program.run(
            ["plan", "power", "--counts", file, "--simulations", "100", "--expected-fall", "0.05", "--format", "json"]
                + options
        )
        #expect(output.status == 0, "\(output.error)")
        let found = try output.object()
        #expect(found["dispersion_source"] as? String == "estimated")
        #expect(found["detectable_fall"] is Double || found["why"] is String)
        #expect((found["statements"] as? [String])?.isEmpty == false)
        #expect(try program.run(["plan", "power", "--counts", file, "--simulations", "100"] + options).status == 0)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let rows: String
        let place: String
        var testDescription: String { place }
    }

    static let bad: [Bad] = [
        Bad(rows: "area,month,count\nA,2026-13,5\n", place: ":2: column month:"),
        Bad(rows: "area,month,count\nA,2026-01,5\nA,2026-02,-1\n", place: ":3: column count:"),
        Bad(rows: "area,month,count\nA,2026-01,5\nA,2026-01,6\n", place: ":3: column month:"),
        Bad(rows: "area,month\nA,2026-01\n", place: ":1: column count:"),
    ]

    @Test("a fault is refused with file, line and column", arguments: bad) func refusesFaults(_ known: Bad) throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write(known.rows, to: "counts.csv")
        let output = try program("plan", "power", "--counts", file)
        #expect(output.status == 65)
        #expect(output.error.contains("counts.csv\(known.place)"), "\(output.error)")
        #expect(output.out.isEmpty)
    }

    @Test("wrong use is 64, an unknown area is named with the nearest spelling, a missing file is 66") func wrongUse()
        throws
    {
        let program = try BuiltProgram()
        defer { program.remove() }
        let file = try program.write(Self.counts, to: "counts.csv")
        for wrong in [
            ["--dispersion", "0"], ["--autocorrelation", "1"], ["--simulations", "5"],
            ["--expected-fall", "0.1", "--people", "5"],
            ["--treated", "A"], ["--counts", file, "--areas", "3"], ["--areas", "0"], ["--method", "magic"],
        ] {
            #expect(try program.run(["plan", "power"] + wrong).status == 64, "\(wrong)")
        }
        let unknown = try program("plan", "power", "--counts", file, "--treated", "Aera 1")
        #expect(unknown.status == 1 && unknown.error.contains("\"Area 1\""), "\(unknown.error)")
        #expect(try program("plan", "power", "--counts", file + "x").status == 66)
    }

    @Test("a rollout from files: dose, next, spread, order; the same seed gives the same order") func rollout() throws {
        let program = try BuiltProgram()
        defer { program.remove() }
        let counts = try program.write(Self.counts, to: "counts.csv")
        let dose = try program.write(
            "area,month,trained,live,work\nArea 1,2026-01,12,8,5\nunknown,2026-02,3,,\n",
            to: "dose.csv"
        )
        let options = ["plan", "rollout", "--dose", dose, "--counts", counts, "--steps", "2", "--format", "json"]
        let output = try program.run(options)
        #expect(output.status == 0, "\(output.error)")
        let found = try output.object()
        #expect(found["schema"] as? String == "commonground.rollout/1" && found["unknown_place"] as? Int == 3)
        #expect((found["areas"] as? [[String: Any]])?.first?["area"] as? String == "Area 1")
        #expect((found["next"] as? [[String: Any]])?.isEmpty == false)
        let wedge = try #require(found["stepped_wedge"] as? [String: Any])
        #expect((wedge["order"] as? [[String: Any]])?.count == 2 && wedge["detectable_fall"] is Double)
        #expect(try program.run(options).out == output.out)
        for further in [
            ["--balanced", "--decay", "0.8"], ["--area", "Area 2"], ["--steps", "9"], ["--further-people", "0"],
        ] {
            #expect(try program.run(options.dropLast(2) + further).status == 0, "\(further)")
        }
        let lean = try program.write("area,month,trained\nA,2026-01,2\n", to: "lean.csv")
        let alone = try program("plan", "rollout", "--dose", lean, "--format", "json")
        let verdict = try alone.object()["verdict"] as? String
        #expect(alone.status == 0 && verdict?.hasPrefix("not estimable") == true)
        let wrong = try program.write("area,month,trained,live\nA,2026-01,2,3\n", to: "wrong.csv")
        let refused = try program("plan", "rollout", "--dose", wrong)
        #expect(refused.status == 65 && refused.error.contains("wrong.csv:2: column live:"), "\(refused.error)")
        #expect(try program("plan", "rollout", "--dose", dose, "--area", "Area l").status == 1)
        #expect(try program("plan", "rollout", "--areas", "5", "--decay", "2").status == 64)
        #expect(try program("plan", "rollout", "--areas", "5").status == 0)
        #expect(try program("demo").status == 0)
        #expect(try program("plan", "rollout").out.contains("Concentrate next on"))
        #expect(try program("plan", "power", "--on-record", "--simulations", "100").status == 0)
    }
}
