/// The ratio of two Poisson rates with its exact test and interval, for counts too small for anything else.
///
/// Given the total, the events after are binomial with the probability exposure after / (exposure after + before) when the
/// rates agree. ``p`` adds every outcome no more likely than the one seen (with R's relative slack of 1e-7), the interval is
/// Clopper and Pearson's, carried over to the ratio: R's `poisson.test`. It takes events as independent: where months vary
/// more than chance, use ``QuasiPoissonRateRatio``. Reference values: `Tests/StatisticsTests/Reference/exact_rates.R`.
///
/// Source: J. Przyborowski, H. Wilenski, Biometrika 31 (1940), 313-323; mid-p: G. Berry, P. Armitage, The Statistician 44
/// (1995), 417-423.
public struct ExactRateRatio: Hashable, Sendable {
    /// Rate after over rate before; nil (infinite) without an event before.
    public let ratio: Double?
    /// The two-sided p value of "the rates agree".
    public let p: Double
    /// The p value of "the rate did not fall".
    public let fallP: Double
    /// The p value of "the rate did not rise".
    public let riseP: Double
    /// The lower bound of the ratio, 0 without an event after.
    public let lower: Double
    /// The upper bound of the ratio; nil (unbounded) without an event before.
    public let upper: Double?
    /// Twice the smaller tail, what was seen counted half: less conservative than ``p``.
    public let midP: Double
    /// The lower bound of the mid-p interval, 0 without an event after.
    public let midLower: Double
    /// The upper bound of the mid-p interval; nil (unbounded) without an event before.
    public let midUpper: Double?

    /// Compares two totals.
    ///
    /// - Parameters:
    ///   - after: Events after (or in the treated area) and what they are counted over.
    ///   - before: Events before (or in the comparison area) and what they are counted over, in the same unit.
    ///   - confidence: The coverage of the intervals, between 0 and 1.
    /// - Throws: ``StatisticsError/noEvents`` when both are zero;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative count or an exposure not above 0.
    /// - Complexity: O(log events) evaluations of the binomial distribution.
    public init(after: RateCell, before: RateCell, confidence: Double = 0.95) throws(StatisticsError) {
        for cell in [after, before] where cell.count < 0 {
            throw .outsideDomain(quantity: "a count", value: Double(cell.count), expected: "0 or more")
        }
        let timeAfter = try positive(after.exposure, "the exposure")
        let timeBefore = try positive(before.exposure, "the exposure")
        let (x, total) = (after.count, after.count + before.count)
        guard total > 0 else { throw .noEvents }
        let law = try Binomial(trials: total, probability: timeAfter / (timeAfter + timeBefore))
        let scale = timeBefore / timeAfter
        ratio = before.count > 0 ? Double(x) / Double(before.count) * scale : nil
        fallP = try law.cdf(x)
        riseP = x == 0 ? 1 : try law.upperTail(x - 1)
        p = try Self.noMoreLikely(x, law)
        let seen = try law.density(x)
        midP = min(1, 2 * min(fallP - seen / 2, riseP - seen / 2))
        let shares = try clopperPearsonInterval(successes: x, trials: total, confidence: confidence)
        lower = shares.lowerBound / (1 - shares.lowerBound) * scale
        upper = before.count > 0 ? shares.upperBound / (1 - shares.upperBound) * scale : nil
        let tail = (1 - confidence) / 2
        let low = x == 0 ? 0 : try Self.share(x, total, upperTail: tail)
        midLower = low / (1 - low) * scale
        guard before.count > 0 else {
            midUpper = nil
            return
        }
        let high = try Self.share(x, total, upperTail: 1 - tail)
        midUpper = high / (1 - high) * scale
    }

    /// The probability of all outcomes no more likely than `x`: the tail beyond it and the far tail as far as it is as
    /// improbable, which bisection finds since the density falls away from the mean.
    private static func noMoreLikely(_ x: Int, _ law: Binomial) throws(StatisticsError) -> Double {
        let mean = Double(law.trials) * law.probability
        guard Double(x) != mean else { return 1 }
        let limit = try law.density(x) * (1 + 1e-7)
        if Double(x) < mean {
            // The first k at or above the mean with a density within the limit.
            var low = Int(mean.rounded(.up)), high = law.trials + 1
            while low < high {
                let middle = (low + high) / 2
                if try law.density(middle) <= limit { high = middle } else { low = middle + 1 }
            }
            return min(1, try law.cdf(x) + (low > law.trials ? 0 : try law.upperTail(low - 1)))
        }
        // The last k at or below the mean with a density within the limit.
        var low = -1, high = Int(mean.rounded(.down))
        while low < high {
            let middle = (low + high + 1) / 2
            if try law.density(middle) <= limit { low = middle } else { high = middle - 1 }
        }
        return min(1, try law.upperTail(x - 1) + (low < 0 ? 0 : try law.cdf(low)))
    }

    /// The share at which P(X > x) + P(X = x) / 2 reaches a value; it rises with the share.
    private static func share(_ x: Int, _ total: Int, upperTail: Double) throws(StatisticsError) -> Double {
        var low = 0.0, high = 1.0
        while true {
            let middle = (low + high) / 2
            guard middle > low, middle < high, high - low > 1e-16 * high else { return middle }
            let law = try Binomial(trials: total, probability: middle)
            if try law.upperTail(x) + law.density(x) / 2 < upperTail { low = middle } else { high = middle }
        }
    }
}
