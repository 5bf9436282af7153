import Programme
import Testing

@testable import Material

@Suite struct YAMLValueTests {
    private func reading<Value>(
        _ text: String,
        _ read: (YAMLMapping) -> Value?
    ) throws -> (value: Value?, faults: [String]) {
        let log = FaultLog()
        let root = try #require(YAMLDocument.parse(text, file: "f.yaml", into: log))
        let value = root.anyMapping().flatMap(read)
        return (value, log.faults.map(\.description))
    }

    struct Scalar: Sendable, CustomTestStringConvertible {
        let text: String
        let read: @Sendable (YAMLValue) -> String?
        let value: String?
        let fault: String?
        var testDescription: String { text }

        init(
            _ text: String,
            _ value: String?,
            _ fault: String? = nil,
            _ read: @escaping @Sendable (YAMLValue) -> String?
        ) {
            (self.text, self.read, self.value, self.fault) = (text, read, value, fault)
        }
    }

    @Test(arguments: [
        Scalar("k: no", "no") { $0.text() },
        Scalar("k: \"  padded \"", "padded") { $0.text() },
        Scalar("k: >-\n  two\n  lines", "two lines") { $0.text() },
        Scalar("k: \" \"", nil, "f.yaml:1: k is empty.") { $0.text() },
        Scalar("k: [a]", nil, "f.yaml:1: k should be one piece of text.") { $0.text() },
        Scalar("k: |\n  one\n  two\n\n  three", "one two\n\nthree") { $0.paragraphs() },
        Scalar("k: 010", "10") { $0.integer(in: 0...20).map(String.init) },
        Scalar("k: 21", nil, "f.yaml:1: k is \"21\"; a whole number from 0 to 20 is expected.") {
            $0.integer(in: 0...20).map(String.init)
        },
        Scalar("k: 0x1F", nil, "f.yaml:1: k is \"0x1F\"; a whole number of 0 or more is expected.") {
            $0.integer(in: 0 ... .max).map(String.init)
        },
        Scalar("k: 1.5", "1.5") { $0.number(in: 0...2).map { "\($0)" } },
        Scalar("k: .nan", nil, "f.yaml:1: k is \".nan\"; a number from 0 to 2 is expected.") {
            $0.number(in: 0...2).map { "\($0)" }
        },
        Scalar("k: yes", "true") { $0.boolean().map { "\($0)" } },
        Scalar("k: off", nil, "f.yaml:1: k is \"off\"; yes or no is expected.") { $0.boolean().map { "\($0)" } },
        Scalar("k: 2026-02-28", "2026-02-28") { $0.date()?.description },
        Scalar("k: 2026-02-29", nil, "f.yaml:1: k is \"2026-02-29\"; a date like 2026-03-31 is expected.") {
            $0.date()?.description
        },
        Scalar("k: 2026-13", nil, "f.yaml:1: k is \"2026-13\"; a month like 2026-03 is expected.") {
            $0.month()?.description
        },
        Scalar("k: 09:15", "09:15") { $0.wallTime()?.description },
        Scalar("k: 9:15", nil, "f.yaml:1: k is \"9:15\"; a time like 09:15 is expected.") {
            $0.wallTime()?.description
        },
        Scalar("k: talking-with-neighbours", "talking-with-neighbours") { $0.code() },
        Scalar(
            "k: Talking--with",
            nil,
            "f.yaml:1: k is \"Talking--with\"; a code of small letters, digits and single hyphens, like "
                + "talking-with-neighbours, is expected."
        ) { $0.code() },
        Scalar("k: green", "green") { $0.word(among: ["green", "red"]) },
        Scalar("k: gren", nil, "f.yaml:1: k is \"gren\"; it must be one of green, red. Did you mean \"green\"?") {
            $0.word(among: ["green", "red"])
        },
    ])
    func readsAScalarOrSaysWhatIsExpected(_ scalar: Scalar) throws {
        let (value, faults) = try reading(scalar.text) { map in map.required("k").flatMap(scalar.read) }
        #expect(value == scalar.value)
        #expect(faults == [scalar.fault].compactMap { $0 })
    }

    @Test func placesAreThoseOfTheFile() throws {
        let text = "a: 1\n\nlist:\n  - x: 1\n  -\n    x: two\n  - {x: 3}\n"
        let (values, faults) = try reading(text) { map in
            map.sequence("list").map { $0.mapping(keys: ["x"])?.integer("x", in: 0...9) }
        }
        #expect(values == [1, nil, 3])
        #expect(faults == ["f.yaml:6: x is \"two\"; a whole number from 0 to 9 is expected."])
    }

    @Test(arguments: ["k:", "k: ~", "k: null", "other: 1"])
    func nothingCountsAsAbsent(text: String) throws {
        let (value, faults) = try reading(text) { map in map.required("k")?.text() }
        #expect(value == nil)
        #expect(faults == ["f.yaml:1: \"k\" is missing from the file."])
        #expect(try reading(text) { $0.optional("k")?.text() }.faults == [])
    }

    @Test func aQuotedNullIsAWord() throws {
        #expect(try reading("k: \"null\"") { $0.text("k") }.value == "null")
    }

    @Test(arguments: [
        (
            "k: [1",
            "f.yaml:2: This is not YAML: a comma is missing, or a bracket or brace is not closed before here "
                + "(did not find expected ',' or ']')."
        ),
        (
            "a: 1\n b: 2",
            "f.yaml:2: This is not YAML: a colon stands where none is expected; put text that holds a colon between quotes "
                + "(mapping values are not allowed in this context)."
        ),
        ("", "f.yaml:1: The file is empty; it should hold YAML."),
        ("a: 1\na: 2", "f.yaml:1: This is not YAML: a key may stand only once, and \"a\" stands here and again below."),
    ])
    func textThatIsNotYAMLIsAFault(text: String, fault: String) {
        let log = FaultLog()
        #expect(YAMLDocument.parse(text, file: "f.yaml", into: log) == nil)
        #expect(log.faults.map(\.description) == [fault])
    }

    @Test func faultsComeInOrderAndOnce() {
        let log = FaultLog()
        log.add("b", in: "g.yaml", line: 2)
        log.add("a", in: "g.yaml", line: 10)
        log.add("b", in: "g.yaml", line: 2)
        log.add("c", in: "f.yaml")
        #expect(log.faults.map(\.description) == ["f.yaml: c", "g.yaml:2: b", "g.yaml:10: a"])
        #expect(throws: MaterialFaults.self) { try log.throwFaults() }
    }
}
