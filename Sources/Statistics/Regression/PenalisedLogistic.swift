import CSpecialFunctions

/// Logistic regression with the likelihood multiplied by Jeffreys's prior |X'WX|^½, which takes away the first-order bias of
/// the coefficients and is finite even when the answers are separated.
///
/// Source: D. Firth, Biometrika 80 (1993), 27-38; G. Heinze, M. Schemper, Statistics in Medicine 21 (2002), 2409-2419.
struct PenalisedLogistic {
    let names: [String]
    let dropped: [String]
    let state: State

    /// What is known at one set of coefficients.
    struct State {
        let coefficients: [Double]
        let linear: [Double]
        let means: [Double]
        /// √W X = Q R.
        let decomposition: QRDecomposition
        /// ½ ln|X'WX|.
        let penalty: Double
        let penalised: Double
    }

    /// - Throws: ``StatisticsError/rankDeficient(columns:)``; ``StatisticsError/unequalLengths(_:_:)``;
    ///   ``StatisticsError/tooFew(needed:given:)``; ``StatisticsError/notConverged(function:)``.
    init(shares: [Double], trials: [Double]?, on design: Design) throws(StatisticsError) {
        guard shares.count == design.rows else { throw .unequalLengths(design.rows, shares.count) }
        let independent = QRDecomposition(design.matrix)
        guard !shares.isEmpty else { throw .tooFew(needed: 1, given: 0) }
        guard independent.rank > 0 else { throw .rankDeficient(columns: design.names) }
        names = independent.kept.map { design.names[$0] }
        dropped = independent.dependent.sorted().map { design.names[$0] }
        let matrix = design.matrix.selecting(columns: independent.kept)
        let family = BinomialFamily()
        func evaluated(_ coefficients: [Double]) -> State {
            let linear = matrix.times(coefficients), means = linear.map { family.mean($0) }
            let roots = linear.indices.map { ((trials?[$0] ?? 1) * family.slope(linear[$0])).squareRoot() }
            let decomposition = QRDecomposition(matrix.scalingRows(by: roots), tolerance: 0)
            let triangle = decomposition.triangular
            let penalty = (0..<triangle.rows).reduce(0.0) { $0 + cg_log(abs(triangle[$1, $1])) }
            return State(
                coefficients: coefficients,
                linear: linear,
                means: means,
                decomposition: decomposition,
                penalty: penalty,
                penalised: LogisticFit.logLikelihood(shares, trials, linear) + penalty
            )
        }
        var now = evaluated(Array(repeating: 0, count: independent.rank)), settled = false
        for _ in 0..<500 where !settled {
            guard now.decomposition.rank == independent.rank else { break }
            let basis = now.decomposition.orthonormal
            // The score of an observation is n (y - π) + h (½ - π), h its leverage: that of n + h trials with n y + h/2
            // successes. With the weights of n trials alone the steps would overshoot and never settle where n is 1.
            var roots: [Double] = [], working: [Double] = []
            for row in shares.indices {
                let count = trials?[row] ?? 1, mean = now.means[row]
                let leverage = (0..<basis.columns).reduce(0) { $0 + basis[row, $1] * basis[row, $1] }
                let score = count * (shares[row] - mean) + leverage * (0.5 - mean)
                roots.append(((count + leverage) * family.slope(now.linear[row])).squareRoot())
                working.append(score / roots[row])
            }
            let step = QRDecomposition(matrix.scalingRows(by: roots), tolerance: 0).coefficients(working)
            guard step.count == independent.rank else { break }
            // Steps on the linear part of more than 5 overshoot, as in the authors' own program.
            let reach = matrix.times(step).reduce(0) { max($0, abs($1)) }
            var scale = min(1, 5 / max(reach, 1e-300)), next = now, improved = false
            for _ in 0..<40 where !improved {
                next = evaluated(zip(now.coefficients, step).map { $0 + scale * $1 })
                improved = next.penalised >= now.penalised - 1e-12 * (1 + abs(now.penalised))
                scale /= 2
            }
            settled = !improved || reach < 1e-10
            if improved { now = next }
        }
        guard settled, now.penalised.isFinite else { throw .notConverged(function: "the penalised logistic model") }
        state = now
    }
}
