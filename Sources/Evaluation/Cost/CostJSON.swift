import Programme

extension CostFindings {
    /// The document `commonground.cost/1`; money is pounds, shares are from 0 to 1.
    public var json: JSONValue {
        JSONValue.object([
            JSONMember("schema", .string("commonground.cost/1")), JSONMember("cost", cost),
            JSONMember("per_person_trained", perTrained.json(["people": question.trained])),
            JSONMember(
                "per_person_improved",
                perImproved.json(["people": question.improved?.people, "of": question.improved?.of])
            ),
            JSONMember("averted", averted), JSONMember("per_call", perCall.json([:])),
            JSONMember(
                "horizon",
                [
                    "years": .number(question.horizonYears ?? question.years),
                    "discount_rate": .number(question.discountRate), "factor": .number(presentFactor),
                ]
            ),
            JSONMember("unit_costs", .array(lines.map(\.json))),
            JSONMember(
                "acceptability",
                .array(
                    acceptability.map { ["unit_cost": .number($0.unitCost), "probability": .number($0.probability)] }
                )
            ),
            JSONMember("verdict", .string(verdict)),
            JSONMember("statements", .array(statements.map(JSONValue.string))),
        ])
    }

    private var cost: JSONValue {
        let numbers: JSONValue = [
            "pounds": .number(question.pounds), "years": .number(question.years),
            "optimism_bias": .number(question.optimismBias), "present_value": .number(presentCost),
        ]
        return numbers.adding(question.priceYear.map { [JSONMember("price_year", .string($0))] } ?? [])
            .adding(question.source.map { [JSONMember("source", .string($0))] } ?? [])
            .explained(question.whyNoCost ?? "the cost is not known")
    }

    private var averted: JSONValue {
        let numbers: JSONValue = [
            "per_year": .number(question.averted?.perYear), "ci95": .interval(question.averted?.interval),
        ]
        let names = question.averted.map {
            [JSONMember("outcome", .string($0.outcome)), JSONMember("source", .string($0.source))]
        }
        return numbers.adding(names ?? []).explained(
            question.averted.map { $0.why ?? "no interval was given" } ?? "calls averted are not known"
        )
    }
}

extension CostFindings.Amount {
    /// The amount, with the counts it rests on where they are known and not suppressed.
    func json(_ counts: KeyValuePairs<String, Int?>) -> JSONValue {
        let isHidden = pounds == nil && why?.hasPrefix("suppressed") == true
        let known = counts.compactMap { name, count in isHidden ? nil : count.map { JSONMember(name, .integer($0)) } }
        return JSONValue.object(known + [JSONMember("pounds", .number(pounds))])
            .adding(interval.map { [JSONMember("ci95", .interval($0))] } ?? [])
            .explained(why ?? "not known")
    }
}

extension CostFindings.Line {
    var json: JSONValue {
        let isParted = price.kind == .cashable || price.kind == .notCashable
        let worth: JSONValue = [
            "pounds": .number(benefit.pounds), "ci95": .interval(benefit.interval),
            "cashable": .number(cashable),
            "not_cashable": .number(cashable.flatMap { cash in benefit.pounds.map { $0 - cash } }),
        ]
        let unparted = benefit.why ?? (isParted ? "no interval is known" : "the source does not part what is cashable")
        let named = JSONValue.object(
            (price.code.map { [JSONMember("code", .string($0))] } ?? []) + [
                JSONMember("name", .string(price.name)), JSONMember("unit", .string(unit)),
                JSONMember("pounds", .number(pounds)), JSONMember("source_pounds", .number(price.pounds)),
            ]
        )
        let optional: [(String, String?)] = [
            ("price_year", price.priceYear), ("kind", price.kind?.rawValue), ("borne_by", price.borneBy),
            ("note", price.note), ("source", price.provenance?.source),
            ("checked", price.provenance?.checkedOn?.description), ("not_uprated", whyNotUprated),
        ]
        let numbers: JSONValue = [
            "break_even_per_year": .number(breakEvenPerYear), "benefit": worth.explained(unparted), "net": .number(net),
            "chance_worthwhile": .number(chance),
        ]
        guard case .object(let members) = numbers.explained("the cost or the interval of calls averted is not known")
        else {
            return named
        }
        return named.adding(optional.compactMap { name, text in text.map { JSONMember(name, .string($0)) } })
            .adding(price.provenance.map { [JSONMember("verify", .bool($0.toVerify))] } ?? [])
            .adding(factor.map { [JSONMember("uprated_by", .number($0))] } ?? []).adding(members)
    }
}
