import Programme
import Statistics

/// The analyses of ``CallsSensitivity``.
extension ModelledCalls {
    var sensitivity: CallsSensitivity? {
        switch design.method {
        case .interruptedTimeSeries, .controlledInterruptedTimeSeries:
            return CallsSensitivity(autoregressive: autoregressive)
        case .differenceInDifferences: return CallsSensitivity(collapsed: collapsed)
        case .syntheticControl:
            let gaps = model.synthetic?.leavingOut.map(\.value) ?? []
            guard let least = gaps.min(), let most = gaps.max() else { return nil }
            return CallsSensitivity(leavingOut: least...most)
        case .beforeAfter, .rateRatio: return nil
        }
    }

    // MARK: Autoregressive errors

    private var autoregressive: CallsSensitivity.Autoregressive {
        func none(_ why: String) -> CallsSensitivity.Autoregressive {
            .init(effect: CallsEstimate(why: why), correlation: nil)
        }
        guard let start = treatedStarts.values.first, Set(treatedStarts.values).count == 1 else {
            return none("treated areas start in different months")
        }
        guard !design.usesValues else { return none("gaussian: the outcome is not a count, so it has no logarithm") }
        let own = logRates(Array(treated.indices)), others = logRates(Array(treated.count..<cells.areas.count))
        let compares = design.method == .controlledInterruptedTimeSeries
        guard let own, let others, !compares || !others.isEmpty else {
            return none("a month without any count has no logarithm")
        }
        let values = own.compactMap { month, value -> SeriesMonth? in
            guard compares else { return SeriesMonth(month: month, outcome: value) }
            return others[month].map { SeriesMonth(month: month, outcome: value - $0) }
        }
        let common = events.filter { $0.treatment == .adjusted && $0.areas == nil }
        let interruption = Interruption(
            start: start,
            transitionMonths: design.transitionMonths,
            firstMonth: cells.cells.map(\.month.index).min(),
            harmonics: design.harmonics,
            events: compares ? [] : dated(common)
        )
        do throws(StatisticsError) {
            let fit = try AutoregressiveSeries(values, interruption: interruption)
            guard let level = fit.coefficients.first(where: { $0.name == "level" }) else { return none("no level") }
            var effect = CallsEstimate(why: "")
            effect.why = nil
            (effect.ratio, effect.interval, effect.p) = (level.ratio, level.ratioInterval, level.p)
            return .init(effect: effect, correlation: fit.correlation)
        } catch { return none(Self.words(error)) }
    }

    /// The logarithm of the areas' summed rate in every month that all of them have; nil when such a month has no count.
    private func logRates(_ places: [Int]) -> [Int: Double]? {
        let own = cells.cells.filter { places.contains($0.area) }
        var rates: [Int: Double] = [:]
        for (month, cells) in Dictionary(grouping: own, by: \.month.index) where cells.count == places.count {
            let count = cells.reduce(0) { $0 + $1.count }
            guard count > 0 else { return nil }
            let exposure = compensatedSum(cells.sorted { $0.area < $1.area }.map(\.exposure))
            rates[month] = RatioScale.logarithm(Double(count) / exposure)
        }
        return rates
    }

    // MARK: Two periods

    private var collapsed: CallsSensitivity.Collapsed {
        var leftOut: [String] = []
        func none(_ why: String) -> CallsSensitivity.Collapsed {
            .init(effect: CallsEstimate(why: why), degreesOfFreedom: nil, leftOut: leftOut)
        }
        guard let start = treatedStarts.values.first, Set(treatedStarts.values).count == 1 else {
            return none("areas started in different months, so there are no two periods common to all")
        }
        var changes: [Double] = [], groups: [Double] = []
        let used = cells.cells.filter { cell in
            !(start..<start + max(0, design.transitionMonths)).contains(cell.month.index)
        }
        for place in cells.areas.indices {
            let own = used.filter { $0.area == place }
            let levels = [false, true].map { isAfter in level(own.filter { ($0.month.index >= start) == isAfter }) }
            guard let before = levels[0], let after = levels[1] else {
                leftOut.append(cells.areas[place])
                continue
            }
            changes.append(after - before)
            groups.append(place < treated.count ? 1 : 0)
        }
        do throws(StatisticsError) {
            var columns = Design(intercept: changes.count)
            try columns.append("treated", groups)
            let fit = try LinearModel(changes, on: columns)
            guard let estimate = fit.coefficient("treated"), fit.names.count == 2 else {
                return none("one side has no area left")
            }
            let line = try Coefficient(
                "treated",
                estimate: estimate,
                standardError: (fit.residualVariance * fit.unscaledCovariance[1, 1]).squareRoot(),
                degreesOfFreedom: Double(fit.degreesOfFreedom)
            )
            var effect = CallsEstimate(why: "")
            effect.why = nil
            if design.usesValues {
                (effect.difference, effect.interval) = (line.estimate, line.interval)
            } else {
                (effect.ratio, effect.interval) = (line.ratio, line.ratioInterval)
            }
            effect.p = line.p
            return .init(effect: effect, degreesOfFreedom: fit.degreesOfFreedom, leftOut: leftOut)
        } catch { return none(Self.words(error)) }
    }

    /// The logarithm of the rate over some months, or the mean of values; nil without a month or a count.
    private func level(_ months: [CallsCells.Cell]) -> Double? {
        guard !months.isEmpty else { return nil }
        if design.usesValues { return compensatedSum(months.map(\.value)) / Double(months.count) }
        let count = months.reduce(0) { $0 + $1.count }
        return count > 0 ? RatioScale.logarithm(Double(count) / compensatedSum(months.map(\.exposure))) : nil
    }
}
