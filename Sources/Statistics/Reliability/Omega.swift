/// McDonald's omega total of a scale with one common factor: the share of the total's variance that the factor explains.
///
/// The factor is fitted by maximum likelihood to the correlations, as R's `factanal(factors = 1)`; ω = (Σλ)² / ((Σλ)² + Σψ)
/// in the unit of the answers. Unlike alpha it does not suppose that all items measure the factor equally well. Reference
/// values: `Tests/StatisticsTests/Reference/omega.R`.
///
/// Source: R. P. McDonald, Test Theory (1999), 6; the iteration: D. B. Rubin, D. T. Thayer, Psychometrika 47 (1982), 69-76.
public struct Omega: Hashable, Sendable {
    /// The share of an item's variance that must be left to it; below, the solution is improper (as in `factanal`).
    public static let leastUniqueness = 0.005

    /// The number of people with every item.
    public let people: Int
    /// The coefficient, in `0...1`.
    public let omega: Double
    /// The correlation of each item with the factor.
    public let loadings: [Double]
    /// The share of each item's variance that the factor does not explain.
    public let uniquenesses: [Double]

    /// Fits complete answers, a row a person.
    ///
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 3 items, or unless there are more people than items;
    ///   ``StatisticsError/unequalLengths(_:_:)`` for rows of different length; ``StatisticsError/noSpread`` when an item is
    ///   constant; ``StatisticsError/improperSolution``; ``StatisticsError/notConverged(function:)`` when the items have
    ///   hardly anything in common.
    /// - Complexity: O(people × items²), and O(items²) for each of a few hundred steps.
    public init(_ answers: [[Double]]) throws(StatisticsError) {
        guard let k = answers.first?.count else { throw .tooFew(needed: 2, given: 0) }
        guard k >= 3 else { throw .tooFew(needed: 3, given: k) }
        for row in answers where row.count != k { throw .unequalLengths(k, row.count) }
        guard answers.count > k else { throw .tooFew(needed: k + 1, given: answers.count) }
        let columns = (0..<k).map { item in answers.map { $0[item] } }
        var correlations = Array(repeating: Array(repeating: 1.0, count: k), count: k), spreads: [Double] = []
        for item in 0..<k {
            spreads.append(try Moments(columns[item]).standardDeviation ?? 0)
            for other in 0..<item {
                correlations[item][other] = try correlation(columns[item], columns[other])
                correlations[other][item] = correlations[item][other]
            }
        }
        var factor = OneFactor(correlations)
        try factor.converge()
        guard factor.uniquenesses.allSatisfy({ $0 > Self.leastUniqueness }) else { throw .improperSolution }
        people = answers.count
        loadings = factor.loadings
        uniquenesses = factor.uniquenesses
        let common = zip(loadings, spreads).reduce(0) { $0 + $1.0 * $1.1 }
        let own = zip(uniquenesses, spreads).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        omega = common * common / (common * common + own)
    }
}

/// One factor fitted to a correlation matrix by expectation and maximisation, which never makes the likelihood worse.
private struct OneFactor {
    let correlations: [[Double]]
    var loadings: [Double]
    var uniquenesses: [Double]

    init(_ correlations: [[Double]]) {
        self.correlations = correlations
        // An item's mean correlation with the others says which way round it is read.
        loadings = correlations.map { row in (row.reduce(0, +) - 1) / Double(row.count - 1) >= 0 ? 0.7 : -0.7 }
        uniquenesses = correlations.map { _ in 0.51 }
    }

    /// Steps until nothing moves; where an item's own variance vanishes the steps are stopped early.
    mutating func converge() throws(StatisticsError) {
        for _ in 0..<100_000 {
            let moved = step()
            if moved < 1e-13 { return }
            if uniquenesses.contains(where: { $0 < Omega.leastUniqueness / 2 }) { return }
        }
        throw .notConverged(function: "the factor analysis")
    }

    private mutating func step() -> Double {
        let precision = zip(loadings, uniquenesses).reduce(1) { $0 + $1.0 * $1.0 / $1.1 }
        let weights = zip(loadings, uniquenesses).map { $0 / $1 / precision }
        let products = correlations.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        let explained = zip(weights, loadings).reduce(0) { $0 + $1.0 * $1.1 }
        let spread = zip(weights, products).reduce(1 - explained) { $0 + $1.0 * $1.1 }
        var moved = 0.0
        for item in loadings.indices {
            let loading = products[item] / spread
            moved = max(moved, abs(loading - loadings[item]))
            loadings[item] = loading
            uniquenesses[item] = 1 - loading * products[item]
        }
        return moved
    }
}
