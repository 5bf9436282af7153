import Programme
import Statistics

/// Interrupted time series, alone and beside comparison areas.
extension ModelledCalls {
    private var family: CountModel.Family {
        switch design.family {
        case .quasipoisson: .quasipoisson
        case .poisson: .poisson
        case .negativeBinomial: .negativeBinomial
        case .gaussian: .gaussian
        }
    }

    private var cellErrors: CellErrors { design.lag.map { .neweyWest(lag: $0) } ?? .model }

    private mutating func interruption(_ starts: Set<Month>) -> Interruption? {
        guard let start = starts.first, starts.count == 1 else {
            refuse("treated areas start in different months; a series needs one start, so evaluate them one by one")
            return nil
        }
        return Interruption(
            start: start.index,
            transitionMonths: design.transitionMonths,
            firstMonth: cells.cells.map(\.month.index).min(),
            harmonics: design.harmonics
        )
    }

    mutating func interrupt(_ starts: Set<Month>) throws(StatisticsError) {
        guard var interruption = interruption(starts) else { return }
        let series = treated.indices.map { cells.series($0, values: design.usesValues) }
        let (places, plain, family, errors) = (self, interruption, family, cellErrors)
        let kept = try selectEvents { events throws(StatisticsError) in
            var interruption = plain
            interruption.events = places.dated(events)
            return try InterruptedTimeSeries(series, interruption: interruption, family: family, errors: errors).dropped
        }
        interruption.events = dated(kept)
        let fit = try InterruptedTimeSeries(series, interruption: interruption, family: family, errors: cellErrors)
        model.coefficients = fit.coefficients.map(CallsModel.Line.init)
        (model.dispersion, model.theta) = (fit.dispersion, fit.theta)
        (model.logLikelihood, model.observations) = (fit.logLikelihood, fit.observations)
        model.degreesOfFreedom = fit.degreesOfFreedom
        describe(fit.hitAlternationLimit, fit.autocorrelation)
        for place in fit.emptySeries { quality.append(QualityFlag(.noEvents, area: treated[place])) }
        if series.count > 1 {
            model.remarks.append("Each area keeps a level of its own; trend, seasons and effect are common to all.")
        }
        finish(fit.effect)
        keep(fit.fits) { places in (try? fit.model.expectation(at: places))?.interval }
        guard design.family == .quasipoisson, fit.dispersion < 1 else { return }
        quality.append(QualityFlag(.underdispersed, value: fit.dispersion))
        let chance = try InterruptedTimeSeries(series, interruption: interruption, family: .poisson)
        model.effect.poissonInterval = chance.effect.ratioInterval
    }

    mutating func control(_ starts: Set<Month>) throws(StatisticsError) {
        guard var interruption = interruption(starts) else { return }
        guard !cells.comparison.isEmpty else { return refuse("there is no comparison area") }
        func side(_ places: Range<Int>) -> [[SeriesMonth]] {
            places.map { cells.series($0, values: design.usesValues) }
        }
        let (own, other) = (side(0..<treated.count), side(treated.count..<cells.areas.count))
        let (places, plain, family, errors) = (self, interruption, family, cellErrors)
        func controlled(_ events: [CallsEvent]) throws(StatisticsError) -> ControlledTimeSeries {
            var interruption = plain
            interruption.events = places.dated(events)
            return try ControlledTimeSeries(
                treated: own,
                comparison: other,
                interruption: interruption,
                family: family,
                errors: errors
            )
        }
        let kept = try selectEvents { events throws(StatisticsError) in try controlled(events).dropped }
        interruption.events = dated(kept)
        let fit = try controlled(kept)
        model.coefficients = fit.coefficients.map(CallsModel.Line.init)
        (model.dispersion, model.theta) = (fit.dispersion, fit.theta)
        (model.logLikelihood, model.observations) = (fit.logLikelihood, fit.observations)
        model.degreesOfFreedom = fit.degreesOfFreedom
        describe(fit.hitAlternationLimit, fit.autocorrelation)
        if let before = fit.pretrend, before.p < 0.05 {
            model.remarks.append(
                "Treated and comparison areas already ran apart before the start (\(Wording.p(before.p))), so the comparison "
                    + "may mislead."
            )
        }
        finish(fit.effect)
        keep(fit.fits) { places in (try? fit.model.expectation(at: places))?.interval }
        guard design.family == .quasipoisson, fit.dispersion < 1 else { return }
        quality.append(QualityFlag(.underdispersed, value: fit.dispersion))
        let chance = try ControlledTimeSeries(
            treated: own,
            comparison: other,
            interruption: interruption,
            family: .poisson
        )
        model.effect.poissonInterval = chance.effect.ratioInterval
    }

    /// Keeps what is fitted for the series; `interval` is that of several places of the fits together.
    private mutating func keep(_ fits: [SeriesFit], interval: @escaping ([Int]) -> ClosedRange<Double>?) {
        guard extent == .whole else { return }
        var places: [FittedSeries.Cell: Int] = [:]
        for (place, fit) in fits.enumerated() {
            let cell = FittedSeries.Cell(area: fit.series, month: fit.month)
            fitted.values[cell] = (fit.fitted, fit.counterfactual)
            places[cell] = place
        }
        fitted.interval = { cells in
            let own = cells.compactMap { places[$0] }
            return own.count == cells.count ? interval(own) : nil
        }
    }

    private mutating func describe(_ hitLimit: Bool, _ autocorrelation: ResidualAutocorrelation?) {
        if let lag = design.lag {
            model.errors = CallsModel.Errors(
                kind: "newey_west",
                lag: lag,
                convention: "Bartlett weights, not prewhitened, no small-sample factor"
            )
        }
        if hitLimit {
            quality.append(QualityFlag(.alternationLimit))
            model.remarks.append(
                "The counts vary no more than chance, so theta has no end (alternation limit): this is the Poisson fit."
            )
        }
        if let autocorrelation, autocorrelation.p < 0.05 {
            quality.append(QualityFlag(.autocorrelated, value: autocorrelation.correlations.first))
            if design.lag == nil {
                model.remarks.append(
                    "What is left over remembers the months before (Ljung-Box \(Wording.p(autocorrelation.p))); errors with a lag "
                        + "of 12 are the safer ones."
                )
            }
        }
    }

    private mutating func finish(_ effect: SeriesEffect) {
        if effect.isLogarithmic {
            (model.effect.ratio, model.effect.interval) = (effect.ratio, effect.ratioInterval)
            model.effect.atTwelveMonths = effect.ratioAtTwelveMonths
            model.detectableRatio = Self.detectable(effect.level.standardError)
        } else {
            (model.effect.difference, model.effect.interval) = (effect.level.estimate, effect.level.interval)
            model.effect.why = "gaussian: the effect is a difference, not a ratio"
        }
        model.effect.p = effect.level.p
        model.effect.avertedPerYear = effect.avertedPerYear.estimate
        model.effect.avertedInterval = effect.avertedPerYear.interval
    }

    /// exp(-(z₀.₉₇₅ + z₀.₈) × standard error).
    static func detectable(_ standardError: Double) -> Double? {
        (try? detectableRateFall(
            expectedBefore: 2 / (standardError * standardError),
            expectedAfter: 2 / (standardError * standardError),
            dispersion: 1
        )).map { 1 - $0 }
    }
}
