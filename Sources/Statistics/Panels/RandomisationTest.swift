/// The randomisation test: how often another draw of the same lottery would have given as large a statistic.
///
/// Each unit carries a label (the month its training started, or none); the labels are dealt again among the units of a
/// stratum, so every draw treats as many units from the same dates as the real one. All distinct draws are counted when they
/// are few, and p is the share that reach |T|, the real draw among them; otherwise draws are sampled and
/// p = (1 + reached) / (1 + draws). The test is exact when the assignment was a lottery of this kind, and only then.
///
/// Source: R. A. Fisher, The Design of Experiments (1935); for t statistics: J. H. Zhao, P. Ding, JASA 116 (2021), 1-16.
public struct RandomisationTest: Hashable, Sendable {
    /// Distinct draws up to which all are counted.
    public static let enumerationLimit = 200_000

    /// The two-sided p value.
    public let p: Double
    /// The draws counted or sampled, the real one included when all are counted.
    public let draws: Int
    /// Whether all distinct draws were counted.
    public let isExact: Bool
    /// Draws whose statistic could not be computed; they count as reaching the real one.
    public let undefined: Int

    /// Tests a statistic over the lottery.
    ///
    /// - Parameters:
    ///   - labels: The label of each unit as it was; equal labels are interchangeable.
    ///   - strata: The stratum of each unit; nil deals among all.
    ///   - resamples: How many draws to sample when there are too many to count.
    ///   - seed: Any number.
    ///   - limit: Distinct draws up to which all are counted.
    ///   - statistic: The statistic under the given labels, best divided by its own error; nil when it is not defined.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/noSpread`` when only one draw is possible;
    ///   ``StatisticsError/undefinedStatistic(resamples:)`` when the real draw has no statistic.
    /// - Complexity: O(draws) evaluations of the statistic.
    public init(
        labels: [Int],
        strata: [Int]? = nil,
        resamples: Int = 10_000,
        seed: UInt64 = 1,
        limit: Int = RandomisationTest.enumerationLimit,
        statistic: ([Int]) -> Double?
    ) throws(StatisticsError) {
        let strata = strata ?? Array(repeating: 0, count: labels.count)
        guard strata.count == labels.count else { throw .unequalLengths(labels.count, strata.count) }
        guard resamples >= 1 else {
            throw .outsideDomain(quantity: "the number of draws", value: Double(resamples), expected: "at least 1")
        }
        let groups = Set(strata).sorted().map { stratum in strata.indices.filter { strata[$0] == stratum } }
        let possible = groups.reduce(1.0) { $0 * Self.arrangements($1.map { labels[$0] }) }
        guard possible > 1 else { throw .noSpread }
        guard let real = statistic(labels).map({ abs($0) }), real.isFinite else {
            throw .undefinedStatistic(resamples: 0)
        }
        let bar = real - 1e-12 * max(1, real)
        var reached = 0, undefined = 0, counted = 0
        func count(_ drawn: [Int]) {
            counted += 1
            guard let value = statistic(drawn), !value.isNaN else {
                undefined += 1
                reached += 1
                return
            }
            if abs(value) >= bar { reached += 1 }
        }
        isExact = possible <= Double(limit)
        var drawn = labels
        if isExact {
            for group in groups { Self.set(&drawn, group, group.map { labels[$0] }.sorted()) }
            repeat { count(drawn) } while Self.advance(&drawn, groups)
            p = Double(reached) / Double(counted)
        } else {
            var generator = SeededGenerator(seed: seed)
            for _ in 0..<resamples {
                for group in groups { Self.shuffle(&drawn, group, &generator) }
                count(drawn)
            }
            p = Double(1 + reached) / Double(1 + counted)
        }
        (draws, self.undefined) = (counted, undefined)
    }

    /// The number of distinct orders of a list with repetitions.
    private static func arrangements(_ labels: [Int]) -> Double {
        var product = 1.0, placed = 0.0
        for count in Dictionary(grouping: labels, by: { $0 }).values.map(\.count).sorted() {
            for k in 1...count {
                placed += 1
                product *= placed / Double(k)
            }
        }
        return product.rounded()
    }

    private static func set(_ labels: inout [Int], _ group: [Int], _ values: [Int]) {
        for (unit, value) in zip(group, values) { labels[unit] = value }
    }

    /// The next combination of orders, one stratum after the other like the wheels of a counter; false after the last.
    private static func advance(_ labels: inout [Int], _ groups: [[Int]]) -> Bool {
        for group in groups {
            var values = group.map { labels[$0] }
            let moved = nextOrder(&values)
            set(&labels, group, values)
            if moved { return true }
        }
        return false
    }

    /// The next order in the lexicographic sequence; the last is followed by the first, and false.
    private static func nextOrder(_ values: inout [Int]) -> Bool {
        guard let pivot = values.indices.dropLast().last(where: { values[$0] < values[$0 + 1] }),
            let partner = values.lastIndex(where: { $0 > values[pivot] })
        else {
            values.reverse()
            return false
        }
        values.swapAt(pivot, partner)
        values[(pivot + 1)...].reverse()
        return true
    }

    private static func shuffle(_ labels: inout [Int], _ group: [Int], _ generator: inout SeededGenerator) {
        for place in stride(from: group.count - 1, to: 0, by: -1) {
            labels.swapAt(group[place], group[generator.index(below: place + 1)])
        }
    }
}
