/// The distribution of the sum of those of some whole numbers that a fair coin picks, one toss each.
///
/// Chances below 1e-290 are left off at both ends, so that no arithmetic with denormal numbers slows it down.
struct SignedSums {
    /// The sum that the first chance belongs to.
    private var start = 0
    private var chances = [1.0]

    /// - Complexity: O(n × sum).
    init(_ sizes: [Int]) {
        for size in sizes where size > 0 {
            var next = Array(repeating: 0.0, count: chances.count + size)
            for (place, chance) in chances.enumerated() { next[place] = chance / 2 }
            for (place, chance) in chances.enumerated() { next[place + size] += chance / 2 }
            let first = next.firstIndex { $0 > 1e-290 } ?? 0, last = next.lastIndex { $0 > 1e-290 } ?? next.count - 1
            if first > 0 || last < next.count - 1 { next = Array(next[first...last]) }
            start += first
            chances = next
        }
    }

    /// P(sum = k) for every k from 0 to `most`.
    func chances(upTo most: Int) -> [Double] {
        (0...most).map { chances.indices.contains($0 - start) ? chances[$0 - start] : 0 }
    }

    /// P(sum ≥ `least`), the smallest terms added first.
    func upperTail(_ least: Int) -> Double {
        guard least - start < chances.count else { return 0 }
        return chances[max(0, least - start)...].reversed().reduce(0, +)
    }

    /// P(sum ≤ `most`), the smallest terms added first.
    func lowerTail(_ most: Int) -> Double {
        guard most >= start else { return 0 }
        return chances[...min(chances.count - 1, most - start)].reduce(0, +)
    }
}
