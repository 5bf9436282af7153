/// A linear or Poisson regression in which every area, and if wanted every month, has a level of its own.
///
/// The levels are never columns: they are taken out (``FixedEffects``) of the explaining columns, and inside each step the
/// columns that are left are solved by QR. Estimates and errors are those of R's `lm` or `glm(family = poisson)` with dummy
/// variables (the Poisson one: PPML). Reference values: `Tests/StatisticsTests/Reference/panels.R`.
///
/// Source: S. Correia, P. Guimarães, T. Zylkin, Stata Journal 20 (2020), 95-115.
public struct FixedEffectsModel: Sendable {
    /// The law of the outcome.
    public enum Family: Hashable, Sendable {
        /// Counts whose expectation is exp(offset + levels + columns).
        case poisson
        /// Values with constant variance; offsets are ignored.
        case gaussian
    }

    /// Which levels are taken out.
    public enum Levels: Hashable, Sendable {
        /// One level for every area.
        case areas
        /// One level for every area and one for every month.
        case areasAndMonths
    }

    /// The family.
    public let family: Family
    /// The names of the coefficients.
    public let names: [String]
    /// The coefficients.
    public let coefficients: [Double]
    /// The inverse of X̃'WX̃, where X̃ are the columns without levels: the covariance up to the dispersion.
    public let unscaledCovariance: Matrix
    /// The cells used, in the order of areas and months.
    public let panel: Panel
    /// The fitted outcome of each cell.
    public let fitted: [Double]
    /// Areas and months left out, and why.
    public let exclusions: PanelExclusions
    /// Pearson's χ² over ``degreesOfFreedom``; for a linear model the residual variance.
    public let dispersion: Double
    /// The log-likelihood; for a linear model at the maximum-likelihood variance.
    public let logLikelihood: Double
    /// Cells less levels and columns.
    public let degreesOfFreedom: Int
    /// Steps until the fit did not change.
    public let iterations: Int

    let effects: FixedEffects
    /// The linear part of each cell, offset included.
    let linear: [Double]
    let weights: [Double]
    /// The explaining columns without levels at the final weights.
    let within: [[Double]]

    /// The number of cells.
    public var observations: Int { panel.outcomes.count }
    /// The number of areas.
    public var areaCount: Int { effects.areaCount }
    /// The number of months with a level of their own; 0 when months have none.
    public var monthCount: Int { effects.monthCount }
    /// The outcome less the fitted one, cell by cell.
    public var residuals: [Double] { zip(panel.outcomes, fitted).map { $0 - $1 } }

    /// Fits the columns of a panel.
    ///
    /// - Parameters:
    ///   - panel: Cells in any order.
    ///   - family: The law of the outcome. Poisson leaves out empty areas and months and those with a single cell.
    ///   - levels: Which levels are taken out.
    /// - Throws: ``StatisticsError/rankDeficient(columns:)`` for a column that levels or other columns explain;
    ///   ``StatisticsError/separation`` when a fitted mean goes to zero; ``StatisticsError/noEvents``;
    ///   ``StatisticsError/tooFew(needed:given:)`` when no degree of freedom is left;
    ///   ``StatisticsError/outsideDomain(quantity:value:expected:)`` for a negative count.
    /// - Complexity: O(cells × columns × steps), about five steps.
    public init(
        _ panel: Panel,
        family: Family,
        levels: Levels = .areasAndMonths
    ) throws(StatisticsError) {
        var ordered = panel.inOrder()
        if family == .poisson {
            if let negative = panel.outcomes.first(where: { $0 < 0 }) {
                throw .outsideDomain(quantity: "a count", value: negative, expected: "0 or more")
            }
            guard panel.outcomes.contains(where: { $0 > 0 }) else { throw .noEvents }
            (ordered, exclusions) = ordered.informative(months: levels == .areasAndMonths)
        } else {
            exclusions = PanelExclusions()
        }
        let effects = FixedEffects(areas: ordered.areas, months: levels == .areas ? nil : ordered.months)
        let used = effects.rank + ordered.names.count
        guard ordered.outcomes.count > used else {
            throw .tooFew(needed: used + 1, given: ordered.outcomes.count)
        }
        (self.panel, self.family, self.effects, names) = (ordered, family, effects, ordered.names)
        degreesOfFreedom = ordered.outcomes.count - used
        var solver = FixedEffectsSolver(ordered, family, effects)
        try solver.solve()
        (coefficients, within, linear) = (solver.coefficients, solver.within, solver.linear)
        (weights, fitted, iterations) = (solver.weights, solver.fitted, solver.iterations)
        unscaledCovariance = solver.unscaledCovariance
        var pearson = 0.0
        for cell in fitted.indices {
            let residual = ordered.outcomes[cell] - fitted[cell]
            pearson += residual * residual / weights[cell]
        }
        dispersion = pearson / Double(degreesOfFreedom)
        logLikelihood = Self.logLikelihood(family, ordered.outcomes, fitted, solver.linear, pearson)
        guard dispersion.isFinite, logLikelihood.isFinite else { throw .notFinite }
    }

    private static func logLikelihood(
        _ family: Family,
        _ outcomes: [Double],
        _ fitted: [Double],
        _ linear: [Double],
        _ pearson: Double
    ) -> Double {
        guard family == .poisson else {
            return GaussianLikelihood.of(deviance: max(pearson, 1e-300), weights: nil, count: outcomes.count)
        }
        return outcomes.indices.reduce(0) {
            $0 + outcomes[$1] * linear[$1] - fitted[$1] - LogFactorials.of(outcomes[$1])
        }
    }
}
