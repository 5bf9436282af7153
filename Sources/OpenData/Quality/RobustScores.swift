/// How far numbers lie from their middle, by a measure that a few of them cannot bend.
public enum RobustScores {
    /// Beyond this a number is an outlier.
    public static let limit = 3.5

    /// Modified z scores: 0.6745 times the distance from the median, over the median absolute deviation; where that is 0, over
    /// 1.2533 times the mean absolute deviation. No unit.
    ///
    /// - Parameter values: At least one finite number.
    /// - Returns: A score for each value; all 0 when the values are equal.
    /// - Complexity: O(n log n).
    ///
    /// Source: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers, ASQC 1993, section 3.3. Reference values:
    /// `Tests/OpenDataTests/Quality/robust.R`.
    public static func of(_ values: [Double]) -> [Double] {
        guard let middle = median(values) else { return [] }
        let deviations = values.map { abs($0 - middle) }
        let mad = median(deviations) ?? 0
        let mean = deviations.reduce(0, +) / Double(deviations.count)
        let scale = mad > 0 ? mad / 0.6745 : mean * 1.253314
        return values.map { scale > 0 ? ($0 - middle) / scale : 0 }
    }

    /// The middle value, or the mean of the two in the middle; nil of nothing.
    public static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
}
