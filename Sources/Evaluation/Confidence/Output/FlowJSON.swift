import Programme

extension WaveTally {
    var json: JSONValue {
        let numbers: JSONValue = [
            "wave": .string(wave.name), "attended": .count(attended), "due": .count(due), "reached": .count(reached),
            "answered": .count(answered), "silent": .count(silent),
        ]
        let states: [WaveFlowStatus] = [.notAgreed, .skipped, .notYetDue, .refused, .unreachable, .withdrawn, .late]
        return numbers.adding(states.map { JSONMember($0.rawValue.replacing("-", with: "_"), .count(self[$0])) })
            .adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension AnswerDistribution {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(item), "wave": .string(wave.name), "answered": .count(answered), "blank": .count(blank),
            "counts": .array(counts.map { ["score": .number($0.score), "people": .integer($0.people)] }),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension GroupChange {
    var json: JSONValue {
        let numbers: JSONValue = [
            "by": .string(kind.rawValue), "name": .string(name), "pairs": .count(comparison.pairs),
            "mean_change": .number(comparison.meanChange), "change_ci95": .interval(comparison.leadingInterval),
            "p": .number(comparison.leadingP), "p_adjusted": .number(adjusted),
        ]
        return numbers.adding(comparison.missingChange.member)
    }
}

extension FindingWords {
    var json: JSONValue {
        [
            "subject": .string(subject), "role": .string(role.rawValue), "verdict": .string(verdict.description),
            "sentences": .array(sentences.map(JSONValue.string)),
        ]
    }
}
