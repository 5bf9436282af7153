/// Pairs of sine and cosine over the months of the year, as columns of a design.
///
/// Harmonic k has sin(2πkt/12) and cos(2πkt/12); six describe any yearly pattern, and the sixth sine, zero in every month, is
/// left out. The values are exact multiples of 30 degrees, not rounded ones.
public enum SeasonalTerms {
    /// The most harmonics months can carry.
    public static let mostHarmonics = 6

    /// The columns sin1, cos1, sin2, … of the given months.
    ///
    /// - Parameters:
    ///   - harmonics: The number of pairs, `0...6`.
    ///   - times: Months counted from any one fixed month.
    /// - Returns: The columns with their names.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` for another number of harmonics.
    public static func columns(
        harmonics: Int,
        times: [Int]
    ) throws(StatisticsError) -> [(name: String, values: [Double])] {
        guard (0...mostHarmonics).contains(harmonics) else {
            throw .outsideDomain(quantity: "the number of harmonics", value: Double(harmonics), expected: "0 to 6")
        }
        var columns: [(name: String, values: [Double])] = []
        for k in 0..<harmonics {
            let order = k + 1
            if order < mostHarmonics { columns.append(("sin\(order)", times.map { sine(order * $0) })) }
            columns.append(("cos\(order)", times.map { sine(order * $0 + 3) }))
        }
        return columns
    }

    /// The sine of a number of twelfths of a turn.
    private static func sine(_ twelfths: Int) -> Double {
        let place = ((twelfths % 12) + 12) % 12
        let half = place % 6
        let size: Double =
            switch half {
            case 0: 0
            case 1, 5: 0.5
            case 2, 4: 0.75.squareRoot()
            default: 1
            }
        return place < 6 ? size : -size
    }
}
