import Evaluation
import Foundation
import Programme
import Testing

@Suite("Cost") struct CostTests {
    private static let code: Slug<UnitCost>? = Slug(rawValue: "asb-incident-further-action")

    private static func unit(_ pounds: Int, _ kind: UnitCost.Kind, year: String? = "2011/12") throws -> UnitPrice {
        UnitPrice(
            UnitCost(
                code: try #require(code),
                name: "ASB incident, further action necessary",
                pence: pounds * 100,
                unit: "incident",
                priceYear: year,
                kind: kind,
                provenance: Provenance(source: "Unit Cost Database", toVerify: true)
            )
        )
    }

    private struct Case {
        let pounds, years, horizon, bias: Double
        let trained, improved, of: Int
        let averted, low, high: Double
        let unit: Int
    }
    private static let cases: [String: Case] = [
        "pilot": Case(
            pounds: 60_000,
            years: 1,
            horizon: 1,
            bias: 0,
            trained: 450,
            improved: 62,
            of: 89,
            averted: 120,
            low: -30,
            high: 270,
            unit: 673
        ),
        "clear": Case(
            pounds: 60_000,
            years: 1,
            horizon: 1,
            bias: 0,
            trained: 450,
            improved: 62,
            of: 89,
            averted: 200,
            low: 110,
            high: 290,
            unit: 204
        ),
        "years": Case(
            pounds: 200_000,
            years: 3,
            horizon: 5,
            bias: 0.1,
            trained: 900,
            improved: 300,
            of: 420,
            averted: 260,
            low: 60,
            high: 460,
            unit: 673
        ),
        "part": Case(
            pounds: 90_000,
            years: 1.5,
            horizon: 2.25,
            bias: 0,
            trained: 700,
            improved: 150,
            of: 260,
            averted: 90,
            low: 20,
            high: 160,
            unit: 36
        ),
    ]

    private static func question(_ of: Case) throws -> CostQuestion {
        CostQuestion(
            pounds: of.pounds,
            years: of.years,
            horizonYears: of.horizon,
            optimismBias: of.bias,
            trained: of.trained,
            improved: .init(of.improved, of: of.of),
            averted: AvertedCalls(perYear: of.averted, interval: of.low...of.high),
            unitCosts: [try unit(of.unit, .mixed)]
        )
    }

    @Test("amounts, intervals, discounting and chances agree with R", arguments: ["pilot", "clear", "years", "part"])
    func reference(_ name: String) throws {
        let rows = try EvaluationTests.reference("cost.csv").filter { $0["case"] == name }
        let known = Dictionary(uniqueKeysWithValues: rows.map { ($0["quantity"] ?? "", Double($0["value"] ?? "")) })
        let found = try CostFindings(evaluating: try Self.question(try #require(Self.cases[name])))
        let line = try #require(found.lines.first)
        let values: [String: Double?] = [
            "per_trained": found.perTrained.pounds, "per_improved": found.perImproved.pounds,
            "per_improved.lower": found.perImproved.interval?.lowerBound,
            "per_improved.upper": found.perImproved.interval?.upperBound, "present": found.presentCost,
            "factor": found.presentFactor, "break_even": line.breakEvenPerYear, "benefit": line.benefit.pounds,
            "net": line.net, "chance": line.chance, "per_call": found.perCall.pounds,
            "per_call.lower": found.perCall.interval?.lowerBound, "per_call.upper": found.perCall.interval?.upperBound,
        ]
        for (quantity, value) in values {
            #expect(agree(value, known[quantity] ?? nil, relative: 1e-9), "\(quantity): \(value ?? .nan)")
        }
        #expect(nullsWithoutReason(found.json) == [])
    }

    @Test("£60,000 / £673 = 89 incidents a year, £133 a person; where the interval holds zero a call has no cost")
    func sentences() throws {
        let found = try CostFindings(evaluating: try Self.question(try #require(Self.cases["pilot"])))
        let all = found.statements.joined(separator: "\n")
        for words in [
            "£60,000 for 450 people trained is £133 each.",
            "62 people of 89 who answered both times improved reliably: £968",
            "£60,000 / £673 = 89 incidents a year would break even", "the interval of the calls averted holds zero",
            "Fewer calls is not by itself less ASB", "frees no budget", "Still to be verified", "not uprated",
        ] { #expect(all.contains(words), "\(words)\n\(all)") }
        #expect(found.perCall.pounds == nil && found.verdict.hasPrefix("not estimable"))
        #expect(!all.contains("saved £"))
    }

    @Test("prices are brought to the year asked for by the index, and what cannot be says why") func uprating() throws {
        let index = PriceIndex(
            name: "GDP deflator",
            years: [.init("2011/12", index: 80), .init("2025/26", index: 120)],
            provenance: Provenance(source: "HM Treasury", toVerify: true)
        )
        func line(_ price: UnitPrice, to year: String) throws -> CostFindings.Line {
            let question = CostQuestion(pounds: 60_000, priceYear: year, deflator: index, unitCosts: [price])
            return try #require(try CostFindings(evaluating: question).lines.first)
        }
        let uprated = try line(try Self.unit(673, .mixed), to: "2025/26")
        #expect(uprated.factor == 1.5 && uprated.pounds == 1009.5 && uprated.whyNotUprated == nil)
        let unknown = try line(try Self.unit(673, .mixed), to: "2030/31")
        #expect(unknown.factor == nil && unknown.pounds == 673 && unknown.whyNotUprated?.contains("2030/31") == true)
        #expect(
            try line(try Self.unit(673, .mixed, year: nil), to: "2025/26").whyNotUprated
                == "the source gives no price year"
        )
        let given = try line(UnitPrice(pounds: 100), to: "2025/26")
        #expect(given.factor == nil && given.whyNotUprated == nil)
    }

    @Test("cashable money stands apart, and what a source does not part is counted as neither") func cash() throws {
        func line(_ kind: UnitCost.Kind) throws -> CostFindings.Line {
            var question = try Self.question(try #require(Self.cases["clear"]))
            question.unitCosts = [try Self.unit(204, kind)]
            return try #require(try CostFindings(evaluating: question).lines.first)
        }
        #expect(try line(.cashable).cashable == 204 * 200)
        #expect(try line(.notCashable).cashable == 0)
        #expect(try line(.mixed).cashable == nil)
    }

    @Test("the acceptability curve rises from little to much, and none is drawn without an interval") func curve()
        throws
    {
        let found = try CostFindings(evaluating: try Self.question(try #require(Self.cases["clear"])))
        let chances = found.acceptability.map(\.probability)
        #expect(chances == chances.sorted() && chances.count >= 17)
        #expect(try #require(chances.first) < 0.001 && (try #require(chances.last)) > 0.99)
        #expect(found.acceptability.contains { $0.unitCost == 204 })
        var question = try Self.question(try #require(Self.cases["clear"]))
        question.averted = AvertedCalls(perYear: 200)
        let bare = try CostFindings(evaluating: question)
        #expect(bare.acceptability.isEmpty && bare.perCall.why?.contains("interval") == true)
        #expect(nullsWithoutReason(bare.json) == [])
    }

    @Test(
        "what is not known says why",
        arguments: [CostQuestion(pounds: nil), CostQuestion(pounds: 100, trained: 0, improved: .init(0, of: 5))]
    )
    func unknown(_ question: CostQuestion) throws {
        let found = try CostFindings(evaluating: question)
        #expect(found.perTrained.pounds == nil && found.perTrained.why != nil)
        #expect(found.perImproved.pounds == nil && found.perImproved.why != nil)
        #expect(found.verdict.hasPrefix("not estimable"))
        #expect(nullsWithoutReason(found.json) == [])
        #expect(!found.text.contains("nan") && !found.rows.isEmpty)
    }

    @Test("rising calls cost nothing each, they are told as more") func rise() throws {
        let found = try CostFindings(
            evaluating: CostQuestion(
                pounds: 1000,
                averted: AvertedCalls(perYear: -50, interval: -90 ... -10),
                unitCosts: [UnitPrice(pounds: 40)]
            )
        )
        #expect(found.perCall.why == "there were more calls, not fewer")
        #expect(try #require(found.lines.first?.net) < 0)
        #expect(found.statements.contains { $0.contains("50 more calls a year") })
    }

    @Test("numbers outside their range are refused") func refusals() throws {
        let wrong = [
            CostQuestion(pounds: 0), CostQuestion(pounds: -5), CostQuestion(pounds: .nan),
            CostQuestion(pounds: 1, years: 0),
            CostQuestion(pounds: 1, horizonYears: 101), CostQuestion(pounds: 1, discountRate: 3.5),
            CostQuestion(pounds: 1, optimismBias: -0.1), CostQuestion(pounds: 1, priceYear: "2025-26"),
            CostQuestion(pounds: 1, trained: -1), CostQuestion(pounds: 1, improved: .init(9, of: 8)),
            CostQuestion(pounds: 1, averted: AvertedCalls(perYear: 5, interval: 6...7)),
            CostQuestion(pounds: 1, unitCosts: [UnitPrice(pounds: 0)]),
        ]
        for question in wrong { #expect(throws: CostRefusal.self) { try CostFindings(evaluating: question) } }
    }

    @Test(
        "unit costs are read as codes or pounds",
        arguments: [("673", 673.0), ("£36.50", 36.5), ("asb-incident-further-action", 50)]
    )
    func parsing(_ text: String, pounds: Double) throws {
        let cost = UnitCost(
            code: try #require(Self.code),
            name: "x",
            pence: 5000,
            unit: "incident",
            kind: .mixed,
            provenance: Provenance(source: "s")
        )
        #expect(try UnitPrice(parsing: text, among: [cost]).pounds == pounds)
        for wrong in ["asb-incident-further-acton", "-5", "0", "nan", "1e9", "", "£"] {
            #expect(throws: CostRefusal.self) { try UnitPrice(parsing: wrong, among: [cost]) }
        }
        #expect(UnitPrice.usual(among: [cost]).map(\.code) == ["asb-incident-further-action"])
    }

    @Test("findings about calls are read back as calls averted, and others are refused") func calls() throws {
        let months = (0..<48).compactMap { Month("2020-01")?.adding($0) }
        let counts = months.map { month in
            AreaMonthCount(area: "A", month: month, count: (month >= months[24] ? 60 : 100) + month.index % 5)
        }
        let design = try CallsDesign(
            json: Data(#"{"method":"its","treated":["A"],"start":"2022-01","harmonics":0}"#.utf8)
        )
        let findings = try CallsFindings(evaluating: counts, design: design)
        let direct = AvertedCalls(findings)
        let read = try AvertedCalls(callsJSON: Data(findings.json.indented.utf8))
        #expect(direct == read)
        #expect(try #require(direct.perYear) > 300)
        let windows = try CallsFindings(
            evaluating: counts,
            design: try CallsDesign(json: Data(#"{"treated":["A"],"start":"2022-01"}"#.utf8))
        )
        let averted = AvertedCalls(windows)
        let ratio = try #require(windows.pooled.ratio)
        let after = try #require(windows.areas.first?.after?.count)
        #expect(agree(averted.perYear, Double(after) * (1 / ratio - 1)))
        #expect(try #require(averted.interval).contains(try #require(averted.perYear)))
        #expect(try averted == AvertedCalls(callsJSON: Data(windows.json.indented.utf8)))
        for wrong in ["", "[]", "{}", #"{"schema":"commonground.dilution/1"}"#] {
            #expect(throws: CostRefusal.self) { try AvertedCalls(callsJSON: Data(wrong.utf8)) }
        }
    }

    @Test(
        "recorded incidents are never called calls, nor calls incidents",
        arguments: [CountSource.policeUK, .forceExtract]
    )
    func words(_ source: CountSource) throws {
        let forbidden = source == .policeUK ? "call" : "incident"
        for interval in [nil, 10.0...90, -5...90] as [ClosedRange<Double>?] {
            let found = try CostFindings(
                evaluating: CostQuestion(
                    pounds: 1000,
                    years: 2,
                    averted: AvertedCalls(perYear: 50, interval: interval, outcome: source.words, source: "a model"),
                    unitCosts: [UnitPrice(pounds: 40)]
                )
            )
            let told = found.statements + found.rows.map { "\($0.name) \($0.value)" } + [found.verdict]
            for text in told {
                #expect(!text.lowercased().contains(forbidden), "\(text)")
            }
        }
    }

    @Test("small numbers of people are hidden when asked") func suppression() throws {
        let found = try CostFindings(
            evaluating: CostQuestion(pounds: 100, trained: 3, improved: .init(10, of: 12), suppressBelow: 5)
        )
        #expect(found.perTrained.pounds == nil && found.perImproved.pounds == nil)
        #expect(!found.json.indented.contains("\"people\"") && !found.statements.joined().contains("10 people"))
    }

    @Test(
        "pounds are written as people write them",
        arguments: [
            (60_000.0, "£60,000"), (36.5, "£36.50"), (133.33, "£133"), (-1200.4, "-£1,200"), (0, "£0"),
            (99.999, "£100"),
        ]
    )
    func pounds(_ value: Double, text: String) { #expect(Wording.pounds(value) == text) }
}
