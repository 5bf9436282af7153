import CSpecialFunctions

/// Quasi-Poisson fits of many outcomes to one small design, given as an orthonormal basis so that normal equations are safe.
struct SmallPoissonFit {
    private let rows: Int
    private let columns: Int
    /// The basis row by row.
    private let basis: [Double]
    private let start: [Double]
    private var means: [Double]
    private var information: [Double]
    private var score: [Double]

    /// A design, and the linear part from which every fit starts.
    init(basis: [[Double]], start: [Double]) {
        (rows, columns) = (start.count, basis.count)
        self.basis = start.indices.flatMap { row in basis.map { $0[row] } }
        self.start = start
        means = start
        information = Array(repeating: 0, count: basis.count * basis.count)
        score = Array(repeating: 0, count: basis.count)
    }

    /// The t statistic of a direction of the coefficients, dispersion included; nil without a fit.
    mutating func statistic(_ counts: [Double], _ direction: [Double]) -> Double? {
        // The start lies in the span of the basis only if the expected counts do; its projection is where the fit begins.
        var coefficients = Array(repeating: 0.0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { coefficients[column] += basis[row * columns + column] * start[row] }
        }
        for _ in 0..<40 {
            evaluate(coefficients)
            gather(counts)
            guard factorise() else { return nil }
            var step = score
            solve(&step)
            var largest = 0.0
            for column in 0..<columns { largest = max(largest, abs(step[column])) }
            let share = min(1, 5 / max(largest, 5))
            for column in 0..<columns { coefficients[column] += share * step[column] }
            guard largest.isFinite else { return nil }
            if largest < 1e-7 { return finished(counts, coefficients, direction) }
        }
        return nil
    }

    private mutating func finished(_ counts: [Double], _ coefficients: [Double], _ direction: [Double]) -> Double? {
        var pearson = 0.0
        for row in 0..<rows {
            let residual = counts[row] - means[row]
            pearson += residual * residual / means[row]
            if counts[row] == 0, means[row] < 1e-7 { return nil }
        }
        var half = direction
        solveLower(&half)
        let dispersion = pearson / Double(rows - columns)
        let variance = dispersion * half.reduce(0) { $0 + $1 * $1 }
        guard variance > 0, variance.isFinite else { return nil }
        var estimate = 0.0
        for column in 0..<columns { estimate += direction[column] * coefficients[column] }
        return estimate / variance.squareRoot()
    }

    private mutating func evaluate(_ coefficients: [Double]) {
        for row in 0..<rows {
            var sum = 0.0
            for column in 0..<columns { sum += basis[row * columns + column] * coefficients[column] }
            means[row] = cg_exp(sum)
        }
    }

    private mutating func gather(_ counts: [Double]) {
        for place in information.indices { information[place] = 0 }
        for place in score.indices { score[place] = 0 }
        basis.withUnsafeBufferPointer { basis in
            information.withUnsafeMutableBufferPointer { information in
                for row in 0..<rows {
                    let weight = means[row], residual = counts[row] - weight
                    let base = row * columns
                    for column in 0..<columns {
                        let weighted = weight * basis[base + column]
                        score[column] += residual * basis[base + column]
                        for other in 0...column {
                            information[column * columns + other] += weighted * basis[base + other]
                        }
                    }
                }
            }
        }
    }

    /// The information as L L', L in its place.
    private mutating func factorise() -> Bool {
        for column in 0..<columns {
            for row in column..<columns {
                var sum = information[row * columns + column]
                for k in 0..<column { sum -= information[row * columns + k] * information[column * columns + k] }
                if row == column {
                    guard sum > 0 else { return false }
                    information[row * columns + row] = sum.squareRoot()
                } else {
                    information[row * columns + column] = sum / information[column * columns + column]
                }
            }
        }
        return true
    }

    private func solveLower(_ right: inout [Double]) {
        for row in 0..<columns {
            var sum = right[row]
            for k in 0..<row { sum -= information[row * columns + k] * right[k] }
            right[row] = sum / information[row * columns + row]
        }
    }

    private func solve(_ right: inout [Double]) {
        solveLower(&right)
        for row in (0..<columns).reversed() {
            var sum = right[row]
            for k in (row + 1)..<columns { sum -= information[k * columns + row] * right[k] }
            right[row] = sum / information[row * columns + row]
        }
    }
}
