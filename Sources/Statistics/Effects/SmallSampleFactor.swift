import CSpecialFunctions

/// Hedges's exact correction of a standardised mean for the smallness of the sample:
/// J(v) = Γ(v/2) / (√(v/2) Γ((v - 1)/2)).
///
/// - Parameter degreesOfFreedom: v, above 1; at 1 the uncorrected effect has no finite mean.
/// - Returns: A factor between 0 and 1.
/// - Throws: ``StatisticsError/tooFew(needed:given:)`` when v is 1 or less.
///
/// Source: L. V. Hedges, Journal of Educational Statistics 6 (1981), 107-128, exact form, not 1 - 3/(4v - 1).
public func smallSampleFactor(degreesOfFreedom: Double) throws(StatisticsError) -> Double {
    guard degreesOfFreedom > 1, degreesOfFreedom.isFinite else {
        throw .tooFew(needed: 3, given: Int(max(0, min(2, degreesOfFreedom + 1))))
    }
    let half = degreesOfFreedom / 2
    return try evaluated(1 / (cg_gamma_delta_ratio(half - 0.5, 0.5) * half.squareRoot()), "the small-sample factor")
}
