/// All patterns of signs of a few changes counted by two halves, each listed in order.
struct SignFlipHalves {
    /// The share of sign patterns whose sum is as far from zero as the one seen, or further.
    let tail: Double

    /// Counts the patterns of at most 40 changes.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` for more.
    /// - Complexity: O(2^(n/2) × n).
    init(_ changes: [Double]) throws(StatisticsError) {
        guard changes.count <= 40 else {
            throw .outsideDomain(
                quantity: "the number of changes without a common step",
                value: Double(changes.count),
                expected: "at most 40 for an exact test"
            )
        }
        let total = changes.reduce(0) { $0 + abs($1) }
        // Sums of the same changes in another order differ by rounding only.
        let bound = abs(compensatedSum(changes)) - 1e-12 * total
        let first = Self.sums(changes[..<(changes.count / 2)]), second = Self.sums(changes[(changes.count / 2)...])
        guard bound > 0 else {
            tail = 1
            return
        }
        // The law is symmetric: count the patterns with a sum of at least the bound, twice.
        var reached = 0, partner = second.count
        for sum in first {
            while partner > 0, sum + second[partner - 1] >= bound { partner -= 1 }
            reached += second.count - partner
        }
        tail = 2 * Double(reached) / Double(first.count * second.count)
    }

    /// The sums of all sign patterns, ascending, by merging two ascending lists for each further change.
    private static func sums(_ changes: ArraySlice<Double>) -> [Double] {
        var sums = [0.0]
        for change in changes {
            let size = abs(change)
            let low = sums.map { $0 - size }, high = sums.map { $0 + size }
            var merged: [Double] = []
            merged.reserveCapacity(2 * sums.count)
            var left = 0
            for value in high {
                while left < low.count, low[left] <= value {
                    merged.append(low[left])
                    left += 1
                }
                merged.append(value)
            }
            merged += low[left...]
            sums = merged
        }
        return sums
    }
}
