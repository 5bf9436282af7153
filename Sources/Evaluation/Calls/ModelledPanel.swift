import Programme
import Statistics

/// Difference in differences with levels of areas and months.
extension ModelledCalls {
    mutating func difference(_ starts: Set<Month>) throws(StatisticsError) {
        guard design.family != .negativeBinomial else {
            return refuse("a negative binomial with levels of areas and months is not offered; use quasipoisson")
        }
        guard !cells.comparison.isEmpty else { return refuse("there is no comparison area") }
        let family: FixedEffectsModel.Family = design.family == .gaussian ? .gaussian : .poisson
        let convention: ClusterConvention = family == .gaussian ? .cr1s : .cr1
        let used = cells.cells.filter { !isTransition($0) }
        let plain = try CallsCells.panel(used, values: design.usesValues)
        let (places, treatment) = (cells.areas, used.map { isTreated($0) ? 1.0 : 0 })
        func columns(_ events: [CallsEvent], withTreatment: Bool) throws(StatisticsError) -> Panel {
            var panel = plain
            if withTreatment { try panel.append("treated_post", treatment) }
            for event in events {
                let values = used.map { event.touches(places[$0.area], $0.month.index) ? 1.0 : 0 }
                try panel.append(Self.column(event), values)
            }
            return panel
        }
        let kept = try selectEvents { events throws(StatisticsError) in
            _ = try FixedEffectsModel(columns(events, withTreatment: true), family: family)
            return []
        }
        let bare = try columns(kept, withTreatment: false), panel = try columns(kept, withTreatment: true)
        let fit = try FixedEffectsModel(panel, family: family)
        let table = try fit.clusterTable(convention)
        guard let line = table.first else { return }
        model.coefficients = table.map(CallsModel.Line.init)
        (model.dispersion, model.observations) = (fit.dispersion, fit.observations)
        model.degreesOfFreedom = fit.degreesOfFreedom
        model.logLikelihood = design.family == .quasipoisson ? nil : fit.logLikelihood
        model.errors = CallsModel.Errors(
            kind: "cluster",
            clusters: fit.areaCount,
            convention: "\(convention.rawValue.uppercased()): \(convention.formula)"
        )
        name(fit.exclusions)
        if family == .poisson {
            (model.effect.ratio, model.effect.interval) = (line.ratio, line.ratioInterval)
            model.detectableRatio = Self.detectable(line.standardError)
        } else {
            (model.effect.difference, model.effect.interval) = (line.estimate, line.interval)
            model.effect.why = "gaussian: the effect is a difference, not a ratio"
        }
        model.effect.p = line.p
        averted(line, used, isRatio: family == .poisson)
        if starts.count > 1 {
            quality.append(QualityFlag(.staggered))
            model.remarks.append(
                "Areas started in different months; two-way fixed effects then also compare early with late starters, which can "
                    + "mislead where the effect grows. An estimator for staggered starts (imputation, or Callaway and Sant'Anna's) is missing "
                    + "here, and so is the cross-check of two periods."
            )
        }
        guard extent == .whole else { return }
        keep(fit, line)
        studyEvents(bare, family, convention)
        let treatedClusters = treated.count
        guard fit.areaCount < 40 || treatedClusters < 8 else { return }
        addFewClusters(panel, bare, family, fit)
    }

    func isTreated(_ cell: CallsCells.Cell) -> Bool {
        guard cell.area < treated.count, let start = design.start(of: treated[cell.area]) else { return false }
        return cell.month >= start
    }

    func isTransition(_ cell: CallsCells.Cell) -> Bool {
        guard cell.area < treated.count, let start = design.start(of: treated[cell.area]) else { return false }
        return cell.month >= start && cell.month < start.adding(design.transitionMonths)
    }

    /// What is fitted and expected without the training; months' levels would give small counts of any area away.
    private mutating func keep(_ fit: FixedEffectsModel, _ line: Coefficient) {
        guard !disclosure.hidesMonths else { return }
        for cell in fit.panel.areas.indices {
            let place = FittedSeries.Cell(area: fit.panel.areas[cell], month: fit.panel.months[cell])
            let isTreated = fit.panel.columns.first.map { $0[cell] == 1 } ?? false
            let mean = fit.fitted[cell]
            let without = fit.family == .poisson ? mean / line.ratio : mean - line.estimate
            fitted.values[place] = (mean, isTreated ? without : mean)
        }
    }

    private mutating func name(_ exclusions: PanelExclusions) {
        for area in exclusions.emptyAreas { quality.append(QualityFlag(.noEvents, area: cells.areas[area])) }
        for area in exclusions.singleAreas { quality.append(QualityFlag(.singleMonth, area: cells.areas[area])) }
        for month in exclusions.emptyMonths { quality.append(QualityFlag(.noEvents, month: Month(index: month))) }
        for month in exclusions.singleMonths { quality.append(QualityFlag(.singleArea, month: Month(index: month))) }
    }

    /// Counts expected without training less those seen, a year, from the treated months' own counts.
    private mutating func averted(_ line: Coefficient, _ used: [CallsCells.Cell], isRatio: Bool) {
        let after = used.filter(isTreated)
        let months = Dictionary(grouping: after, by: \.area).mapValues { 12 / Double($0.count) }
        guard isRatio else {
            model.effect.why = "gaussian: the effect is a difference of rates, not a ratio and not a number of counts"
            return
        }
        let yearly = after.reduce(0) { $0 + Double($1.count) * (months[$1.area] ?? 0) }
        func fewer(_ ratio: Double) -> Double { yearly * (1 / ratio - 1) }
        let bounds = line.ratioInterval
        model.effect.avertedPerYear = fewer(line.ratio)
        model.effect.avertedInterval = fewer(bounds.upperBound)...fewer(bounds.lowerBound)
    }

    private mutating func addFewClusters(
        _ panel: Panel,
        _ bare: Panel,
        _ family: FixedEffectsModel.Family,
        _ fit: FixedEffectsModel
    ) {
        var few = CallsModel.FewClusters(), reasons: [String] = []
        do throws(StatisticsError) {
            few.wildP = try PanelWildTest(panel, testing: "treated_post", family: family).p
        } catch { reasons.append("wild_cluster_p: \(Self.words(error))") }
        do throws(StatisticsError) {
            let line = try fit.biasReducedTable().first
            (few.biasReducedError, few.biasReducedDegrees) = (line?.standardError, line?.degreesOfFreedom)
            few.biasReducedP = line?.p
        } catch { reasons.append("cr2: \(Self.words(error))") }
        do throws(StatisticsError) {
            let starts = treated.enumerated().compactMap { place, area in
                design.start(of: area).map { (place, $0.index) }
            }
            few.randomisationP = try RandomisationTest(
                bare,
                starts: Dictionary(uniqueKeysWithValues: starts),
                family: family
            ).p
        } catch { reasons.append("randomisation_p: \(Self.words(error))") }
        few.why = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
        model.fewClusters = few
        if treated.count < 3 {
            model.remarks.append(
                "With \(Wording.count(treated.count, "treated area", "treated areas")) clustered errors and the wild bootstrap "
                    + "mislead; the p value of dealing the starts anew is the one to read."
            )
        }
    }
}
