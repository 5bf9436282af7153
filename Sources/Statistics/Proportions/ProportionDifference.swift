/// The difference of two shares of different people, with Newcombe's hybrid score interval (his method 10).
///
/// Reference values: `Tests/StatisticsTests/Reference/differences.R`.
///
/// Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890.
public struct ProportionDifference: Hashable, Sendable {
    /// The second share less the first, in `-1...1`.
    public let difference: Double
    /// Its interval, in `-1...1`.
    public let interval: ClosedRange<Double>

    /// Compares `successes` of `trials` with `laterSuccesses` of `laterTrials`.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` when either has no trials;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for an impossible count.
    public init(
        successes: Int,
        trials: Int,
        laterSuccesses: Int,
        laterTrials: Int,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        let first = try ScoreShare(successes, of: trials, confidence)
        let second = try ScoreShare(laterSuccesses, of: laterTrials, confidence)
        difference = second.share - first.share
        interval = second.difference(from: first, correlation: 0)
    }
}

/// The difference of two shares of the same people, with Newcombe's score interval for paired data (his method 10).
///
/// The square-and-add of the two Wilson intervals takes account of the correlation φ of the two answers, whose numerator
/// ad - bc is made smaller by n/2 when it is positive, but not below 0. Reference values:
/// `Tests/StatisticsTests/Reference/differences.R`.
///
/// Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 2635-2650.
public struct PairedProportions: Hashable, Sendable {
    /// All people.
    public let people: Int
    /// The later share of yes less the earlier one, in `-1...1`: (gained - lost) / people.
    public let difference: Double
    /// Its interval, in `-1...1`.
    public let interval: ClosedRange<Double>

    /// Compares the yes/no answers that the same people gave twice.
    ///
    /// - Parameters:
    ///   - both: People who said yes both times.
    ///   - gained: People who said no first and yes later.
    ///   - lost: People who said yes first and no later.
    ///   - neither: People who said no both times.
    ///   - confidence: The coverage, between 0 and 1.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` without people;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative count.
    public init(both: Int, gained: Int, lost: Int, neither: Int, confidence: Double = 0.95) throws(StatisticsError) {
        let least = min(both, gained, lost, neither)
        guard least >= 0 else {
            throw .outsideDomain(quantity: "a count", value: Double(least), expected: "0 or more")
        }
        people = both + gained + lost + neither
        let before = try ScoreShare(both + lost, of: people, confidence)
        let after = try ScoreShare(both + gained, of: people, confidence)
        difference = Double(gained - lost) / Double(people)
        let (a, b, c, d) = (Double(both), Double(gained), Double(lost), Double(neither))
        let margins = (a + b) * (c + d) * (a + c) * (b + d), product = a * d - b * c
        let numerator = product > 0 ? max(0, product - Double(people) / 2) : product
        interval = after.difference(from: before, correlation: margins > 0 ? numerator / margins.squareRoot() : 0)
    }
}

/// A share with its Wilson interval.
private struct ScoreShare {
    let share: Double
    let low: Double
    let high: Double

    init(_ successes: Int, of trials: Int, _ confidence: Double) throws(StatisticsError) {
        let interval = try wilsonInterval(successes: successes, trials: trials, confidence: confidence)
        (share, low, high) = (Double(successes) / Double(trials), interval.lowerBound, interval.upperBound)
    }

    /// The interval of this share less `other`.
    func difference(from other: ScoreShare, correlation: Double) -> ClosedRange<Double> {
        func half(_ one: Double, _ two: Double) -> Double {
            max(0, one * one - 2 * correlation * one * two + two * two).squareRoot()
        }
        let centre = share - other.share
        let lower = centre - half(share - low, other.high - other.share)
        let upper = centre + half(high - share, other.share - other.low)
        return max(-1, lower)...min(1, upper)
    }
}
