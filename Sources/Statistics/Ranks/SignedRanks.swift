/// What becomes of differences of zero when the others are ranked.
public enum ZeroDifferences: String, Hashable, Sendable, CaseIterable {
    /// They are left out before ranking (Wilcoxon; R's `wilcox.test`).
    case dropped
    /// They are ranked with the others, and their ranks left out afterwards (J. W. Pratt, JASA 54 (1959), 655-667).
    case pratt
}

/// The ranks of the sizes of non-zero differences, ties sharing the mean of their ranks.
struct SignedRanks {
    /// Twice the rank of each non-zero difference, which is a whole number even for ties.
    let doubled: [Int]
    /// Whether the difference is positive, in the same order.
    let isPositive: [Bool]
    /// How many differences were zero.
    let zeros: Int

    /// Ranks differences that are already rounded to decimals.
    /// - Complexity: O(n log n).
    init(_ differences: [Double], zeros handling: ZeroDifferences = .dropped) {
        let sorted = differences.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
        zeros = differences.count - sorted.count
        let below = handling == .pratt ? zeros : 0
        var doubled: [Int] = []
        var start = 0
        while start < sorted.count {
            var end = start
            while end + 1 < sorted.count, abs(sorted[end + 1]) == abs(sorted[start]) { end += 1 }
            doubled += Array(repeating: start + end + 2 + 2 * below, count: end - start + 1)
            start = end + 1
        }
        self.doubled = doubled
        isPositive = sorted.map { $0 > 0 }
    }

    /// Twice the sum of the positive ranks.
    var doubledPositiveSum: Int { zip(doubled, isPositive).reduce(0) { $1.1 ? $0 + $1.0 : $0 } }
}
