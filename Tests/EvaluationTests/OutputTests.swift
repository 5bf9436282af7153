import Evaluation
import Foundation
import Testing

@Suite("Output") struct OutputTests {
    @Test(
        "numbers are the shortest that read back as the same double",
        arguments: [
            0.1, 1.0 / 3, 1e-300, Double.leastNonzeroMagnitude, 1.7976931348623157e308, 123_456_789.125, -2.5, 1e16,
            1e21, 100,
        ]
    )
    func roundTrip(_ value: Double) throws {
        let text = JSONValue.number(value).compact
        #expect(Double(text) == value)
        let parsed = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [Double]
        #expect(parsed == [value])
    }

    @Test("what is not finite becomes null, and zero has no sign") func special() {
        #expect(
            JSONValue.number(.nan) == .null && JSONValue.number(-.infinity) == .null && JSONValue.number(nil) == .null
        )
        #expect(JSONValue.number(-0.0).compact == "0")
        #expect(JSONValue.interval(0...0.5).compact == "[0,0.5]")
    }

    @Test("any text comes back as it was") func strings() throws {
        let text = "ਹਰਪ੍ਰੀਤ \"quoted\" \\ back\u{1}\u{7F}\u{2028} tab\t line\n 😀 e\u{301}"
        let parsed =
            try JSONSerialization.jsonObject(with: Data(JSONValue.array([.string(text)]).compact.utf8)) as? [String]
        #expect(parsed == [text])
    }

    @Test("members keep their order, indented and compact") func layout() {
        let value: JSONValue = [
            "b": .integer(1), "a": .array([.bool(true), .null]), "c": [:], "d": .array([["x": .integer(2)]]),
        ]
        #expect(value.compact == #"{"b":1,"a":[true,null],"c":{},"d":[{"x":2}]}"#)
        #expect(
            value.indented == """
                {
                  "b": 1,
                  "a": [true, null],
                  "c": {},
                  "d": [
                    {
                      "x": 2
                    }
                  ]
                }
                """
        )
    }

    @Test(
        "percentages carry two telling digits",
        arguments: [
            (0.00054, "0.054 %"), (0.0066533, "0.67 %"), (0.007984, "0.8 %"), (0.0514, "5.1 %"), (0.05, "5 %"),
            (0.157, "16 %"),
            (0, "0 %"), (1, "100 %"), (0.0996, "10 %"), (1e-7, "under 0.001 %"),
        ]
    )
    func percent(_ share: Double, _ text: String) { #expect(Wording.percent(share) == text) }

    @Test func numbersInSentences() {
        #expect(Wording.number(45_090) == "45,090")
        #expect(Wording.number(-1_234_567.891, decimals: 2) == "-1,234,567.89")
        #expect(Wording.number(-0.001, decimals: 2) == "0.00")
        #expect(Wording.number(0.05, decimals: 2) == "0.05")
        #expect(Wording.signed(0.5) == "+0.50" && Wording.signed(-0.5) == "-0.50" && Wording.signed(0.001) == "0.00")
        #expect(Wording.count(-1234) == "-1,234" && Wording.count(100) == "100")
        #expect(Wording.count(1, "area", "areas") == "1 area" && Wording.count(0, "area", "areas") == "no areas")
        #expect(Wording.p(0) == "p < 0.0001" && Wording.p(0.00012) == "p = 0.0001" && Wording.p(0.031) == "p = 0.031")
        #expect(Wording.list(["a", "b", "c"]) == "a, b and c" && Wording.list(["a"]) == "a" && Wording.list([]) == "")
    }

    @Test("terminal text aligns its columns") func table() throws {
        let text = try DilutionFindings(evaluating: .thamesValleyPilot).text
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("own_calls") || $0.hasPrefix("calls_per_person") }
        #expect(lines.count == 4)
        #expect(Set(lines.prefix(2).map(\.count)).count == 1)
        #expect(!text.split(separator: "\n", omittingEmptySubsequences: false).contains { $0.hasSuffix(" ") })
    }
}
