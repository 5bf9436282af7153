import Statistics

extension DilutionFindings {
    /// Works a plan out in closed form.
    ///
    /// The detectable fall is 1 - exp(-(z₀.₉₇₅ + z₀.₈) √(φ (1/m₁ + 1/m₀))) with m₀ and m₁ the calls expected in the whole
    /// windows, before trend and autocorrelation, which make it larger.
    /// - Throws: A ``DilutionRefusal`` for numbers that contradict each other.
    /// - Complexity: O(ways × areas).
    public init(evaluating plan: DilutionPlan) throws(DilutionRefusal) {
        try plan.check()
        self.plan = plan
        let detectable = try plan.detectableFall(callsPerYear: plan.callsPerYear)
        detectableFall = detectable
        reaches = plan.reaches.map { Reach($0, callsPerYear: plan.callsPerYear, detectableFall: detectable) }
        concentrated = try plan.concentration.map { wards throws(DilutionRefusal) in try Concentrated(wards, of: plan) }
        let best = reaches.max { ($0.expectedFall ?? 0) < ($1.expectedFall ?? 0) }
        guard let best, let factor = best.shortByFactor, let expected = best.expectedFall else {
            (neededPeople, neededAreas, neededPeopleInOneArea) = (nil, nil, nil)
            whyNeeded = "no way expects any fall"
            return
        }
        let people = (Double(plan.people) * factor).rounded(.up)
        let possible = best.neededPeople != nil && people <= Double(plan.residents ?? .max)
        neededPeople = possible ? Int(exactly: people) : nil
        neededAreas = try plan.areasEnough(for: best.reach, expectedFall: expected)
        neededPeopleInOneArea = try plan.peopleInOneArea(for: best.reach, expectedFall: expected)
        var reasons: [String] = []
        if neededPeople == nil { reasons.append("people: \(best.why ?? "there are not that many residents")") }
        if neededPeopleInOneArea == nil {
            reasons.append("people_in_one_area: not even everybody in one area would be enough")
        }
        if neededAreas == nil { reasons.append("areas: even in one area the same people would not be enough") }
        whyNeeded = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }
}

extension DilutionFindings.Reach {
    init(_ reach: DilutionReach, callsPerYear: Double, detectableFall: Double) {
        self.reach = reach
        if let reason = reach.impossibility(callsPerYear: callsPerYear) {
            (expectedFall, shortByFactor, neededPeople, why) = (nil, nil, nil, reason)
            return
        }
        let expected = reach.expectedFall(callsPerYear: callsPerYear)
        expectedFall = expected
        guard expected > 0, detectableFall / expected < 1e15 else {
            (shortByFactor, neededPeople, why) = (nil, nil, "no fall is expected")
            return
        }
        let factor = detectableFall / expected
        shortByFactor = factor
        guard detectableFall <= reach.ceiling, let people = Int(exactly: (Double(reach.people) * factor).rounded(.up))
        else {
            let most = "this way could give at most \(Wording.percent(reach.ceiling))"
            (neededPeople, why) = (nil, "\(most), less than the \(Wording.percent(detectableFall)) that could be seen")
            return
        }
        (neededPeople, why) = (people, nil)
    }
}

extension DilutionFindings.Concentrated {
    init(_ wards: DilutionPlan.Concentration, of plan: DilutionPlan) throws(DilutionRefusal) {
        let residents = wards.wards * wards.residentsEach
        let spread = plan.residents.map { plan.callsPerYear * Double(residents) / Double($0) }
        guard let calls = wards.callsPerYear ?? spread, calls > 0 else {
            throw .outsideRange(name: "calls a year in the wards", value: wards.callsPerYear ?? 0, expected: "above 0")
        }
        let detectable = try plan.detectableFall(callsPerYear: calls)
        concentration = wards
        callsPerYear = calls
        spreadsCallsEvenly = wards.callsPerYear == nil
        detectableFall = detectable
        reaches = plan.reaches.map { reach in
            var there = reach
            if case .residents(let people, _, let preventable, let effect) = reach {
                there = .residents(people: people, of: residents, preventable: preventable, effect: effect)
            }
            return DilutionFindings.Reach(there, callsPerYear: calls, detectableFall: detectable)
        }
    }
}

extension DilutionPlan {
    /// The smallest fall the windows could show among so many calls a year.
    func detectableFall(callsPerYear: Double) throws(DilutionRefusal) -> Double {
        do throws(StatisticsError) {
            return try detectableRateFall(
                expectedBefore: callsPerYear * Double(windows.monthsBefore) / 12,
                expectedAfter: callsPerYear * Double(windows.monthsAfter) / 12,
                dispersion: dispersion.value
            )
        } catch {
            throw .outsideRange(name: "calls a year", value: callsPerYear, expected: "above 0 (\(error))")
        }
    }

    /// In how many of the areas, each with an equal part of the calls, the same people would just be enough.
    func areasEnough(for reach: DilutionReach, expectedFall: Double) throws(DilutionRefusal) -> Int? {
        for count in stride(from: areas, through: 1, by: -1) {
            let share = Double(count) / Double(areas)
            let expected = expectedFall / share
            guard expected <= reach.ceiling else { return nil }
            if expected >= (try detectableFall(callsPerYear: callsPerYear * share)) { return count }
        }
        return nil
    }

    /// How many people one of the areas would take by itself.
    func peopleInOneArea(for reach: DilutionReach, expectedFall: Double) throws(DilutionRefusal) -> Int? {
        let share = 1 / Double(areas)
        let detectable = try detectableFall(callsPerYear: callsPerYear * share)
        let needed = (Double(people) * detectable / (expectedFall / share)).rounded(.up)
        let limit = residents.map { Double($0) * share } ?? .infinity
        return detectable <= reach.ceiling && needed <= limit ? Int(exactly: needed) : nil
    }

    /// Refuses numbers that cannot be.
    func check() throws(DilutionRefusal) {
        try Self.require(Double(people), "number of people", 1...1e9, "a whole number above 0")
        try Self.require(Double(areas), "number of areas", 1...1e5, "between 1 and 100,000")
        try Self.require(callsPerYear, "number of calls a year", 1...1e12, "at least 1")
        try Self.require(Double(windows.monthsBefore), "window before", 1...600, "1 to 600 months")
        try Self.require(Double(windows.monthsAfter), "window after", 1...600, "1 to 600 months")
        try Self.require(dispersion.value, "dispersion", 1e-6...1e6, "above 0; 1 is pure chance")
        guard !reaches.isEmpty else { throw .noReach }
        if let residents {
            try Self.require(Double(residents), "number of residents", 1...1e10, "above 0")
            guard people <= residents else { throw .morePeopleThanResidents(people: people, residents: residents) }
        }
        for reach in reaches { try check(reach) }
        guard let concentration else { return }
        try Self.require(Double(concentration.wards), "number of wards", 1...1e5, "above 0")
        try Self.require(Double(concentration.residentsEach), "number of residents a ward", 1...1e8, "above 0")
        let together = concentration.wards * concentration.residentsEach
        if let residents, together > residents { throw .wardsTooLarge(residents: together, areaResidents: residents) }
        guard people <= together else { throw .morePeopleThanResidents(people: people, residents: together) }
        if concentration.callsPerYear == nil, residents == nil {
            throw .outsideRange(
                name: "number of residents",
                value: 0,
                expected: "given when wards are, or the wards' own calls"
            )
        }
        if let calls = concentration.callsPerYear {
            try Self.require(calls, "calls a year in the wards", 1...callsPerYear, "at most the area's")
        }
    }

    private func check(_ reach: DilutionReach) throws(DilutionRefusal) {
        guard reach.people >= 0, reach.people <= people else {
            throw .reachBeyondPeople(kind: reach.kind, reach: reach.people, people: people)
        }
        switch reach {
        case .residents(let people, let residents, let preventable, let effect):
            try Self.require(Double(residents), "number of residents", 1...1e10, "above 0")
            guard people <= residents else { throw .morePeopleThanResidents(people: people, residents: residents) }
            try Self.require(preventable, "preventable share", 0...1, "between 0 and 1")
            try Self.require(effect, "effect on a person", 0...1, "between 0 and 1")
        case .callsPerPerson(_, let avoided):
            try Self.require(avoided, "number of calls avoided a person", 0...1e6, "0 or more")
        case .ownCalls(_, let each, let effect):
            try Self.require(each, "number of own calls a person", 0...1e6, "0 or more")
            try Self.require(effect, "effect on own calls", 0...1, "between 0 and 1")
        }
        if let reason = reach.impossibility(callsPerYear: callsPerYear) {
            throw .impossibleReach(kind: reach.kind, reason: reason)
        }
    }

    static func require(
        _ value: Double,
        _ name: String,
        _ allowed: ClosedRange<Double>,
        _ expected: String
    ) throws(DilutionRefusal) {
        guard allowed.contains(value) else { throw .outsideRange(name: name, value: value, expected: expected) }
    }
}
