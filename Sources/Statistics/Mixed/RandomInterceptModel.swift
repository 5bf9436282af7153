/// The variance of the levels of one kind of group.
public struct VarianceComponent: Hashable, Sendable {
    /// What the groups are, such as "course".
    public let name: String
    /// How many there are.
    public let groups: Int
    /// The variance of their levels, exactly 0 at the boundary, in the square of the outcome's unit.
    public let variance: Double
    /// The square root of ``variance``.
    public var standardDeviation: Double { variance.squareRoot() }
}

/// A linear model whose groups, and groups within groups, each have their own level: `score ~ wave + (1 | course) +
/// (1 | attendee)` with attendees nested in courses, by restricted maximum likelihood (REML).
///
/// It uses every observation, also of people who missed a wave, and is valid when what is missing depends on what was seen.
/// Degrees of freedom of the coefficients are Satterthwaite's. Agrees with R's `lme4::lmer` and `lmerTest`; reference
/// values: `Tests/StatisticsTests/Reference/mixed.R`.
///
/// Source: D. Bates, M. Mächler, B. Bolker, S. Walker, Journal of Statistical Software 67 (2015), 1; A. Kuznetsova,
/// P. B. Brockhoff, R. H. B. Christensen, Journal of Statistical Software 82 (2017), 13.
public struct RandomInterceptModel: Sendable {
    /// The coefficients.
    public let coefficients: [Coefficient]
    /// The columns left out since others say the same already.
    public let dropped: [String]
    /// The variances of the groups' levels: the outer groups first.
    public let components: [VarianceComponent]
    /// The variance of what is left.
    public let residualVariance: Double
    /// The restricted log likelihood.
    public let logLikelihood: Double
    /// The number of observations.
    public let observations: Int
    private let contrasts: SatterthwaiteContrasts
    private let estimates: [Double]

    /// Whether a variance is 0, so that the model says no more than one without these groups.
    public var isSingular: Bool { components.contains { $0.variance == 0 } }

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - outcome: One entry an observation.
    ///   - design: The columns of the fixed effects.
    ///   - groups: A code an observation, equal for those of one group.
    ///   - subgroups: A code an observation for the groups within the groups; nil for none.
    ///   - names: What the groups are called, the outer ones first.
    ///   - confidence: The coverage of intervals, between 0 and 1.
    /// - Throws: ``StatisticsError/notNested`` when a subgroup lies in two groups; ``StatisticsError/tooFew(needed:given:)``
    ///   below 2 groups, when no group has two observations, or without an observation more than coefficients;
    ///   ``StatisticsError/rankDeficient(columns:)`` when every group has a single subgroup, so that the two cannot be told
    ///   apart; ``StatisticsError/noSpread`` when nothing varies or nothing varies within the groups; what ``LinearModel``
    ///   throws.
    /// - Complexity: O(observations × columns²), then O(groups × columns²) for each of some hundred evaluations.
    public init(
        _ outcome: [Double],
        on design: Design,
        groups: [Int],
        within subgroups: [Int]? = nil,
        names: [String] = ["group", "subgroup"],
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        let fit = try RestrictedFit(outcome, on: design, groups: groups, subgroups: subgroups)
        let levels = [fit.nesting.outer.count] + (subgroups == nil ? [] : [fit.nesting.inner.count])
        components = levels.enumerated().map { index, groups in
            VarianceComponent(
                name: index < names.count ? names[index] : "group \(index + 1)",
                groups: groups,
                variance: fit.variances[index]
            )
        }
        (residualVariance, logLikelihood) = (fit.residualVariance, fit.logLikelihood)
        (estimates, dropped, observations) = (fit.estimates, fit.model.dropped, outcome.count)
        contrasts = try SatterthwaiteContrasts(fit.likelihood, fit.state, fit.model.decomposition)
        var table: [Coefficient] = []
        for (index, name) in fit.model.names.enumerated() {
            var weights = Array(repeating: 0.0, count: estimates.count)
            weights[index] = 1
            table.append(try contrasts.line(weights, estimates, name, confidence))
        }
        coefficients = table
    }

    /// The share of all variance that lies between the groups of one kind, the intraclass correlation, in `0..<1`.
    /// - Parameter index: The kind, 0 for the outer groups.
    /// - Returns: The share; 0 beyond the kinds there are.
    public func intraclassCorrelation(_ index: Int = 0) -> Double {
        guard components.indices.contains(index) else { return 0 }
        return components[index].variance / (components.reduce(residualVariance) { $0 + $1.variance })
    }

    /// A weighted sum of the coefficients.
    ///
    /// - Parameters:
    ///   - weights: One a coefficient that is estimated.
    ///   - name: What the sum is called.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Returns: The sum with its error.
    /// - Throws: ``StatisticsError/unequalLengths(_:_:)``; ``StatisticsError/noSpread`` for weights that are all 0.
    public func contrast(
        _ weights: [Double],
        name: String,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> Coefficient {
        guard weights.count == estimates.count else { throw .unequalLengths(estimates.count, weights.count) }
        return try contrasts.line(weights, estimates, name, confidence)
    }
}
