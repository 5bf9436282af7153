import CSpecialFunctions

/// The iterations of a ``FixedEffectsModel``: weighted least squares on columns without levels.
///
/// A step adds to the linear predictor what of the working residual e = (y - μ) / μ lies in the levels and columns. The
/// columns of the step before are taken out again at the new weights, which they nearly fit already.
struct FixedEffectsSolver {
    private let panel: Panel
    private let family: FixedEffectsModel.Family
    private let effects: FixedEffects
    private let names: [String]
    private var totals: FixedEffects.WeightTotals

    private(set) var coefficients: [Double]
    private(set) var within: [[Double]]
    private(set) var linear: [Double]
    private(set) var fitted: [Double]
    private(set) var weights: [Double]
    private(set) var unscaledCovariance: Matrix
    private(set) var iterations = 0
    /// Room for a step: what it would change in the linear part, what of that is not explained, and the linear part before.
    private var change: [Double] = []
    private var left: [Double] = []
    private var former: [Double] = []

    init(_ panel: Panel, _ family: FixedEffectsModel.Family, _ effects: FixedEffects) {
        (self.panel, self.family, self.effects, names) = (panel, family, effects, panel.names)
        coefficients = Array(repeating: 0, count: panel.names.count)
        within = panel.columns
        weights = Array(repeating: 1, count: panel.outcomes.count)
        (linear, fitted) = (weights, weights)
        totals = effects.totals(weights)
        unscaledCovariance = Matrix(rows: 0, columns: 0)
    }

    mutating func solve() throws(StatisticsError) {
        guard family == .poisson else { return try solveLinear() }
        start()
        (change, left, former) = (linear, linear, linear)
        var objective = self.objective(linear, fitted), tolerance = 1e-7
        while true {
            guard iterations < 100 else { throw .notConverged(function: "the Poisson model") }
            iterations += 1
            totals = effects.totals(weights)
            try takeOut(tolerance)
            let delta = try step(tolerance)
            let largest = change.reduce(0) { max($0, abs($1)) }
            var share = min(1, 5 / max(largest, 1e-300))
            for cell in linear.indices { former[cell] = linear[cell] }
            while true {
                advance(share)
                let reached = self.objective(linear, fitted)
                if reached.isFinite, reached <= objective + 1e-9 * max(1, abs(objective)) {
                    objective = reached
                    break
                }
                share /= 2
                guard share > 1e-9 else { throw .notConverged(function: "the Poisson model") }
            }
            for index in coefficients.indices { coefficients[index] += share * delta[index] }
            if largest < 1e-7, tolerance < 1e-11 { break }
            if isSeparated { throw .separation }
            tolerance = largest < 0.3 ? 1e-13 : 1e-7
        }
        totals = effects.totals(weights)
        try takeOut(1e-13)
        unscaledCovariance = try leastSquares(nil).covariance
    }

    private mutating func solveLinear() throws(StatisticsError) {
        iterations = 1
        try takeOut(1e-14)
        var left = panel.outcomes
        (coefficients, unscaledCovariance) = try regress(&left, 1e-14)
        fitted = zip(panel.outcomes, left).map { $0 - $1 }
        linear = fitted
    }

    /// Rates that differ by area times month, the model without columns.
    private mutating func start() {
        let exposures = panel.offsets.map { cg_exp($0) }
        let events = effects.totals(panel.outcomes)
        let exposed = effects.totals(exposures)
        for area in 0..<effects.areaCount {
            let rate = events.areas[area] / exposed.areas[area]
            for cell in effects.starts[area]..<effects.starts[area + 1] { fitted[cell] = exposures[cell] * rate }
        }
        if effects.monthCount > 0 {
            let expected = effects.totals(fitted).months
            let ratios = zip(events.months, expected).map { $0 / $1 }
            for cell in fitted.indices { fitted[cell] *= ratios[Int(effects.months[cell])] }
        }
        weights = fitted
        linear = fitted.map { cg_log($0) }
    }

    /// Takes levels out of the columns; the first time tightly, to see whether anything is left of each.
    private mutating func takeOut(_ tolerance: Double) throws(StatisticsError) {
        for index in within.indices {
            let limit = iterations == 1 ? min(tolerance, 1e-13) : tolerance
            try effects.takeOut(of: &within[index], weights: weights, totals: totals, tolerance: limit)
            guard iterations > 1 || norm(within[index]) > 1e-9 * norm(panel.columns[index]) else {
                throw .rankDeficient(columns: [names[index]])
            }
        }
    }

    private func norm(_ column: [Double]) -> Double {
        var sum = 0.0
        for cell in column.indices { sum += weights[cell] * column[cell] * column[cell] }
        return sum.squareRoot()
    }

    /// What the levels and columns explain of the working residual becomes the change; returns that of the coefficients.
    private mutating func step(_ tolerance: Double) throws(StatisticsError) -> [Double] {
        var left: [Double] = []
        swap(&left, &self.left)
        defer { swap(&left, &self.left) }
        for cell in change.indices {
            change[cell] = panel.outcomes[cell] / fitted[cell] - 1
            left[cell] = change[cell]
        }
        let (delta, _) = try regress(&left, tolerance)
        for cell in change.indices { change[cell] -= left[cell] }
        return delta
    }

    /// Least squares of a column on the columns without levels; the column becomes what is left.
    private func regress(
        _ column: inout [Double],
        _ tolerance: Double
    ) throws(StatisticsError) -> (delta: [Double], covariance: Matrix) {
        try effects.takeOut(of: &column, weights: weights, totals: totals, tolerance: tolerance)
        let (delta, covariance) = try leastSquares(column)
        for index in within.indices {
            for cell in column.indices { column[cell] -= delta[index] * within[index][cell] }
        }
        return (delta, covariance)
    }

    /// Weighted least squares of a column on those without levels, by QR; of one column alone Q is that column scaled.
    private func leastSquares(
        _ column: [Double]?
    ) throws(StatisticsError) -> (delta: [Double], covariance: Matrix) {
        guard names.count > 1 else {
            guard let only = within.first else { return ([], Matrix(rows: 0, columns: 0)) }
            var length = 0.0, product = 0.0
            for cell in only.indices { length += weights[cell] * only[cell] * only[cell] }
            if let column { for cell in only.indices { product += weights[cell] * only[cell] * column[cell] } }
            return ([product / length], Matrix.diagonal([1 / length]))
        }
        let roots = family == .poisson ? weights.map { $0.squareRoot() } : weights
        func scaled(_ values: [Double]) -> [Double] { zip(values, roots).map { $0 * $1 } }
        let decomposition = QRDecomposition(try Matrix(columns: within.map(scaled)))
        guard decomposition.rank == names.count else {
            throw .rankDeficient(columns: decomposition.dependent.map { names[$0] })
        }
        return (column.map { decomposition.coefficients(scaled($0)) } ?? [], decomposition.inverseOfCrossProduct)
    }

    private mutating func advance(_ share: Double) {
        for cell in linear.indices {
            linear[cell] = former[cell] + share * change[cell]
            fitted[cell] = cg_exp(linear[cell])
            weights[cell] = fitted[cell]
        }
    }

    /// Half the deviance but for a constant.
    private func objective(_ linear: [Double], _ fitted: [Double]) -> Double {
        var sum = 0.0
        for cell in linear.indices { sum += fitted[cell] - panel.outcomes[cell] * linear[cell] }
        return sum
    }

    /// Whether a mean has gone so far below one event in a thousand million that only zero can be its limit.
    private var isSeparated: Bool {
        for cell in fitted.indices where fitted[cell] < 1e-9 && panel.outcomes[cell] == 0 { return true }
        return false
    }
}
