import CSpecialFunctions

/// Areas of unequal size without chance: evenly spaced quantiles of a lognormal law.
public enum LogNormalSpread {
    /// Shares of so many areas; large and small ones alternate.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - variation: The coefficient of variation of the law, 0 or more; 0 gives equal shares.
    /// - Returns: The shares, which add up to 1.
    public static func sizes(_ count: Int, variation: Double) -> [Double] {
        guard count > 0 else { return [] }
        let deviation = cg_log1p(max(0, variation) * max(0, variation)).squareRoot()
        let ordered = (0..<count).map { place in
            cg_exp(deviation * ((try? Normal.quantile((Double(place) + 0.5) / Double(count))) ?? 0))
        }
        let total = compensatedSum(ordered)
        return (0..<count).map { place in
            ordered[place % 2 == 0 ? place / 2 : count - 1 - place / 2] / total
        }
    }
}
