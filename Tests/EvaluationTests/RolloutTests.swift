import Evaluation
import Programme
import Testing

/// `plan rollout`: hand calculations, properties, and what cannot be told.
@Suite("Rollout") struct RolloutTests {
    private func row(_ area: String, _ month: Int, _ trained: Int, live: Int? = nil, work: Int? = nil) throws
        -> TrainedCount
    {
        TrainedCount(
            area: area,
            month: try #require(Month(year: 2026, month: month)),
            trained: trained,
            live: live,
            work: work,
            residents: 10_000
        )
    }

    private func sample(_ further: Int = 100, _ trained: [TrainedCount]? = nil) throws -> RolloutFindings {
        let rows =
            try trained ?? [
                row("Area 2", 3, 20, live: 15, work: 8), row("Area 2", 1, 5, live: 5, work: 0), row("Area 4", 2, 4),
                row("unknown", 2, 7),
            ]
        let counts = try PlanningSample.counts(areas: 5, months: 30)
        var plan = try RolloutPlan(trained: rows, counts: counts, people: 34, source: .forceExtract)
        plan.furtherPeople = further
        return try RolloutFindings(evaluating: plan)
    }

    @Test("the dose adds up by area and month, ranked, and nobody stands at the venue") func dose() throws {
        let findings = try sample()
        #expect(findings.areas.map(\.plan.name).prefix(2) == ["Area 2", "Area 4"])
        #expect(findings.areas[0].people == 25 && findings.areas[0].dose == 2.5)
        #expect(findings.areas[1].dose == 0.4)
        #expect(findings.plan.unknown == 7 && findings.placedPeople == 29)
        #expect(findings.statements[1].contains("of 7 nobody knows either"))
        #expect(findings.statements[1].contains("34 in all, 2 of them in two areas"))
        guard case .array(let areas)? = findings.json["areas"] else {
            Issue.record("no areas")
            return
        }
        #expect(areas[0]["live"] == .integer(20) && areas[0]["work"] == .integer(8))
        #expect(areas[1]["live"] == .null)
        guard case .array(let months)? = areas[0]["by_month"] else {
            Issue.record("no months")
            return
        }
        #expect(months.map { $0["month"] } == [.string("2026-01"), .string("2026-03")])
        #expect(months.map { $0["so_far"] } == [.integer(5), .integer(25)])
    }

    @Test("the pilot's areas need what the planner of dilution says") func pilot() throws {
        let findings = try RolloutFindings(evaluating: RolloutPlan(areas: 14))
        let dilution = try DilutionFindings(evaluating: .thamesValleyPilot)
        // 722 people in one of 14 areas by the way of own calls, as the planner of dilution has it.
        #expect(findings.areas.allSatisfy { $0.neededPeople == 722 && $0.furtherPeople == 722 })
        #expect(dilution.neededPeopleInOneArea == 722)
        #expect(agree(findings.spread?.detectableFall, dilution.detectableFall, relative: 1e-12))
        // 100 people x 2/9 x 12 calls x 30 % of 45,090.
        #expect(agree(findings.spread?.expectedFall, 80.0 / 45_090, relative: 1e-12))
        #expect(findings.verdict == "too thin: nobody trained so far in any of 14 areas with counts")
    }

    @Test("the recommendation is the area that takes fewest, and that number is just enough") func next() throws {
        let findings = try sample()
        let needs = findings.next.compactMap(\.furtherPeople)
        #expect(needs == needs.sorted() && !needs.isEmpty)
        let first = try #require(findings.next.first), further = try #require(first.furtherPeople)
        func visible(_ people: Int) throws -> Bool {
            let added = try sample(100, [row(first.plan.name, 1, first.people + people)])
            return try #require(added.areas.first { $0.plan.name == first.plan.name }).isVisible
        }
        #expect(try visible(further))
        #expect(try !visible(further - 1))
        #expect(findings.statements.contains { $0.hasPrefix("Concentrate next on \(first.plan.name):") })
    }

    @Test("more people are never visible in fewer areas, spread or concentrated") func monotone() throws {
        var spread = 0, concentrated = 0
        for further in [0, 50, 200, 500, 1500, 5000] {
            let findings = try sample(further)
            #expect(try #require(findings.spread).visibleAreas >= spread)
            #expect(try #require(findings.concentration).visibleAreas >= concentrated)
            #expect(try #require(findings.concentration).visibleAreas >= (findings.spread?.visibleAreas ?? 0))
            (spread, concentrated) = (findings.spread?.visibleAreas ?? 0, findings.concentration?.visibleAreas ?? 0)
            #expect(try #require(findings.concentration).places.reduce(0) { $0 + $1.people } <= further)
        }
        #expect(concentrated > 0)
    }

    @Test("the order is that of its seed, and reckons as Hussey and Hughes") func order() throws {
        var plan = RolloutPlan(areas: 14)
        plan.variation = 0.3
        plan.steps = .init(count: 4, months: 3, seed: 7, isBalanced: true, decay: 0.8)
        let order = try RolloutFindings(evaluating: plan).order
        #expect(order.steps.map(\.count).sorted() == [3, 3, 4, 4] && Set(order.steps.joined()).count == 14)
        #expect(order == (try RolloutFindings(evaluating: plan).order))
        plan.steps.seed = 8
        #expect(order.steps != (try RolloutFindings(evaluating: plan).order.steps))
        // σ² = 8 / (45,090 / 14 x 3 / 12), τ² = 0.3².
        #expect(
            agree(order.within, 8 / (45_090.0 / 14 / 4), relative: 1e-12) && agree(order.between, 0.09, relative: 1e-12)
        )
        #expect(try #require(order.decayedFall) > #require(order.detectableFall))
        #expect(order.months == 15 && order.stepMonthsNeeded == nil && order.why != nil)
        plan.expectedFall = 0.3
        let short = try RolloutFindings(evaluating: plan).order
        #expect(try #require(short.monthsNeeded) <= 60 && short.why == nil)
        plan.steps.count = 20
        let none = try RolloutFindings(evaluating: plan).order
        #expect(none.steps.isEmpty && none.variance == nil && none.why?.contains("there are 14") == true)
    }

    @Test("what is not there is null with a reason, and complete") func lean() throws {
        let cases = [
            try RolloutPlan(trained: [], counts: [], source: nil),
            try RolloutPlan(trained: [row("A", 1, 5)], counts: [], source: nil),
            try RolloutPlan(
                trained: [row("Aera 1", 1, 5)],
                counts: PlanningSample.counts(areas: 1, months: 2),
                source: .countsFile
            ),
            try RolloutPlan(
                trained: [],
                counts: [AreaMonthCount(area: "A", month: row("A", 1, 0).month, count: 0)],
                source: .policeUK
            ),
        ]
        for plan in cases {
            let findings = try RolloutFindings(evaluating: plan)
            #expect(!findings.text.contains("nan") && !findings.text.contains("inf"))
            #expect(!findings.statements.isEmpty && findings.json["verdict"] != nil)
        }
        #expect(try RolloutFindings(evaluating: cases[0]).verdict.hasPrefix("not estimable"))
        #expect(cases[2].remarks.contains { $0.contains("Did you mean \"Area 1\"?") })
        #expect(throws: CallsRefusal.self) {
            try RolloutPlan(trained: [row("A", 1, 5)], counts: [], chosen: ["B"], source: nil)
        }
        var wrong = RolloutPlan(areas: 3)
        wrong.steps.decay = 2
        #expect(throws: DilutionRefusal.self) { try RolloutFindings(evaluating: wrong) }
    }

    @Test("recorded incidents are never called calls") func words() throws {
        let counts = try PlanningSample.counts(areas: 5, months: 30, residents: 9000)
        let plan = try RolloutPlan(trained: [row("Area 1", 1, 5)], counts: counts, source: .policeUK)
        let statements = try RolloutFindings(evaluating: plan).statements
        #expect(
            statements.contains { $0.contains("recorded ASB incidents (police.uk) a year for every 1,000 residents") }
        )
    }
}
