/// The Hodges-Lehmann estimate of the typical change: the median of all means of two differences.
///
/// All differences count, zeros included, unless they are to be dropped (as R's `wilcox.test` does, which moves its estimate
/// away from zero). The interval takes the order statistics C and n(n + 1)/2 + 1 - C of those means. Reference values:
/// `Tests/StatisticsTests/Reference/paired.R`.
///
/// Source: J. L. Hodges, E. L. Lehmann, Annals of Mathematical Statistics 34 (1963), 598-611.
public struct HodgesLehmann: Hashable, Sendable {
    /// The number of differences that count.
    public let count: Int
    /// The estimate, in the unit of the differences.
    public let estimate: Double
    /// Its interval.
    public let interval: ClosedRange<Double>
    /// How often such an interval covers the truth if no two differences are equal: with few pairs less than asked for.
    public let achievedConfidence: Double

    /// Estimates from differences, which are rounded to ten decimals first.
    ///
    /// - Parameters:
    ///   - differences: The changes.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    ///   - droppingZeros: Whether changes of zero are left out, as R does.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` for an empty sample; ``StatisticsError/notFinite``.
    /// - Complexity: O(n log n): the means are counted, not listed.
    public init(
        differences: [Double],
        confidence: Double = 0.95,
        droppingZeros: Bool = false
    ) throws(StatisticsError) {
        guard differences.allSatisfy(\.isFinite) else { throw .notFinite }
        let changes = differences.map { Differences.decimal(from: 0, to: $0) }
            .filter { !droppingZeros || $0 != 0 }
        guard !changes.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        let means = PairwiseMeans(changes)
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        let law = try SignedRankLaw(pairs: changes.count)
        let rank = max(1, try law.quantile(tail))
        let middle = (means.count + 1) / 2
        let low = means.smallest(middle)
        count = changes.count
        estimate = means.count % 2 == 1 ? low : low / 2 + means.smallest(middle + 1) / 2
        interval = means.smallest(min(rank, middle))...means.smallest(max(means.count + 1 - rank, middle))
        achievedConfidence = max(0, 1 - 2 * (try law.cdf(rank - 1)))
    }
}

/// The means of every two of some numbers, each with itself as well, never listed.
struct PairwiseMeans {
    private let sorted: [Double]
    /// How many there are: n(n + 1)/2.
    let count: Int

    init(_ numbers: [Double]) {
        sorted = numbers.sorted()
        count = numbers.count * (numbers.count + 1) / 2
    }

    /// The `rank`-th smallest, counted from 1.
    ///
    /// Doubles are as ordered as whole numbers are, so the search halves the whole numbers and ends on a mean itself.
    /// - Complexity: O(n) counts, 64 of them.
    func smallest(_ rank: Int) -> Double {
        guard let first = sorted.first, let last = sorted.last else { return 0 }
        var low = Self.order(first), high = Self.order(last)
        while low < high {
            let middle = low + (high - low) / 2
            if countUpTo(Self.double(middle)) >= rank { high = middle } else { low = middle + 1 }
        }
        return Self.double(low) + 0
    }

    /// How many means are at most `value`.
    private func countUpTo(_ value: Double) -> Int {
        var total = 0, right = sorted.count - 1
        for left in sorted.indices {
            while right >= 0, sorted[left] / 2 + sorted[right] / 2 > value { right -= 1 }
            // Means with itself and with later numbers only, so that each pair counts once.
            guard right >= left else { break }
            total += right - left + 1
        }
        return total
    }

    /// Whole numbers in the order of the doubles: the bit pattern, with the negative half turned round below the other.
    private static func order(_ value: Double) -> UInt64 {
        let bits = value.bitPattern, sign: UInt64 = 1 << 63
        return bits & sign == 0 ? bits | sign : ~bits
    }

    private static func double(_ order: UInt64) -> Double {
        let sign: UInt64 = 1 << 63
        return Double(bitPattern: order & sign == 0 ? ~order : order & ~sign)
    }
}
