import Statistics

/// A randomised order in which areas start, step by step, and what it could show.
///
/// On the scale of logarithms the variance of an area's period is φ over its mean count, and the variance between areas the
/// squared coefficient of variation of their calls.
public struct RolloutOrder: Hashable, Sendable {
    /// The areas that start in each step, first step first; empty when there are too few.
    public let steps: [[String]]
    /// σ², the variance of one area's period.
    public let within: Double?
    /// τ², the variance between areas.
    public let between: Double?
    /// The variance of the effect by Hussey and Hughes's closed form.
    public let variance: Double?
    /// The smallest fall it could see.
    public let detectableFall: Double?
    /// The variance with the plan's decay.
    public let decayedVariance: Double?
    /// The smallest fall it could see with the plan's decay.
    public let decayedFall: Double?
    /// The fall that is expected of the areas that have started.
    public let expectedFall: Double?
    /// The months of a step with which the expected fall could be seen, in a rollout of up to 60 months; nil when none would do.
    public let stepMonthsNeeded: Int?
    /// Why something is nil.
    public let why: String?

    /// Months until such a rollout of the plan's own steps can be read: one period without training, and one for each step.
    public let months: Int
    /// Months until it can be read with ``stepMonthsNeeded``.
    public let monthsNeeded: Int?

    init(_ plan: RolloutPlan, _ areas: [RolloutFindings.Area]) {
        let steps = plan.steps
        months = (steps.count + 1) * steps.months
        let known = areas.filter { ($0.plan.callsPerYear ?? 0) > 0 }
        let calls = known.compactMap(\.plan.callsPerYear)
        let dealt: SteppedWedge
        do throws(StatisticsError) {
            dealt =
                try steps.isBalanced
                ? SteppedWedge(dealing: Self.strata(calls, of: steps.count), steps: steps.count, seed: steps.seed)
                : SteppedWedge(dealing: known.count, steps: steps.count, seed: steps.seed)
        } catch {
            (self.steps, within, between, variance, detectableFall) = ([], nil, nil, nil, nil)
            (decayedVariance, decayedFall, expectedFall, stepMonthsNeeded, monthsNeeded) = (nil, nil, nil, nil, nil)
            why =
                "\(Wording.count(steps.count)) steps need as many areas with counts; there are \(Wording.count(known.count))"
            return
        }
        self.steps = (1...steps.count).map { step in
            known.indices.filter { dealt.starts[$0] == step }.map { known[$0].plan.name }
        }
        let total = calls.reduce(0, +), mean = total / Double(calls.count)
        let phi = known.reduce(0) { $0 + $1.dispersion.value * ($1.plan.callsPerYear ?? 0) } / total
        let spread = calls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(calls.count - 1)
        let variation = plan.variation.map { $0 * $0 } ?? spread / (mean * mean)
        func noise(_ months: Int) -> Double { phi / (mean * Double(months) / 12) }
        func fall(_ variance: Double?) -> Double? {
            variance.flatMap { try? SteppedWedge.detectableFall(variance: $0) }
        }
        func decayed(_ months: Int) -> Double? {
            try? dealt.variance(within: noise(months), between: variation, decay: steps.decay)
        }
        within = noise(steps.months)
        between = variation
        variance = try? dealt.variance(within: noise(steps.months), between: variation)
        detectableFall = fall(variance)
        decayedVariance = decayed(steps.months)
        decayedFall = fall(decayedVariance)
        let expected = plan.expectedFall ?? Self.spreadFall(known, plan)
        expectedFall = expected
        let longest = PowerFindings.longestWait / (steps.count + 1)
        let enough = longest < 1 ? nil : (1...longest).first { (fall(decayed($0)) ?? 1) <= expected }
        stepMonthsNeeded = enough
        monthsNeeded = enough.map { $0 * (steps.count + 1) }
        why = enough == nil ? "step_months_needed: not within \(PowerFindings.longestWait) months" : nil
    }

    /// Areas by falling calls, in strata of one for each step.
    private static func strata(_ calls: [Double], of steps: Int) -> [Int] {
        var strata = Array(repeating: 0, count: calls.count)
        let order = calls.indices.sorted { (calls[$1], $0) < (calls[$0], $1) }
        for (place, area) in order.enumerated() { strata[area] = place / steps }
        return strata
    }

    /// What the further people could give, spread evenly over the areas.
    private static func spreadFall(_ areas: [RolloutFindings.Area], _ plan: RolloutPlan) -> Double {
        let each = Double(plan.furtherPeople) / Double(max(1, areas.count))
        let total = areas.reduce(0) { $0 + ($1.plan.callsPerYear ?? 0) }
        let spared = areas.reduce(0) { sum, area in
            let calls = area.plan.callsPerYear ?? 0
            let ways = plan.effect.ways(residents: area.plan.residents, callsPerYear: calls)
            return sum + (ways.map { min($0.ceiling, each * $0.fallEach) }.max() ?? 0) * calls
        }
        return total > 0 ? spared / total : 0
    }
}
