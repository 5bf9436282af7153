import CSpecialFunctions

/// The null distribution of the sum of the positive ranks of `pairs` differences without ties: R's `psignrank`.
///
/// Exact up to 300 pairs; beyond by Edgeworth's expansion up to the sixth cumulant, whose error there is below 2e-8.
struct SignedRankLaw {
    private let pairs: Double
    private let exact: [Double]?

    init(pairs: Int) throws(StatisticsError) {
        self.pairs = Double(pairs)
        guard pairs <= 300 else {
            exact = nil
            return
        }
        var sum = 0.0
        exact = SignedSums(Array(1...pairs)).chances(upTo: pairs * (pairs + 1) / 4 + 1).map { chance in
            sum += chance
            return sum
        }
    }

    private var greatest: Int { Int(pairs * (pairs + 1) / 2) }

    /// P(sum ≤ `k`).
    func cdf(_ k: Int) throws(StatisticsError) -> Double {
        guard k >= 0 else { return 0 }
        guard k < greatest else { return 1 }
        if let exact {
            // The law is symmetric, so the lower half tells the upper one.
            return k < exact.count ? exact[k] : 1 - exact[greatest - k - 1]
        }
        // The cumulants of whole numbers' tosses, spread evenly over the step between two sums.
        let n = pairs, squares = n * (n + 1) * (2 * n + 1)
        let variance = squares / 24 + 1.0 / 12
        let fourth = -squares * (3 * n * n + 3 * n - 1) / 240 / (variance * variance)
        let sixth = squares * (((3 * n + 6) * n * n - 3) * n + 1) / 168 / (variance * variance * variance)
        let x = (Double(k) + 0.5 - n * (n + 1) / 4) / variance.squareRoot(), y = x * x
        let density = 0.398942280401432677940 * cg_exp(-y / 2)
        let correction =
            fourth / 24 * x * (y - 3) + sixth / 720 * x * ((y - 10) * y + 15)
            + fourth * fourth / 1152 * x * (((y - 21) * y + 105) * y - 105)
        return try Normal.cdf(x) - density * correction
    }

    /// The smallest k with P(sum ≤ k) ≥ `p`: R's `qsignrank`.
    func quantile(_ p: Double) throws(StatisticsError) -> Int {
        var low = 0, high = greatest
        while low < high {
            let middle = low + (high - low) / 2
            if try cdf(middle) >= p * (1 - 1e-14) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
