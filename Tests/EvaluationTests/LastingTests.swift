import Evaluation
import Programme
import Testing

@Suite("What lasts, and who is missing") struct LastingTests {
    private static let options: ConfidenceOptions = {
        var options = ConfidenceTests.options
        (options.margin, options.bootstrap) = (0.5, nil)
        return options
    }()

    @Test("lasting gains agree with R: t.test against the margin, Fieller's interval") func lasting() throws {
        let found = try ConfidenceFindings(evaluating: responses(), options: Self.options).lasting
        let expected = try reference("lasting.csv")
        #expect(found.count == expected.count)
        for (row, known) in zip(found, expected) {
            func number(_ name: String) -> Double? { known[name].flatMap(Double.init) }
            #expect(row.measure.name == known["item"] && row.pairs.map(Double.init) == number("pairs"))
            let numbers = [
                (row.gainP, "gain_p"), (row.meanChange, "mean_change"), (row.lower, "lower"), (row.p, "p"),
                (row.retention, "retention"), (row.retentionInterval?.lowerBound, "low"),
                (row.retentionInterval?.upperBound, "high"),
            ]
            for (value, name) in numbers { #expect(agree(value, number(name)), "\(row.measure.name) \(name)") }
            #expect(row.holds == number("p").map { $0 < 0.05 })
        }
        #expect(expected.contains { $0["p"] == "" } && expected.contains { $0["p"] != "" })
    }

    @Test("stayers and leavers agree with Welch's test in R") func stayers() throws {
        let found = try ConfidenceFindings(evaluating: responses(), options: Self.options).attrition.stayersLeavers
        let expected = try reference("stayers.csv")
        #expect(found.count == expected.count)
        for (row, known) in zip(found, expected) {
            func number(_ name: String) -> Double? { known[name].flatMap(Double.init) }
            #expect(row.measure.name == known["item"] && row.at.rawValue == known["at"])
            let numbers = [
                (row.difference, "difference"), (row.interval?.lowerBound, "low"), (row.interval?.upperBound, "high"),
                (row.p, "p"),
            ]
            for (value, name) in numbers { #expect(agree(value, number(name)), "\(row.measure.name) \(name)") }
        }
    }

    @Test("intraclass correlation and design effect agree with lme4, sign flips with enumeration") func courses() throws
    {
        let found = try ConfidenceFindings(evaluating: responses(), options: Self.options).comparisons
        for known in try reference("clusters.csv") {
            let comparison = try #require(
                found.first {
                    $0.measure.name == known["item"] && $0.from.name == known["from"] && $0.to.name == known["to"]
                }
            )
            func number(_ name: String) -> Double? { known[name].flatMap(Double.init) }
            let icc = try #require(comparison.clustered?.intraclassCorrelation), expected = try #require(number("icc"))
            #expect(abs(icc - expected) < 1e-5)
            #expect(agree(comparison.clustered?.designEffect, number("design_effect"), relative: 1e-4))
            #expect(agree(comparison.clustered?.signFlipP, number("sign_flip_p"), relative: 1e-12))
        }
    }

    @Test("bounds, shifted means, improved counts and the mixed model agree with R") func beside() throws {
        let known = Dictionary(
            uniqueKeysWithValues: try reference("beside.csv").map {
                ($0["name"] ?? "", Double($0["value"] ?? "") ?? .nan)
            }
        )
        let findings = try ConfidenceFindings(evaluating: responses(), options: Self.options)
        let missing = try #require(findings.supporting.sensitivity)
        #expect(agree(missing.worst?.mean, known["worst"]) && agree(missing.best?.mean, known["best"]))
        #expect(agree(missing.shifted.first { $0.shift == 0.5 }?.mean, known["shifted"]))
        #expect(agree(findings.supporting.mixedModel?.change, known["mixed"], relative: 1e-5))
        #expect(agree(findings.supporting.mixedModel?.standardError, known["mixed_se"], relative: 1e-4))
        guard case .array(let rows)? = findings.json["improvement"],
            let row = rows.first(where: { $0["to"] == .string("followup-3") })
        else { return #expect(Bool(false), "no improvement") }
        for (name, key) in [
            ("improved_on_some", "some"), ("worsened_on_some", "worse"), ("improved_on_all", "every"),
            ("answered", "answered"),
        ] {
            #expect(row[name] == known[key].map { .integer(Int($0)) }, "\(name)")
        }
    }

    @Test("without a margin the estimate stands and the answer does not") func noMargin() throws {
        var options = Self.options
        options.margin = nil
        for row in try ConfidenceFindings(evaluating: responses(), options: options).lasting {
            #expect(row.lower != nil && row.meanChange != nil && row.p == nil && row.holds == nil)
            #expect(row.reasons.contains { $0.reason == "no margin was declared" })
        }
    }

    @Test("every key of the interface is filled, and every null has a reason beside it") func keys() throws {
        var options = Self.options
        options.bootstrap = ConfidenceOptions.Bootstrap(resamples: 200)
        let json = try ConfidenceFindings(evaluating: responses(), options: options).json
        #expect(nullsWithoutReason(json) == [])
        guard case .array(let lasting)? = json["lasting"],
            case .array(let stayers)? = json["attrition"]?["stayers_leavers"],
            case .array(let comparisons)? = json["comparisons"]
        else { return #expect(Bool(false), "keys are missing") }
        let keys = [
            "wave", "item", "pairs", "gain_p", "mean_change", "margin", "lower95", "p", "holds", "retention",
            "retention_ci95",
        ]
        #expect(lasting.allSatisfy { row in keys.allSatisfy { row[$0] != nil } })
        #expect(stayers.allSatisfy { row in ["item", "at", "difference", "ci95", "p"].allSatisfy { row[$0] != nil } })
        let clustered = ["courses", "se", "df", "p", "change_ci95", "kind", "icc", "design_effect", "wild_p"]
        #expect(comparisons.allSatisfy { row in clustered.allSatisfy { row["clustered"]?[$0] != nil } })
    }

    @Test("degenerate data give null and a reason, never infinity", arguments: 0..<6) func degenerate(_ kind: Int)
        throws
    {
        let waves: [Wave] = [.booking, .pre, .post, .followUp(months: 3)]
        let people = kind == 0 ? 1 : kind == 5 ? 2 : 8
        let records = (0..<people).flatMap { person in
            waves.enumerated().flatMap { number, wave in
                ["A1", "A2", "A2-then"].map { item in
                    let score: Double? =
                        switch kind {
                        case 1: 0
                        case 2: Double(number)
                        case 3: nil
                        case 4: person == 0 ? 5 : nil
                        default: Double(person + number)
                        }
                    return ResponseRecord(
                        attendee: "p\(person)",
                        wave: wave,
                        item: item,
                        score: score,
                        course: "c\(person % 2)"
                    )
                }
            }
        }
        var options = ConfidenceOptions(range: ScoreRange("0...20"), margin: 0.5)
        options.bootstrap = ConfidenceOptions.Bootstrap(resamples: 200)
        let findings = try ConfidenceFindings(evaluating: records, options: options)
        #expect(nullsWithoutReason(findings.json) == [])
        let text = findings.json.compact + findings.text
        #expect(!text.contains("nan") && !text.contains("inf\"") && !text.contains(":inf"))
        #expect(!findings.verdict.claimsSuccess)
    }
}
