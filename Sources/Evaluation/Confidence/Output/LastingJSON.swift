import Programme

extension LastingChange {
    var json: JSONValue {
        let numbers: JSONValue = [
            "wave": .string(wave.name), "item": .string(measure.name), "pairs": .count(pairs),
            "gain_p": .number(gainP), "mean_change": .number(meanChange), "margin": .number(margin),
            "lower95": .number(lower), "p": .number(p), "holds": holds.map(JSONValue.bool) ?? .null,
            "retention": .number(retention), "retention_ci95": .interval(retentionInterval),
        ]
        return numbers.adding(clustered.map { [JSONMember("clustered", $0.json)] } ?? []).adding(reasons.member)
    }
}

extension LastingChange.Clustered {
    var json: JSONValue {
        let numbers: JSONValue = [
            "gain_p": .number(gainP), "lower95": .number(lower), "p": .number(p),
            "holds": holds.map(JSONValue.bool) ?? .null,
        ]
        let missing = (gainP == nil ? ["gain_p"] : []) + (p == nil ? ["p", "holds"] : [])
        return numbers.adding(missing.isEmpty ? [] : [MissingReason(missing, "not tested")].member)
    }
}

extension StayersLeavers {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(measure.name), "at": .string(at.rawValue), "difference": .number(difference),
            "ci95": .interval(interval), "p": .number(p), "wave": .string(wave.name), "stayers": .count(stayers),
            "leavers": .count(leavers),
        ]
        return numbers.adding(reasons.member)
    }
}
