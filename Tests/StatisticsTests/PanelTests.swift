import Foundation
import Statistics
import Testing

@Suite("Panels with levels of areas and months") struct PanelTests {
    @Test(
        "agree with R's lm and glm with dummy variables",
        arguments: ["balanced", "gaps", "few", "five"],
        [FixedEffectsModel.Family.poisson, .gaussian]
    )
    func reference(_ name: String, _ family: FixedEffectsModel.Family) throws {
        let expected = try KnownValues("panels.csv", of: "\(name).\(family == .poisson ? "poisson" : "linear")")
        let model = try FixedEffectsModel(PanelData.panel(name, family), family: family)
        #expect(model.exclusions.isEmpty)
        try expected.check("loglik", model.logLikelihood, 1e-9)
        try expected.check("dispersion", model.dispersion, 1e-8)
        for convention in ClusterConvention.allCases {
            for line in try model.clusterTable(convention) {
                try expected.check(line.name, line.estimate, 1e-8)
                try expected.check("\(line.name).\(convention.rawValue)", line.standardError, 1e-7)
            }
        }
        guard name != "five" else { return }
        for line in try model.biasReducedTable() {
            try expected.check("\(line.name).cr2", line.standardError, 1e-8)
            try expected.check("\(line.name).cr2.df", try #require(line.degreesOfFreedom), 1e-6)
            try expected.check("\(line.name).cr2.p", line.p, 1e-7)
        }
    }

    @Test("the wild bootstrap counts every pattern as R does", arguments: ["few", "five"])
    func wild(_ name: String) throws {
        let panel = try PanelData.panel(name, .gaussian, covariate: false)
        let test = try PanelWildTest(panel, testing: "treat", family: .gaussian)
        #expect(test.isEnumerated && test.draws == (name == "few" ? 256 : 7776))
        #expect(test.weights == (name == "few" ? .rademacher : .webb))
        try KnownValues("panels.csv", of: name).check("wild", test.p, 1e-12)
        let drawn = try PanelWildTest(
            panel,
            testing: "treat",
            family: .gaussian,
            draws: name == "few" ? 255 : 7000,
            seed: 2
        )
        #expect(!drawn.isEnumerated && abs(drawn.p - test.p) < 0.05)
        #expect(try PanelWildTest(panel, testing: "treat", family: .poisson).p <= 1)
    }

    @Test("event studies agree with R", arguments: [FixedEffectsModel.Family.poisson, .gaussian])
    func events(_ family: FixedEffectsModel.Family) throws {
        let expected = try KnownValues("panels.csv", of: "event.\(family == .poisson ? "poisson" : "linear")")
        let panel = try PanelData.panel("balanced", family, treatment: false, covariate: false)
        let starts = Dictionary(uniqueKeysWithValues: (1...5).map { ($0, 19) })
        let study = try EventStudy(panel, starts: starts, window: -7...7, family: family)
        #expect(study.points.map(\.relative) == Array(-7 ... -2) + Array(0...7))
        for point in study.points {
            let name = "e\(point.relative < 0 ? "m" : "p")\(abs(point.relative))"
            try expected.check(name, point.coefficient.estimate, 1e-7)
            try expected.check("\(name).se", point.coefficient.standardError, 1e-7)
        }
        let wald = try study.wald([-4, -3, -2])
        try expected.check("wald3", wald.statistic, 1e-6)
        try expected.check("wald3.p", wald.p, 1e-6)
        // Fourteen points together need more than one point, and less than Bonferroni's share of α would.
        #expect(study.bandQuantile > 2.16 && study.bandQuantile < 3.5)
        let bound = try #require(study.postMean(allowing: 1))
        #expect(bound.range.contains(bound.mean) && study.postMean(allowing: 0)?.range.upperBound == bound.mean)
    }

    @Test("areas may come in any order and exposure in any unit") func invariance() throws {
        let panel = try PanelData.panel("gaps", .poisson)
        var random = SeededNumbers(seed: 9)
        let order = panel.outcomes.indices.shuffled(using: &random)
        var turned = try Panel(
            areas: order.map { 1000 - panel.areas[$0] },
            months: order.map { panel.months[$0] + 24_000 },
            outcomes: order.map { panel.outcomes[$0] },
            offsets: order.map { panel.offsets[$0] - 3 }
        )
        for (name, column) in zip(panel.names, panel.columns) { try turned.append(name, order.map { column[$0] }) }
        let plain = try FixedEffectsModel(panel, family: .poisson).clusterTable(.cr1)
        let other = try FixedEffectsModel(turned, family: .poisson).clusterTable(.cr1)
        for (left, right) in zip(plain, other) {
            #expect(agree(left.estimate, right.estimate, relative: 1e-9))
            #expect(agree(left.standardError, right.standardError, relative: 1e-9))
        }
    }

    @Test("merging two months of a Poisson panel without other columns leaves the treatment where it was")
    func merging() throws {
        let panel = try PanelData.panel("balanced", .poisson, covariate: false)
        // Levels of areas and treatment only: totals are sufficient, so pairs of months may be added up.
        var pairs: [[Int]: (count: Double, exposure: Double, treated: Double)] = [:]
        for cell in panel.outcomes.indices {
            let treated = panel.columns[0][cell]
            let key = [panel.areas[cell], panel.months[cell] / 2, Int(treated)]
            let old = pairs[key] ?? (0, 0, treated)
            pairs[key] = (old.count + panel.outcomes[cell], old.exposure + exponential(panel.offsets[cell]), treated)
        }
        let keys = pairs.keys.sorted { $0.lexicographicallyPrecedes($1) }
        var merged = try Panel(
            areas: keys.map { $0[0] },
            months: keys.map { $0[1] * 2 + $0[2] },
            outcomes: keys.map { pairs[$0]?.count ?? 0 },
            offsets: keys.map { logarithm(pairs[$0]?.exposure ?? 1) }
        )
        try merged.append("treat", keys.map { pairs[$0]?.treated ?? 0 })
        let whole = try FixedEffectsModel(panel, family: .poisson, levels: .areas)
        let half = try FixedEffectsModel(merged, family: .poisson, levels: .areas)
        #expect(agree(whole.coefficients[0], half.coefficients[0], relative: 1e-9))
    }

    @Test("areas and months that tell nothing are left out and named") func exclusions() throws {
        let panel = try PanelData.panel("balanced", .poisson, covariate: false)
        var areas = panel.areas, months = panel.months, outcomes = panel.outcomes
        var offsets = panel.offsets, treat = panel.columns[0]
        for month in 1...36 {  // Area 90 never has an event.
            areas.append(90)
            months.append(month)
            outcomes.append(0)
            offsets.append(3)
            treat.append(0)
        }
        for (area, month, count) in [(91, 4, 7.0), (3, 99, 2.0)] {  // One month only; a month of one area only.
            areas.append(area)
            months.append(month)
            outcomes.append(count)
            offsets.append(3)
            treat.append(0)
        }
        var wider = try Panel(areas: areas, months: months, outcomes: outcomes, offsets: offsets)
        try wider.append("treat", treat)
        let model = try FixedEffectsModel(wider, family: .poisson),
            plain = try FixedEffectsModel(panel, family: .poisson)
        #expect(model.exclusions.emptyAreas == [90] && model.exclusions.singleAreas == [91])
        #expect(model.exclusions.singleMonths == [99] && model.exclusions.emptyMonths.isEmpty)
        #expect(model.coefficients == plain.coefficients)
    }

    @Test("what cannot be estimated is refused by name") func refusals() throws {
        let panel = try PanelData.panel("balanced", .poisson, covariate: false)
        var twice = panel
        try twice.append("again", panel.columns[0])
        #expect(throws: StatisticsError.rankDeficient(columns: ["again"])) {
            try FixedEffectsModel(twice, family: .poisson)
        }
        var month = panel
        try month.append("winter", panel.months.map { $0 % 12 < 3 ? 1 : 0 })
        #expect(throws: StatisticsError.rankDeficient(columns: ["winter"])) {
            try FixedEffectsModel(month, family: .gaussian)
        }
        // Once the only untreated area is left out, the treatment is a matter of months.
        var late = try Panel(
            areas: panel.areas,
            months: panel.months,
            outcomes: panel.outcomes.indices.map { panel.areas[$0] == 14 ? 0 : panel.outcomes[$0] + 1 },
            offsets: panel.offsets
        )
        try late.append("treat", panel.areas.indices.map { panel.areas[$0] < 14 && panel.months[$0] >= 19 ? 1 : 0 })
        #expect(throws: StatisticsError.rankDeficient(columns: ["treat"])) {
            try FixedEffectsModel(late, family: .poisson)
        }
        var quiet = try Panel(
            areas: panel.areas,
            months: panel.months,
            outcomes: panel.outcomes.indices.map { panel.columns[0][$0] > 0 ? 0 : panel.outcomes[$0] },
            offsets: panel.offsets
        )
        try quiet.append("treat", panel.columns[0])
        #expect(throws: StatisticsError.separation) { try FixedEffectsModel(quiet, family: .poisson) }
        let nothing = try Panel(areas: [1, 1, 2], months: [1, 2, 1], outcomes: [0, 0, 0])
        #expect(throws: StatisticsError.noEvents) { try FixedEffectsModel(nothing, family: .poisson) }
        #expect(throws: StatisticsError.unequalLengths(1, 2)) {
            try Panel(areas: [1], months: [1, 2], outcomes: [1, 2])
        }
    }

    @Test("dealing the starts anew counts every choice of areas") func randomisation() throws {
        let panel = try PanelData.panel("few", .gaussian, treatment: false, covariate: false)
        let starts = [1: 13, 2: 13, 3: 13]
        for family in [FixedEffectsModel.Family.gaussian, .poisson] {
            let test = try RandomisationTest(panel, starts: starts, family: family)
            #expect(test.isExact && test.draws == 56 && test.undefined == 0)
            var whole = panel
            try whole.append(
                "treat",
                panel.areas.indices.map { panel.areas[$0] <= 3 && panel.months[$0] >= 13 ? 1 : 0 }
            )
            // The p value by refitting the model outside, for each of the 56 choices.
            let real = abs(try FixedEffectsModel(whole, family: family).clusterTable(.cr1)[0].statistic)
            var reached = 0
            for choice in Self.choices(of: 3, from: Array(1...8)) {
                var drawn = panel
                try drawn.append(
                    "treat",
                    panel.areas.indices.map { choice.contains(panel.areas[$0]) && panel.months[$0] >= 13 ? 1 : 0 }
                )
                let t = abs(try FixedEffectsModel(drawn, family: family).clusterTable(.cr1)[0].statistic)
                if t >= real - 1e-9 { reached += 1 }
            }
            #expect(test.p == Double(reached) / 56)
        }
    }

    private static func choices(of count: Int, from items: [Int]) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return items.indices.flatMap { place in
            choices(of: count - 1, from: Array(items[(place + 1)...])).map { [items[place]] + $0 }
        }
    }
}

/// The panels that `panels.R` wrote.
enum PanelData {
    static func panel(
        _ name: String,
        _ family: FixedEffectsModel.Family,
        treatment: Bool = true,
        covariate: Bool = true
    ) throws -> Panel {
        let rows = try ReferenceTable("panels_data.csv").rows.filter { $0[0] == name }
        func column(_ place: Int) throws -> [Double] { try rows.map { try #require(Double($0[place])) } }
        let counts = try column(3), offsets = try column(4)
        var panel = try Panel(
            areas: column(1).map { Int($0) },
            months: column(2).map { Int($0) },
            outcomes: family == .poisson ? counts : zip(counts, offsets).map { 1000 * $0 / exponential($1) },
            offsets: offsets
        )
        if treatment { try panel.append("treat", column(5)) }
        if covariate { try panel.append("cover", column(6)) }
        return panel
    }
}

func exponential(_ value: Double) -> Double { exp(value) }
func logarithm(_ value: Double) -> Double { log(value) }
