import Programme
import Statistics

extension CostFindings {
    /// Divides the money.
    ///
    /// A cost spread evenly over its years and a benefit that comes every year of the horizon are discounted to the first year,
    /// each year's money as a whole: with a rate r, year t counts (1 + r)^-t, from 0.
    /// - Parameter question: What was paid and what came of it.
    /// - Throws: ``CostRefusal`` for numbers outside their range; what is not known is no reason to refuse.
    /// - Complexity: O(unit costs).
    public init(evaluating question: CostQuestion) throws(CostRefusal) {
        try question.check()
        self.question = question
        let rate = question.discountRate
        let spread = Self.presentYears(question.years, rate) / question.years
        let cost = question.pounds.map { $0 * (1 + question.optimismBias) * spread }
        let factor = Self.presentYears(question.horizonYears ?? question.years, rate)
        (presentCost, presentFactor) = (cost, factor)
        perTrained = Self.perTrained(question)
        perImproved = Self.perImproved(question)
        let worth = Worth(question, cost, factor)
        perCall = worth.perCall
        let lines = question.unitCosts.map { Line($0, question, worth) }
        self.lines = lines
        acceptability = worth.curve(through: lines.map(\.pounds))
        statements = []
        if let least = question.suppressBelow { suppress(below: least) }
        statements = CostStatements(self).all
    }

    /// The present value of a pound a year for so many years, the last one perhaps in part.
    static func presentYears(_ years: Double, _ rate: Double) -> Double {
        var sum = 0.0, weight = 1.0, left = years
        while left > 0 {
            sum += min(1, left) * weight
            weight /= 1 + rate
            left -= 1
        }
        return sum
    }

    private static func perTrained(_ question: CostQuestion) -> Amount {
        guard let pounds = question.pounds else { return .none(question.whyNoCost ?? "the cost is not known") }
        guard let trained = question.trained else { return .none("the number of people trained is not known") }
        guard trained > 0 else { return .none("nobody was trained") }
        return Amount(pounds: pounds / Double(trained))
    }

    private static func perImproved(_ question: CostQuestion) -> Amount {
        guard let pounds = question.pounds else { return .none(question.whyNoCost ?? "the cost is not known") }
        guard let improved = question.improved else { return .none("the number of people who improved is not known") }
        guard improved.people > 0 else { return .none("nobody improved") }
        let share = improved.of.flatMap { try? wilsonInterval(successes: improved.people, trials: $0) }
        let interval = share.flatMap { share in
            improved.of.map { of in pounds / (share.upperBound * Double(of))...pounds / (share.lowerBound * Double(of))
            }
        }
        return Amount(pounds: pounds / Double(improved.people), interval: interval)
    }

    private mutating func suppress(below least: Int) {
        let why = "suppressed: fewer than \(least) people"
        if (1..<max(1, least)).contains(question.trained ?? 0) { perTrained = .none(why) }
        let improved = question.improved?.people ?? 0, others = (question.improved?.of ?? improved) - improved
        let isSmall = [improved, others].contains { (1..<max(1, least)).contains($0) }
        if isSmall { perImproved = .none(why) }
    }
}

/// Calls averted over the horizon against the cost.
struct Worth {
    /// The cost, discounted; nil when not known.
    let cost: Double?
    /// What a year's benefit is multiplied by.
    let factor: Double
    /// For each call that did not come.
    let perCall: CostFindings.Amount
    /// Calls averted over the horizon, discounted; their interval.
    let calls: Double?
    let interval: ClosedRange<Double>?
    let whyNoCalls: String
    private let model: CostOfCalls?

    init(_ question: CostQuestion, _ cost: Double?, _ factor: Double) {
        (self.cost, self.factor) = (cost, factor)
        let averted = question.averted
        calls = averted?.perYear.map { $0 * factor }
        interval = averted?.interval.map { $0.lowerBound * factor...$0.upperBound * factor }
        whyNoCalls = averted?.why ?? "\(question.nouns.many) averted are not known"
        guard let cost else {
            (model, perCall) = (nil, .none(question.whyNoCost ?? "the cost is not known"))
            return
        }
        guard let calls else {
            (model, perCall) = (nil, .none(whyNoCalls))
            return
        }
        guard let interval else {
            (model, perCall) = (nil, .none("the \(question.nouns.many) averted have no interval, so they may be none"))
            return
        }
        let quantile = (try? Normal.twoSidedQuantile(confidence: 0.95)) ?? 1.96
        let error = (interval.upperBound - interval.lowerBound) / (2 * quantile)
        let line = try? Coefficient("averted", estimate: calls, standardError: error, degreesOfFreedom: nil)
        model = line.flatMap { try? CostOfCalls(cost: cost, averted: $0) }
        guard interval.lowerBound > 0 else {
            let sign =
                interval.upperBound < 0
                ? "there were more \(question.nouns.many), not fewer"
                : "the interval of the \(question.nouns.many) averted holds zero"
            perCall = .none(sign)
            return
        }
        perCall = CostFindings.Amount(
            pounds: cost / calls,
            interval: cost / interval.upperBound...cost / interval.lowerBound
        )
    }

    /// The chance that the calls averted were worth more than the cost.
    func chance(_ unitCost: Double) -> Double? { try? model?.chanceWorthwhile(unitCost: unitCost) }

    /// The acceptability curve at round amounts and at the given ones.
    func curve(through given: [Double]) -> [CostFindings.Acceptability] {
        let round: [Double] = [10, 25, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000]
        return Set(round + given).sorted().compactMap { unitCost in
            chance(unitCost).map { CostFindings.Acceptability(unitCost: unitCost, probability: $0) }
        }
    }
}

extension CostFindings.Line {
    init(_ price: UnitPrice, _ question: CostQuestion, _ worth: Worth) {
        self.price = price
        unit = price.provenance == nil ? question.nouns.one : price.unit
        var factor: Double?, why: String?
        if let wanted = question.priceYear, price.provenance != nil {
            factor = price.priceYear.flatMap { question.deflator?.factor(from: $0, to: wanted) }
            if price.priceYear == nil {
                why = "the source gives no price year"
            } else if factor == nil {
                why = "the deflator has no \(price.priceYear ?? "") or no \(wanted)"
            }
        }
        (self.factor, whyNotUprated) = (factor, why)
        let pounds = price.pounds * (factor ?? 1)
        self.pounds = pounds
        breakEvenPerYear = worth.cost.map { $0 / (pounds * worth.factor) }
        benefit =
            worth.calls.map { calls in
                CostFindings.Amount(
                    pounds: pounds * calls,
                    interval: worth.interval.map { pounds * $0.lowerBound...pounds * $0.upperBound }
                )
            } ?? .none(worth.whyNoCalls)
        net = worth.calls.flatMap { calls in worth.cost.map { pounds * calls - $0 } }
        chance = worth.chance(pounds)
    }
}
