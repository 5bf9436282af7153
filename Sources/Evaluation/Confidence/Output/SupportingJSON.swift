import Programme
import Statistics

extension SupportingFindings {
    /// The members of the findings' document; a list that has nothing is left out.
    var members: [JSONMember] {
        func list(_ name: String, _ values: [JSONValue]) -> [JSONMember] {
            values.isEmpty ? [] : [JSONMember(name, .array(values))]
        }
        return list("double_baseline", doubleBaselines.map(\.json))
            + (delayed.map { [JSONMember("delayed_comparison", $0.json)] } ?? [])
            + list("then_ratings", thenRatings.map(\.json)) + list("improvement", improvements.map(\.json))
            + list("reliable_change", reliableChanges.map(\.json))
            + (sensitivity.map { [JSONMember("missing_answers", $0.json)] } ?? [])
            + (mixedModel.map { [JSONMember("mixed_model", $0.json)] } ?? [])
            + list("skill_use", skillUse.map(\.json)) + list("safety_events", events.map(\.json))
    }
}

extension DoubleBaseline {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(measure.name), "people": .count(people), "untaught": .number(untaught),
            "taught": .number(taught), "difference": .number(difference), "difference_ci95": .interval(interval),
            "p": .number(p),
        ]
        return numbers.adding(reasons.member)
    }
}

extension DelayedComparison {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(measure.name), "taught": .count(taught), "waiting": .count(waiting),
            "difference": .number(difference), "ci95": .interval(interval), "p": .number(p),
        ]
        return numbers.adding(reasons.member)
    }
}

extension ThenRating {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(item), "people": .count(people), "shift": .number(shift), "shift_ci95": .interval(interval),
            "p": .number(p), "change": .number(change), "change_from_then": .number(changeFromThen),
        ]
        return numbers.adding(reasons.member)
    }
}

extension ImprovementCount {
    var json: JSONValue {
        let waves: JSONValue = ["from": .string(from.name), "to": .string(to.name)]
        guard let counts else {
            return waves.adding([JSONMember("answered", .null), JSONMember("why", .string(why ?? "not counted"))])
        }
        return waves.adding([
            JSONMember("items", .integer(counts.items)), JSONMember("answered", .integer(counts.answered)),
            JSONMember("complete", .integer(counts.complete)),
            JSONMember("improved_on_some", .integer(counts.improvedOnSome)),
            JSONMember("improved_on_some_ci95", .interval(counts.improvedInterval)),
            JSONMember("improved_on_all_answered", .integer(counts.improvedOnAllAnswered)),
            JSONMember("improved_on_all", .integer(counts.improvedOnAll)),
            JSONMember("net_up", .integer(counts.netUp)),
            JSONMember("worsened_on_some", .integer(counts.worsenedOnSome)),
            JSONMember("unchanged_on_all", .integer(counts.unchangedOnAll)),
            JSONMember(
                "chance",
                [
                    "expected": .number(counts.chance.expected), "share": .number(counts.chance.share),
                    "range95": .array([
                        .integer(counts.chance.range.lowerBound), .integer(counts.chance.range.upperBound),
                    ]),
                    "p": .number(counts.chance.p),
                ]
            ),
        ])
    }
}

extension ReliableChangeCount {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(measure.name), "from": .string(from.name), "to": .string(to.name),
            "reliability": .number(reliability), "source": .text(source?.rawValue), "threshold": .number(threshold),
            "improved": .count(improved), "worse": .count(worse), "unchanged": .count(unchanged),
        ]
        return numbers.adding(atCeiling.map { [JSONMember("at_ceiling", .integer($0))] } ?? [])
            .adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension MissingAnswersSensitivity {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(question.measure.name), "from": .string(question.from.name),
            "to": .string(question.to.name),
            "answered": .count(answered), "missing": .count(missing), "worst": worst?.json ?? .null,
            "best": best?.json ?? .null, "shifted": .array(shifted.map(\.json)),
            "jump_to_baseline": jumpToBaseline?.json ?? .null, "tipping_shift": .number(tippingShift),
        ]
        return numbers.adding(weighted.map { [JSONMember("weighted", $0.json)] } ?? [])
            .adding(imputed.map { [JSONMember("imputed", $0.json)] } ?? []).adding(reasons.member)
    }
}

extension MissingAnswersSensitivity.Line {
    var json: JSONValue {
        let numbers: JSONValue = ["mean_change": .number(mean), "change_ci95": .interval(interval), "p": .number(p)]
        return numbers.adding(shift.map { [JSONMember("shift", .number($0))] } ?? [])
            .adding(interval == nil ? [MissingReason(["change_ci95", "p"], "there is no spread")].member : [])
            .adding(
                interval != nil && p == nil ? [MissingReason(["p"], "the interval comes by resampling")].member : []
            )
    }
}

extension MixedModelChange {
    var json: JSONValue {
        let numbers: JSONValue = [
            "item": .string(question.measure.name), "from": .string(question.from.name),
            "to": .string(question.to.name),
            "observations": .count(observations), "mean_change": .number(change), "se": .number(standardError),
            "df": .number(degreesOfFreedom), "change_ci95": .interval(interval), "p": .number(p),
        ]
        let variances: JSONValue = [
            "person_variance": .number(personVariance), "residual_variance": .number(residualVariance),
            "singular": isSingular.map(JSONValue.bool) ?? .null,
        ]
        guard case .object(let tail) = variances else { return numbers }
        return numbers.adding(courseVariance.map { [JSONMember("course_variance", .number($0))] } ?? []).adding(tail)
            .adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension SkillUse {
    var json: JSONValue {
        let numbers: JSONValue = [
            "wave": .string(wave.name), "used": .count(used), "used_when_faced": .count(usedWhenFaced),
            "answered": .count(answered), "faced": .count(faced), "attended": .count(attended),
            "share_of_answered_ci95": .interval(shareOfAnswered), "share_of_faced_ci95": .interval(shareOfFaced),
            "share_of_attended_ci95": .interval(shareOfAttended),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension SafetyEvent {
    var json: JSONValue {
        let numbers: JSONValue = [
            "wave": .string(wave.name), "item": .string(item), "answer": .string(answer), "people": .count(people),
        ]
        return numbers.adding(people == nil ? [MissingReason(["people"], "suppressed")].member : [])
    }
}

extension QuestionAnswer {
    var json: JSONValue {
        let numbers: JSONValue = [
            "role": .string(role.rawValue), "item": .string(question.measure.name), "from": .string(question.from.name),
            "to": .string(question.to.name), "tested": .bool(isTested), "p": .number(p),
            "p_adjusted": .number(adjusted),
            "shown": isShown.map(JSONValue.bool) ?? .null,
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}
