import Evaluation
import Programme
import Testing

@Suite("Confidence findings") struct ConfidenceTests {
    static let options = ConfidenceOptions(
        range: ScoreRange("1...6"),
        reversedItems: ["Q3"],
        scales: [ScaleDefinition(name: "short", items: ["Q1", "Q3", "Q10"], minimumAnswered: 2)],
        bootstrap: ConfidenceOptions.Bootstrap()
    )

    @Test("agree with R: means, intervals, p, Holm, Wilson, counts") func agreesWithR() throws {
        let findings = try ConfidenceFindings(evaluating: responses(), options: Self.options)
        let expected = try reference("confidence.csv")
        #expect(findings.comparisons.count == expected.count)
        for (found, row) in zip(findings.comparisons, expected) {
            #expect(found.measure.name == row["item"] && found.from.name == row["from"] && found.to.name == row["to"])
            func known(_ name: String) -> Double? { row[name].flatMap(Double.init) }
            #expect(found.pairs == known("pairs").map(Int.init))
            #expect(
                [found.improved, found.unchanged, found.worse].map { $0.map(Double.init) }
                    == ["improved", "unchanged", "worse"].map(known)
            )
            #expect(found.degreesOfFreedom.map(Double.init) == known("df"))
            let numbers = [
                (found.meanFrom, "mean_from"), (found.meanTo, "mean_to"), (found.meanChange, "mean_change"),
                (found.standardDeviation, "sd"), (found.interval?.lowerBound, "low"),
                (found.interval?.upperBound, "high"),
                (found.t, "t"), (found.p, "p"), (found.improvedShare?.lowerBound, "share_low"),
                (found.improvedShare?.upperBound, "share_high"), (found.holm, "holm"), (found.standardised?.gz, "g_z"),
                (found.standardised?.gav, "g_av"), (found.ranks?.wilcoxon?.v, "v"),
                (found.ranks?.wilcoxon?.p, "p_wilcoxon"),
                (found.ranks?.hodgesLehmann, "hodges_lehmann"), (found.clustered?.standardError, "cr2_se"),
                (found.clustered?.degreesOfFreedom, "cr2_df"), (found.clustered?.p, "cr2_p"),
            ]
            for (value, name) in numbers { #expect(agree(value, known(name)), "\(found.measure.name) \(name)") }
        }
    }

    @Test("reliability agrees with psych::alpha, reversed items turned first") func reliability() throws {
        let found = try ConfidenceFindings(evaluating: responses(), options: Self.options).reliability
        let expected = try reference("reliability.csv")
        #expect(found.count == expected.count)
        for (scale, row) in zip(found, expected) {
            #expect(scale.measure.name == row["scale"] && scale.wave.name == row["wave"])
            #expect(scale.people == row["n"].flatMap { Int($0) })
            #expect(agree(scale.alpha, row["alpha"].flatMap(Double.init)))
        }
    }

    @Test("the members of a comparison stand in the order of the interface") func keys() throws {
        let json = try ConfidenceFindings(evaluating: responses(), options: Self.options).json
        guard case .object(let whole) = json, case .array(let all)? = json["comparisons"],
            case .object(let members)? = all.first
        else { return #expect(Bool(false), "not objects") }
        #expect(
            whole.map(\.name) == [
                "schema", "items", "attendees", "comparisons", "reliability", "lasting", "attrition", "primary",
                "questions", "improvement", "reliable_change", "missing_answers", "mixed_model", "distributions",
                "findings", "methods", "verdict", "statements",
            ]
        )
        #expect(
            members.map(\.name) == [
                "item", "from", "to", "pairs", "mean_from", "mean_to", "mean_change", "sd_change", "change_ci95", "t",
                "df", "p_t",
                "g_z", "g_z_ci95", "g_av", "wilcoxon", "hodges_lehmann", "hodges_lehmann_ci95", "rank_biserial",
                "rank_sensitivity", "bootstrap",
                "improved",
                "unchanged", "worse", "improved_share_ci95", "p_holm", "clustered",
            ]
        )
        #expect(json["schema"] == .string("commonground.confidence/1"))
    }

    /// By hand, for changes of 1, 2, 0 and -1: Pratt's ranks are 2.5, 4 and 2.5, of whose eight signed sums three reach 6.5; two
    /// of three went up; the means of two of 1, 2 and -1 have the middle values 0.5 and 1.
    @Test("beside the signed ranks stand Pratt's, the signs alone, and the estimate of those who changed") func ranks()
        throws
    {
        let findings = try ConfidenceFindings(evaluating: pairs([(1, 2), (1, 3), (2, 2), (3, 2)]))
        let ranks = try #require(findings.comparisons.first?.ranks?.sensitivity)
        #expect(ranks.prattP == 0.75 && ranks.signP == 1 && ranks.hodgesLehmann == 0.75)
        let still = try ConfidenceFindings(evaluating: pairs([(1, 1), (3, 3)])).comparisons.first
        #expect(still?.ranks?.sensitivity == nil)
        #expect(still?.reasons.contains { $0.names.contains("rank_sensitivity") } == true)
    }

    @Test("with several courses the sentences and the verdict allow for them") func clustered() throws {
        let records = try responses().map { record in
            var copy = record
            copy.course = "c\((Int(record.attendee.dropFirst()) ?? 0) % 8)"
            return copy
        }
        let findings = try ConfidenceFindings(evaluating: records, options: Self.options)
        let primary = try #require(findings.primaryComparison)
        #expect(primary.clustered?.courses == 8)
        #expect(primary.leadingInterval == primary.clustered?.interval && primary.leadingInterval != primary.interval)
        #expect(findings.statements[0].contains("allowing for 8 courses"))
        let oneCourse = records.map { record in
            var copy = record
            copy.course = "c1"
            return copy
        }
        let plain = try ConfidenceFindings(evaluating: oneCourse, options: Self.options)
        #expect(plain.comparisons.allSatisfy { $0.clustered == nil })
        #expect(plain.primaryComparison?.interval == primary.interval)
    }

    @Test("the bootstrap stands near the t interval, obeys its seed and can be left out") func bootstrap() throws {
        var options = Self.options
        let first = try ConfidenceFindings(evaluating: responses(), options: options)
        #expect(try ConfidenceFindings(evaluating: responses(), options: options) == first)
        for comparison in first.comparisons {
            let interval = try #require(comparison.interval), found = try #require(comparison.bootstrap)
            let room = 0.35 * (interval.upperBound - interval.lowerBound)
            #expect(abs(found.interval.lowerBound - interval.lowerBound) < room)
            #expect(abs(found.interval.upperBound - interval.upperBound) < room)
            #expect(found.resamples == 10_000 && found.seed == 1)
        }
        options.bootstrap = ConfidenceOptions.Bootstrap(seed: 2)
        #expect(try ConfidenceFindings(evaluating: responses(), options: options).comparisons != first.comparisons)
        options.bootstrap = nil
        let json = try ConfidenceFindings(evaluating: responses(), options: options).json.compact
        #expect(!json.contains("bootstrap"))
    }

    @Test("few courses are told to be few, and never make an interval narrower") func fewCourses() throws {
        let findings = try ConfidenceFindings(evaluating: responses(), options: Self.options)
        for comparison in findings.comparisons {
            guard let clustered = comparison.clustered?.interval, let plain = comparison.interval,
                let leading = comparison.leadingInterval
            else { continue }
            let widths = [clustered, plain, leading].map { $0.upperBound - $0.lowerBound }
            #expect(widths[2] == max(widths[0], widths[1]))
        }
        #expect(
            findings.statements.contains { $0.contains("only 3 courses") && $0.contains("p = 0.25, counted exactly") }
        )
    }

    @Test("the order of the records changes nothing, not even a digit") func orderIndependence() throws {
        var random = SeededNumbers(seed: 5)
        let records = try responses()
        let plain = try ConfidenceFindings(evaluating: records, options: Self.options).json.compact
        for _ in 0..<10 {
            let shuffled = records.shuffled(using: &random)
            #expect(try ConfidenceFindings(evaluating: shuffled, options: Self.options).json.compact == plain)
        }
    }

    @Test("swapping before and after turns every sign") func symmetry() throws {
        let swapped = try responses().filter { $0.wave != .followUp(months: 3) }.map { record in
            var copy = record
            copy.wave = record.wave == .pre ? .post : .pre
            return copy
        }
        let forward = try ConfidenceFindings(evaluating: responses(), options: Self.options).comparisons.prefix(6)
        let backward = try ConfidenceFindings(evaluating: swapped, options: Self.options).comparisons
        for (one, other) in zip(forward, backward) {
            #expect(agree(one.meanChange, other.meanChange.map { -$0 }, relative: 1e-12))
            #expect(agree(one.p, other.p, relative: 1e-10))
            #expect(one.improved == other.worse && one.unchanged == other.unchanged)
        }
    }

    @Test("another unit of the scale leaves t, p and the counts") func affine() throws {
        let records = try responses()
        let moved = records.map { record in
            var copy = record
            copy.score = record.score.map { 2.5 * $0 - 4 }
            return copy
        }
        let plain = try ConfidenceFindings(evaluating: records), other = try ConfidenceFindings(evaluating: moved)
        for (one, two) in zip(plain.comparisons, other.comparisons) {
            #expect(agree(one.t, two.t, relative: 1e-9) && agree(one.p, two.p, relative: 1e-9))
            #expect(one.improved == two.improved && one.worse == two.worse)
            #expect(agree(one.standardDeviation.map { $0 * 2.5 }, two.standardDeviation, relative: 1e-10))
        }
    }

    @Test("reversing an item turns its change") func reversal() throws {
        let records = pairs([(1, 3), (2, 6), (4, 4), (5, 2)])
        let plain = try ConfidenceFindings(evaluating: records, options: ConfidenceOptions(range: ScoreRange("1...6")))
        let turned = try ConfidenceFindings(
            evaluating: records,
            options: ConfidenceOptions(range: ScoreRange("1...6"), reversedItems: ["A1"])
        )
        #expect(agree(plain.comparisons[0].meanChange, turned.comparisons[0].meanChange.map { -$0 }))
        #expect(turned.comparisons[0].meanFrom == 4)
    }

    @Test("decimals that people see as equal count as unchanged") func decimalTies() throws {
        let findings = try ConfidenceFindings(evaluating: pairs([(0.1 + 0.2, 0.3), (0.3, 0.1 + 0.2), (1, 2)]))
        #expect(findings.comparisons[0].unchanged == 2)
        #expect(findings.comparisons[0].improved == 1)
    }

    @Test("the waves that are there decide the comparisons") func wavePairs() throws {
        func compared(_ waves: [Wave]) throws -> [String] {
            let records = waves.map { ResponseRecord(attendee: "p", wave: $0, item: "A1", score: 1) }
            let all = try ConfidenceFindings(evaluating: records).comparisons.filter { $0.measure.isItem }
            return all.map { "\($0.from.name)>\($0.to.name)" }
        }
        #expect(try compared([.pre, .post]) == ["pre>post"])
        #expect(
            try compared([.followUp(months: 6), .post, .pre, .booking, .followUp(months: 3)])
                == [
                    "pre>post", "pre>followup-3", "pre>followup-6", "post>followup-3", "post>followup-6", "booking>pre",
                ]
        )
        #expect(try compared([.booking, .post]) == ["booking>post"])
        #expect(try compared([.pre]) == [])
        #expect(try compared([]) == [])
    }

    @Test("the primary question goes to the first follow-up as soon as two pairs are there") func primary() throws {
        let records = pairs([(1, 2), (2, 4), (3, 3)])
        let onTheDay = try ConfidenceFindings(evaluating: records)
        #expect(onTheDay.primary?.to == .post)
        #expect(onTheDay.statements.contains { $0.contains("nothing is known yet about whether it lasts") })
        let later = (0..<2).map {
            ResponseRecord(attendee: "p\($0)", wave: .firstFollowUp, item: "A1", score: Double(5 * $0))
        }
        #expect(try ConfidenceFindings(evaluating: records + later).primary?.to == .firstFollowUp)
        #expect(try ConfidenceFindings(evaluating: records + later.prefix(1)).primary?.to == .post)
    }

    @Test("a scale needs every item unless told otherwise") func minimumAnswered() throws {
        var records = pairs([(1, 2), (2, 4), (3, 3)]) + pairs([(2, 2), (4, 5), (1, 3)], item: "A2")
        records[0].score = nil
        #expect(try ConfidenceFindings(evaluating: records).comparisons.last?.pairs == 2)
        let lenient = try ConfidenceFindings(evaluating: records, options: ConfidenceOptions(minimumAnswered: 1))
        #expect(lenient.comparisons.last?.pairs == 3)
        #expect(lenient.comparisons.last?.scores[0] == PairedScores(from: 2, to: 2))
    }

    @Test("what the office says is due is the denominator") func attrition() throws {
        let records = pairs([(1, 2), (2, nil), (3, 3)])
        let asked = ["p0", "p1", "p9"].map { SurveyFlow.Person(reference: $0, states: [.pre: .due, .post: .due]) }
        let flow = SurveyFlow(people: asked + [SurveyFlow.Person(reference: "p2", states: [.pre: .notAgreed])])
        let attrition = try ConfidenceFindings(evaluating: records, flow: flow).attrition
        #expect(attrition.attended == 4)
        #expect(attrition.waves.map(\.due) == [3, 3])
        #expect(attrition.waves.map(\.answered) == [2, 1])
        #expect(attrition.waves.map(\.answeredNotDue) == [1, 1])
        #expect(attrition.preAndPost == 2)
        let stateless = try ConfidenceFindings(evaluating: records).attrition
        #expect(stateless.waves.map(\.due) == [3, 3] && stateless.attended == 3)
    }
}
