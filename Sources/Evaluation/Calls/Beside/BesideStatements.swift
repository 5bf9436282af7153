import Programme

/// What analyses beside the main one say, as plain sentences.
struct BesideStatements {
    private let findings: CallsFindings

    init(_ findings: CallsFindings) { self.findings = findings }

    var all: [String] {
        studied + leavingOut
            + [
                autoregressive, collapsed, placeboDates, unaffected, dropOne, neighbours, unallocated, companions,
            ].compactMap { $0 } + secondary
    }

    private var source: CountSource { findings.source }

    // MARK: Before the start

    private var studied: [String] {
        guard let study = findings.model?.eventStudy, !study.points.isEmpty else { return [] }
        var sentences: [String] = []
        if let leads = study.leads {
            let months = Wording.count(leads.numerator, "month", "months")
            sentences.append(
                leads.p < 0.05
                    ? "Treated and comparison areas already ran apart in the \(months) looked at before the start "
                        + "(\(Wording.p(leads.p)) together), so the comparison may mislead."
                    : "In the \(months) looked at before the start no difference is clear (\(Wording.p(leads.p)) together), which "
                        + "does not prove that the areas would have gone on alike."
            )
        }
        if let mean = study.postMean, let bound = study.bounds.first(where: { $0.allowing == 1 }) {
            func words(_ value: Double) -> String {
                study.isRatio ? CallsStatements.change(value) : Wording.signed(value)
            }
            sentences.append(
                "Month by month the mean from the start on is \(words(mean)) against the month before it; were the steepest step "
                    + "before the start to run on, it could be anything from \(words(bound.range.lowerBound)) to "
                    + "\(words(bound.range.upperBound))."
            )
        }
        return sentences
    }

    // MARK: By other means

    private var leavingOut: [String] {
        guard let range = findings.sensitivity?.leavingOut, let control = findings.model?.synthetic else { return [] }
        let sides = Set([range.lowerBound, range.upperBound, control.meanGapAfter].map { $0 < 0 })
        return [
            "Without each area that has weight in turn, the difference lies between \(Wording.signed(range.lowerBound)) and "
                + "\(Wording.signed(range.upperBound))"
                + (sides.count > 1 ? ": it hangs on single areas." : ".")
        ]
    }

    private var autoregressive: String? {
        guard let own = findings.sensitivity?.autoregressive, let rho = own.correlation else { return nil }
        return "With errors that remember the month before (AR(1), correlation \(Wording.number(rho, decimals: 2))): "
            + "\(own.effect.words)."
    }

    private var collapsed: String? {
        guard let own = findings.sensitivity?.collapsed, own.effect.isEstimated else { return nil }
        return "Taken together as one change an area: \(own.effect.words)."
    }

    // MARK: Where the course cannot show

    private var placeboDates: String? {
        guard let dates = findings.falsification?.placeboDates, dates.estimated > 0, let large = dates.asLarge else {
            return nil
        }
        let pretended = Wording.count(dates.estimated, "pretended start", "pretended starts")
        return "At \(pretended) before the real one, \(Wording.count(large)) gave a change as large as the real one"
            + " and \(Wording.count(dates.significant)) had p below 0.05"
            + (Double(dates.significant) > max(1, 0.2 * Double(dates.estimated))
                ? ": the method finds changes where there is none." : ".")
    }

    private var unaffected: String? {
        guard let other = findings.falsification?.unaffected else { return nil }
        switch other.effect.direction {
        case .fall, .rise:
            return
                "Warning: \(other.name), which the course cannot touch, moved as well: \(other.effect.words). Something else may "
                + "be behind both."
        case .unclear:
            return "\(other.name), which the course cannot touch, shows no clear change: \(other.effect.words)."
        case .notEstimable:
            return "\(other.name), which the course cannot touch: \(other.effect.words)."
        }
    }

    private var dropOne: String? {
        let effects = findings.falsification?.dropOne.filter(\.effect.isEstimated) ?? []
        guard effects.count > 1, let low = effects.min(by: { ($0.effect.distance ?? 0) < ($1.effect.distance ?? 0) }),
            let high = effects.max(by: { ($0.effect.distance ?? 0) < ($1.effect.distance ?? 0) })
        else { return nil }
        func words(_ one: CallsFalsification.WithoutArea) -> String {
            let value = one.effect.ratio.map(CallsStatements.change) ?? Wording.signed(one.effect.difference ?? 0)
            return "\(value) without \(one.area)"
        }
        return "Leaving out one area at a time gives from \(words(low)) to \(words(high))."
    }

    private var neighbours: String? {
        guard let ring = findings.falsification?.neighbours else { return nil }
        let without = ring.without.map { "Without the neighbouring areas in the comparison: \($0.words). " } ?? ""
        return without
            + "The neighbouring areas themselves (\(Wording.list(ring.areas))) from the same month: \(ring.own.words)."
    }

    // MARK: Counts without an area

    private var unallocated: String? {
        guard let bounds = findings.unallocatedBounds else { return nil }
        guard bounds.best.isEstimated || bounds.worst.isEstimated else { return nil }
        let range =
            "Had all \(source.short) without an area lain where they help or harm most, the result would go from "
            + "\(bounds.best.words) to \(bounds.worst.words)"
        return range
            + (bounds.changesVerdict
                ? ", which changes the verdict: it hangs on them." : "; the verdict stays the same.")
    }

    // MARK: Companions

    private var companions: String? {
        guard !findings.companions.isEmpty else { return nil }
        return "Companion outcomes: \(findings.companions.map(\.words).joined(separator: "; "))."
    }

    private var secondary: [String] {
        findings.secondaryOutcomes.map { outcome in
            let p = outcome.holmP.map { ", Holm's \(Wording.p($0)) over the secondary outcomes" } ?? ""
            return "Secondary: \(outcome.name), \(Self.share(outcome.effect))\(p)."
        }
    }

    /// A ratio of shares, which is no number of calls.
    private static func share(_ effect: CallsEstimate) -> String {
        guard let ratio = effect.ratio else { return effect.words }
        func times(_ value: Double) -> String { Wording.number(value, decimals: 2) }
        let bounds = effect.interval.map {
            " (95 % interval \(times($0.lowerBound)) to \(times($0.upperBound)))"
        }
        return "\(times(ratio)) times that before\(bounds ?? "")"
    }
}
