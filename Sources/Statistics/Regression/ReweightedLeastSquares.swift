/// The steps of a generalised linear model whose columns are independent.
struct ReweightedLeastSquares<Family: ResponseFamily> {
    let outcome: [Double]
    let matrix: Matrix
    let offset: [Double]
    let prior: [Double]
    let family: Family

    struct Solution {
        var coefficients: [Double]
        var linear: [Double]
        var deviance: Double
        var steps: Int
    }

    /// Steps until the linear part moves by less than 1e-11 or the deviance no more.
    func solve(from start: [Double]?) throws(StatisticsError) -> Solution {
        let begun = start ?? outcome.indices.map { family.linear(family.start(outcome[$0], weight: prior[$0])) }
        var now = Solution(coefficients: [], linear: begun, deviance: deviance(begun), steps: 0)
        while now.steps < 100 {
            let before = now
            now = step(from: before)
            try halve(&now, since: before)
            let moved = zip(now.linear, before.linear).reduce(0) { max($0, abs($1.0 - $1.1)) }
            let size = now.linear.reduce(1) { max($0, abs($1)) }
            let settled = abs(now.deviance - before.deviance) <= 1e-15 * (abs(now.deviance) + 0.1)
            if moved <= 1e-11 * size || (settled && now.steps > 2) { return now }
        }
        throw .notConverged(function: "the generalised linear model")
    }

    /// The weights of the least squares at this linear part.
    func weights(_ linear: [Double]) -> [Double] {
        linear.indices.map { row in
            let slope = family.slope(linear[row])
            return prior[row] * slope * slope / family.variance(family.mean(linear[row]))
        }
    }

    /// √W X as Q R.
    func decomposition(_ weights: [Double]) -> QRDecomposition {
        QRDecomposition(matrix.scalingRows(by: weights.map { $0.squareRoot() }), tolerance: 0)
    }

    private func step(from last: Solution) -> Solution {
        let weights = weights(last.linear)
        let working = last.linear.indices.map { row in
            let linear = last.linear[row]
            let residual = (outcome[row] - family.mean(linear)) / family.slope(linear)
            return (linear - offset[row] + residual) * weights[row].squareRoot()
        }
        let coefficients = decomposition(weights).coefficients(working)
        let linear = zip(matrix.times(coefficients), offset).map { $0 + $1 }
        return Solution(
            coefficients: coefficients,
            linear: linear,
            deviance: deviance(linear),
            steps: last.steps + 1
        )
    }

    /// Goes half the way back, up to 40 times, while the deviance is worse than before or not a number.
    private func halve(_ now: inout Solution, since before: Solution) throws(StatisticsError) {
        // The first step has no coefficients to go back to, and R accepts it as long as it is finite.
        guard !before.coefficients.isEmpty else {
            guard now.deviance.isFinite else { throw .notConverged(function: "the generalised linear model") }
            return
        }
        for _ in 0..<40 where !(now.deviance <= before.deviance + 1e-10 * (abs(before.deviance) + 0.1)) {
            now.coefficients = zip(now.coefficients, before.coefficients).map { ($0 + $1) / 2 }
            now.linear = zip(now.linear, before.linear).map { ($0 + $1) / 2 }
            now.deviance = deviance(now.linear)
        }
        guard now.deviance.isFinite else { throw .notConverged(function: "the generalised linear model") }
    }

    private func deviance(_ linear: [Double]) -> Double {
        compensatedSum(
            linear.indices.map { prior[$0] * family.deviance(outcome[$0], family.mean(linear[$0])) }
        )
    }
}
