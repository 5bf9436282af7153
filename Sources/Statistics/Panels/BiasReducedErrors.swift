extension FixedEffectsModel {
    /// The table with Bell and McCaffrey's bias-reduced errors (CR2) by area and Satterthwaite's degrees of freedom, for few
    /// areas.
    ///
    /// The working variance is the family's own (for Poisson the mean); every level counts as a column. Agrees with R's
    /// `clubSandwich::coef_test(vcov = "CR2")` on `lm` and `glm` with dummy variables. Reference values:
    /// `Tests/StatisticsTests/Reference/panels.R`.
    ///
    /// Source: R. M. Bell, D. F. McCaffrey, Survey Methodology 28 (2002), 169-181; J. E. Pustejovsky, E. Tipton, Journal of
    /// Business & Economic Statistics 36 (2018), 672-683.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 areas; ``StatisticsError/noSpread``.
    /// - Complexity: O(cells × months² + areas × months³).
    public func biasReducedTable(confidence: Double = 0.95) throws(StatisticsError) -> [Coefficient] {
        guard areaCount >= 2 else { throw .tooFew(needed: 2, given: areaCount) }
        let areas = try adjustedAreas()
        var table: [Coefficient] = []
        for (index, name) in names.enumerated() {
            let variance = areas.reduce(0) { $0 + $1.sums[index] * $1.sums[index] }
            var trace = 0.0, squares = 0.0
            for (place, one) in areas.enumerated() {
                for (other, two) in areas.enumerated() {
                    let crossed = dotProduct(one.projected[index], two.projected[index])
                    let product = (place == other ? one.own[index] : 0) - crossed
                    if place == other { trace += product }
                    squares += product * product
                }
            }
            guard variance > 0, squares > 0 else { throw .noSpread }
            table.append(
                try Coefficient(
                    name,
                    estimate: coefficients[index],
                    standardError: variance.squareRoot(),
                    degreesOfFreedom: trace * trace / squares,
                    confidence: confidence
                )
            )
        }
        return table
    }

    /// What one area contributes: for each coefficient its adjusted score, and its part in the degrees of freedom.
    private struct AdjustedArea {
        var sums: [Double] = []
        /// Σv² less what the area's own level takes.
        var own: [Double] = []
        /// Q'v, Q the orthonormal basis of months and columns.
        var projected: [[Double]] = []
    }

    private func adjustedAreas() throws(StatisticsError) -> [AdjustedArea] {
        let basis = try monthBasis()
        var result: [AdjustedArea] = []
        for area in 0..<areaCount {
            let cells = Array(effects.starts[area]..<effects.starts[area + 1])
            let roots = cells.map { weights[$0].squareRoot() }
            let total = roots.reduce(0) { $0 + $1 * $1 }
            let q = basis.selecting(rows: cells)
            // B = Φ (I - H) Φ, H the hat matrix of the weighted model and Φ the working variance of the outcome: the weight.
            var left = q.times(q.transposed) * -1
            for (i, one) in roots.enumerated() {
                for (j, two) in roots.enumerated() {
                    left[i, j] = ((i == j ? 1 : 0) - one * two / total + left[i, j]) * (one * one * two * two)
                }
            }
            let eigen = try SymmetricEigen(left)
            let largest = eigen.values.first ?? 0
            let root = eigen.mapped { $0 > 1e-11 * largest && $0 > 0 ? 1 / $0.squareRoot() : 0 }
            let residual = cells.map { panel.outcomes[$0] - fitted[$0] }
            let scaledResidual = root.times(zip(residual, roots).map { $0 * $1 })
            var one = AdjustedArea()
            for index in names.indices {
                let q0 = cells.indices.map { place in
                    within.indices.reduce(0) { $0 + within[$1][cells[place]] * unscaledCovariance[$1, index] }
                        * roots[place]
                }
                one.sums.append(dotProduct(q0, scaledResidual))
                let v = zip(root.times(q0), roots).map { $0 * $1 * $1 }
                let level = dotProduct(v, roots)
                one.own.append(dotProduct(v, v) - level * level / total)
                one.projected.append(q.transposedTimes(v))
            }
            result.append(one)
        }
        return result
    }

    /// An orthonormal basis of the weighted month levels and columns, area levels taken out.
    private func monthBasis() throws(StatisticsError) -> Matrix {
        let areasOnly = FixedEffects(areas: panel.areas, months: nil)
        let totals = areasOnly.totals(weights)
        let roots = weights.map { $0.squareRoot() }
        var columns: [[Double]] = []
        let months = (0..<monthCount).map { month in effects.months.map { $0 == Int32(month) ? 1.0 : 0 } }
        for column in months + within {
            var column = column
            try areasOnly.takeOut(of: &column, weights: weights, totals: totals)
            columns.append(zip(column, roots).map { $0 * $1 })
        }
        return QRDecomposition(try Matrix(columns: columns)).orthonormal
    }
}
