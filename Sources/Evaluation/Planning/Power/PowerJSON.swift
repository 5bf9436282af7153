extension PowerFindings {
    /// The document `commonground.power/1`; falls and powers are shares.
    public var json: JSONValue {
        let reason = why.map { [JSONMember("why", .string($0))] } ?? []
        let start: JSONValue = [
            "schema": .string("commonground.power/1"),
            "method": .string(plan.method.rawValue),
            "treated": .array(plan.treated.map(\.json)), "comparison": .array(plan.comparison.map(\.json)),
            "calls_per_month": .number(plan.callsPerMonth),
            "windows": [
                "months_before": .integer(plan.windows.monthsBefore),
                "months_after": .integer(plan.windows.monthsAfter),
            ],
            "alpha": .number(0.05), "power": .number(plan.power),
            "dispersion": .number(plan.dispersion?.value),
            "dispersion_source": .text(plan.dispersion.map { $0.source == .assumed ? "assumed" : "estimated" }),
            "autocorrelation": .number(plan.autocorrelation.value),
            "autocorrelation_source": .string(plan.autocorrelation.source == .assumed ? "assumed" : "estimated"),
            "seasons": [
                "source": .string(plan.seasons.source.rawValue),
                "months": .array(plan.seasons.months.map { .number($0) }),
            ],
            "closed_form": [
                "detectable_fall": .number(independentFall), "with_autocorrelation": .number(closedFall),
            ],
            "simulated": simulatedJSON,
            "detectable_fall": .number(detectableFall),
            "curve": .array(curve.map(\.json)),
            "expected": expected.json, "wait": wait.json,
            "by_areas": .array(byAreas.map(\.json)),
        ]
        return start.adding(reason).adding([
            JSONMember("verdict", .string(verdict)),
            JSONMember("statements", .array(statements.map(JSONValue.string))),
        ])
    }

    private var simulatedJSON: JSONValue {
        guard let simulated else {
            return ["simulations": .integer(plan.simulations), "why": .string(why ?? "no simulation was asked for")]
        }
        return [
            "detectable_fall": .number(simulated.fall), "monte_carlo_se": .number(simulated.fallError),
            "power": .number(simulated.power), "power_se": .number(simulated.powerError),
            "size": .number(simulated.size), "size_se": .number(simulated.sizeError),
            "size_margin": .number(simulated.sizeMargin), "size_sound": .bool(simulated.isSound),
            "failed": .integer(simulated.failed), "simulations": .integer(plan.simulations),
            "seed": .integer(Int(clamping: plan.seed)),
        ]
    }
}

extension PowerPlan.Area {
    fileprivate var json: JSONValue {
        let name = name.map { [JSONMember("area", .string($0))] } ?? []
        return JSONValue.object(name).adding([JSONMember("calls_per_month", .number(callsPerMonth))])
    }
}

extension PowerFindings.Point {
    fileprivate var json: JSONValue {
        [
            "fall": .number(fall), "closed_form_power": .number(normalPower), "power": .number(power),
            "power_se": .number(powerError),
        ]
    }
}

extension PowerFindings.Expected {
    fileprivate var json: JSONValue {
        let found: JSONValue = ["fall": .number(fall)]
        let way = reach.map {
            [JSONMember("kind", .string($0.kind)), JSONMember("people", .integer($0.people))]
        }
        return found.adding(way ?? []).adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension PowerFindings.Wait {
    fileprivate var json: JSONValue {
        let found: JSONValue = [
            "months_after": .count(months), "power": .number(power), "power_se": .number(powerError),
        ]
        return found.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}
