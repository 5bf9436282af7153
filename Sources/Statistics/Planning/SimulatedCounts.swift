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
}
