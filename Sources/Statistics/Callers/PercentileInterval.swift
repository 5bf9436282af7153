/// The percentile interval of resampled statistics.
///
/// - Parameters:
///   - values: The statistics, in any order, none of them not-a-number.
///   - confidence: The coverage.
/// - Returns: Quantiles interpolated between neighbours (R's type 7); nil without values.
/// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)``.
func percentileInterval(_ values: [Double], confidence: Double) throws(StatisticsError) -> ClosedRange<Double>? {
    let tail = (1 - (try probability(confidence, "the confidence"))) / 2
    let sorted = values.sorted()
    guard let last = sorted.last else { return nil }
    func quantile(_ level: Double) -> Double {
        let place = level * Double(sorted.count - 1), lower = Int(place)
        guard lower + 1 < sorted.count else { return last }
        return sorted[lower] + (place - Double(lower)) * (sorted[lower + 1] - sorted[lower])
    }
    return quantile(tail)...quantile(1 - tail)
}
