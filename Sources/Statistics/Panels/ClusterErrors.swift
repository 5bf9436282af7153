/// How cluster-robust errors are scaled; all are in use under the same name, so the one used is always said.
public enum ClusterConvention: String, Hashable, Sendable, CaseIterable {
    /// G / (G - 1), as R's `vcovCL` for a `glm` and Stata's `ppmlhdfe`.
    case cr1
    /// G / (G - 1) × (N - 1) / (N - K), every level counted in K: R's `vcovCL` for an `lm`, Stata's `regress`, statsmodels.
    case cr1s
    /// As ``cr1s``, but the areas' levels, which lie within clusters, not counted: `fixest`, `reghdfe`.
    case nested

    /// The factor in words.
    public var formula: String {
        switch self {
        case .cr1: "G/(G-1)"
        case .cr1s: "G/(G-1) x (N-1)/(N-K), all levels in K"
        case .nested: "G/(G-1) x (N-1)/(N-K), area levels not in K"
        }
    }

    /// The factor for G ≥ 2 clusters, N observations and K columns, every level counted.
    func factor(clusters: Int, observations: Int, used: Int) -> Double {
        let plain = Double(clusters) / Double(clusters - 1)
        switch self {
        case .cr1: return plain
        case .cr1s: return plain * Double(observations - 1) / Double(observations - used)
        case .nested: return plain * Double(observations - 1) / Double(observations - (used - clusters + 1))
        }
    }
}

extension FixedEffectsModel {
    /// The covariance of the coefficients that lets months of an area be alike.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 areas.
    /// - Complexity: O(cells × columns).
    public func clusterCovariance(_ convention: ClusterConvention) throws(StatisticsError) -> Matrix {
        guard areaCount >= 2 else { throw .tooFew(needed: 2, given: areaCount) }
        let influences = areaInfluences
        return influences.times(influences.transposed)
            * convention.factor(
                clusters: areaCount,
                observations: observations,
                used: observations - degreesOfFreedom
            )
    }

    /// The table with errors clustered by area, by Student's t on G - 1 degrees of freedom.
    /// - Throws: ``StatisticsError/tooFew(needed:given:)`` below 2 areas; ``StatisticsError/noSpread``.
    public func clusterTable(
        _ convention: ClusterConvention,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> [Coefficient] {
        try table(clusterCovariance(convention), degreesOfFreedom: Double(areaCount - 1), confidence)
    }

    /// The table with the family's own errors: the residual variance or φ by Student's t, or plain Poisson by the normal law.
    ///
    /// `dispersed` says whether errors carry the dispersion; a linear model's always do.
    /// - Throws: ``StatisticsError/noSpread`` when the fit leaves no residual.
    public func modelTable(
        dispersed: Bool = true,
        confidence: Double = 0.95
    ) throws(StatisticsError) -> [Coefficient] {
        let scaled = dispersed || family == .gaussian
        return try table(
            unscaledCovariance * (scaled ? dispersion : 1),
            degreesOfFreedom: scaled ? Double(degreesOfFreedom) : nil,
            confidence
        )
    }

    /// What each area adds to each coefficient's error: columns × areas.
    var areaInfluences: Matrix {
        var scores = Matrix(rows: names.count, columns: areaCount)
        for (index, column) in within.enumerated() {
            for area in 0..<areaCount {
                var sum = 0.0
                for cell in effects.starts[area]..<effects.starts[area + 1] {
                    sum += column[cell] * (panel.outcomes[cell] - fitted[cell])
                }
                scores[index, area] = sum
            }
        }
        return unscaledCovariance.times(scores)
    }

    func table(
        _ covariance: Matrix,
        degreesOfFreedom: Double?,
        _ confidence: Double
    ) throws(StatisticsError) -> [Coefficient] {
        var table: [Coefficient] = []
        for (index, name) in names.enumerated() {
            table.append(
                try Coefficient(
                    name,
                    estimate: coefficients[index],
                    standardError: covariance[index, index].squareRoot(),
                    degreesOfFreedom: degreesOfFreedom,
                    confidence: confidence
                )
            )
        }
        return table
    }
}
