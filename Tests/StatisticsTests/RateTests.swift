import Statistics
import Testing

@Suite("Rates") struct RateTests {
    @Test("agree with R's quasi-Poisson glm") func reference() throws {
        for row in try ReferenceTable("rates.csv", separator: ";", heading: false).rows {
            let expected = numbers(row[2])
            if row[0] == "dispersion" {
                let estimate = try SeasonalDispersion(Self.months(row[1]))
                #expect(agree(estimate.dispersion, expected[0], relative: 1e-8))
                continue
            }
            let estimate = try QuasiPoissonRateRatio(Self.strata(row[1]))
            let actual = [
                estimate.ratio, estimate.standardError, estimate.dispersion, Double(estimate.degreesOfFreedom),
                estimate.p,
                estimate.interval.lowerBound, estimate.interval.upperBound, estimate.poissonInterval.lowerBound,
                estimate.poissonInterval.upperBound,
            ]
            for (value, known) in zip(actual, expected) { #expect(agree(value, known, relative: 1e-8), "\(actual)") }
        }
    }

    @Test("one area without gaps has the ratio of its totals") func closedForm() throws {
        let stratum = RateStratum(
            before: [RateCell(count: 30, exposure: 31), RateCell(count: 20, exposure: 28)],
            after: [RateCell(count: 18, exposure: 30), RateCell(count: 25, exposure: 31)]
        )
        #expect(agree(try QuasiPoissonRateRatio([stratum]).ratio, (43.0 / 61) / (50.0 / 59), relative: 1e-12))
    }

    @Test("the order of areas and the unit of exposure do not matter; sides swapped invert the ratio")
    func invariance() throws {
        var random = SeededNumbers(seed: 4)
        for _ in 0..<30 {
            let strata = (0..<5).map { _ in RateStratum(before: Self.cells(&random), after: Self.cells(&random)) }
            let plain = try QuasiPoissonRateRatio(strata)
            let scaled = try QuasiPoissonRateRatio(
                strata.reversed().map {
                    RateStratum(before: $0.before.map(Self.inThousands), after: $0.after.map(Self.inThousands))
                }
            )
            let swapped = try QuasiPoissonRateRatio(strata.map { RateStratum(before: $0.after, after: $0.before) })
            #expect(agree(plain.ratio, scaled.ratio, relative: 1e-10))
            #expect(agree(plain.p, scaled.p, relative: 1e-8))
            #expect(agree(plain.logRatio, -swapped.logRatio, relative: 1e-9, floor: 1e-12))
        }
    }

    @Test("areas without any event carry no information") func emptyArea() throws {
        let busy = RateStratum(
            before: [RateCell(count: 30, exposure: 31), RateCell(count: 20, exposure: 28)],
            after: [RateCell(count: 18, exposure: 30), RateCell(count: 25, exposure: 31)]
        )
        let quiet = RateStratum(before: [RateCell(count: 0, exposure: 31)], after: [RateCell(count: 0, exposure: 30)])
        #expect(try QuasiPoissonRateRatio([busy, quiet]) == QuasiPoissonRateRatio([busy]))
    }

    @Test("degenerate comparisons are refused") func degenerate() {
        let some = [RateCell(count: 3, exposure: 30), RateCell(count: 5, exposure: 31)]
        let none = [RateCell(count: 0, exposure: 30), RateCell(count: 0, exposure: 31)]
        #expect(throws: StatisticsError.separation) {
            try QuasiPoissonRateRatio([RateStratum(before: some, after: none)])
        }
        #expect(throws: StatisticsError.self) { try QuasiPoissonRateRatio([RateStratum(before: none, after: none)]) }
        #expect(throws: StatisticsError.self) { try QuasiPoissonRateRatio([]) }
        #expect(throws: StatisticsError.tooFew(needed: 3, given: 2)) {
            try QuasiPoissonRateRatio([RateStratum(before: [some[0]], after: [some[1]])])
        }
        let flat = [RateCell(count: 4, exposure: 30), RateCell(count: 4, exposure: 30)]
        #expect(throws: StatisticsError.noSpread) {
            try QuasiPoissonRateRatio([RateStratum(before: flat, after: flat)])
        }
        #expect(throws: StatisticsError.self) {
            try QuasiPoissonRateRatio([RateStratum(before: [RateCell(count: 3, exposure: 0)], after: some)])
        }
        #expect(throws: StatisticsError.tooFew(needed: 6, given: 0)) { try SeasonalDispersion([]) }
    }

    @Test("the detectable fall follows its closed form") func detectable() throws {
        // 1 - exp(-(1.959963984540054 + 0.8416212335729143) * sqrt(phi * 2 / 45090)), by Python's math.expm1.
        for (phi, fall) in [
            (1.0, 0.018485591725756447), (4, 0.03662946635006154), (8, 0.05140605571103162), (20, 0.0800571506881489),
        ] {
            let value = try detectableRateFall(expectedBefore: 45_090, expectedAfter: 45_090, dispersion: phi)
            #expect(agree(value, fall, relative: 1e-12), "\(phi): \(value)")
        }
    }

    private static func inThousands(_ cell: RateCell) -> RateCell {
        RateCell(count: cell.count, exposure: cell.exposure * 1000)
    }

    private static func cells(_ random: inout SeededNumbers) -> [RateCell] {
        (0..<6).map { _ in
            RateCell(count: .random(in: 1...60, using: &random), exposure: .random(in: 28...31, using: &random))
        }
    }

    private static func strata(_ text: String) throws -> [RateStratum] {
        var order: [String] = [], strata: [String: RateStratum] = [:]
        for cell in text.split(separator: " ") {
            let parts = cell.split(separator: ":").map(String.init)
            let value = RateCell(count: try #require(Int(parts[2])), exposure: try #require(Double(parts[3])))
            if strata[parts[0]] == nil { order.append(parts[0]) }
            var stratum = strata[parts[0]] ?? RateStratum(before: [], after: [])
            if parts[1] == "0" { stratum.before.append(value) } else { stratum.after.append(value) }
            strata[parts[0]] = stratum
        }
        return order.compactMap { strata[$0] }
    }

    private static func months(_ text: String) throws -> [SeasonalDispersion.MonthCount] {
        try text.split(separator: " ").map { cell in
            let parts = cell.split(separator: ":").map(String.init)
            return SeasonalDispersion.MonthCount(
                monthOfYear: try #require(Int(parts[0])),
                cell: RateCell(count: try #require(Int(parts[1])), exposure: try #require(Double(parts[2])))
            )
        }
    }
}
