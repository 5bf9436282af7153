import Statistics
import Testing

@Suite("Randomisation test") struct RandomisationTests {
    @Test("two of four treated, the largest of six draws") func counted() throws {
        let values = [5.0, 6, 1, 2]
        func difference(_ labels: [Int]) -> Double? {
            zip(values, labels).reduce(0) { $0 + ($1.1 == 1 ? $1.0 : -$1.0) }
        }
        let test = try RandomisationTest(labels: [1, 1, 0, 0], statistic: difference)
        #expect(test.isExact && test.draws == 6 && test.p == 2.0 / 6 && test.undefined == 0)
    }

    @Test("strata multiply their draws, equal labels are counted once") func strata() throws {
        var seen: Set<[Int]> = []
        let test = try RandomisationTest(labels: [3, 0, 0, 7, 0, 0, 3], strata: [1, 1, 1, 2, 2, 2, 2]) { labels in
            seen.insert(labels)
            return Double(labels[0])
        }
        #expect(test.draws == 3 * 12 && seen.count == 36)
        #expect(seen.allSatisfy { $0[..<3].sorted() == [0, 0, 3] && $0[3...].sorted() == [0, 0, 3, 7] })
    }

    @Test("sampled draws come near the exact p, and are the same for the same seed") func sampled() throws {
        let values = (0..<12).map { Double(($0 * 7) % 12) + ($0 < 4 ? 3.0 : 0) }
        func mean(_ labels: [Int]) -> Double? { zip(values, labels).reduce(0) { $0 + ($1.0 - 6.5) * Double($1.1) } }
        let labels = (0..<12).map { $0 < 4 ? 1 : 0 }
        let exact = try RandomisationTest(labels: labels, statistic: mean)
        let first = try RandomisationTest(labels: labels, resamples: 20_000, seed: 3, limit: 10, statistic: mean)
        #expect(exact.isExact && exact.draws == 495 && !first.isExact)
        #expect(abs(first.p - exact.p) < 0.015)
        #expect(
            first == (try RandomisationTest(labels: labels, resamples: 20_000, seed: 3, limit: 10, statistic: mean))
        )
    }

    @Test("a draw without a statistic counts against the effect") func undefined() throws {
        let test = try RandomisationTest(labels: [1, 0, 0]) { $0[2] == 1 ? nil : Double($0[0]) }
        #expect(test.undefined == 1 && test.p == 2.0 / 3)
        #expect(throws: StatisticsError.noSpread) { try RandomisationTest(labels: [1, 1]) { _ in 1 } }
        #expect(throws: StatisticsError.undefinedStatistic(resamples: 0)) {
            try RandomisationTest(labels: [1, 0]) { _ in nil }
        }
    }
}
