/// An estimate with its error: one line of a model's table.
public struct Coefficient: Hashable, Sendable {
    /// What is estimated: a column's name, or that of a contrast.
    public let name: String
    /// The estimate, in the unit of the outcome for each unit of the column.
    public let estimate: Double
    /// The standard error, above 0.
    public let standardError: Double
    /// The degrees of freedom of Student's t; nil where the normal law is used.
    public let degreesOfFreedom: Double?
    /// The estimate in standard errors.
    public let statistic: Double
    /// The two-sided p value of "it is zero".
    public let p: Double
    /// The interval.
    public let interval: ClosedRange<Double>

    /// Completes an estimate with its test and interval.
    ///
    /// - Parameters:
    ///   - name: What is estimated.
    ///   - estimate: The estimate.
    ///   - standardError: Its standard error.
    ///   - degreesOfFreedom: Those of Student's t, above 0; nil for the normal law.
    ///   - confidence: The coverage of the interval, between 0 and 1.
    /// - Throws: ``StatisticsError/noSpread`` when the standard error is zero; ``StatisticsError/notFinite``.
    public init(
        _ name: String,
        estimate: Double,
        standardError: Double,
        degreesOfFreedom: Double?,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        guard estimate.isFinite, standardError.isFinite else { throw .notFinite }
        guard standardError > 0 else { throw .noSpread }
        (self.name, self.estimate, self.standardError) = (name, estimate, standardError)
        self.degreesOfFreedom = degreesOfFreedom
        statistic = estimate / standardError
        let quantile: Double
        if let degreesOfFreedom {
            let law = try StudentT(degreesOfFreedom: degreesOfFreedom)
            p = try law.twoSidedP(statistic)
            quantile = try law.twoSidedQuantile(confidence: confidence)
        } else {
            p = min(1, 2 * (try Normal.upperTail(abs(statistic))))
            quantile = try Normal.twoSidedQuantile(confidence: confidence)
        }
        let half = quantile * standardError
        guard (abs(estimate) + half).isFinite else { throw .notFinite }
        interval = (estimate - half)...(estimate + half)
    }
}
