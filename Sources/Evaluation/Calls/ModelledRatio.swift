import Programme
import Statistics

/// The exact ratio of two totals.
extension ModelledCalls {
    mutating func compareExactly() throws(StatisticsError) {
        let used = cells.cells.filter { !isTransition($0) }
        func total(_ isAfter: Bool) -> RateCell {
            let side = used.filter { isTreated($0) == isAfter }
            return RateCell(count: side.reduce(0) { $0 + $1.count }, exposure: side.reduce(0) { $0 + $1.exposure })
        }
        let (before, after) = (total(false), total(true))
        guard before.exposure > 0, after.exposure > 0 else {
            return refuse("there is no month on one side of the start")
        }
        if let least = suppressBelow, [before.count, after.count].contains(where: { (1..<least).contains($0) }) {
            return refuse("suppressed: a count below \(least)")
        }
        model.errors = CallsModel.Errors(
            kind: "exact",
            convention: "conditional binomial, minlike p, Clopper-Pearson bounds"
        )
        let strata = treated.indices.map { area in
            let own = used.filter { $0.area == area }
            return RateStratum(
                before: own.filter { !isTreated($0) }.map { RateCell(count: $0.count, exposure: $0.exposure) },
                after: own.filter(isTreated).map { RateCell(count: $0.count, exposure: $0.exposure) }
            )
        }
        if let spread = try? QuasiPoissonRateRatio(strata) {
            (model.dispersion, model.degreesOfFreedom) = (spread.dispersion, spread.degreesOfFreedom)
            let law = try ChiSquared(degreesOfFreedom: Double(spread.degreesOfFreedom))
            let chance = try law.upperTail(spread.dispersion * Double(spread.degreesOfFreedom))
            if chance < 0.01 {
                return refuse(
                    "months vary \(Wording.number(spread.dispersion, decimals: 1)) times as much as chance (\(Wording.p(chance))), "
                        + "which an exact ratio takes for effect; use before_after or its"
                )
            }
        }
        let exact = try ExactRateRatio(after: after, before: before)
        (model.effect.ratio, model.effect.p) = (exact.ratio, exact.p)
        if let upper = exact.upper {
            model.effect.interval = exact.lower...upper
        } else {
            model.effect.why =
                "nothing was counted before: the ratio is unbounded, at least \(Wording.number(exact.lower, decimals: 3)), and "
                + "one-sided for a rise \(Wording.p(exact.riseP))"
        }
        model.detectableRatio =
            (try? detectableRateFall(
                expectedBefore: Double(before.count),
                expectedAfter: Double(before.count) * after.exposure / before.exposure,
                dispersion: 1
            )).map { 1 - $0 }
    }
}
