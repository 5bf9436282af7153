import Evaluation
import Foundation
import Programme
import Testing

@Suite("Models of calls") struct CallsModelTests {
    static func counts() throws -> [AreaMonthCount] {
        try reference("calls_models_counts.csv").map { row in
            AreaMonthCount(
                area: row["area"] ?? "",
                month: try #require(Month(row["month"] ?? "")),
                count: try #require(Int(row["count"] ?? "")),
                population: try #require(Double(row["population"] ?? ""))
            )
        }
    }

    static func known(_ name: String) throws -> [String: Double] {
        let rows = try reference("calls_models.csv").filter { $0["case"] == name }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["quantity"] ?? "", Double($0["value"] ?? "") ?? .nan) })
    }

    static func findings(_ json: String) throws -> CallsFindings {
        try CallsFindings(evaluating: counts(), design: CallsDesign(json: Data(json.utf8)))
    }

    @Test(
        "agree with R from one file of counts",
        arguments: [
            ("its", #"{"method":"its","treated":["Area 1"],"start":"2022-01"}"#, 1e-7),
            ("its_lag", #"{"method":"its","treated":["Area 1"],"start":"2022-01","lag":12}"#, 1e-7),
            ("its_negbin", #"{"method":"its","treated":["Area 1"],"start":"2022-01","family":"negbin"}"#, 1e-4),
            ("its_gaussian", #"{"method":"its","treated":["Area 1"],"start":"2022-01","family":"gaussian"}"#, 1e-7),
            (
                "controlled_its",
                #"{"method":"controlled_its","treated":["Area 1"],"comparison":["Area 5"],"start":"2022-01"}"#, 1e-7
            ),
            ("did", #"{"method":"did","treated":["Area 1","Area 2","Area 3"],"start":"2022-01"}"#, 1e-7),
            (
                "did_gaussian",
                #"{"method":"did","treated":["Area 1","Area 2","Area 3"],"start":"2022-01","family":"gaussian"}"#, 1e-7
            ),
        ]
    )
    func agreesWithR(_ name: String, _ design: String, _ tolerance: Double) throws {
        let known = try Self.known(name), findings = try Self.findings(design)
        let model = try #require(findings.model)
        #expect(model.why == nil)
        for line in model.coefficients {
            let key = String(line.name.map { $0 == ":" ? "." : $0 })
            #expect(agree(line.estimate, known[key], relative: tolerance), "\(line)")
            #expect(agree(line.standardError, known["\(key).se"], relative: tolerance), "\(line)")
        }
        if let dispersion = known["dispersion"] { #expect(agree(model.dispersion, dispersion, relative: tolerance)) }
        if let theta = known["theta"] { #expect(agree(model.theta, theta, relative: tolerance)) }
        if let likelihood = known["loglik"] { #expect(agree(model.logLikelihood, likelihood, relative: 1e-7)) }
        if let df = known["df"] { #expect(model.degreesOfFreedom.map(Double.init) == df) }
        if let ratio = known["ratio"] {
            #expect(agree(model.effect.ratio, ratio, relative: tolerance))
            #expect(agree(model.effect.interval?.lowerBound, known["low"], relative: tolerance))
            #expect(agree(model.effect.interval?.upperBound, known["high"], relative: tolerance))
            #expect(agree(model.effect.atTwelveMonths, known["at12"], relative: tolerance))
        }
    }

    @Test("the JSON has the keys of its schema, and a reason beside every null") func json() throws {
        for method in ["its", "controlled_its", "did", "synthetic_control", "rate_ratio"] {
            let findings = try Self.findings(
                #"{"method":"\#(method)","treated":["Area 2","Area 3"],"start":"2022-01"}"#
            )
            let json = findings.json
            for key in [
                "schema", "method", "family", "outcome", "coefficients", "dispersion", "theta", "log_likelihood",
                "observations", "df_residual", "standard_errors", "effect", "minimum_detectable_effect",
                "evidence_level",
                "quality", "verdict", "statements",
            ] {
                #expect(json[key] != nil, "\(method) \(key)")
            }
            #expect((json["synthetic_control"] != nil) == (method == "synthetic_control"))
            #expect((json["few_clusters"] != nil) == (method == "did"))
            #expect(
                !findings.statements.isEmpty
                    && findings.statements.last?.contains("would not by itself mean less") == true
            )
            #expect(findings.text.hasPrefix("Verdict: "))
        }
    }

    @Test("the order of the rows changes nothing") func order() throws {
        var random = SeededNumbers(seed: 12)
        let design = try CallsDesign(
            json: Data(#"{"method":"did","treated":["Area 2","Area 3"],"start":"2022-01"}"#.utf8)
        )
        let plain = try CallsFindings(evaluating: Self.counts(), design: design)
        let turned = try CallsFindings(evaluating: Self.counts().shuffled(using: &random), design: design)
        #expect(plain.json.compact == turned.json.compact)
    }

    @Test("what cannot be estimated says why and is no verdict") func notEstimable() throws {
        func model(_ json: String, _ change: (AreaMonthCount) -> AreaMonthCount? = { $0 }) throws -> CallsFindings {
            try CallsFindings(
                evaluating: Self.counts().compactMap(change),
                design: CallsDesign(json: Data(json.utf8))
            )
        }
        let short = try model(#"{"method":"its","treated":["Area 1"],"start":"2018-06"}"#)
        #expect(short.verdict == .notEstimable("there are 5 months before and 65 after, but 12 and 6 are needed"))
        #expect(short.json["effect"]?["why"] != nil && short.json["why"] != nil)
        let quiet = try model(#"{"method":"its","treated":["Area 2"],"start":"2022-01"}"#) { row in
            row.month.year < 2022 ? row : AreaMonthCount(area: row.area, month: row.month, count: 0, population: 1000)
        }
        #expect(quiet.verdict.description.contains("nothing was counted on one side"))
        let alone = try model(#"{"method":"did","treated":["Area 2"],"comparison":[],"start":"2022-01"}"#)
        #expect(alone.verdict == .notEstimable("there is no comparison area"))
        let staggered = try model(#"{"method":"its","starts":{"Area 2":"2022-01","Area 3":"2022-02"}}"#)
        #expect(staggered.verdict.description.contains("different months"))
        let shaped = try model(#"{"method":"did","treated":["Area 2"],"start":"2022-01","family":"negbin"}"#)
        #expect(shaped.verdict.description.contains("use quasipoisson"))
        let spread = try model(#"{"method":"rate_ratio","treated":["Area 2"],"start":"2022-01"}"#)
        #expect(spread.verdict.description.contains("times as much as chance"))
        #expect(throws: CallsRefusal.self) { try model(#"{"method":"its","treated":["Area 99"],"start":"2022-01"}"#) }
    }

    @Test("an exact ratio of two totals agrees with R's poisson.test") func exact() throws {
        let rows = zip([3, 5, 4, 2, 6, 4, 1, 2, 0, 3, 1, 2], 1...12).map { count, month in
            AreaMonthCount(area: "A", month: Month(year: 2023, month: month)!, count: count)
        }
        let design = try CallsDesign(json: Data(#"{"method":"rate_ratio","start":"2023-07","offset":"none"}"#.utf8))
        let effect = try #require(try CallsFindings(evaluating: rows, design: design).model?.effect)
        // poisson.test(c(9, 24), c(6, 6))
        #expect(agree(effect.ratio, 0.375) && agree(effect.p, 0.0135309868, relative: 1e-7))
        #expect(agree(effect.interval?.lowerBound, 0.1533977333, relative: 1e-8))
        #expect(agree(effect.interval?.upperBound, 0.8356654562, relative: 1e-8))
    }

    @Test("few areas bring the wild bootstrap, CR2 and the lottery of starts beside") func fewClusters() throws {
        let findings = try Self.findings(#"{"method":"did","treated":["Area 1","Area 2","Area 3"],"start":"2022-01"}"#)
        let few = try #require(findings.model?.fewClusters)
        let wild = try #require(few.wildP), lottery = try #require(few.randomisationP)
        #expect(wild >= 2.0 / 1024 && wild <= 1 && (wild * 1024).rounded() == wild * 1024)
        // C(10, 3) = 120 choices of treated areas.
        #expect(abs((lottery * 120).rounded() - lottery * 120) < 1e-9 && lottery >= 1.0 / 120)
        #expect(few.biasReducedError != nil && few.why == nil)
        #expect(findings.json["standard_errors"]?["convention"] == .string("CR1: G/(G-1)"))
    }
}
