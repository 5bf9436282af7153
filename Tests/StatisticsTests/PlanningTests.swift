import Statistics
import Testing

@Suite("Planning of calls") struct PlanningTests {
    @Test("the variance of a rollout agrees with explicit least squares") func steppedWedge() throws {
        for row in try ReferenceTable("stepped_wedge.csv", separator: ";", heading: false).rows {
            let starts = numbers(row[0]).map { Int($0) }, periods = try #require(Int(row[1]))
            let values = row[2...].compactMap { Double($0) }
            let rollout = try SteppedWedge(starts: starts, periods: periods)
            let variance = try rollout.variance(within: values[0], between: values[1], decay: values[2])
            #expect(agree(variance, values[3], relative: 1e-9))
            guard values[2] == 1 else { continue }
            #expect(agree(try rollout.variance(within: values[0], between: values[1]), values[3], relative: 1e-9))
        }
    }

    @Test("an order of rollout deals clusters evenly and by its seed") func order() throws {
        let rollout = try SteppedWedge(dealing: 14, steps: 4, seed: 7)
        #expect(rollout.periods == 5 && rollout.starts.count == 14)
        #expect((1...4).map { step in rollout.starts.count { $0 == step } } == [4, 4, 3, 3])
        #expect(rollout == (try SteppedWedge(dealing: 14, steps: 4, seed: 7)))
        #expect(rollout != (try SteppedWedge(dealing: 14, steps: 4, seed: 8)))
        #expect(throws: StatisticsError.noSpread) { try SteppedWedge(starts: [2, 2], periods: 4) }
        #expect(throws: StatisticsError.self) { try SteppedWedge(starts: [1, 6], periods: 4) }
        #expect(throws: StatisticsError.tooFew(needed: 4, given: 3)) { try SteppedWedge(dealing: 3, steps: 4, seed: 1) }
        #expect(throws: StatisticsError.self) { try rollout.variance(within: 0, between: 1) }
        // (1.959964 + 0.841621) x 0.1
        let effect = try SteppedWedge.detectableEffect(variance: 0.01)
        #expect(agree(effect, 0.280158521811, relative: 1e-9))
    }

    @Test("a restricted order gives every step its share of each stratum, by its seed") func restrictedOrder() throws {
        let strata = (0..<15).map { $0 / 4 }
        let rollout = try SteppedWedge(dealing: strata, steps: 4, seed: 3)
        for stratum in 0..<4 {
            let starts = strata.indices.filter { strata[$0] == stratum }.map { rollout.starts[$0] }
            #expect(Set(starts).count == starts.count && starts.allSatisfy { (1...4).contains($0) })
        }
        #expect(rollout == (try SteppedWedge(dealing: strata, steps: 4, seed: 3)))
        #expect(rollout != (try SteppedWedge(dealing: strata, steps: 4, seed: 4)))
        // Every cluster comes to every step about equally often.
        let first = try (0..<2000).map { try SteppedWedge(dealing: strata, steps: 4, seed: $0).starts[14] }
        for step in 1...4 { #expect(abs(first.count { $0 == step } - 500) < 90) }
        #expect(throws: StatisticsError.tooFew(needed: 4, given: 3)) {
            try SteppedWedge(dealing: [0, 0, 0], steps: 4, seed: 1)
        }
        // 1 - exp(-(1.959964 + 0.841621) x 0.1)
        #expect(agree(try SteppedWedge.detectableFall(variance: 0.01), 0.2443360572560892, relative: 1e-9))
    }

    @Test("a series planned with known values has the size it says and a power that grows with the fall") func series()
        throws
    {
        let plan = try SeriesPower(expected: Self.months(72, 250), monthsBefore: 48, dispersion: 4)
        let none = try plan.power(ratio: 1, simulations: 2000, seed: 5)
        #expect(none.isSound && none.power == none.size && none.failed == 0)
        let some = try plan.power(ratio: 0.9, simulations: 1000), more = try plan.power(ratio: 0.8, simulations: 1000)
        #expect(more.power > some.power && some.power > 0.1)
        #expect(some == (try plan.power(ratio: 0.9, simulations: 1000)))
        // With months that remember one another, errors that take them as independent find too much.
        let alike = try SeriesPower(
            expected: Self.months(72, 250),
            monthsBefore: 48,
            dispersion: 4,
            autocorrelation: 0.6
        )
        #expect(try !alike.power(ratio: 1, simulations: 1000).isSound)
    }

    @Test("a simulated fit finds what the full model finds") func sameAnalysis() throws {
        // Months of 4,000 calls: the standard error of the level is nearly that of the design, so power follows from it.
        let plan = try SeriesPower(expected: Self.months(96, 4000), monthsBefore: 48, dispersion: 1, harmonics: 2)
        let fit = try InterruptedTimeSeries(
            [Self.months(96, 4000).enumerated().map { SeriesMonth(month: $0 + 1, outcome: $1.rounded()) }],
            interruption: Interruption(start: 49),
            family: .poisson
        )
        let ratio = exponential(-2.8015852 * fit.effect.level.standardError)
        let simulated = try plan.power(ratio: ratio, simulations: 2000, seed: 3)
        #expect(abs(simulated.power - 0.8) < 0.04, "\(simulated)")
        let detectable = try #require(try plan.detectable(simulations: 1000, seed: 3))
        #expect(abs(detectable.simulated.power - 0.8) < 0.01)
        #expect(abs(detectable.ratio - ratio) < 0.01)
    }

    @Test("a panel of areas has power, and a size beside it") func panel() throws {
        let expected = (0..<16).map { area in Self.months(24, 60 + 10 * Double(area)) }
        let plan = try PanelPower(expected: expected, treated: Set(0..<8), monthsBefore: 12, dispersion: 3)
        let some = try plan.power(ratio: 0.85, simulations: 200, seed: 2)
        #expect(some.failed == 0 && some.power > 0.6 && some.size < 0.15)
        #expect(some == (try plan.power(ratio: 0.85, simulations: 200, seed: 2)))
        #expect(throws: StatisticsError.self) {
            try PanelPower(expected: expected, treated: [], monthsBefore: 12, dispersion: 3)
        }
    }

    @Test("plans that the analysis would refuse are refused") func refusals() {
        #expect(throws: StatisticsError.shortSeries(before: 8, after: 16, neededBefore: 12, neededAfter: 6)) {
            try SeriesPower(expected: Self.months(24, 100), monthsBefore: 8, dispersion: 2)
        }
        #expect(throws: StatisticsError.self) {
            try SeriesPower(expected: Self.months(72, 100), monthsBefore: 48, dispersion: 0)
        }
        #expect(throws: StatisticsError.self) {
            try SeriesPower(expected: Self.months(72, 100), monthsBefore: 48, dispersion: 2, autocorrelation: 1)
        }
        #expect(throws: StatisticsError.self) {
            try SeriesPower(expected: Self.months(72, 100), monthsBefore: 48, dispersion: 2).power(
                ratio: 0.9,
                simulations: 10
            )
        }
    }

    @Test("the cost of a call has no value where nothing may have been averted") func cost() throws {
        let sure = try Coefficient("averted", estimate: 900, standardError: 150, degreesOfFreedom: 60)
        let costs = try CostOfCalls(cost: 60_000, averted: sure)
        let interval = try #require(costs.perCallInterval)
        #expect(costs.perCall == 60_000.0 / 900)
        #expect(agree(interval.lowerBound, 60_000 / sure.interval.upperBound, relative: 1e-12))
        #expect(agree(interval.upperBound, 60_000 / sure.interval.lowerBound, relative: 1e-12))
        let wider = try #require(try CostOfCalls(cost: 60_000, costError: 6000, averted: sure).perCallInterval)
        #expect(wider.lowerBound < interval.lowerBound && wider.upperBound > interval.upperBound)
        #expect(try costs.breakEvenCalls(unitCost: 100) == 600)
        // (600 - 900) / 150 = -2: P(t60 > -2) by R's pt(2, 60).
        #expect(agree(try costs.chanceWorthwhile(unitCost: 100), 0.9749834782, relative: 1e-9))
        let unsure = try Coefficient("averted", estimate: 900, standardError: 700, degreesOfFreedom: nil)
        let none = try CostOfCalls(cost: 60_000, averted: unsure)
        #expect(none.perCall == nil && none.perCallInterval == nil)
        // P(z > (600 - 900) / 700) by R's pnorm(3 / 7).
        #expect(agree(try none.chanceWorthwhile(unitCost: 100), 0.6658824291, relative: 1e-9))
    }

    /// A level with one yearly wave, which the analysis can fit.
    private static func months(_ count: Int, _ level: Double) -> [Double] {
        let wave = (try? SeasonalTerms.columns(harmonics: 1, times: Array(1...count)).first?.values) ?? []
        return wave.map { level * exponential(0.1 * $0) }
    }
}
