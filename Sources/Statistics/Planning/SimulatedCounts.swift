import CSpecialFunctions

/// Monthly counts that vary more than chance and remember the month before: Poisson about a mean that a lognormal AR(1)
/// process moves.
///
/// The variance of a month is φ times its mean; with autocorrelation ρ the logarithms of two neighbouring means are
/// correlated by ρ. With φ at most 1 they are plain Poisson.
struct SimulatedCounts {
    let dispersion: Double
    let autocorrelation: Double
    private var normal = NormalDraws()

    init(dispersion: Double, autocorrelation: Double) {
        (self.dispersion, self.autocorrelation) = (dispersion, autocorrelation)
    }

    /// The spread of the logarithm of each mean.
    func spreads(_ means: [Double]) -> [Double] {
        means.map { dispersion > 1 ? cg_log1p((dispersion - 1) / $0).squareRoot() : 0 }
    }

    /// Draws one series.
    mutating func draw(
        _ means: [Double],
        spreads: [Double],
        into counts: inout [Double],
        _ generator: inout SeededGenerator
    ) {
        let fresh = (1 - autocorrelation * autocorrelation).squareRoot()
        var state = dispersion > 1 ? normal.next(&generator) : 0
        for month in means.indices {
            var mean = means[month]
            if dispersion > 1 {
                if month > 0 { state = autocorrelation * state + fresh * normal.next(&generator) }
                mean *= cg_exp(spreads[month] * (state - spreads[month] / 2))
            }
            counts[month] = generator.poisson(mean: mean)
        }
    }

    /// The variance of a weighted sum of the months' counts: φ times the mean of each, and between months what their means
    /// share. With φ below 1, which no simulation has, it is still φ times the mean.
    func variance(of weights: [Double], _ means: [Double]) -> Double {
        var sum = dispersion * means.indices.reduce(0) { $0 + weights[$1] * weights[$1] * means[$1] }
        guard dispersion > 1, autocorrelation > 0 else { return sum }
        let spreads = self.spreads(means)
        for month in means.indices {
            var memory = 1.0
            for later in means.indices.dropFirst(month + 1) {
                memory *= autocorrelation
                let shared = cg_expm1(spreads[month] * spreads[later] * memory) * means[month] * means[later]
                sum += 2 * weights[month] * weights[later] * shared
            }
        }
        return sum
    }
}
