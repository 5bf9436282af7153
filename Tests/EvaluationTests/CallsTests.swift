import Evaluation
import Foundation
import Programme
import Testing

@Suite("Counts before and after") struct CallsTests {
    static func counts() throws -> [AreaMonthCount] {
        try reference("counts.csv").map { row in
            AreaMonthCount(
                area: row["area"] ?? "",
                month: try #require(Month(row["month"] ?? "")),
                count: try #require(Int(row["count"] ?? ""))
            )
        }
    }

    static let design = CallsDesign(start: Month("2023-07"))

    @Test("agree with R's quasi-Poisson glm, gaps left out") func agreesWithR() throws {
        let findings = try CallsFindings(evaluating: Self.counts(), design: Self.design)
        let changes = [findings.pooled] + findings.areas.map(\.change)
        for (change, row) in zip(changes, try reference("before_after.csv")) {
            func known(_ name: String) -> Double? { row[name].flatMap(Double.init) }
            #expect(agree(change.ratio, known("ratio")), "\(row)")
            #expect(agree(change.interval?.lowerBound, known("low")))
            #expect(agree(change.interval?.upperBound, known("high")))
            #expect(agree(change.p, known("p"), relative: 1e-7))
            #expect(agree(change.dispersion, known("dispersion")))
            #expect(change.degreesOfFreedom.map(Double.init) == known("df"))
        }
        #expect(findings.verdict == .clearFall)
    }

    @Test("gaps are gaps: present of wanted, flagged, never zero") func gaps() throws {
        let findings = try CallsFindings(evaluating: Self.counts(), design: Self.design)
        let oxford = findings.areas[1]
        #expect(oxford.before?.monthsWanted == 12 && oxford.before?.monthsPresent == 11)
        #expect(oxford.after?.gaps.map(\.description) == ["2023-10"])
        #expect(findings.quality.filter { $0.kind == .gap }.map(\.area) == ["Oxford", "Oxford"])
        #expect(findings.statements.contains { $0.contains("Oxford 2 of 24 (2022-08, 2023-10)") })
        let rate = try #require(oxford.before?.perDay), count = try #require(oxford.before?.count)
        #expect(agree(rate, Double(count) / 334))
    }

    @Test("the order of the rows changes nothing") func order() throws {
        var random = SeededNumbers(seed: 6)
        let plain = try CallsFindings(evaluating: Self.counts(), design: Self.design).json.compact
        let shuffled = try CallsFindings(evaluating: Self.counts().shuffled(using: &random), design: Self.design)
        #expect(shuffled.json.compact == plain)
    }

    @Test("short windows look back a year when they can, and say so when not") func seasons() throws {
        let all = try Self.counts()
        let recent = try CallsFindings(evaluating: all, design: CallsDesign(start: Month("2024-01")))
        let window = try #require(recent.areas[0].before)
        #expect(window.first == Month("2023-01") && window.last == Month("2023-06") && window.monthsWanted == 6)
        #expect(!recent.quality.contains { $0.kind == .unequalSeasons })
        #expect(recent.quality.contains { $0.kind == .shortWindows })
        let early = try CallsFindings(
            evaluating: all.filter { $0.month.year == 2022 },
            design: CallsDesign(start: Month("2022-07"))
        )
        #expect(early.quality.contains { $0.kind == .unequalSeasons })
        #expect(early.areas[0].before?.monthsWanted == 6)
        #expect(early.statements.contains { $0.contains("different months of the year") })
    }

    @Test("each area has its own start, and months of transition belong to neither side") func starts() throws {
        var design = Self.design
        design.starts = ["Slough": try #require(Month("2023-04"))]
        design.transitionMonths = 1
        let findings = try CallsFindings(evaluating: Self.counts(), design: design)
        #expect(findings.areas.map(\.start.description) == ["2023-07", "2023-07", "2023-04"])
        #expect(findings.areas[2].before?.last == Month("2023-03"))
        #expect(findings.areas[2].after?.first == Month("2023-05"))
    }

    @Test("an area whose start lies outside its months is not estimable") func outside() throws {
        let findings = try CallsFindings(evaluating: Self.counts(), design: CallsDesign(start: Month("2025-01")))
        #expect(
            findings.areas.allSatisfy {
                $0.before == nil && $0.change.why == "there is no month on one side of the start"
            }
        )
        #expect(
            findings.verdict == .notEstimable("there is nothing to compare")
                || findings.verdict.description.hasPrefix("not estimable")
        )
        #expect(nullsWithoutReason(findings.json) == [])
    }

    @Test("degenerate counts give null with a reason") func degenerate() throws {
        let start = try #require(Month("2023-01"))
        func series(_ counts: [Int]) -> [AreaMonthCount] {
            counts.enumerated().map { AreaMonthCount(area: "A", month: start.adding($0 - 6), count: $1) }
        }
        let tables = [
            [], series([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), series([3, 4, 5, 3, 4, 2, 0, 0, 0, 0, 0, 0]),
            series([0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 3]), series([5, 5]),
            Array(series([5, 4, 3, 4, 5, 6, 7]).suffix(2)),
            Array(series([1, 1, 1, 1, 1, 1, 1]).prefix(3)) + series([0, 0, 0, 0, 0, 0, 0, 0, 0, 9]).suffix(1),
        ]
        for counts in tables {
            let findings = try CallsFindings(evaluating: counts, design: CallsDesign(start: start))
            #expect(nullsWithoutReason(findings.json) == [], "\(counts)")
            guard case .notEstimable = findings.verdict else {
                Issue.record("\(counts) gave \(findings.verdict)")
                continue
            }
        }
        let silent = try CallsFindings(evaluating: tables[2], design: CallsDesign(start: start))
        #expect(silent.pooled.ratio == 0)
    }

    @Test("residents make rates per resident, and a row without them is left out") func population() throws {
        let counts = try Self.counts().map { count in
            var copy = count
            copy.population = count.month == Month("2023-01") ? 0 : 100_000
            return copy
        }
        let findings = try CallsFindings(evaluating: counts, design: Self.design)
        #expect(findings.perResident)
        #expect(findings.quality.filter { $0.kind == .noPopulation }.count == 3)
        #expect(findings.areas[0].before?.monthsPresent == 11)
    }

    @Test("counts that vary less than chance are not taken for certainty") func underdispersed() throws {
        let start = try #require(Month("2023-04"))
        let counts = [100, 101, 99, 90, 91, 90].enumerated().map {
            AreaMonthCount(area: "A", month: start.adding($0 - 3), count: $1)
        }
        let findings = try CallsFindings(evaluating: counts, design: CallsDesign(start: start, offset: .nothing))
        // R, Tests/StatisticsTests/Reference/rates.R, last ratio: quasi-Poisson 0.886 to 0.921, Poisson 0.767 to 1.065.
        #expect(agree(findings.pooled.interval?.upperBound, 0.92089170300177237))
        #expect(agree(findings.pooled.poissonInterval?.upperBound, 1.064592616427716))
        #expect(findings.verdict.description.hasPrefix("no evidence"))
        #expect(findings.quality.contains { $0.kind == .underdispersed })
        #expect(findings.json["effect"]?["ci95_poisson"] != nil)
        #expect(findings.statements.contains { $0.contains("less from month to month than chance") })
    }

    @Test("counts of no area are reported as a share") func unallocated() throws {
        let start = try #require(Month("2022-01"))
        let outside = (0..<30).map { AreaMonthCount(area: "unallocated", month: start.adding($0), count: 50) }
        let findings = try CallsFindings(evaluating: Self.counts() + outside, design: Self.design)
        let total = try Self.counts().filter { ($0.month.index - start.index) >= 6 }.reduce(0) { $0 + $1.count }
        #expect(agree(findings.unallocatedShare, 1200 / Double(1200 + total)))
        #expect(findings.areas.count == 3)
    }

    @Test("odd months of the source are told when they are used") func remarks() throws {
        let used = QualityFlag(.unusualChange, area: "surrey", month: Month("2023-01"), value: -7)
        let unused = QualityFlag(.partialMonth, area: "surrey", month: Month("2001-01"))
        let findings = try CallsFindings(
            evaluating: Self.counts(),
            design: Self.design,
            options: CallsOptions(remarks: [used, unused])
        )
        #expect(findings.quality.contains(used) && !findings.quality.contains(unused))
        #expect(findings.statements.contains { $0.hasPrefix("The source looks odd in surrey 2023-01:") })
    }

    @Test("one source's word never stands for another", arguments: [CountSource.policeUK, .forceExtract, .countsFile])
    func words(_ source: CountSource) throws {
        let findings = try CallsFindings(
            evaluating: Self.counts(),
            design: Self.design,
            options: CallsOptions(source: source)
        )
        let text = findings.statements.joined(separator: " ").lowercased() + findings.verdict.description
        #expect(text.contains("incident") == (source == .policeUK))
        #expect(text.contains("call") == (source == .forceExtract))
    }

    @Test("no sentence names a cause") func cause() throws {
        let findings = try CallsFindings(evaluating: Self.counts(), design: Self.design)
        let text = findings.statements.joined(separator: " ")
        for word in ["because of", "thanks to", "led to", "caused", "due to", "effect of the course"] {
            #expect(!text.contains(word))
        }
        #expect(findings.verdict.description == "clear fall, cause not shown")
        #expect(text.contains("cannot say why"))
    }

    @Test("without evidence the verdict compares with what mattered") func power() throws {
        let level = try Self.counts().filter { $0.month < (Month("2023-07") ?? $0.month) }
        let design = CallsDesign(start: Month("2023-01"), windowMonths: 6)
        let thin = try CallsFindings(
            evaluating: level,
            design: design,
            options: CallsOptions(relevantFall: 0.008, isPlanned: true)
        )
        guard case .noEvidence(_, let couldHaveSeen) = thin.verdict else {
            return #expect(Bool(false), "\(thin.verdict)")
        }
        #expect(!couldHaveSeen)
        #expect(thin.verdict.description.contains("(too thin)"))
        #expect(thin.statements.contains { $0.contains("what the plan could give is 0.8 %") })
    }

    @Test("small counts of an area are hidden with everything made of them") func suppression() throws {
        let start = try #require(Month("2022-07"))
        let few = (0..<24).map { AreaMonthCount(area: "Hamlet", month: start.adding($0), count: $0 % 11 == 0 ? 1 : 0) }
        let findings = try CallsFindings(
            evaluating: Self.counts() + few,
            design: Self.design,
            options: CallsOptions(suppressBelow: 10)
        )
        let hamlet = try #require(findings.areas.first { $0.area == "Hamlet" })
        #expect(
            hamlet.before?.count == nil && hamlet.change.ratio == nil
                && hamlet.change.why == "suppressed: a count below 10"
        )
        #expect(nullsWithoutReason(findings.json) == [])
    }

    @Test("counts and designs that contradict themselves are refused") func refusals() throws {
        let counts = try Self.counts()
        func refusal(_ counts: [AreaMonthCount], _ design: CallsDesign) -> CallsRefusal? {
            do throws(CallsRefusal) {
                _ = try CallsFindings(evaluating: counts, design: design)
                return nil
            } catch { return error }
        }
        #expect(refusal(counts + [counts[0]], Self.design)?.row == counts.count)
        #expect(refusal(counts + [counts[0]], Self.design)?.column == "month")
        #expect(refusal([AreaMonthCount(area: "A", month: counts[0].month, count: -1)], Self.design)?.column == "count")
        let misspelt = CallsDesign(treated: ["Oxfrod"], start: Month("2023-07"))
        #expect(
            refusal(counts, misspelt)?.description
                == "There is no count of an area called Oxfrod. Did you mean \"Oxford\"?"
        )
        #expect(refusal(counts, CallsDesign(treated: ["Oxford"])) == .noStart(area: "Oxford"))
    }

    @Test("a design.json is read, with defaults") func reading() throws {
        let text =
            #"{"method":"did","treated":["A"],"start":"2025-04","starts":{"B":"2025-06"},"lag":null,"family":"negbin"}"#
        let design = try CallsDesign(json: Data(text.utf8))
        #expect(design.method == .differenceInDifferences && design.family == .negativeBinomial)
        #expect(design.harmonics == 2 && design.lag == nil && design.comparison == nil && design.offset == nil)
        #expect(design.start(of: "B") == Month("2025-06") && design.start(of: "A") == Month("2025-04"))
    }

    @Test(
        "a malformed design says what is wrong",
        arguments: [
            ("[]", "it is not a JSON object"), ("{", "it is not JSON"),
            (#"{"method":"itz","start":"2025-04"}"#, "Did you mean \"its\"?"),
            (#"{"methd":"its","start":"2025-04"}"#, "\"methd\" is not a key of a design. Did you mean \"method\"?"),
            (#"{"start":"April"}"#, "start \"April\" is not a month like 2025-04"),
            (#"{"starts":{"A":"x"}}"#, "starts of A \"x\" is not a month"),
            (#"{"method":"its"}"#, "neither \"start\" nor \"starts\""),
            (#"{"start":"2025-04","harmonics":9}"#, "harmonics is 9 but must be 0 to 6"),
            (#"{"start":"2025-04","treated":"A"}"#, "\"treated\" has the wrong type"),
        ]
    )
    func malformed(_ text: String, _ reason: String) {
        do throws(CallsRefusal) {
            _ = try CallsDesign(json: Data(text.utf8))
            Issue.record("\(text) was accepted")
        } catch {
            #expect(error.description.contains(reason), "\(error)")
        }
    }
}
