import CSpecialFunctions

/// Counts with their means and how often each pair occurs, as the likelihood of a negative binomial sees them.
///
/// The sums over digamma functions are sums over how many counts exceed each number, which is exact and needs no special
/// function.
struct NegativeBinomialTally {
    private let counts: [Double]
    private let means: [Double]
    private let weights: [Double]
    /// How many counts exceed 0, 1, 2, …
    private let exceeding: [Double]

    /// A tally; without `weights` each pair occurs once.
    init(counts: [Double], means: [Double], weights: [Double]? = nil) {
        let weights = weights ?? Array(repeating: 1, count: counts.count)
        var exceeding = Array(repeating: 0.0, count: Int(counts.max() ?? 0))
        for (count, weight) in zip(counts, weights) where count > 0 { exceeding[Int(count) - 1] += weight }
        for place in exceeding.indices.dropLast().reversed() { exceeding[place] += exceeding[place + 1] }
        (self.counts, self.means, self.weights, self.exceeding) = (counts, means, weights, exceeding)
    }

    /// Σ((y - μ)² - y): not above 0, nothing beyond Poisson to be seen, as it is twice the derivative by 1/θ at θ = ∞.
    var excess: Double {
        counts.indices.reduce(0) {
            let residual = counts[$1] - means[$1]
            return $0 + weights[$1] * (residual * residual - counts[$1])
        }
    }

    /// A first θ from Pearson's residuals.
    var moment: Double {
        var sum = 0.0, total = 0.0
        for place in counts.indices {
            let ratio = counts[place] / means[place] - 1
            sum += weights[place] * ratio * ratio
            total += weights[place]
        }
        return sum > 0 ? total / sum : 1
    }

    /// The derivative of the log-likelihood by θ, and its own.
    func derivatives(_ theta: Double) -> (first: Double, second: Double) {
        var first = 0.0, second = 0.0
        for (k, number) in exceeding.enumerated() {
            let place = theta + Double(k)
            first += number / place
            second -= number / (place * place)
        }
        for place in counts.indices {
            let mean = means[place], total = theta + mean, below = mean - counts[place]
            first -= weights[place] * (cg_log1p(mean / theta) - below / total)
            second += weights[place] * (mean / (theta * total) - below / (total * total))
        }
        return (first, second)
    }

    /// The log-likelihood.
    func logLikelihood(_ theta: Double) -> Double {
        var sum = 0.0
        for (k, number) in exceeding.enumerated() { sum += number * cg_log1p(Double(k) / theta) }
        for place in counts.indices {
            let own = counts[place] > 0 ? counts[place] * cg_log(means[place]) : 0
            let whole = (theta + counts[place]) * cg_log1p(means[place] / theta)
            sum += weights[place] * (own - whole - LogFactorials.of(counts[place]))
        }
        return sum
    }
}

/// The maximum-likelihood θ of negative binomial counts with given means, as R's `MASS::theta.ml`; sought on the scale of
/// its logarithm, so that it cannot become negative.
struct NegativeBinomialShape {
    /// θ from which the counts are no more variable than Poisson's.
    static let limit = 1e8

    /// θ; nil when the likelihood rises without end, which is Poisson's law.
    let theta: Double?
    /// The standard error of θ from the observed information; nil without ``theta``.
    let standardError: Double?

    /// Finds θ, from `start` if there is one.
    init(_ tally: NegativeBinomialTally, start: Double? = nil) throws(StatisticsError) {
        guard tally.excess > 0, tally.derivatives(Self.limit).first < 0 else {
            (theta, standardError) = (nil, nil)
            return
        }
        var low = -30.0, high = cg_log(Self.limit)
        var place = max(low, min(high, cg_log(start ?? tally.moment)))
        for _ in 0..<200 {
            let theta = cg_exp(place)
            let (first, second) = tally.derivatives(theta)
            guard first.isFinite else { throw .notFinite }
            if first > 0 { low = place } else { high = place }
            // Newton's step for ln θ: its derivative is θ f', and that one's θ f' + θ² f''.
            let slope = first + theta * second
            var next = slope < 0 ? place - first / slope : (low + high) / 2
            if !(next > low && next < high) { next = (low + high) / 2 }
            let moved = abs(next - place)
            place = next
            if moved < 1e-13 * max(1, abs(place)) || high - low < 1e-13 { break }
        }
        let theta = cg_exp(place)
        let information = -tally.derivatives(theta).second
        self.theta = theta
        standardError = information > 0 ? 1 / information.squareRoot() : nil
    }
}
