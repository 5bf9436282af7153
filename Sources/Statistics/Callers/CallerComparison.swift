import CSpecialFunctions

/// Trained callers beside callers who were not (a waiting list): the ratio of what they call after.
///
/// ``adjusted`` is negative binomial: calls after on the logarithm of calls before (half a call more for all where anyone has
/// none) and on training, R's `MASS::glm.nb(after ~ log(before) + trained + offset(log(exposure)))`.
/// ``differenceInDifferences`` is Poisson with a level of each person and each period and errors clustered by person.
/// Reference values: `Tests/StatisticsTests/Reference/callers.R`.
public struct CallerComparison: Sendable {
    /// The logarithm of the ratio adjusted for calls before.
    public let adjusted: Coefficient
    /// θ of that model; nil at the alternation limit, where it is Poisson.
    public let theta: Double?
    /// Whether half a call was added before the logarithm.
    public let addedHalf: Bool
    /// The logarithm of the ratio of changes; nil with a reason in ``differenceRefusal``.
    public let differenceInDifferences: Coefficient?
    /// The Poisson error of ``differenceInDifferences``, which takes a person's calls for independent of each other; never to be
    /// used, only to show how much too small it is.
    public let naiveError: Double?
    /// The number of people behind ``differenceInDifferences``: those who called at all.
    public let clusters: Int?
    /// Why there is no ``differenceInDifferences``.
    public let differenceRefusal: StatisticsError?
    /// Trained callers and comparison callers.
    public let counts: (trained: Int, comparison: Int)

    /// Compares callers.
    ///
    /// - Parameters:
    ///   - callers: Trained and comparison callers.
    ///   - convention: How the clustered errors are scaled.
    ///   - confidence: The coverage of intervals.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 callers of a group; ``StatisticsError/noEvents`` when nobody
    ///   called after; ``StatisticsError/separation`` when one group did not call after; and what ``CountModel`` throws.
    /// - Complexity: O(callers × steps).
    public init(
        _ callers: [CallerPeriods],
        convention: ClusterConvention = .cr1,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        try CallerPeriods.check(callers)
        counts = (callers.count { $0.isTrained }, callers.count { !$0.isTrained })
        guard counts.trained >= 2, counts.comparison >= 2 else {
            throw .tooFew(needed: 2, given: min(counts.trained, counts.comparison))
        }
        addedHalf = callers.contains { $0.before == 0 }
        let extra = addedHalf ? 0.5 : 0
        var design = Design(intercept: callers.count)
        try design.append("log before", callers.map { cg_log(Double($0.before) + extra) })
        try design.append("trained", callers.map { $0.isTrained ? 1 : 0 })
        let model = try CountModel(
            callers.map { Double($0.after) },
            on: design,
            family: .negativeBinomial,
            offset: callers.map { cg_log($0.exposureAfter) }
        )
        guard let place = model.names.firstIndex(of: "trained") else { throw .rankDeficient(columns: ["trained"]) }
        adjusted = try Coefficient(
            "trained",
            estimate: model.coefficients[place],
            standardError: model.unscaledCovariance[place, place].squareRoot(),
            degreesOfFreedom: nil,
            confidence: confidence
        )
        theta = model.theta
        var levels: FixedEffectsModel?, difference: Coefficient?, refusal: StatisticsError?
        do throws(StatisticsError) {
            let fitted = try Self.periods(callers)
            difference = try fitted.clusterTable(convention, confidence: confidence)[0]
            levels = fitted
        } catch {
            refusal = error
        }
        (differenceInDifferences, differenceRefusal) = (difference, refusal)
        (naiveError, clusters) = (levels.map { $0.unscaledCovariance[0, 0].squareRoot() }, levels?.areaCount)
    }

    /// Poisson with a level of each person and each period.
    private static func periods(_ callers: [CallerPeriods]) throws(StatisticsError) -> FixedEffectsModel {
        var panel = try Panel(
            areas: callers.indices.flatMap { [$0, $0] },
            months: callers.indices.flatMap { _ in [0, 1] },
            outcomes: callers.flatMap { [Double($0.before), Double($0.after)] },
            offsets: callers.flatMap { [cg_log($0.exposureBefore), cg_log($0.exposureAfter)] }
        )
        try panel.append("trained after", callers.flatMap { [0, $0.isTrained ? 1 : 0] })
        return try FixedEffectsModel(panel, family: .poisson)
    }
}
