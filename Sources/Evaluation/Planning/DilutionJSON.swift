extension DilutionFindings {
    /// The document `commonground.dilution/1`; falls are shares, not percentages.
    public var json: JSONValue {
        let needed: JSONValue = [
            "people": .count(neededPeople), "areas": .count(neededAreas),
            "people_in_one_area": .count(neededPeopleInOneArea),
        ]
        let start: JSONValue = [
            "schema": .string("commonground.dilution/1"),
            "people": .integer(plan.people), "areas": .integer(plan.areas),
            "area_calls_per_year": .number(plan.callsPerYear),
            "windows": [
                "months_before": .integer(plan.windows.monthsBefore),
                "months_after": .integer(plan.windows.monthsAfter),
            ],
            "dispersion": .number(plan.dispersion.value),
            "dispersion_source": .string(plan.dispersion.source == .assumed ? "assumed" : "estimated"),
            "detectable_fall": .number(detectableFall),
            "reaches": .array(reaches.map(\.json)),
            "needed": needed.adding(whyNeeded.map { [JSONMember("why", .string($0))] } ?? []),
        ]
        return start.adding(concentrated.map { [JSONMember("concentrated", $0.json)] } ?? []).adding([
            JSONMember("verdict", .string(verdict)),
            JSONMember("statements", .array(statements.map(JSONValue.string))),
        ])
    }
}

extension DilutionFindings.Reach {
    var json: JSONValue {
        let numbers: JSONValue = [
            "kind": .string(reach.kind), "people": .integer(reach.people), "expected_fall": .number(expectedFall),
            "short_by_factor": .number(shortByFactor), "needed_people": .count(neededPeople),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension DilutionFindings.Concentrated {
    var json: JSONValue {
        [
            "wards": .integer(concentration.wards), "residents_each": .integer(concentration.residentsEach),
            "calls_per_year": .number(callsPerYear), "calls_spread_like_residents": .bool(spreadsCallsEvenly),
            "detectable_fall": .number(detectableFall), "reaches": .array(reaches.map(\.json)),
        ]
    }
}
