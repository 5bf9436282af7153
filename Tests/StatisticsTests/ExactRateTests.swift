import Statistics
import Testing

@Suite("Exact rate ratio") struct ExactRateTests {
    @Test("agrees with R's poisson.test") func reference() throws {
        for row in try ReferenceTable("exact_rates.csv", separator: ";", heading: false).rows {
            let counts = numbers(row[0]), exposures = numbers(row[1]),
                known = row[2].split(separator: ",").map(String.init)
            let result = try ExactRateRatio(
                after: RateCell(count: Int(counts[0]), exposure: exposures[0]),
                before: RateCell(count: Int(counts[1]), exposure: exposures[1])
            )
            let actual: [Double?] = [
                result.ratio, result.p, result.fallP, result.riseP, result.lower, result.upper, result.midP,
                result.midLower, result.midUpper,
            ]
            for (value, text) in zip(actual, known) {
                if text == "Inf" {
                    #expect(value == nil)
                } else {
                    let (value, expected) = (try #require(value), try #require(Double(text)))
                    #expect(agree(value, expected, relative: 1e-8, floor: 1e-14), "\(row[0]): \(actual)")
                }
            }
        }
    }

    @Test("sides swapped invert the ratio and its bounds") func inverse() throws {
        let some = RateCell(count: 17, exposure: 365), other = RateCell(count: 31, exposure: 366)
        let (one, two) = (
            try ExactRateRatio(after: some, before: other), try ExactRateRatio(after: other, before: some)
        )
        #expect(agree(try #require(one.ratio), 1 / (try #require(two.ratio)), relative: 1e-12))
        #expect(agree(one.p, two.p, relative: 1e-12) && agree(one.midP, two.midP, relative: 1e-12))
        #expect(agree(one.lower, 1 / (try #require(two.upper)), relative: 1e-10))
        #expect(agree(one.midLower, 1 / (try #require(two.midUpper)), relative: 1e-10))
    }

    @Test("without any event there is nothing to compare") func none() {
        let zero = RateCell(count: 0, exposure: 12)
        #expect(throws: StatisticsError.noEvents) { try ExactRateRatio(after: zero, before: zero) }
        #expect(throws: StatisticsError.self) {
            try ExactRateRatio(after: RateCell(count: 1, exposure: 0), before: zero)
        }
    }
}
