import Programme

extension RolloutFindings {
    /// The document `commonground.rollout/1`; falls are shares.
    public var json: JSONValue {
        let reasons = [
            plan.people == nil ? "people: only areas are known, where one person may stand in two" : nil,
            spread == nil ? "spread: nothing is counted" : nil,
            concentration == nil ? "concentrated: no area can become visible that is not so yet" : nil,
        ]
        .compactMap { $0 }
        let document: JSONValue = [
            "schema": .string("commonground.rollout/1"),
            "counted_by": .string("where people live and work, once in each area; never the venue"),
            "people": .count(plan.people), "people_in_areas": .integer(placedPeople),
            "unknown_place": .integer(plan.unknown),
            "windows": [
                "months_before": .integer(plan.windows.monthsBefore),
                "months_after": .integer(plan.windows.monthsAfter),
            ],
            "effect": plan.effect.json,
            "areas": .array(areas.map { area in area.json(next: next.firstIndex { $0.plan.name == area.plan.name }) }),
            "next": .array(next.map { ["area": .string($0.plan.name), "further_people": .count($0.furtherPeople)] }),
            "further_people": .integer(plan.furtherPeople),
            "spread": spread?.json ?? .null, "concentrated": concentration?.json ?? .null,
            "stepped_wedge": order.json(plan),
            "verdict": .string(verdict), "statements": .array(statements.map(JSONValue.string)),
        ]
        return document.adding(reasons.isEmpty ? [] : [JSONMember("why", .string(reasons.joined(separator: "; ")))])
    }
}

extension TrainingEffect {
    fileprivate var json: JSONValue {
        [
            "preventable": .number(preventable), "effect": .number(effect), "sparing_share": .number(sparingShare),
            "calls_spared": .number(callsSpared), "caller_share": .number(callerShare),
            "calls_each": .number(callsEach),
            "caller_effect": .number(callerEffect),
        ]
    }
}

extension RolloutFindings.Area {
    fileprivate func json(next: Int?) -> JSONValue {
        let (live, work) = liveAndWork
        let numbers: JSONValue = [
            "area": .string(plan.name), "trained": .integer(people), "live": .count(live), "work": .count(work),
            "residents": .number(plan.residents), "trained_per_1000": .number(dose),
            "by_month": .array(
                byMonth.map {
                    [
                        "month": .string($0.month.description), "trained": .integer($0.trained),
                        "so_far": .integer($0.total),
                    ]
                }
            ),
            "calls_per_year": .number(plan.callsPerYear), "calls_per_1000": .number(callsPerThousand),
            "dispersion": .number(dispersion.value),
            "dispersion_source": .string(dispersion.source == .assumed ? "assumed" : "estimated"),
            "detectable_fall": .number(detectableFall), "expected_fall": .number(expectedFall), "kind": .text(kind),
            "visible": .bool(isVisible), "needed_people": .count(neededPeople),
            "further_people": .count(furtherPeople), "next": .count(next.map { $0 + 1 }),
        ]
        let reasons = [
            why, plan.residents == nil ? "residents: not known" : nil,
            live == nil || work == nil ? "live and work: the months do not all say" : nil,
            next == nil && isVisible ? "next: visible already" : nil,
        ]
        .compactMap { $0 }
        return numbers.adding(reasons.isEmpty ? [] : [JSONMember("why", .string(reasons.joined(separator: "; ")))])
    }
}

extension RolloutFindings.Spread {
    fileprivate var json: JSONValue {
        [
            "expected_fall": .number(expectedFall), "detectable_fall": .number(detectableFall),
            "visible": .bool(isVisible), "visible_areas": .integer(visibleAreas),
        ]
    }
}

extension RolloutFindings.Concentration {
    fileprivate var json: JSONValue {
        [
            "places": .array(
                places.map {
                    ["area": .string($0.area), "people": .integer($0.people), "visible": .bool($0.isVisible)]
                }
            ),
            "visible_areas": .integer(visibleAreas),
        ]
    }
}

extension RolloutOrder {
    fileprivate func json(_ plan: RolloutPlan) -> JSONValue {
        let steps: JSONValue = .array(
            self.steps.enumerated().map { place, areas in
                [
                    "step": .integer(place + 1), "from_month": .integer((place + 1) * plan.steps.months + 1),
                    "areas": .array(areas.map(JSONValue.string)),
                ]
            }
        )
        let numbers: JSONValue = [
            "steps": .integer(plan.steps.count), "step_months": .integer(plan.steps.months),
            "seed": .integer(Int(clamping: plan.steps.seed)), "balanced": .bool(plan.steps.isBalanced), "order": steps,
            "within": .number(within), "between": .number(between), "variance": .number(variance),
            "detectable_fall": .number(detectableFall), "decay": .number(plan.steps.decay),
            "decayed_variance": .number(decayedVariance), "decayed_detectable_fall": .number(decayedFall),
            "expected_fall": .number(expectedFall), "months": .integer(months),
            "step_months_needed": .count(stepMonthsNeeded), "months_needed": .count(monthsNeeded),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}
