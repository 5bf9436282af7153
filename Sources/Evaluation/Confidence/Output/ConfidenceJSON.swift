import Programme

extension ConfidenceFindings {
    /// The document `commonground.confidence/1`. Keys for analyses that were not run are absent.
    public var json: JSONValue {
        JSONValue.object([
            JSONMember("schema", .string("commonground.confidence/1")),
            JSONMember("items", .integer(items)),
            JSONMember("attendees", .count(knownAttendees)),
            JSONMember("comparisons", .array(comparisons.map(\.json))),
            JSONMember("reliability", .array(reliability.map(\.json))),
            JSONMember("lasting", .array(lasting.map(\.json))),
            JSONMember("attrition", attrition.json),
        ])
        .adding(knownAttendees == nil ? [MissingReason(["attendees"], "suppressed")].member : [])
        .adding(guardItems.isEmpty ? [] : [JSONMember("guard", .array(guardItems.map(\.json)))])
        .adding(suppressedBelow.map { [JSONMember("suppressed_below", .integer($0))] } ?? [])
        .adding(primaryMember)
        .adding(plan.map { [JSONMember("plan", $0.json)] } ?? [])
        .adding(questions.isEmpty ? [] : [JSONMember("questions", .array(questions.map(\.json)))])
        .adding(supporting.members)
        .adding(flow.isEmpty ? [] : [JSONMember("flow", .array(flow.map(\.json)))])
        .adding(groups.isEmpty ? [] : [JSONMember("groups", .array(groups.map(\.json)))])
        .adding([JSONMember("distributions", .array(distributions.map(\.json)))])
        .adding([JSONMember("findings", .array(findings.map(\.json)))])
        .adding([
            JSONMember("methods", .array(methods.map(JSONValue.string))),
            JSONMember("verdict", .string(verdict.description)),
            JSONMember("statements", .array(statements.map(JSONValue.string))),
        ])
    }
}

extension ConfidenceFindings {
    private var knownAttendees: Int? {
        (1..<(suppressedBelow ?? 1)).contains(attendees) ? nil : attendees
    }
}

extension ConfidenceFindings {
    /// The main question with its answer, from which answers outside their window are left out.
    private var primaryMember: [JSONMember] {
        guard let primary, let comparison = primaryComparison else { return [] }
        let question: JSONValue = [
            "item": .string(primary.measure.name), "from": .string(primary.from.name), "to": .string(primary.to.name),
            "pairs": .count(comparison.pairs), "mean_change": .number(comparison.meanChange),
            "change_ci95": .interval(comparison.leadingInterval), "p": .number(comparison.leadingP),
        ]
        let late = outOfWindow.filter { $0.people != 0 }
        let standsIn = primary.standsIn ? [JSONMember("stands_in", .bool(true))] : []
        return [
            JSONMember(
                "primary",
                question.adding(standsIn).adding(
                    late.isEmpty
                        ? []
                        : [
                            JSONMember(
                                "out_of_window",
                                .object(late.map { JSONMember($0.wave.name, .count($0.people)) })
                            )
                        ]
                )
                .adding(
                    late.contains { $0.people == nil } ? [MissingReason(["out_of_window"], "suppressed")].member : []
                )
                .adding(comparison.missingChange.member)
            )
        ]
    }
}

extension [MissingReason] {
    /// The member `why`, when something is missing.
    var member: [JSONMember] {
        isEmpty ? [] : [JSONMember("why", .string(map(\.sentence).joined(separator: "; ")))]
    }
}

extension ConfidenceComparison {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(measure.name), "from": .string(from.name), "to": .string(to.name),
            "pairs": .count(pairs), "mean_from": .number(meanFrom), "mean_to": .number(meanTo),
            "mean_change": .number(meanChange), "sd_change": .number(standardDeviation),
            "change_ci95": .interval(interval), "t": .number(t), "df": .count(degreesOfFreedom), "p_t": .number(p),
            "g_z": .number(standardised?.gz), "g_z_ci95": .interval(standardised?.gzInterval),
            "g_av": .number(standardised?.gav), "wilcoxon": ranks?.wilcoxon?.json ?? .null,
            "hodges_lehmann": .number(ranks?.hodgesLehmann),
            "hodges_lehmann_ci95": .interval(ranks?.hodgesLehmannInterval),
            "rank_biserial": .number(ranks?.wilcoxon?.rankBiserial),
            "rank_sensitivity": ranks?.sensitivity?.json ?? .null,
        ]
        let counts: JSONValue = [
            "improved": .count(improved), "unchanged": .count(unchanged), "worse": .count(worse),
            "improved_share_ci95": .interval(improvedShare), "p_holm": .number(holm),
        ]
        guard case .object(let tail) = counts else { return numbers }
        return numbers.adding(bootstrapMember).adding(tail)
            .adding(clustered.map { [JSONMember("clustered", $0.json)] } ?? [])
            .adding(clusteredByTrainer.map { [JSONMember("clustered_by_trainer", $0.json)] } ?? [])
            .adding(reasons.member)
    }

    private var bootstrapMember: [JSONMember] {
        if let bootstrap { return [JSONMember("bootstrap", bootstrap.json)] }
        return reasons.contains { $0.names.contains("bootstrap") } ? [JSONMember("bootstrap", .null)] : []
    }
}

extension ConfidenceComparison {
    /// The reasons why the mean change, its interval or its p value are missing.
    var missingChange: [MissingReason] {
        reasons.filter { !Set($0.names).isDisjoint(with: ["mean_change", "change_ci95", "p_t", "every number"]) }
    }
}

extension BootstrappedChange {
    var json: JSONValue {
        [
            "method": .string("bca"), "resamples": .integer(resamples), "seed": .integer(Int(clamping: seed)),
            "ci95": .interval(interval),
        ]
    }
}

extension RankFindings.WilcoxonResult {
    var json: JSONValue { ["v": .number(v), "p": .number(p), "method": .string(method)] }
}

extension RankFindings.Sensitivity {
    var json: JSONValue {
        ["p_pratt": .number(prattP), "p_sign": .number(signP), "hodges_lehmann_changed": .number(hodgesLehmann)]
    }
}

extension ClusteredChange {
    var json: JSONValue {
        let numbers: JSONValue = [
            "courses": .integer(courses), "se": .number(standardError), "df": .number(degreesOfFreedom),
            "p": .number(p), "change_ci95": .interval(interval), "kind": .string("cr2"),
            "icc": .number(intraclassCorrelation), "design_effect": .number(designEffect), "wild_p": .number(wildP),
            "sign_flip_p": .number(signFlipP),
        ]
        return numbers.adding(reasons.member)
    }
}

extension ScaleReliability {
    var json: JSONValue {
        let numbers: JSONValue = [
            "scale": .string(measure.name), "wave": .string(wave.name), "items": .integer(items), "n": .count(people),
            "alpha": .number(alpha), "alpha_ci95": .interval(interval),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension Attrition {
    var json: JSONValue {
        let waves = waves.map(\.member)
        let numbers: JSONValue = [
            "attended": .count(attended), "waves": .object(waves), "pre_and_post": .count(preAndPost),
            "stayers_leavers": .array(stayersLeavers.map(\.json)),
        ]
        return numbers.adding(courses.isEmpty ? [] : [JSONMember("courses", .array(courses.map(\.json)))])
            .adding(reasons.member)
    }
}

extension GuardComparison {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(item), "from": .string(from.name), "to": .string(to.name), "pairs": .count(pairs),
            "safe_from": .count(safeFrom), "safe_to": .count(safeTo), "gained": .count(gained), "lost": .count(lost),
            "p_mcnemar": .number(p), "fell": fell.map(JSONValue.bool) ?? .null,
        ]
        return numbers.adding(reasons.member)
    }
}

extension Attrition.Response {
    var member: JSONMember {
        let extra = answeredNotDue.flatMap { $0 > 0 ? $0 : nil }
        let numbers: JSONValue = ["due": .count(due), "answered": .count(answered)]
        return JSONMember(
            wave.name,
            numbers.adding(extra.map { [JSONMember("answered_not_due", .integer($0))] } ?? [])
                .adding(why.map { [JSONMember("why", .string($0))] } ?? [])
        )
    }
}

extension Attrition.Course {
    var json: JSONValue {
        let numbers: JSONValue = [
            "course": .string(name), "attended": .count(attended), "waves": .object(waves.map(\.member)),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}
