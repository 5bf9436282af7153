/// A regression of counts (or of values) on named columns, with its dispersion, errors and likelihood.
///
/// Agrees with R's `glm` for Poisson, quasi-Poisson and Gaussian, and with `MASS::glm.nb` for the negative binomial, whose
/// errors take θ as known. Where counts vary no more than Poisson's θ grows without end; the Poisson fit then stands, and
/// ``hitAlternationLimit`` says so. Reference values: `Tests/StatisticsTests/Reference/counts.R`.
///
/// Source: P. McCullagh, J. A. Nelder, Generalized Linear Models (1989); W. N. Venables, B. D. Ripley, Modern Applied
/// Statistics with S (2002), 7.4.
public struct CountModel: Sendable {
    /// The law of the outcome.
    public enum Family: Hashable, Sendable {
        /// Variance equal to the mean; intervals by the normal law.
        case poisson
        /// Variance proportional to the mean; intervals by Student's t.
        case quasipoisson
        /// Variance μ + μ²/θ, θ estimated; intervals by the normal law.
        case negativeBinomial
        /// Constant variance and no logarithm; intervals by Student's t.
        case gaussian

        /// Whether the coefficients are logarithms of ratios.
        public var isLogarithmic: Bool { self != .gaussian }
        /// Whether errors carry the dispersion and intervals Student's t.
        var estimatesScale: Bool { self == .quasipoisson || self == .gaussian }
    }

    /// The family.
    public let family: Family
    /// The columns that are estimated, in the order of the design.
    public let names: [String]
    /// Columns left out since others say the same already.
    public let dropped: [String]
    /// The coefficients, one for each of ``names``.
    public let coefficients: [Double]
    /// The outcomes.
    public let outcomes: [Double]
    /// The mean of each observation.
    public let means: [Double]
    /// The linear part of each observation, offset included.
    public let linear: [Double]
    /// Pearson's χ² over ``degreesOfFreedom``; for Gaussian the residual variance.
    public let dispersion: Double
    /// θ of a negative binomial model; nil for the others, and at the alternation limit.
    public let theta: Double?
    /// The standard error of ``theta``.
    public let thetaError: Double?
    /// Whether θ grew without end, so that the fit is Poisson's.
    public let hitAlternationLimit: Bool
    /// The deviance.
    public let deviance: Double
    /// The log-likelihood; nil for quasi-Poisson, which has none.
    public let logLikelihood: Double?
    /// Observations less coefficients, at least 1.
    public let degreesOfFreedom: Int
    /// The inverse of X'WX; times the scale, the covariance of the coefficients.
    public let unscaledCovariance: Matrix
    let workingWeights: [Double]
    let columns: [[Double]]

    /// The number of observations.
    public var observations: Int { outcomes.count }
    /// What ``unscaledCovariance`` is multiplied by: the dispersion, or 1 where the family fixes it.
    public var scale: Double { family.estimatesScale ? dispersion : 1 }
    /// The residuals over the standard deviations that the family expects.
    public var pearsonResiduals: [Double] {
        outcomes.indices.map { (outcomes[$0] - means[$0]) / variance(means[$0]).squareRoot() }
    }

    /// Fits a model.
    ///
    /// - Parameters:
    ///   - outcomes: Counts, 0 or more; any values for Gaussian.
    ///   - design: The columns.
    ///   - family: The law of the outcome.
    ///   - offset: The logarithm of the exposure of each observation; nil for none.
    ///   - weights: Prior weights above 0; nil for all 1. A negative binomial model takes none.
    /// - Throws: ``StatisticsError/noEvents`` when all counts are zero; ``StatisticsError/separation`` when a fitted mean goes
    ///   to zero; ``StatisticsError/tooFew(needed:given:)`` without a degree of freedom; ``StatisticsError/noSpread`` when
    ///   the fit leaves no residual and the errors need one; ``StatisticsError/rankDeficient(columns:)``;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative or, with the negative binomial, a broken
    ///   count; ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/notFinite``;
    ///   ``StatisticsError/notConverged(function:)``.
    /// - Complexity: O(steps × observations × columns²).
    public init(
        _ outcomes: [Double],
        on design: Design,
        family: Family,
        offset: [Double]? = nil,
        weights: [Double]? = nil
    ) throws(StatisticsError) {
        try Self.check(outcomes, family)
        var theta: Double?, thetaError: Double?, fit: GeneralisedFit
        switch family {
        case .gaussian:
            fit = try GeneralisedFit(outcomes, on: design, family: GaussianFamily(), offset: offset, weights: weights)
        case .poisson, .quasipoisson:
            fit = try Self.poisson(outcomes, design, offset, weights)
        case .negativeBinomial:
            fit = try Self.poisson(outcomes, design, offset, nil)
            if let shaped = try Self.alternate(outcomes, design, offset, from: fit) {
                (fit, theta, thetaError) = shaped
            }
        }
        guard fit.degreesOfFreedom >= 1 else {
            throw .tooFew(needed: fit.names.count + 1, given: outcomes.count)
        }
        (self.family, self.outcomes, self.theta, self.thetaError) = (family, outcomes, theta, thetaError)
        hitAlternationLimit = family == .negativeBinomial && theta == nil
        (names, dropped, coefficients) = (fit.names, fit.dropped, fit.coefficients)
        (means, linear, deviance) = (fit.means, fit.linear, fit.deviance)
        (degreesOfFreedom, unscaledCovariance) = (fit.degreesOfFreedom, fit.unscaledCovariance)
        workingWeights = fit.workingWeights
        let matrix = design.matrix
        columns = design.names.indices.filter { fit.names.contains(design.names[$0]) }.map { matrix.column($0) }
        var pearson = 0.0
        for row in outcomes.indices {
            let residual = outcomes[row] - fit.means[row]
            pearson += (weights?[row] ?? 1) * residual * residual / Self.variance(family, theta, fit.means[row])
        }
        dispersion = pearson / Double(fit.degreesOfFreedom)
        let size = outcomes.reduce(0) { max($0, abs($1)) }
        let isExact = family == .gaussian ? fit.deviance <= 1e-24 * size * size : pearson <= 1e-18
        if family.estimatesScale, isExact { throw .noSpread }
        logLikelihood = Self.logLikelihood(family, theta, fit, outcomes, weights)
    }

    private func variance(_ mean: Double) -> Double { Self.variance(family, theta, mean) }

    private static func variance(_ family: Family, _ theta: Double?, _ mean: Double) -> Double {
        family == .gaussian ? 1 : mean + (theta.map { mean * mean / $0 } ?? 0)
    }

    private static func check(_ outcomes: [Double], _ family: Family) throws(StatisticsError) {
        guard family != .gaussian else { return }
        for count in outcomes where !(count >= 0) || (family == .negativeBinomial && count != count.rounded()) {
            throw .outsideDomain(quantity: "a count", value: count, expected: "a whole number, 0 or more")
        }
        guard outcomes.contains(where: { $0 > 0 }) else { throw .noEvents }
    }

    /// A Poisson fit; a mean that goes to zero is separation, whether the steps end or not.
    private static func poisson(
        _ outcomes: [Double],
        _ design: Design,
        _ offset: [Double]?,
        _ weights: [Double]?
    ) throws(StatisticsError) -> GeneralisedFit {
        let fit = try GeneralisedFit(outcomes, on: design, family: PoissonFamily(), offset: offset, weights: weights)
        for (outcome, mean) in zip(outcomes, fit.means) where outcome == 0 && mean < 1e-7 { throw .separation }
        return fit
    }

    /// Alternates between coefficients and θ until neither moves; nil at the alternation limit.
    private static func alternate(
        _ outcomes: [Double],
        _ design: Design,
        _ offset: [Double]?,
        from first: GeneralisedFit
    ) throws(StatisticsError) -> (GeneralisedFit, Double?, Double?)? {
        var fit = first, last: Double?
        for _ in 0..<200 {
            let tally = NegativeBinomialTally(counts: outcomes, means: fit.means)
            let shape = try NegativeBinomialShape(tally, start: last)
            guard let theta = shape.theta else { return nil }
            fit = try GeneralisedFit(
                outcomes,
                on: design,
                family: NegativeBinomialFamily(theta: theta),
                offset: offset,
                start: fit.linear
            )
            if let last, abs(theta - last) <= 1e-10 * theta { return (fit, theta, shape.standardError) }
            last = theta
        }
        throw .notConverged(function: "the negative binomial model")
    }

    private static func logLikelihood(
        _ family: Family,
        _ theta: Double?,
        _ fit: GeneralisedFit,
        _ outcomes: [Double],
        _ weights: [Double]?
    ) -> Double? {
        switch family {
        case .quasipoisson: return nil
        case .gaussian: return GaussianLikelihood.of(deviance: fit.deviance, weights: weights, count: outcomes.count)
        case .poisson, .negativeBinomial:
            if let theta {
                return NegativeBinomialTally(counts: outcomes, means: fit.means).logLikelihood(theta)
            }
            return outcomes.indices.reduce(0) {
                let one = outcomes[$1] * fit.linear[$1] - fit.means[$1] - LogFactorials.of(outcomes[$1])
                return $0 + (weights?[$1] ?? 1) * one
            }
        }
    }
}
