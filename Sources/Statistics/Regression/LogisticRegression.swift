import CSpecialFunctions

/// Logistic regression of yes or no, by maximum likelihood or, where that has no finite answer, by Firth's penalty.
///
/// Agrees with R's `glm(family = binomial)`; reference values: `Tests/StatisticsTests/Reference/logistic.R`, for Firth's
/// estimator `firth.R`, which writes it out.
public struct LogisticRegression: Sendable {
    /// How the coefficients are found.
    public enum Method: String, Hashable, Sendable {
        /// The highest likelihood.
        case maximumLikelihood
        /// The highest likelihood times Jeffreys's prior, which is finite even under separation.
        case firth
    }

    /// How the coefficients were found.
    public let method: Method
    /// The coefficients in units of log odds, with Wald's tests by the normal law. Under separation Wald's errors are too
    /// large to be of use; the estimates are not.
    public let coefficients: [Coefficient]
    /// The columns left out since others say the same already.
    public let dropped: [String]
    /// The chance of "yes" of each observation, strictly between 0 and 1.
    public let probabilities: [Double]
    /// The log likelihood, without penalty.
    public let logLikelihood: Double
    /// The log likelihood with Firth's penalty ½ ln|X'WX|; the plain one for maximum likelihood.
    public let penalisedLogLikelihood: Double

    /// Fits the model.
    ///
    /// - Parameters:
    ///   - outcome: One answer an observation.
    ///   - design: The columns.
    ///   - method: How.
    ///   - confidence: The coverage of intervals, between 0 and 1.
    /// - Throws: ``StatisticsError/perfectSeparation`` for maximum likelihood when a fitted chance comes within 1e-8 of 0 or
    ///   1 or the coefficient of a 0/1 column beyond 15; what ``GeneralisedFit`` throws.
    /// - Complexity: O(steps × observations × columns²).
    public init(
        _ outcome: [Bool],
        on design: Design,
        method: Method = .maximumLikelihood,
        confidence: Double = 0.95
    ) throws(StatisticsError) {
        let shares = outcome.map { $0 ? 1.0 : 0 }
        let fit = try LogisticFit(shares: shares, trials: nil, on: design, method: method)
        var table: [Coefficient] = []
        for (index, name) in fit.names.enumerated() {
            table.append(
                try Coefficient(
                    name,
                    estimate: fit.coefficients[index],
                    standardError: fit.covariance[index, index].squareRoot(),
                    degreesOfFreedom: nil,
                    confidence: confidence
                )
            )
        }
        (self.method, coefficients, dropped, probabilities) = (method, table, fit.dropped, fit.means)
        logLikelihood = fit.logLikelihood
        penalisedLogLikelihood = fit.logLikelihood + fit.penalty
    }

    /// Fits by maximum likelihood, and by Firth's method where the answers are separated; ``method`` tells which.
    /// - Throws: What the fit throws, but for separation.
    public static func fitted(
        _ outcome: [Bool],
        on design: Design,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> LogisticRegression {
        do throws(StatisticsError) {
            return try LogisticRegression(outcome, on: design, confidence: confidence)
        } catch .perfectSeparation {
            return try LogisticRegression(outcome, on: design, method: .firth, confidence: confidence)
        }
    }
}
