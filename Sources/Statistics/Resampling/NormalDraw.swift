import CSpecialFunctions

extension SeededGenerator {
    /// A number from the standard normal distribution.
    ///
    /// Source: G. Marsaglia, T. A. Bray, SIAM Review 6 (1964), 260-264 (polar method; the second number is not kept, so that
    /// the state is the generator's alone).
    mutating func normal() -> Double {
        while true {
            let across = 2 * unit() - 1, along = 2 * unit() - 1, square = across * across + along * along
            if square > 0, square < 1 { return across * (-2 * cg_log(square) / square).squareRoot() }
        }
    }

    /// A number from the chi-squared distribution.
    /// - Throws: ``StatisticsError/outsideDomain(quantity:value:expected:)`` unless the degrees of freedom are above 0.
    mutating func chiSquared(degreesOfFreedom: Double) throws(StatisticsError) -> Double {
        try ChiSquared(degreesOfFreedom: degreesOfFreedom).quantile(unit() + 0x1p-54)
    }
}
