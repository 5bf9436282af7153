/// The ranks of the sizes of differences, zeros dropped, ties sharing the mean of their ranks.
struct SignedRanks {
    /// Twice the rank of each non-zero difference, which is a whole number even for ties.
    let doubled: [Int]
    /// Whether the difference is positive, in the same order.
    let isPositive: [Bool]
    /// Sizes of the groups of tied differences, ones included.
    let ties: [Int]

    /// Ranks differences that are already rounded to decimals.
    /// - Complexity: O(n log n).
    init(_ differences: [Double]) {
        let sorted = differences.filter { $0 != 0 }.sorted { abs($0) < abs($1) }
        var doubled: [Int] = [], ties: [Int] = []
        var start = 0
        while start < sorted.count {
            var end = start
            while end + 1 < sorted.count, abs(sorted[end + 1]) == abs(sorted[start]) { end += 1 }
            doubled += Array(repeating: start + end + 2, count: end - start + 1)
            ties.append(end - start + 1)
            start = end + 1
        }
        self.doubled = doubled
        self.ties = ties
        isPositive = sorted.map { $0 > 0 }
    }

    /// Twice the sum of the positive ranks.
    var doubledPositiveSum: Int { zip(doubled, isPositive).reduce(0) { $1.1 ? $0 + $1.0 : $0 } }

    /// The distribution of twice the positive sum when every sign is as likely as the other: P(sum = k) at index k.
    ///
    /// - Complexity: O(n × sum of ranks).
    static func distribution(ofDoubled ranks: [Int]) -> [Double] {
        var chances = [1.0]
        for rank in ranks {
            var next = Array(repeating: 0.0, count: chances.count + rank)
            for (sum, chance) in chances.enumerated() {
                next[sum] += chance / 2
                next[sum + rank] += chance / 2
            }
            chances = next
        }
        return chances
    }
}
