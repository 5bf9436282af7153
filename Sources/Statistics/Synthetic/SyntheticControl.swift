/// A synthetic control: the mixture of comparison areas that followed the treated one before, and how they part after.
///
/// Every comparison area is also treated as if it had been trained (a placebo), with the other comparison areas as donors;
/// p is the rank of the treated area's ratio of errors after and before among all, so with J donors never below 1 / (J + 1).
/// Reference values: `Tests/StatisticsTests/Reference/synthetic.R`.
///
/// Source: A. Abadie, A. Diamond, J. Hainmueller, JASA 105 (2010), 493-505; A. Abadie, Journal of Economic Literature 59
/// (2021), 391-425.
public struct SyntheticControl: Hashable, Sendable {
    /// A comparison area in the place of the treated one.
    public struct Placebo: Hashable, Sendable {
        /// The place of the donor.
        public let donor: Int
        /// Seen less mixture, month by month.
        public let gaps: [Double]
        /// The root mean square gap before.
        public let errorBefore: Double
        /// The root mean square gap after over that before; nil for a perfect fit before.
        public let ratio: Double?
    }

    /// The weight of each donor.
    public let weights: [Double]
    /// What the mixture foretells, month by month.
    public let mixture: [Double]
    /// Seen less ``mixture``, month by month.
    public let gaps: [Double]
    /// The root mean square gap before.
    public let errorBefore: Double
    /// The root mean square gap after.
    public let errorAfter: Double
    /// ``errorAfter`` over ``errorBefore``; nil for a perfect fit before.
    public let ratio: Double?
    /// The mean gap after: the effect, in the unit of the values.
    public let meanGapAfter: Double
    /// The placebos, one a donor; none with fewer than two donors.
    public let placebos: [Placebo]
    /// The rank of ``ratio`` among all over their number; nil without placebos.
    public let p: Double?
    /// The mean gap after without each donor that has weight, by its place.
    public let leavingOut: [LeftOut]
    /// Whether the multipliers of the weights satisfy the conditions of an optimum, as a violation at most 1e-8.
    public let violation: Double
    /// Whether no other weights fit as well; otherwise only the fit is to be told, not the weights.
    public let hasUniqueWeights: Bool
    /// Whether ``errorBefore`` is above a tenth of the mean before, too poor a fit to be believed.
    public let fitsPoorly: Bool

    /// The effect without one of the donors.
    public struct LeftOut: Hashable, Sendable {
        /// The place of the donor.
        public let donor: Int
        /// The mean gap after.
        public let meanGapAfter: Double
    }

    /// Mixes donors.
    ///
    /// - Parameters:
    ///   - treated: The treated area's values, month by month, those before first.
    ///   - donors: The values of each comparison area in the same months.
    ///   - monthsBefore: How many of the months lie before the start.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/tooFew(needed:given:)`` without a donor, or
    ///   below 2 months before or 1 after; ``StatisticsError/notFinite``; ``StatisticsError/notConverged(function:)``.
    /// - Complexity: O(donors) problems of ``SimplexLeastSquares``.
    public init(treated: [Double], donors: [[Double]], monthsBefore: Int) throws(StatisticsError) {
        for donor in donors where donor.count != treated.count { throw .unequalLengths(treated.count, donor.count) }
        guard monthsBefore >= 2 else { throw .tooFew(needed: 2, given: max(0, monthsBefore)) }
        guard treated.count > monthsBefore else { throw .tooFew(needed: monthsBefore + 1, given: treated.count) }
        let fit = try Mixture(treated, donors, monthsBefore)
        (weights, mixture, gaps) = (fit.weights, fit.values, fit.gaps)
        (errorBefore, errorAfter, ratio) = (fit.errorBefore, fit.errorAfter, fit.ratio)
        meanGapAfter = fit.meanGapAfter
        (violation, hasUniqueWeights) = (fit.violation, fit.isUnique)
        let mean = treated[..<monthsBefore].reduce(0, +) / Double(monthsBefore)
        fitsPoorly = fit.errorBefore > abs(mean) / 10
        var placebos: [Placebo] = [], leavingOut: [LeftOut] = []
        for place in donors.indices where donors.count >= 2 {
            var others = donors
            let own = others.remove(at: place)
            let placebo = try Mixture(own, others, monthsBefore)
            placebos.append(
                Placebo(donor: place, gaps: placebo.gaps, errorBefore: placebo.errorBefore, ratio: placebo.ratio)
            )
            if fit.weights[place] > 0 {
                let without = try Mixture(treated, others, monthsBefore)
                leavingOut.append(LeftOut(donor: place, meanGapAfter: without.meanGapAfter))
            }
        }
        (self.placebos, self.leavingOut) = (placebos, leavingOut)
        p = Self.rank(fit.ratio, placebos)
    }

    /// The p value without placebos whose error before is more than `factor` times the treated area's.
    ///
    /// - Parameter factor: How many times, above 0; 5 is usual.
    /// - Returns: The rank over the number left; nil when no placebo is left.
    public func p(droppingAbove factor: Double) -> Double? {
        Self.rank(ratio, placebos.filter { $0.errorBefore <= factor * errorBefore })
    }

    private static func rank(_ ratio: Double?, _ placebos: [Placebo]) -> Double? {
        guard !placebos.isEmpty else { return nil }
        let own = ratio ?? .infinity
        let reached = placebos.count { ($0.ratio ?? .infinity) >= own * (1 - 1e-12) }
        return Double(1 + reached) / Double(1 + placebos.count)
    }
}

/// One area mixed from others.
private struct Mixture {
    let weights: [Double]
    let values: [Double]
    let gaps: [Double]
    let errorBefore: Double
    let errorAfter: Double
    let meanGapAfter: Double
    let violation: Double
    let isUnique: Bool

    var ratio: Double? { errorBefore > 0 ? errorAfter / errorBefore : nil }

    init(_ target: [Double], _ donors: [[Double]], _ before: Int) throws(StatisticsError) {
        let fit = try SimplexLeastSquares(Array(target[..<before]), donors: donors.map { Array($0[..<before]) })
        (weights, violation, isUnique) = (fit.weights, fit.violation, fit.isUnique)
        var values = Array(repeating: 0.0, count: target.count)
        for (weight, donor) in zip(fit.weights, donors) where weight > 0 {
            for month in values.indices { values[month] += weight * donor[month] }
        }
        self.values = values
        let gaps = zip(target, values).map { $0 - $1 }
        self.gaps = gaps
        let size = target.reduce(0) { max($0, abs($1)) }
        let error = Self.rootMeanSquare(gaps[..<before])
        errorBefore = error > 1e-12 * size ? error : 0
        errorAfter = Self.rootMeanSquare(gaps[before...])
        meanGapAfter = gaps[before...].reduce(0, +) / Double(gaps.count - before)
    }

    private static func rootMeanSquare(_ values: ArraySlice<Double>) -> Double {
        (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    }
}
