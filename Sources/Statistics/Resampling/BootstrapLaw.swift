/// How an interval is read off resampled values.
public enum BootstrapMethod: String, Hashable, Sendable, CaseIterable {
    /// Bias-corrected and accelerated (B. Efron, JASA 82 (1987), 171-185).
    case bca
    /// The plain quantiles of the resampled values.
    case percentile
}

/// The resampled values of a statistic less its estimate, and the intervals read off them.
struct BootstrapLaw {
    private var values: [Double]
    /// The standard deviation of the resampled values.
    let standardError: Double

    /// - Throws: ``StatisticsError/noSpread`` when all values are the same; ``StatisticsError/notFinite``.
    init(_ values: [Double]) throws(StatisticsError) {
        let moments = try Moments(values)
        guard let spread = moments.standardDeviation, let first = values.first, values.contains(where: { $0 != first })
        else { throw .noSpread }
        self.values = values
        standardError = spread
    }

    /// Refuses a number of resamples too small for the quantiles of an interval.
    static func check(resamples: Int) throws(StatisticsError) {
        guard resamples >= 100 else {
            throw .outsideDomain(
                quantity: "the number of resamples",
                value: Double(resamples),
                expected: "at least 100"
            )
        }
    }

    /// Σu³ / (6 (Σu²)^1.5), u the mean of the jackknife values less each of them.
    static func acceleration(_ influences: [Double]) -> Double {
        let squares = compensatedSum(influences.map { $0 * $0 })
        let cubes = compensatedSum(influences.map { $0 * $0 * $0 })
        let whole = 6 * squares * squares.squareRoot()
        return whole > 0 && whole.isFinite ? cubes / whole : 0
    }

    /// The distances of the bounds from the estimate.
    ///
    /// z₀ counts values equal to the estimate half (the mid-rank form, as scipy; R's `boot` counts only smaller ones, which
    /// matters for scores with ties). Quantiles are interpolated between order statistics at α (B + 1).
    /// - Throws: ``StatisticsError/notConverged(function:)`` when the estimate lies outside everything resampled.
    /// - Complexity: O(resamples): order statistics are selected, not sorted.
    consuming func bounds(
        _ method: BootstrapMethod,
        acceleration: Double,
        confidence: Double
    ) throws(StatisticsError) -> (low: Double, high: Double) {
        let tail = (1 - (try probability(confidence, "the confidence"))) / 2
        guard method == .bca else { return ordered(quantile(tail), quantile(1 - tail)) }
        let below = values.count { $0 < 0 }, equal = values.count { $0 == 0 }
        let share = (Double(below) + Double(equal) / 2) / Double(values.count)
        guard share > 0, share < 1 else { throw .notConverged(function: "the bootstrap") }
        let bias = try Normal.quantile(share), z = try Normal.quantile(1 - tail)
        func level(_ z: Double) throws(StatisticsError) -> Double {
            let shrink = 1 - acceleration * (bias + z)
            guard shrink > 0 else { throw .notConverged(function: "the bootstrap") }
            return try Normal.cdf(bias + (bias + z) / shrink)
        }
        let levels = (try level(-z), try level(z))
        return ordered(quantile(levels.0), quantile(levels.1))
    }

    private func ordered(_ one: Double, _ other: Double) -> (low: Double, high: Double) {
        (min(one, other), max(one, other))
    }

    private mutating func quantile(_ level: Double) -> Double {
        let place = level * Double(values.count + 1) - 1
        guard place > 0 else { return values.reduce(.infinity, min) }
        guard place < Double(values.count - 1) else { return values.reduce(-.infinity, max) }
        let lower = Int(place)
        let one = values.select(lower), next = values[(lower + 1)...].reduce(.infinity, min)
        return one + (place - Double(lower)) * (next - one)
    }
}

extension [Double] {
    /// The element that would stand at `place` if the list were in order; afterwards none before it is greater and none
    /// behind it smaller.
    ///
    /// Source: C. A. R. Hoare, Communications of the ACM 4 (1961), 321-322 (Find), the pivot the middle one of three.
    /// - Complexity: O(n) on average.
    mutating func select(_ place: Int) -> Double {
        withUnsafeMutableBufferPointer { values in
            var low = 0, high = values.count - 1
            while low < high {
                let three = (values[low], values[low + (high - low) / 2], values[high])
                let pivot = Swift.max(Swift.min(three.0, three.1), Swift.min(Swift.max(three.0, three.1), three.2))
                var left = low, right = high
                while left <= right {
                    while values[left] < pivot { left += 1 }
                    while values[right] > pivot { right -= 1 }
                    if left <= right {
                        values.swapAt(left, right)
                        left += 1
                        right -= 1
                    }
                }
                if place <= right { high = right } else if place >= left { low = left } else { break }
            }
            return values[place]
        }
    }
}
