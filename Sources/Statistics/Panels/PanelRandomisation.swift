extension RandomisationTest {
    /// Deals the starts of training anew among areas and refits the difference in differences, to test "training did nothing".
    ///
    /// The statistic is |t| of the treated months, clustered by area (G / (G - 1)), levels of areas and months taken out.
    ///
    /// - Parameters:
    ///   - panel: The panel without a column for the treatment; its columns are kept.
    ///   - starts: The first month with training of each treated area.
    ///   - strata: The stratum of each area within which starts are dealt; nil deals among all.
    ///   - family: The law of the outcome.
    ///   - resamples: Draws when there are too many to count.
    ///   - seed: Any number.
    ///   - limit: Distinct draws up to which all are counted.
    /// - Throws: As ``init(labels:strata:resamples:seed:limit:statistic:)`` and ``FixedEffectsModel``.
    /// - Complexity: O(draws × cells × steps).
    public init(
        _ panel: Panel,
        starts: [Int: Int],
        strata: [Int: Int]? = nil,
        family: FixedEffectsModel.Family,
        resamples: Int = 10_000,
        seed: UInt64 = 1,
        limit: Int = RandomisationTest.enumerationLimit
    ) throws(StatisticsError) {
        var treated = panel.inOrder()
        if family == .poisson { treated = treated.informative(months: true).panel }
        let effects = FixedEffects(areas: treated.areas, months: treated.months)
        let areas = effects.starts.dropLast().map { treated.areas[$0] }
        let never = Int.max
        let base = treated
        try self.init(
            labels: areas.map { starts[$0] ?? never },
            strata: strata.map { strata in areas.map { strata[$0] ?? 0 } },
            resamples: resamples,
            seed: seed,
            limit: limit
        ) { labels in
            Self.clusteredT(base, effects, family, starts: labels)
        }
    }

    private static func clusteredT(
        _ panel: Panel,
        _ effects: FixedEffects,
        _ family: FixedEffectsModel.Family,
        starts: [Int]
    ) -> Double? {
        var column = Array(repeating: 0.0, count: panel.outcomes.count)
        for (area, start) in starts.enumerated() {
            for cell in effects.starts[area]..<effects.starts[area + 1] where panel.months[cell] >= start {
                column[cell] = 1
            }
        }
        var panel = panel
        guard (try? panel.append("treated", column)) != nil else { return nil }
        var solver = FixedEffectsSolver(panel, family, effects)
        guard (try? solver.solve()) != nil else { return nil }
        let last = panel.names.count - 1
        var squares = 0.0
        for area in starts.indices {
            var sum = 0.0
            for index in solver.within.indices {
                let factor = solver.unscaledCovariance[last, index]
                for cell in effects.starts[area]..<effects.starts[area + 1] {
                    sum += factor * solver.within[index][cell] * (panel.outcomes[cell] - solver.fitted[cell])
                }
            }
            squares += sum * sum
        }
        return squares > 0 ? solver.coefficients[last] / squares.squareRoot() : nil
    }
}
