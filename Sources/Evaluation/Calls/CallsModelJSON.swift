import Programme

extension CallsModel {
    /// The members of `commonground.calls/1` that a model fills.
    func json(method: CallsDesign.Method, outcome: String, evidence: EvidenceLevel) -> JSONValue {
        let head: JSONValue = [
            "schema": .string("commonground.calls/1"), "method": .string(method.rawValue),
            "family": .string(family.rawValue), "outcome": .string(outcome),
            "coefficients": .array(coefficients.map(\.json)),
            "dispersion": .number(dispersion), "theta": .number(theta), "log_likelihood": .number(logLikelihood),
            "observations": .integer(observations), "df_residual": .count(degreesOfFreedom),
            "standard_errors": [
                "kind": .string(errors.kind), "lag": .count(errors.lag), "clusters": .count(errors.clusters),
                "convention": .string(errors.convention),
            ],
        ]
        return head.adding(absent.map { [JSONMember("why", .string($0))] } ?? [])
            .adding(fewClusters.map { [JSONMember("few_clusters", $0.json)] } ?? [])
            .adding(synthetic.map { [JSONMember("synthetic_control", $0.json)] } ?? [])
            .adding(eventStudy.map { [JSONMember("event_study", $0.json)] } ?? [])
            .adding([
                JSONMember("effect", effect.json), JSONMember("minimum_detectable_effect", detectable),
                JSONMember("evidence_level", evidence.json),
            ])
    }

    /// Why members at the top are null.
    private var absent: String? {
        var reasons = why.map { [$0] } ?? []
        guard why == nil else { return reasons.first }
        if dispersion == nil { reasons.append("dispersion: this method has none") }
        if theta == nil, family == .negativeBinomial {
            reasons.append("theta: alternation limit, the Poisson fit stands")
        }
        if logLikelihood == nil, family == .quasipoisson { reasons.append("log_likelihood: quasi-Poisson has none") }
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }

    private var detectable: JSONValue {
        let numbers: JSONValue = [
            "rate_ratio": .number(detectableRatio), "power": .finite(0.8), "alpha": .finite(0.05),
            "months_before": .integer(monthsBefore), "months_after": .integer(monthsAfter),
        ]
        guard detectableRatio == nil else { return numbers }
        return numbers.adding([JSONMember("why", .string(why ?? "this model gives no ratio with an error"))])
    }
}

extension CallsModel.Line {
    var json: JSONValue {
        [
            "name": .string(name), "estimate": .number(estimate), "se": .number(standardError),
            "statistic": .number(statistic), "p": .number(p), "ci95": .interval(interval),
        ]
    }
}

extension CallsModel.FewClusters {
    var json: JSONValue {
        let numbers: JSONValue = [
            "wild_cluster_p": .number(wildP), "convention": .string("|t*| >= |t|"),
            "cr2_se": .number(biasReducedError), "cr2_df": .number(biasReducedDegrees), "cr2_p": .number(biasReducedP),
            "randomisation_p": .number(randomisationP),
        ]
        return numbers.adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension CallsModel.Synthetic {
    var json: JSONValue {
        let numbers: JSONValue = [
            "weights": .object(weights.map { JSONMember($0.area, .number($0.value)) }),
            "pre_rmspe": .number(errorBefore), "mean_post_gap": .number(meanGapAfter), "rmspe_ratio": .number(ratio),
            "placebo_p": .number(p),
            "leave_one_out": .object(leavingOut.map { JSONMember($0.area, .number($0.value)) }),
        ]
        let trimmed = pWithoutPoorPlacebos.map { [JSONMember("placebo_p_without_poor_fits", .number($0))] } ?? []
        let shown: [JSONMember] =
            months.isEmpty
            ? []
            : [
                JSONMember("start", .string(start.description)),
                JSONMember("months", .array(months.map { .string($0.description) })),
                JSONMember("gaps", .array(gaps.map(JSONValue.number))),
                JSONMember("placebos", .array(placebos.map(\.json))),
            ]
        return numbers.adding(trimmed).adding(shown).adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}

extension CallsModel.Synthetic.Placebo {
    fileprivate var json: JSONValue {
        let head: JSONValue = ["area": .string(area), "pre_rmspe": .number(errorBefore)]
        return head.adding(ratio.map { [JSONMember("rmspe_ratio", .number($0))] } ?? [])
            .adding([JSONMember("gaps", .array(gaps.map(JSONValue.number)))])
    }
}

extension CallsModel.Effect {
    var json: JSONValue {
        let numbers: JSONValue = [
            "rate_ratio": .number(ratio), "difference": .number(difference), "ci95": .interval(interval),
            "p": .number(p),
            "at_12_months": .number(atTwelveMonths), "calls_per_year": .number(avertedPerYear),
            "calls_per_year_ci95": .interval(avertedInterval),
        ]
        let chance = poissonInterval.map { [JSONMember("ci95_poisson", .interval($0))] } ?? []
        return numbers.adding(chance).adding(why.map { [JSONMember("why", .string($0))] } ?? [])
    }
}
