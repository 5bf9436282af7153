import Programme

/// What a model fits and expects in area-months, and where it can say so the interval of the expectation of several.
struct FittedSeries {
    /// One area-month.
    struct Cell: Hashable {
        let area: Int
        let month: Int
    }

    /// Fitted and expected without the training.
    var values: [Cell: (fitted: Double, counterfactual: Double)] = [:]
    /// Whether the values are of all treated areas together, not of each.
    var isOfAllTogether = false
    /// The interval of the sum of what is expected in these cells; nil where the method has none.
    var interval: ([Cell]) -> ClosedRange<Double>? = { _ in nil }
}
