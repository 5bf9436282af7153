import CSpecialFunctions

extension Coefficient {
    /// exp of the estimate: the ratio, when the estimate is the logarithm of one.
    public var ratio: Double { cg_exp(estimate) }
    /// exp of the bounds of the interval.
    public var ratioInterval: ClosedRange<Double> { cg_exp(interval.lowerBound)...cg_exp(interval.upperBound) }
}

extension SeriesMonth {
    /// A month with what its count is counted over, above 0.
    public init(month: Int, count: Int, exposure: Double) {
        self.init(month: month, outcome: Double(count), offset: cg_log(exposure))
    }
}

extension Panel {
    /// A panel of counts with what each is counted over, above 0.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite`` for an exposure that is not above 0.
    public init(areas: [Int], months: [Int], counts: [Int], exposures: [Double]) throws(StatisticsError) {
        try self.init(
            areas: areas,
            months: months,
            outcomes: counts.map { Double($0) },
            offsets: exposures.map { cg_log($0) }
        )
    }
}

/// Logarithms of ratios and what they say.
public enum RatioScale {
    /// exp: the ratio whose logarithm this is.
    public static func ratio(_ logarithm: Double) -> Double { cg_exp(logarithm) }
    /// The natural logarithm of a ratio above 0.
    public static func logarithm(_ ratio: Double) -> Double { cg_log(ratio) }
}
