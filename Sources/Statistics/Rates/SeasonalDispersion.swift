/// How much more a monthly series varies than pure chance would make it: φ of a Poisson model with a level for each
/// month of the year.
///
/// The model is R's `glm(count ~ factor(month) + offset(log(days)), family = quasipoisson)` when every calendar month is
/// there at least twice, and `glm(count ~ offset(log(days)), …)`, which counts the seasons as noise, otherwise. A slow trend
/// is not removed and makes φ larger. Reference values: `Tests/StatisticsTests/Reference/rates.R`.
public struct SeasonalDispersion: Hashable, Sendable {
    /// Pearson's χ² over its degrees of freedom.
    public let dispersion: Double
    /// Months used.
    public let observations: Int
    /// Whether each month of the year had its own level.
    public let removesSeasons: Bool

    /// One month of a series.
    public struct MonthCount: Hashable, Sendable {
        /// The month of the year, 1 to 12.
        public var monthOfYear: Int
        /// The count and its exposure.
        public var cell: RateCell
        /// A month of a series.
        public init(monthOfYear: Int, cell: RateCell) { (self.monthOfYear, self.cell) = (monthOfYear, cell) }
    }

    /// Estimates φ.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 6 months; ``StatisticsError/separation`` when there is no
    ///   event at all.
    /// - Complexity: O(n).
    public init(_ months: [MonthCount]) throws(StatisticsError) {
        guard months.count >= 6 else { throw .tooFew(needed: 6, given: months.count) }
        let byMonth = Dictionary(grouping: months, by: \.monthOfYear)
        removesSeasons = byMonth.count == 12 && byMonth.values.allSatisfy { $0.count >= 2 }
        let groups = removesSeasons ? byMonth.sorted { $0.key < $1.key }.map(\.value) : [months]
        var squares = 0.0, events = 0
        for group in groups {
            let count = group.reduce(0) { $0 + $1.cell.count }
            let rate = Double(count) / compensatedSum(group.map(\.cell.exposure))
            events += count
            guard count > 0 else { continue }
            for month in group {
                let expected = rate * month.cell.exposure
                squares += (Double(month.cell.count) - expected) * (Double(month.cell.count) - expected) / expected
            }
        }
        guard events > 0 else { throw .separation }
        observations = months.count
        dispersion = squares / Double(months.count - groups.count)
        guard dispersion.isFinite else { throw .notFinite }
    }
}
