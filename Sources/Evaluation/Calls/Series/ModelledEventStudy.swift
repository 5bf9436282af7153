import Programme
import Statistics

/// The event study beside a difference in differences.
extension ModelledCalls {
    mutating func studyEvents(_ panel: Panel, _ family: FixedEffectsModel.Family, _ convention: ClusterConvention) {
        var study = CallsEventStudy(isRatio: family == .poisson)
        defer { model.eventStudy = study }
        guard !disclosure.hidesMonths else { return study.why = disclosure.why }
        guard let window = studyWindow(panel) else {
            return study.why = "two months before the start and one from it on are needed"
        }
        do throws(StatisticsError) {
            let fit = try EventStudy(
                panel,
                starts: treatedStarts,
                window: window,
                family: family,
                convention: convention
            )
            study.fill(fit, showsErrors: treated.count > 1)
        } catch { study.why = Self.words(error) }
    }

    /// The first month with training by the place of each treated area.
    var treatedStarts: [Int: Int] {
        treated.enumerated().reduce(into: [:]) { starts, entry in
            starts[entry.offset] = design.start(of: entry.element)?.index
        }
    }

    /// Months about the start that every treated area has, at most a year on each side, and before it fewer than half as many
    /// as there are areas: a joint test of more would reject by itself.
    private func studyWindow(_ panel: Panel) -> ClosedRange<Int>? {
        var first = -12, last = 11
        for (area, start) in treatedStarts {
            let months = panel.areas.indices.filter { panel.areas[$0] == area }.map { panel.months[$0] - start }
            first = max(first, months.min() ?? 0)
            last = min(last, months.max() ?? -1)
        }
        first = max(first, -max(2, (Set(panel.areas).count - 1) / 2 + 1))
        return first <= -2 && last >= 0 ? first...last : nil
    }
}

extension CallsEventStudy {
    fileprivate mutating func fill(_ fit: EventStudy, showsErrors: Bool) {
        let isRatio = isRatio
        func shown(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
            isRatio ? RatioScale.ratio(range.lowerBound)...RatioScale.ratio(range.upperBound) : range
        }
        points = fit.points.map { point in
            let line = point.coefficient, half = fit.bandQuantile * line.standardError
            return Point(
                months: point.relative,
                estimate: line.estimate,
                ratio: isRatio ? line.ratio : nil,
                interval: showsErrors ? shown(line.interval) : nil,
                band: showsErrors ? shown((line.estimate - half)...(line.estimate + half)) : nil,
                isBinned: point.relative == fit.first || point.relative == fit.last
            )
        }
        let before = fit.points.map(\.relative).filter { $0 < -1 }
        if showsErrors {
            bandQuantile = fit.bandQuantile
            if let test = try? fit.wald(before) {
                leads = JointTest(
                    statistic: test.statistic,
                    numerator: before.count,
                    denominator: fit.clusters - 1,
                    p: test.p
                )
            } else {
                why = "leads: there are too few areas for a joint test"
            }
        } else {
            why = "band_quantile, leads, intervals: with one treated area errors by area mean nothing"
        }
        for factor in [0.5, 1, 2] {
            guard let bound = fit.postMean(allowing: factor) else { continue }
            postMean = isRatio ? RatioScale.ratio(bound.mean) : bound.mean
            bounds.append(Bound(allowing: factor, range: shown(bound.range)))
        }
    }
}
