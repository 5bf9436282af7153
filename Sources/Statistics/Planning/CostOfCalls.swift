/// What a call that did not come cost, when the number of such calls is uncertain.
///
/// Where the interval of calls averted holds zero the cost of one has no meaning; then the chance that the benefit exceeded the
/// cost, and the number of calls that would have paid for it, are what can be said. Fewer calls are not by themselves less
/// disorder: a companion outcome belongs beside any of these.
///
/// Source: E. C. Fieller, Journal of the Royal Statistical Society B 16 (1954), 175-185; B. A. van Hout and others, Health
/// Economics 3 (1994), 309-319.
public struct CostOfCalls: Hashable, Sendable {
    /// What the programme cost over the same time.
    public let cost: Double
    /// Calls averted with their error.
    public let averted: Coefficient
    /// Cost over calls averted; nil where the interval of these reaches zero or below.
    public let perCall: Double?
    /// The interval of ``perCall``; with a cost known exactly, cost over the bounds of calls averted.
    public let perCallInterval: ClosedRange<Double>?

    /// Divides a cost by calls averted.
    ///
    /// - Parameters:
    ///   - cost: In pounds or any other unit of money, above 0.
    ///   - costError: Its standard error, 0 when known exactly; independent of the calls.
    ///   - averted: Calls averted over the same time, with error and interval.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    /// - Complexity: O(1).
    public init(cost: Double, costError: Double = 0, averted: Coefficient) throws(StatisticsError) {
        self.cost = try positive(cost, "the cost")
        guard costError >= 0, costError.isFinite else {
            throw .outsideDomain(quantity: "the error of the cost", value: costError, expected: "0 or more")
        }
        self.averted = averted
        guard averted.interval.lowerBound > 0 else {
            (perCall, perCallInterval) = (nil, nil)
            return
        }
        let calls = averted.estimate, reach = averted.interval.upperBound - calls
        let quantile = reach / averted.standardError
        let spread = quantile * quantile * costError * costError
        let below = calls * calls - reach * reach, product = cost * calls
        let root = max(0, product * product - below * (cost * cost - spread)).squareRoot()
        perCall = cost / calls
        perCallInterval = ((product - root) / below)...((product + root) / below)
    }

    /// The calls averted that would have paid for the programme.
    ///
    /// - Parameter unitCost: What one call costs, above 0.
    /// - Returns: Calls.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public func breakEvenCalls(unitCost: Double) throws(StatisticsError) -> Double {
        cost / (try positive(unitCost, "the cost of a call"))
    }

    /// The chance that the calls averted were worth more than the cost: one point of the acceptability curve.
    ///
    /// The estimate's sampling law is read as what is believed about the calls, as with a flat prior.
    /// - Parameter unitCost: What one call costs, above 0.
    /// - Returns: A probability.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
    public func chanceWorthwhile(unitCost: Double) throws(StatisticsError) -> Double {
        let short = (try breakEvenCalls(unitCost: unitCost) - averted.estimate) / averted.standardError
        guard let degreesOfFreedom = averted.degreesOfFreedom else { return try Normal.upperTail(short) }
        return try StudentT(degreesOfFreedom: degreesOfFreedom).upperTail(short)
    }
}
