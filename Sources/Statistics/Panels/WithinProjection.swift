/// What is left of a column when the levels and the columns of a fitted model are taken out at its weights.
struct WithinProjection {
    private let effects: FixedEffects
    private let weights: [Double]
    private let roots: [Double]
    private let totals: FixedEffects.WeightTotals
    private let within: [[Double]]
    private let decomposition: QRDecomposition?

    init(_ model: FixedEffectsModel) throws(StatisticsError) {
        (effects, weights, within) = (model.effects, model.weights, model.within)
        let roots = weights.map { $0.squareRoot() }
        self.roots = roots
        totals = effects.totals(weights)
        decomposition =
            within.isEmpty
            ? nil : QRDecomposition(try Matrix(columns: within.map { column in zip(column, roots).map { $0 * $1 } }))
    }

    func residual(_ column: [Double]) throws(StatisticsError) -> [Double] {
        var left = column
        try effects.takeOut(of: &left, weights: weights, totals: totals)
        guard let decomposition else { return left }
        let slopes = decomposition.coefficients(zip(left, roots).map { $0 * $1 })
        for (slope, other) in zip(slopes, within) {
            for cell in left.indices { left[cell] -= slope * other[cell] }
        }
        return left
    }
}
