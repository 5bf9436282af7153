import Programme

extension CallsFindings {
    /// The document `commonground.calls/1`. Keys for analyses that were not run are absent.
    public var json: JSONValue {
        guard let model else { return windowsJSON }
        return model.json(method: method, outcome: source.words, evidence: evidence)
            .adding(unallocatedShare.map { [JSONMember("unallocated_share", .number($0))] } ?? [])
            .adding(suppressedBelow.map { [JSONMember("suppressed_below", .integer($0))] } ?? [])
            .adding(ending)
    }

    private var ending: [JSONMember] {
        beside + [
            JSONMember("events", .array(events.map(\.json))),
            JSONMember("series", .array(series.map(\.json))),
            JSONMember("quality", .array(quality.map(\.json))),
            JSONMember("verdict", .string(verdictWords)),
            JSONMember("statements", .array(statements.map(JSONValue.string))),
        ]
    }

    private var beside: [JSONMember] {
        let optional: [JSONMember?] = [
            sensitivity.map { JSONMember("sensitivity", $0.json) },
            falsification.map { JSONMember("falsification", $0.json) },
            unallocatedBounds.map { JSONMember("unallocated_bounds", $0.json) },
        ]
        return optional.compactMap { $0 } + [
            JSONMember("companions", .array(companions.map(\.json))),
            JSONMember("secondary_outcomes", .array(secondaryOutcomes.map(\.json))),
        ]
    }

    private var windowsJSON: JSONValue {
        let start: JSONValue = [
            "schema": .string("commonground.calls/1"), "method": .string(method.rawValue),
            "family": .string(CallsDesign.Family.quasipoisson.rawValue), "outcome": .string(source.words),
            "dispersion": .number(pooled.dispersion), "observations": .integer(pooled.observations),
            "df_residual": .count(pooled.degreesOfFreedom),
            "standard_errors": [
                "kind": .string("model"), "convention": .string("quasi-Poisson, dispersion included, t"),
            ],
            "effect": pooled.json,
        ]
        let why = pooled.dispersion == nil ? pooled.why.map { "dispersion and df_residual: \($0)" } : nil
        return start.adding(why.map { [JSONMember("why", .string($0))] } ?? []).adding([
            JSONMember("minimum_detectable_effect", detectable),
            JSONMember("evidence_level", evidence.json),
            JSONMember("areas", .array(areas.map(\.json))),
        ])
        .adding(unallocatedShare.map { [JSONMember("unallocated_share", .number($0))] } ?? [])
        .adding(suppressedBelow.map { [JSONMember("suppressed_below", .integer($0))] } ?? [])
        .adding(ending)
    }

    private var detectable: JSONValue {
        let numbers: JSONValue = [
            "rate_ratio": .number(detectableFall.map { 1 - $0 }), "power": .finite(0.8), "alpha": .finite(0.05),
            "months_before": .integer(windowMonths), "months_after": .integer(windowMonths),
        ]
        guard detectableFall == nil else { return numbers }
        return numbers.adding([JSONMember("why", .string(pooled.why ?? "there is nothing to compare"))])
    }
}

extension RateChange {
    var json: JSONValue {
        let numbers: JSONValue = ["rate_ratio": .number(ratio), "ci95": .interval(interval), "p": .number(p)]
        let chance = poissonInterval.map { [JSONMember("ci95_poisson", .interval($0))] } ?? []
        return numbers.adding(chance).adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension CallsFindings.Area {
    var json: JSONValue {
        let numbers: JSONValue = [
            "area": .string(area), "start": .string(start.description), "before": before?.json ?? .null,
            "after": after?.json ?? .null, "rate_ratio": .number(change.ratio), "ci95": .interval(change.interval),
            "p": .number(change.p), "dispersion": .number(change.dispersion),
        ]
        return numbers.adding(unallocatedBounds.map { [JSONMember("unallocated_bounds", $0.json)] } ?? []).adding(
            change.why.map { [JSONMember("why", .string($0))] } ?? []
        )
    }
}

extension CallsWindow {
    var json: JSONValue {
        let why = monthsPresent == 0 ? "every month is a gap" : "suppressed"
        let numbers: JSONValue = [
            "from": .string(first.description), "to": .string(last.description), "months": .integer(monthsWanted),
            "months_present": .integer(monthsPresent), "count": .count(count), "per_day": .number(perDay),
        ]
        return count == nil || perDay == nil ? numbers.adding([JSONMember("why", .string(why))]) : numbers
    }
}

extension QualityFlag {
    var json: JSONValue {
        JSONValue.object([JSONMember("flag", .string(kind.rawValue))])
            .adding(area.map { [JSONMember("area", .string($0))] } ?? [])
            .adding(month.map { [JSONMember("month", .string($0.description))] } ?? [])
            .adding(value.map { [JSONMember("value", .number($0))] } ?? [])
    }
}
