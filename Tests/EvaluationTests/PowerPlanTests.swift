import Evaluation
import Programme
import Testing

/// `plan power`: hand calculations of the design, properties, and what cannot be told.
@Suite("Power of a plan") struct PowerPlanTests {
    private func found(_ change: (inout PowerPlan) -> Void = { _ in }) throws -> PowerFindings {
        var plan = PowerPlan.thamesValleyPilot
        plan.simulations = 0
        change(&plan)
        return try PowerFindings(evaluating: plan)
    }

    @Test("the pilot could not have shown an effect, and the planner of dilution says the same") func pilot() throws {
        let findings = try found { $0.simulations = 1000 }
        let dilution = try DilutionFindings(evaluating: .thamesValleyPilot)
        #expect(agree(findings.independentFall, dilution.detectableFall, relative: 1e-12))
        #expect(findings.expected.fall == dilution.best?.expectedFall)
        #expect(findings.isEnough == false)
        #expect(findings.verdict.hasPrefix("too thin: at most 0.8 % expected, 5."))
        #expect(dilution.verdict.hasPrefix("too thin: at most 0.8 % expected, 5."))
        let simulated = try #require(findings.simulated)
        let fall = try #require(simulated.fall), detectable = try #require(findings.detectableFall)
        #expect(fall > 0.051 && fall < 0.058 && detectable >= fall && simulated.isSound)
        #expect(findings.byAreas.last?.neededPeople == dilution.neededPeople)
        #expect(findings.byAreas.first?.neededPeople == dilution.neededPeopleInOneArea)
        #expect(findings.wait.months == nil && findings.wait.why != nil)
        #expect(findings.statements[0].contains("the plan is too thin"))
        #expect(findings.statements.contains { $0.contains("2,898 people across all 14 areas") })
        #expect(findings == (try found { $0.simulations = 1000 }))
    }

    @Test("hand calculations", arguments: [(1.0, 1.9), (4, 3.7), (8, 5.1), (20, 8.0)])
    func hand(_ phi: Double, _ published: Double) throws {
        let fall = try #require(try found { $0.dispersion = .assumed(phi) }.closedFall)
        #expect(abs(fall * 100 - published) < 0.06)
    }

    @Test("more of anything never sees less", arguments: PowerPlan.Method.allCases)
    func monotone(_ method: PowerPlan.Method) throws {
        func fall(_ calls: Double, _ after: Int, _ phi: Double) throws -> Double {
            try #require(
                try found {
                    $0.method = method
                    $0.treated = PowerPlan.areas(6, callsPerMonth: calls, spread: 0.3)
                    $0.comparison = PowerPlan.areas(6, callsPerMonth: 900, spread: 0.3)
                    $0.windows = ComparisonWindows(monthsBefore: 24, monthsAfter: after)
                    $0.dispersion = .assumed(phi)
                    $0.expectation = .unknown
                }.closedFall
            )
        }
        #expect(try fall(2000, 12, 4) < fall(1000, 12, 4))
        #expect(try fall(1000, 24, 4) < fall(1000, 12, 4))
        #expect(try fall(1000, 12, 4) < fall(1000, 12, 8))
    }

    @Test("the wait is the first number of months that is enough") func wait() throws {
        let findings = try found { $0.expectation = .fall(0.06) }
        let months = try #require(findings.wait.months)
        func seen(_ months: Int) throws -> Double {
            try #require(
                try found {
                    $0.windows.monthsAfter = months
                    $0.expectation = .fall(0.06)
                }.closedFall
            )
        }
        #expect(try seen(months) <= 0.06 && months > 1)
        #expect(try seen(months - 1) > 0.06)
        #expect(findings.statements.contains { $0.contains("\(months) months after the start") })
    }

    @Test("fewer areas never need more people, and those named are just enough") func people() throws {
        let rows = try found().byAreas
        #expect(rows.map(\.areas) == Array(1...14))
        for (fewer, more) in zip(rows, rows.dropFirst()) {
            #expect(try #require(fewer.neededPeople) <= #require(more.neededPeople))
            #expect(fewer.detectableFall > more.detectableFall)
        }
        let needed = try #require(rows.last?.neededPeople)
        func enough(_ people: Int) throws -> Bool? {
            var dilution = DilutionPlan.thamesValleyPilot
            dilution.concentration = nil
            dilution.people = people
            dilution.reaches = [.ownCalls(people: people, callsEachPerYear: 2.6667, effect: 0.3)]
            return try found { $0.expectation = .people(dilution) }.isEnough
        }
        #expect(try enough(needed + 2) == true)
        #expect(try enough(needed - 2) == false)
    }

    @Test("what cannot be compared is null with a reason, and complete") func refusals() throws {
        let cases: [((inout PowerPlan) -> Void, String)] = [
            ({ $0.method = .differences }, "no area to compare with"),
            (
                {
                    $0.method = .series
                    $0.windows = ComparisonWindows(monthsBefore: 8, monthsAfter: 12)
                }, "needs 12 months before and 6 after; there are 8 and 12"
            ),
            ({ $0.windows = ComparisonWindows(monthsBefore: 1, monthsAfter: 1) }, "three months"),
            ({ $0.dispersion = nil }, "6 months on record"),
            ({ $0.treated = [] }, "no treated area"),
        ]
        for (change, reason) in cases {
            let findings = try found(change)
            #expect(findings.why?.contains(reason) == true, "\(findings.why ?? "-")")
            #expect(findings.verdict.hasPrefix("not estimable"))
            #expect(findings.json["detectable_fall"] == .null && findings.json["why"] != nil)
            #expect(!findings.text.contains("nan") && !findings.text.contains("inf"))
        }
        #expect(throws: DilutionRefusal.self) { try found { $0.simulations = 7 } }
        #expect(throws: DilutionRefusal.self) { try found { $0.autocorrelation = .assumed(1) } }
        #expect(throws: DilutionRefusal.self) { try found { $0.seasons = .wave(1.2) } }
        #expect(throws: DilutionRefusal.self) { try found { $0.expectation = .fall(1) } }
    }

    @Test("counts on record tell level, dispersion, memory and seasons") func record() throws {
        let counts = try PlanningSample.counts(areas: 6, months: 36)
        let plan = try PowerPlan(counts: counts, treated: ["Area 1", "Area 2"], method: nil, source: .countsFile)
        #expect(plan.method == .differences && plan.treated.count == 2 && plan.comparison.count == 4)
        #expect(plan.dispersion?.source == .estimated(months: 36, removesSeasons: true))
        #expect(plan.seasons.source == .estimated)
        #expect(plan.treated[0].name == "Area 1")
        let all = try PowerPlan(counts: counts, treated: [], method: nil, source: .policeUK)
        #expect(all.method == .beforeAfter && all.treated.count == 6)
        var quick = all
        quick.simulations = 0
        let findings = try PowerFindings(evaluating: quick)
        #expect(findings.closedFall != nil && findings.expected.fall == nil)
        #expect(findings.statements.contains { $0.contains("recorded ASB incidents (police.uk) a month") })
        #expect(!findings.statements.contains { $0.contains(" calls ") })
        #expect(throws: CallsRefusal.self) {
            try PowerPlan(counts: counts, treated: ["Area l"], method: nil, source: .countsFile)
        }
        let few = try PowerPlan(
            counts: Array(counts.filter { $0.month.month <= 2 && $0.month.year == 2024 }),
            treated: [],
            method: nil,
            source: .countsFile
        )
        #expect(few.dispersion == nil)
        #expect(try PowerFindings(evaluating: few).verdict.hasPrefix("not estimable"))
    }
}
