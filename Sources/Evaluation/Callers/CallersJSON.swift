import Programme

extension CallersFindings {
    /// The document `commonground.callers/1`; the naive ratio is a member of `adjusted` and stands nowhere else.
    public var json: JSONValue {
        let exposure: JSONValue = [
            "unit": .string("days"), "trained_before": .count(daysBefore), "trained_after": .count(daysAfter),
        ]
        let start = JSONValue.object([
            JSONMember("schema", .string("commonground.callers/1")),
            JSONMember("outcome", .string(options.source.words)),
            JSONMember("windows", windows.explained("no start is known")),
        ])
        .adding(options.threshold.map { [JSONMember("threshold", .integer($0))] } ?? [])
        .adding([
            JSONMember("people", people.explained("suppressed")),
            JSONMember("exposure", exposure.explained("suppressed")), JSONMember("adjusted", adjusted.json(options)),
            JSONMember("second_baseline", second.json(options)),
        ])
        return start.adding(comparison.map { [JSONMember("comparison", $0.json)] } ?? []).adding([
            JSONMember("concentration", .array(concentration.map(\.json))),
            JSONMember("effect", effectJSON),
            JSONMember("minimum_detectable_effect", detectable),
            JSONMember("evidence_level", ["scale": .string("Maryland SMS"), "level": .integer(evidenceLevel)]),
        ])
        .adding(options.suppressBelow.map { [JSONMember("suppressed_below", .integer($0))] } ?? [])
        .adding([
            JSONMember("verdict", .string(verdict.description)),
            JSONMember("statements", .array(statements.map(JSONValue.string))),
        ])
    }

    private var windows: JSONValue {
        [
            "start": .text(start?.description), "first_start": .text(starts?.lowerBound.description),
            "last_start": .text(starts?.upperBound.description), "months_before": .integer(options.monthsBefore),
            "months_after": .integer(options.monthsAfter), "transition_months": .integer(options.transitionMonths),
            "first_month": .text(months?.lowerBound.description), "last_month": .text(months?.upperBound.description),
        ]
    }

    private var people: JSONValue {
        let counts: JSONValue = [
            "listed": .count(listed), "in_baseline": .count(inBaseline), "trained": .count(trained),
        ]
        return counts.adding(comparison == nil ? [] : [JSONMember("comparison", .count(comparisonCallers))]).adding([
            JSONMember("trained_inside_a_month", .count(trainedInsideMonth)),
            JSONMember("missing_person_months", .count(missingMonths)),
            JSONMember("short_person_months", .count(shortMonths)),
            JSONMember("unresolved_rows", .count(unresolvedRows)),
            JSONMember("unresolved_calls", .count(unresolvedCalls)),
            JSONMember("excluded", .array(excluded.map(\.json))),
        ])
    }

    private var effectJSON: JSONValue {
        JSONValue.object([JSONMember("basis", .string(basis.rawValue))]).adding(effect.members)
    }

    private var detectable: JSONValue {
        let numbers: JSONValue = [
            "rate_ratio": .number(detectableFall.map { 1 - $0 }), "power": .finite(0.8), "alpha": .finite(0.05),
            "months_before": .integer(options.monthsBefore), "months_after": .integer(options.monthsAfter),
        ]
        guard detectableFall == nil else { return numbers }
        return numbers.adding([JSONMember("why", .string(effect.why ?? "there is no interval"))])
    }
}

extension CallersFindings.Excluded {
    var json: JSONValue {
        let count: JSONValue = ["reason": .string(reason.rawValue), "people": .count(people)]
        return count.explained("suppressed")
    }
}

extension CallersFindings.Ratio {
    /// Ratio, interval, what it rests on, and why something is missing.
    var members: [JSONMember] {
        [JSONMember("rate_ratio", .number(ratio)), JSONMember("ci95", .interval(interval))]
            + (p.map { [JSONMember("p", .number($0))] } ?? [])
            + [JSONMember("people", .count(people))]
            + (expected.map { [JSONMember("expected", .number($0))] } ?? [])
            + (observed.map { [JSONMember("observed", .integer($0))] } ?? [])
            + (why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension CallersFindings.Adjusted {
    func json(_ options: CallersOptions) -> JSONValue {
        JSONValue.object(change.members).adding([
            // No interval: the naive change is not to be taken for an estimate.
            JSONMember("naive", .object(naive.members.filter { $0.name != "ci95" })),
            JSONMember("law", law.json),
            JSONMember("resamples", .integer(options.resamples)),
            JSONMember("undefined_resamples", .integer(undefined)),
            JSONMember("seed", .integer(Int(clamping: options.seed))),
            JSONMember("interval", .string("percentile, people resampled, the law fitted anew each time")),
            JSONMember(
                "sensitivity",
                .array(sensitivity.map(\.json))
            ),
        ])
    }
}

extension CallersFindings.Variant {
    var json: JSONValue {
        let number: JSONValue = ["choice": .string(name), "rate_ratio": .number(ratio)]
        return number.explained("no trained caller is left, or suppressed")
    }
}

extension CallersFindings.Law {
    var json: JSONValue {
        let method = tailFrom.map { "negative binomial cut off below \($0)" } ?? "negative binomial over all callers"
        let numbers: JSONValue = [
            "method": .string(method), "people": .count(people), "mean_per_year": .number(meanPerYear),
            "theta": .number(theta), "weakly_identified": .bool(isWeak),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension CallersFindings.Second {
    func json(_ options: CallersOptions) -> JSONValue {
        JSONValue.object(change.members).adding([
            JSONMember("recommended", .bool(change.ratio != nil)),
            JSONMember("ratio_before_training", .number(ratioBeforeTraining)),
            JSONMember("months_earlier", .integer(monthsEarlier)),
            JSONMember("seed", .integer(Int(clamping: options.seed))),
        ])
    }
}

extension CallersFindings.Comparison {
    var json: JSONValue {
        let ancova = JSONValue.object(ancova.members).adding([
            JSONMember("log_ratio", .number(ancovaLog?.estimate)), JSONMember("se", .number(ancovaLog?.standardError)),
            JSONMember("theta", .number(theta)), JSONMember("half_a_call_added", .bool(addedHalf)),
            JSONMember("model", .string("negative binomial: after on log before and trained, offset log exposed days")),
        ])
        let difference = JSONValue.object(difference.members).adding([
            JSONMember("log_ratio", .number(differenceLog?.estimate)),
            JSONMember("se", .number(differenceLog?.standardError)), JSONMember("clusters", .count(clusters)),
            JSONMember("convention", .string("Poisson with levels of people and periods, CR1 by person, t on G - 1")),
            JSONMember("naive_poisson_se", .number(naiveError)), JSONMember("se_factor", .number(errorFactor)),
        ])
        let limit = "theta: the calls after vary no more than chance (alternation limit)"
        let people: JSONValue = [
            "people": .count(comparisonPeople), "ancova": ancova.explained(limit),
            "difference_in_differences": difference,
        ]
        return people.explained("suppressed")
    }
}

extension CallersFindings.Share {
    var json: JSONValue {
        let numbers: JSONValue = [
            "top_percent": .integer(percent), "people": .count(people), "calls": .count(calls), "share": .number(share),
        ]
        return share == nil ? numbers.adding([JSONMember("why", .string("suppressed"))]) : numbers
    }
}
