import CSpecialFunctions

/// The maximum-likelihood θ of negative binomial counts with given means, as R's `MASS::theta.ml`.
///
/// The sums over digamma functions are sums over how many counts exceed each number, which is exact and needs no special
/// function. θ is sought on the scale of its logarithm, so that it cannot become negative.
struct NegativeBinomialShape {
    /// θ from which the counts are no more variable than Poisson's.
    static let limit = 1e8

    /// θ; nil when the likelihood rises without end, which is Poisson's law.
    let theta: Double?
    /// The standard error of θ from the observed information; nil without ``theta``.
    let standardError: Double?

    private let counts: [Double]
    private let means: [Double]
    /// How many counts exceed 0, 1, 2, …
    private let exceeding: [Double]

    init(counts: [Double], means: [Double], start: Double?) throws(StatisticsError) {
        (self.counts, self.means) = (counts, means)
        exceeding = Self.exceedances(counts)
        // At θ = ∞ the derivative by 1/θ is Σ((y - μ)² - y) / 2: not above 0, nothing beyond Poisson to be seen.
        let excess = zip(counts, means).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) - $1.0 }
        guard excess > 0 else {
            (theta, standardError) = (nil, nil)
            return
        }
        var low = -30.0, high = cg_log(Self.limit)
        var place = cg_log(start ?? Self.moment(counts, means))
        place = max(low, min(high, place))
        guard Self.score(high, counts, means, exceeding).value < 0 else {
            (theta, standardError) = (nil, nil)
            return
        }
        for _ in 0..<200 {
            let (value, slope) = Self.score(place, counts, means, exceeding)
            guard value.isFinite else { throw .notFinite }
            if value > 0 { low = place } else { high = place }
            var next = slope < 0 ? place - value / slope : (low + high) / 2
            if !(next > low && next < high) { next = (low + high) / 2 }
            let moved = abs(next - place)
            place = next
            if moved < 1e-13 * max(1, abs(place)) || high - low < 1e-13 { break }
        }
        let theta = cg_exp(place)
        let information = -Self.curvature(theta, counts, means, exceeding)
        self.theta = theta
        standardError = information > 0 ? 1 / information.squareRoot() : nil
    }

    private static func moment(_ counts: [Double], _ means: [Double]) -> Double {
        let sum = zip(counts, means).reduce(0) { $0 + ($1.0 / $1.1 - 1) * ($1.0 / $1.1 - 1) }
        return sum > 0 ? Double(counts.count) / sum : 1
    }

    static func exceedances(_ counts: [Double]) -> [Double] {
        guard let top = counts.max(), top > 0 else { return [] }
        var exceeding = Array(repeating: 0.0, count: Int(top) + 1)
        for count in counts where count > 0 { exceeding[Int(count) - 1] += 1 }
        for place in exceeding.indices.dropLast().reversed() { exceeding[place] += exceeding[place + 1] }
        return exceeding
    }

    /// The derivative of the log-likelihood by ln θ, and its own.
    private static func score(
        _ place: Double,
        _ counts: [Double],
        _ means: [Double],
        _ exceeding: [Double]
    ) -> (value: Double, slope: Double) {
        let theta = cg_exp(place)
        let first = derivative(theta, counts, means, exceeding)
        return (theta * first, theta * first + theta * theta * curvature(theta, counts, means, exceeding))
    }

    private static func derivative(
        _ theta: Double,
        _ counts: [Double],
        _ means: [Double],
        _ exceeding: [Double]
    ) -> Double {
        var sum = 0.0
        for (k, number) in exceeding.enumerated() { sum += number / (theta + Double(k)) }
        for (count, mean) in zip(counts, means) {
            sum -= cg_log1p(mean / theta) - (mean - count) / (theta + mean)
        }
        return sum
    }

    private static func curvature(
        _ theta: Double,
        _ counts: [Double],
        _ means: [Double],
        _ exceeding: [Double]
    ) -> Double {
        var sum = 0.0
        for (k, number) in exceeding.enumerated() { sum -= number / ((theta + Double(k)) * (theta + Double(k))) }
        for (count, mean) in zip(counts, means) {
            let total = theta + mean
            sum += mean / (theta * total) - (mean - count) / (total * total)
        }
        return sum
    }

    /// The log-likelihood of negative binomial counts.
    static func logLikelihood(counts: [Double], means: [Double], theta: Double) -> Double {
        var sum = 0.0
        for (k, number) in exceedances(counts).enumerated() { sum += number * cg_log1p(Double(k) / theta) }
        for (count, mean) in zip(counts, means) {
            sum += (count > 0 ? count * cg_log(mean) : 0) - (theta + count) * cg_log1p(mean / theta)
            sum -= LogFactorials.of(count)
        }
        return sum
    }
}
