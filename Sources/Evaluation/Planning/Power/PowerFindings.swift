import Statistics

/// What a planned comparison could see, before anybody is trained.
public struct PowerFindings: Hashable, Sendable {
    /// The power of one size of fall.
    public struct Point: Hashable, Sendable {
        /// The fall as a share.
        public let fall: Double
        /// Its power in closed form.
        public let normalPower: Double
        /// Its simulated power; nil without simulations.
        public let power: Double?
        /// The standard error of ``power`` from the number of simulations.
        public let powerError: Double?
    }

    /// What simulating months and analysing each tells.
    public struct Simulated: Hashable, Sendable {
        /// The smallest fall seen with the wanted chance; nil when even a fall of 99 % is seen too rarely.
        public let fall: Double?
        /// The standard error of ``fall`` from the number of simulations.
        public let fallError: Double?
        /// The power at ``fall``.
        public let power: Double?
        /// The standard error of ``power``.
        public let powerError: Double?
        /// The share of simulations without an effect in which one is found.
        public let size: Double
        /// The standard error of ``size``.
        public let sizeError: Double
        /// How far the size of a sound analysis strays from 5 % by the number of simulations alone.
        public let sizeMargin: Double
        /// Whether the size is as it should be.
        public let isSound: Bool
        /// Simulations that could not be analysed.
        public let failed: Int
    }

    /// What the plan expects.
    public struct Expected: Hashable, Sendable {
        /// The fall as a share of all calls; nil when none can be told.
        public let fall: Double?
        /// The way that gives it, when people were given.
        public let reach: DilutionReach?
        /// Why it is nil.
        public let why: String?
    }

    /// How long must be waited until the expected fall could be seen.
    public struct Wait: Hashable, Sendable {
        /// Months after the start; nil when not even 60 would do.
        public let months: Int?
        /// The simulated power then; nil without simulations.
        public let power: Double?
        /// The standard error of ``power``.
        public let powerError: Double?
        /// Why ``months`` is nil.
        public let why: String?
    }

    /// The longest wait that is looked at, in months after the start.
    public static let longestWait = 60

    /// The plan as given.
    public let plan: PowerPlan
    /// The smallest fall seen in closed form, months taken as independent; nil when the plan has no such comparison.
    public let independentFall: Double?
    /// The same with the plan's autocorrelation.
    public let closedFall: Double?
    /// The same by simulation, with the size beside it; nil without simulations.
    public let simulated: Simulated?
    /// The power by size of fall, from none to twice the detectable one.
    public let curve: [Point]
    /// What is expected.
    public let expected: Expected
    /// How long must be waited.
    public let wait: Wait
    /// How many people, in how few areas; by the closed form with autocorrelation.
    public let byAreas: [PeopleInAreas]
    /// Why nothing is told.
    public let why: String?

    /// The smallest fall that can be relied on to be seen: the larger of the closed form and the simulated one; nil when there
    /// is none.
    public var detectableFall: Double? {
        guard let closedFall else { return nil }
        guard plan.simulations > 0 else { return closedFall }
        return simulated?.fall.map { max(closedFall, $0) }
    }

    /// Whether the plan's expected fall could be seen; nil when one of the two cannot be told.
    public var isEnough: Bool? {
        guard let fall = expected.fall, closedFall != nil else { return nil }
        return detectableFall.map { fall >= $0 } ?? false
    }

    /// Works a plan out.
    ///
    /// - Parameter plan: The plan. A comparison that cannot be made gives findings with a reason.
    /// - Throws: A ``DilutionRefusal`` for numbers that cannot be.
    /// - Complexity: O(30 × simulations) analyses on all cores; O(areas × 60) without.
    public init(evaluating plan: PowerPlan) throws(DilutionRefusal) {
        try plan.check()
        self.plan = plan
        expected = try Expected(plan.expectation)
        guard plan.dispersion != nil, let analysis = try? plan.analysis(),
            let independent = try? analysis.detectableFall(power: plan.power),
            let closed = try? analysis.detectableFall(power: plan.power, autocorrelated: true)
        else {
            (independentFall, closedFall, simulated, curve, byAreas) = (nil, nil, nil, [], [])
            let reason = plan.reasonForNothing
            why = reason
            wait = Wait(months: nil, power: nil, powerError: nil, why: reason)
            return
        }
        (independentFall, closedFall) = (independent, closed)
        simulated = plan.simulations > 0 ? Simulated(analysis, plan) : nil
        why = simulated.map { $0.fall == nil } == true ? "simulated: even a fall of 99 % would be seen too rarely" : nil
        curve = Self.curve(analysis, plan, simulated, reach: max(closed, simulated?.fall ?? 0))
        wait = Wait(plan, expected)
        byAreas = Self.byAreas(plan, expected)
    }

    private static func curve(
        _ analysis: any PowerAnalysis,
        _ plan: PowerPlan,
        _ simulated: Simulated?,
        reach: Double
    ) -> [Point] {
        var points: [Point] = []
        for fall in (0...8).map({ min(0.99, reach * Double($0) / 4) }) where points.last?.fall != fall {
            guard let normal = try? analysis.normalPower(ratio: 1 - fall, autocorrelated: true) else { continue }
            var found = simulated.map { (power: $0.size, error: $0.sizeError) }
            if simulated != nil, fall > 0 {
                found = try? analysis.simulatedShare(
                    ratio: 1 - fall,
                    simulations: plan.simulations,
                    seed: plan.seed
                )
            }
            points.append(
                Point(fall: fall, normalPower: normal, power: found?.power, powerError: found?.error)
            )
        }
        return points
    }

    private static func byAreas(_ plan: PowerPlan, _ expected: Expected) -> [PeopleInAreas] {
        func detectable(_ areas: Int) -> Double? {
            try? plan.analysis(areas: areas).detectableFall(power: plan.power, autocorrelated: true)
        }
        guard case .people(let people) = plan.expectation, let reach = expected.reach, let fall = expected.fall else {
            return []
        }
        return people.peopleByAreas(reach, expectedFall: fall, detectable: detectable)
    }
}

extension PowerFindings.Simulated {
    init?(_ analysis: any PowerAnalysis, _ plan: PowerPlan) {
        let (count, seed) = (plan.simulations, plan.seed)
        let found = (try? analysis.detectable(power: plan.power, simulations: count, seed: seed)) ?? nil
        guard let tried = found?.simulated ?? (try? analysis.power(ratio: 1, simulations: count, seed: seed)) else {
            return nil
        }
        (fall, fallError) = (found.map { 1 - $0.ratio }, found?.ratioError)
        (power, powerError) = (found?.simulated.power, found?.simulated.powerError)
        (size, sizeError, sizeMargin) = (tried.size, tried.sizeError, tried.sizeMargin)
        (isSound, failed) = (tried.isSound, tried.failed)
    }
}

extension PowerFindings.Expected {
    init(_ expectation: PowerPlan.Expectation) throws(DilutionRefusal) {
        switch expectation {
        case .unknown: (fall, reach, why) = (nil, nil, "nobody said what fall is expected")
        case .fall(let share): (fall, reach, why) = (share, nil, nil)
        case .people(let plan):
            let best = try DilutionFindings(evaluating: plan).best
            let expected = best?.expectedFall ?? 0
            reach = expected > 0 ? best?.reach : nil
            (fall, why) = expected > 0 ? (expected, nil) : (nil, "no way expects any fall")
        }
    }
}

extension PowerFindings.Wait {
    init(_ plan: PowerPlan, _ expected: PowerFindings.Expected) {
        func seen(_ months: Int) -> Double? {
            try? plan.analysis(monthsAfter: months).detectableFall(power: plan.power, autocorrelated: true)
        }
        guard let fall = expected.fall else {
            (months, power, powerError, why) = (nil, nil, nil, expected.why)
            return
        }
        let longest = PowerFindings.longestWait
        guard let found = (1...longest).first(where: { (seen($0) ?? 1) <= fall }) else {
            let end = seen(longest).map { ", a comparison sees \(Wording.percent($0)) at the least" } ?? ""
            (months, power, powerError) = (nil, nil, nil)
            why = "even with \(longest) months after the start\(end)"
            return
        }
        let analysis = try? plan.analysis(monthsAfter: found)
        let simulated =
            plan.simulations > 0
            ? try? analysis?.simulatedShare(ratio: 1 - fall, simulations: plan.simulations, seed: plan.seed) : nil
        (months, power, powerError, why) = (found, simulated?.power, simulated?.error, nil)
    }
}

extension PowerPlan {
    /// Why the comparison cannot be made.
    var reasonForNothing: String {
        if treated.isEmpty { return "no treated area has a count" }
        if dispersion == nil { return "the dispersion needs 6 months on record with calls in them" }
        if method == .differences, comparison.isEmpty { return "there is no area to compare with" }
        do throws(StatisticsError) {
            _ = try analysis().detectableFall(power: power)
            return "the comparison cannot be computed"
        } catch {
            switch error {
            case .shortSeries(let before, let after, let neededBefore, let neededAfter):
                return "an interrupted time series needs \(neededBefore) months before and \(neededAfter) after; "
                    + "there are \(before) and \(after)"
            case .tooFew where method == .differences: return "three areas are needed, one of them to compare with"
            case .tooFew: return "three months are needed, one on each side at least"
            default: return error.description
            }
        }
    }

    /// Refuses numbers that cannot be.
    func check() throws(DilutionRefusal) {
        for area in treated + comparison {
            try DilutionPlan.require(area.callsPerMonth, "number of calls a month", 1e-9...1e12, "above 0")
        }
        try DilutionPlan.require(Double(treated.count + comparison.count), "number of areas", 0...1e4, "at most 10,000")
        try DilutionPlan.require(Double(windows.monthsBefore), "window before", 1...600, "1 to 600 months")
        try DilutionPlan.require(Double(windows.monthsAfter), "window after", 1...600, "1 to 600 months")
        if let dispersion {
            try DilutionPlan.require(dispersion.value, "dispersion", 1e-6...1e6, "above 0; 1 is pure chance")
        }
        try DilutionPlan.require(autocorrelation.value, "autocorrelation", 0...0.99, "from 0 to 0.99")
        try DilutionPlan.require(power, "power", 0.01...0.999, "from 0.01 to 0.999")
        let allowed = simulations == 0 ? 0.0...0 : 100...1e6
        try DilutionPlan.require(Double(simulations), "number of simulations", allowed, "100 to 1,000,000")
        for factor in seasons.months {
            try DilutionPlan.require(factor, "height of the summer", 1e-9...1e3, "from 0 to below 1")
        }
        if case .fall(let share) = expectation {
            try DilutionPlan.require(share, "expected fall", 1e-9...0.99, "above 0 and at most 0.99")
        }
    }
}
