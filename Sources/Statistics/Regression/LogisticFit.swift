import CSpecialFunctions

/// The coefficients and fitted chances of a logistic model of shares out of trials.
struct LogisticFit {
    let names: [String]
    let dropped: [String]
    let coefficients: [Double]
    let means: [Double]
    let linear: [Double]
    /// (X'WX)⁻¹.
    let covariance: Matrix
    let logLikelihood: Double
    /// ½ ln|X'WX| for Firth's method, else 0.
    let penalty: Double

    /// - Throws: ``StatisticsError/perfectSeparation`` for maximum likelihood; what ``GeneralisedFit`` throws.
    init(
        shares: [Double],
        trials: [Double]?,
        on design: Design,
        method: LogisticRegression.Method,
        start: [Double]? = nil
    ) throws(StatisticsError) {
        switch method {
        case .maximumLikelihood:
            let fit: GeneralisedFit
            do throws(StatisticsError) {
                fit = try GeneralisedFit(
                    shares,
                    on: design,
                    family: BinomialFamily(),
                    weights: trials,
                    start: start
                )
            } catch .notConverged {
                throw .perfectSeparation
            }
            guard fit.means.allSatisfy({ $0 > 1e-8 && $0 < 1 - 1e-8 }), !Self.runsAway(fit, design) else {
                throw .perfectSeparation
            }
            (names, dropped, coefficients) = (fit.names, fit.dropped, fit.coefficients)
            (means, linear, covariance, penalty) = (fit.means, fit.linear, fit.unscaledCovariance, 0)
        case .firth:
            let fit = try PenalisedLogistic(shares: shares, trials: trials, on: design)
            (names, dropped, coefficients) = (fit.names, fit.dropped, fit.state.coefficients)
            (means, linear, covariance) = (
                fit.state.means, fit.state.linear, fit.state.decomposition.inverseOfCrossProduct
            )
            penalty = fit.state.penalty
        }
        logLikelihood = Self.logLikelihood(shares, trials, linear)
    }

    /// Σ of trials × (share × η - ln(1 + e^η)), without the binomial coefficients.
    static func logLikelihood(_ shares: [Double], _ trials: [Double]?, _ linear: [Double]) -> Double {
        compensatedSum(
            shares.indices.map { row in
                let log = max(linear[row], 0) + cg_log1p(cg_exp(-abs(linear[row])))
                return (trials?[row] ?? 1) * (shares[row] * linear[row] - log)
            }
        )
    }

    /// Whether the coefficient of a 0/1 column lies beyond ±15.
    private static func runsAway(_ fit: GeneralisedFit, _ design: Design) -> Bool {
        zip(fit.names, fit.coefficients).contains { name, coefficient in
            abs(coefficient) > 15 && name != Design.interceptName && design.isIndicator(name)
        }
    }
}
