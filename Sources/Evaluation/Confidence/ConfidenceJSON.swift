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
            JSONMember("attrition", attrition.json),
        ])
        .adding(knownAttendees == nil ? [MissingReason(["attendees"], "suppressed")].member : [])
        .adding(guardItems.isEmpty ? [] : [JSONMember("guard", .array(guardItems.map(\.json)))])
        .adding(suppressedBelow.map { [JSONMember("suppressed_below", .integer($0))] } ?? [])
        .adding(primary.map { [JSONMember("primary", $0.json)] } ?? [])
        .adding([
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

extension PrimaryQuestion {
    var json: JSONValue {
        ["item": .string(measure.name), "from": .string(from.name), "to": .string(to.name)]
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
        ]
        let counts: JSONValue = [
            "improved": .count(improved), "unchanged": .count(unchanged), "worse": .count(worse),
            "improved_share_ci95": .interval(improvedShare), "p_holm": .number(holm),
        ]
        guard case .object(let tail) = counts else { return numbers }
        return numbers.adding(bootstrapMember).adding(tail)
            .adding(clustered.map { [JSONMember("clustered", $0.json)] } ?? []).adding(reasons.member)
    }

    private var bootstrapMember: [JSONMember] {
        if let bootstrap { return [JSONMember("bootstrap", bootstrap.json)] }
        return reasons.contains { $0.names.contains("bootstrap") } ? [JSONMember("bootstrap", .null)] : []
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

extension ClusteredChange {
    var json: JSONValue {
        let numbers: JSONValue = [
            "courses": .integer(courses), "se": .number(standardError), "df": .number(degreesOfFreedom),
            "p": .number(p),
            "change_ci95": .interval(interval), "kind": .string("cr2"), "wild_p": .number(wildP),
        ]
        return wildP == nil
            ? numbers.adding([MissingReason(["wild_p"], "too many courses to count every pattern")].member) : numbers
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
        let waves = waves.map { wave in
            let extra = wave.answeredNotDue.flatMap { $0 > 0 ? $0 : nil }
            let numbers: JSONValue = ["due": .count(wave.due), "answered": .count(wave.answered)]
            return JSONMember(
                wave.wave.name,
                numbers.adding(extra.map { [JSONMember("answered_not_due", .integer($0))] } ?? [])
                    .adding(wave.why.map { [JSONMember("why", .string($0))] } ?? [])
            )
        }
        let numbers: JSONValue = [
            "attended": .count(attended), "waves": .object(waves), "pre_and_post": .count(preAndPost),
        ]
        return numbers.adding(reasons.member)
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
