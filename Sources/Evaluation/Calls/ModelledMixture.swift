import Programme
import Statistics

/// Synthetic control.
extension ModelledCalls {
    mutating func mix(_ starts: Set<Month>) throws(StatisticsError) {
        guard let start = starts.first, starts.count == 1 else {
            return refuse("treated areas start in different months; a synthetic control needs one start")
        }
        guard !cells.comparison.isEmpty else { return refuse("there is no comparison area") }
        let byArea = Dictionary(grouping: cells.cells, by: \.area)
        let complete = Set(cells.cells.map(\.month)).filter { month in
            cells.areas.indices.allSatisfy { area in (byArea[area] ?? []).contains { $0.month == month } }
        }
        let transition = start..<start.adding(max(0, design.transitionMonths))
        let months = complete.filter { !transition.contains($0) }.sorted()
        guard !months.isEmpty else { return refuse("no month has a count in every area") }
        let values = cells.areas.indices.map { area in
            let own = Dictionary(uniqueKeysWithValues: (byArea[area] ?? []).map { ($0.month, $0.value) })
            return months.map { own[$0] ?? 0 }
        }
        let own = months.indices.map { month in
            values[..<treated.count].reduce(0) { $0 + $1[month] } / Double(treated.count)
        }
        let before = months.count { $0 < start }
        let control = try SyntheticControl(treated: own, donors: Array(values[treated.count...]), monthsBefore: before)
        (model.monthsBefore, model.monthsAfter) = (before, months.count - before)
        model.observations = months.count * cells.areas.count
        model.errors = CallsModel.Errors(
            kind: "exact",
            convention: "placebo areas: rank of the ratio of errors after and before"
        )
        func named(_ place: Int, _ value: Double) -> CallsModel.Synthetic.Weight {
            CallsModel.Synthetic.Weight(area: cells.comparison[place], value: value)
        }
        model.synthetic = CallsModel.Synthetic(
            weights: control.weights.enumerated().map { named($0, $1) },
            errorBefore: control.errorBefore,
            meanGapAfter: control.meanGapAfter,
            ratio: control.ratio,
            p: control.p,
            leavingOut: control.leavingOut.map { named($0.donor, $0.meanGapAfter) },
            hasOtherWeights: !control.hasUniqueWeights,
            pWithoutPoorPlacebos: control.p(droppingAbove: 5),
            start: start,
            why: control.p == nil
                ? "with one comparison area there is no placebo"
                : (control.ratio == nil ? "the fit before is perfect" : nil)
        )
        showGaps(control, months)
        fitted.isOfAllTogether = true
        for (month, expected) in zip(months, control.mixture) where !disclosure.hasSmall {
            for area in treated.indices {
                let fit = FittedSeries.Cell(area: area, month: month.index)
                fitted.values[fit] = (fitted: expected, counterfactual: expected)
            }
        }
        model.effect.difference = control.meanGapAfter
        model.effect.p = control.p
        model.effect.why = "a synthetic control gives a difference and a rank, no interval"
        if control.fitsPoorly {
            quality.append(QualityFlag(.poorFit, value: control.errorBefore))
            model.remarks.append(
                "The mixture does not follow the treated area before the start, so its difference after is not to be believed."
            )
        }
        if !control.hasUniqueWeights { quality.append(QualityFlag(.otherWeights)) }
        if treated.count > 1 { model.remarks.append("The treated areas are taken together as their mean.") }
    }

    /// The gaps month by month, unless small counts could be worked out from them.
    private mutating func showGaps(_ control: SyntheticControl, _ months: [Month]) {
        guard !disclosure.hasSmall else {
            let reasons = [model.synthetic?.why, "gaps: \(disclosure.why ?? "suppressed")"].compactMap { $0 }
            model.synthetic?.why = reasons.joined(separator: "; ")
            return
        }
        model.synthetic?.months = months
        model.synthetic?.gaps = control.gaps
        model.synthetic?.placebos = control.placebos.map {
            CallsModel.Synthetic.Placebo(
                area: cells.comparison[$0.donor],
                gaps: $0.gaps,
                errorBefore: $0.errorBefore,
                ratio: $0.ratio
            )
        }
    }
}
