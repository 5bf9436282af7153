/// The noncentralities that an observed t statistic is compatible with.
///
/// - Parameters:
///   - t: The observed statistic.
///   - degreesOfFreedom: Its degrees of freedom, above 0.
///   - confidence: The coverage, between 0 and 1.
/// - Returns: The noncentralities whose upper and lower tails at `t` are (1 - confidence) / 2.
/// - Throws: ``StatisticsError/notConverged(function:)`` for a statistic so large that the distribution cannot be
///   evaluated there; ``StatisticsError/notFinite``.
/// - Complexity: About 100 evaluations of the noncentral t distribution.
///
/// Source: J. H. Steiger, R. T. Fouladi, in: What If There Were No Significance Tests? (1997), 221-257.
public func noncentralityInterval(
    t: Double,
    degreesOfFreedom: Double,
    confidence: Double = 0.95
) throws(StatisticsError) -> ClosedRange<Double> {
    guard t.isFinite else { throw .notFinite }
    let tail = (1 - (try probability(confidence, "the confidence"))) / 2
    // Solving for |t| and mirroring keeps the interval exactly symmetric under a change of sign.
    let size = abs(t)
    let low = try noncentrality(size, degreesOfFreedom) { law, x throws(StatisticsError) in try law.upperTail(x) - tail
    }
    let high = try noncentrality(size, degreesOfFreedom) { law, x throws(StatisticsError) in tail - (try law.cdf(x)) }
    return t < 0 ? -high ... -low : low...high
}

/// The root in the noncentrality of a function that rises with it.
private func noncentrality(
    _ t: Double,
    _ degreesOfFreedom: Double,
    _ excess: (NoncentralT, Double) throws(StatisticsError) -> Double
) throws(StatisticsError) -> Double {
    func value(_ noncentrality: Double) throws(StatisticsError) -> Double {
        try excess(NoncentralT(degreesOfFreedom: degreesOfFreedom, noncentrality: noncentrality), t)
    }
    var step = 1.0, low = t, high = t
    while try value(low) > 0 {
        low -= step
        step *= 2
        guard step < 1e6 else { throw .notConverged(function: "the noncentrality") }
    }
    step = 1
    while try value(high) < 0 {
        high += step
        step *= 2
        guard step < 1e6 else { throw .notConverged(function: "the noncentrality") }
    }
    while true {
        let middle = low + (high - low) / 2
        guard middle > low, middle < high, high - low > 1e-14 * max(1, abs(middle)) else { return middle }
        if try value(middle) < 0 { low = middle } else { high = middle }
    }
}
