import Programme

/// A model's findings in plain sentences: no cause beyond what the design allows.
struct ModelStatements {
    private let findings: CallsFindings
    private let model: CallsModel
    private let treated: [String]
    private let options: CallsOptions

    init(_ findings: CallsFindings, _ modelled: ModelledCalls, _ options: CallsOptions) {
        (self.findings, model, treated) = (findings, modelled.model, modelled.treated)
        self.options = options
    }

    var all: [String] {
        [headline, averted, power, even].compactMap { $0 } + model.remarks
            + [gaps, excluded, unallocated, CallsStatements.oddMonths(findings)].compactMap { $0 }
            + findings.eventSentences
            + [findings.pandemicSentence("The months")].compactMap { $0 } + BesideStatements(findings).all + [limits]
    }

    private var subject: String {
        let words = findings.source.words
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private var places: String {
        treated.count <= 3 ? Wording.list(treated) : Wording.count(treated.count, "area", "areas")
    }

    private var headline: String {
        let span =
            "\(Wording.count(model.monthsBefore, "month", "months")) before and "
            + "\(Wording.count(model.monthsAfter, "month", "months")) from the start on"
        if let ratio = model.effect.ratio {
            guard let interval = model.effect.interval, let p = model.effect.p else {
                return "\(subject) in \(places), \(span): \(CallsStatements.change(ratio)), without an interval "
                    + "(\(model.effect.why ?? "the spread is unknown"))."
            }
            let reading = interval.contains(1) ? "; the interval holds no change" : ""
            return "\(subject) in \(places), \(span): \(CallsStatements.change(ratio)) than \(expectation) "
                + "(95 % interval \(CallsStatements.change(interval.lowerBound)) to "
                + "\(CallsStatements.change(interval.upperBound)), \(Wording.p(p))\(reading))."
        }
        if let difference = model.effect.difference {
            let unit = findings.perResident ? "per 1,000 residents and month" : "a month"
            let bounds = model.effect.interval.map {
                "95 % interval \(Wording.signed($0.lowerBound)) to \(Wording.signed($0.upperBound)), "
            }
            let p = model.effect.p.map { "\(bounds ?? "")\(Wording.p($0))" } ?? "no p value, there is no placebo"
            return
                "\(subject) in \(places), \(span): \(Wording.signed(difference)) \(unit) against \(expectation) (\(p))."
        }
        return "\(subject) in \(places): not estimable, \(model.effect.why ?? "there is nothing to compare")."
    }

    private var expectation: String {
        switch findings.method {
        case .beforeAfter, .rateRatio: "before"
        case .interruptedTimeSeries: "the level, trend and seasons before would have given at the start"
        case .controlledInterruptedTimeSeries: "the comparison areas' change would have given at the start"
        case .differenceInDifferences: "the comparison areas' change would have given"
        case .syntheticControl: "a mixture of comparison areas"
        }
    }

    private var averted: String? {
        guard let averted = model.effect.avertedPerYear, let interval = model.effect.avertedInterval else { return nil }
        func words(_ value: Double) -> String {
            "\(Wording.number(abs(value))) \(value >= 0 ? "fewer" : "more")"
        }
        return "That is \(words(averted)) \(findings.source.short) a year over the months used "
            + "(95 % interval \(words(interval.lowerBound)) to \(words(interval.upperBound)))."
    }

    private var power: String? {
        guard let ratio = model.detectableRatio else { return nil }
        let matters = options.isPlanned ? "what the plan could give" : "the smallest fall taken to matter"
        return "This analysis sees a fall of \(Wording.percent(1 - ratio)) or more with 80 % power; \(matters) is "
            + "\(Wording.percent(options.relevantFall))."
    }

    private var even: String? {
        guard let interval = model.effect.poissonInterval else { return nil }
        return
            "These \(findings.source.short) vary less from month to month than chance would make them; by chance alone the "
            + "interval would be \(CallsStatements.change(interval.lowerBound)) to "
            + "\(CallsStatements.change(interval.upperBound)), and the verdict rests on that one."
    }

    private var gaps: String? {
        let missing = findings.quality.filter { $0.kind == .gap || $0.kind == .noPopulation }
        guard !missing.isEmpty else { return nil }
        let named = missing.prefix(3).compactMap { flag in
            flag.area.flatMap { area in flag.month.map { "\(area) \($0)" } }
        }
        return
            "\(Wording.count(missing.count, "month", "months")) without a count or without residents are left out, never taken "
            + "as zero: \(named.joined(separator: ", "))\(missing.count > 3 ? ", …" : "")."
    }

    private var excluded: String? {
        let left = findings.quality.filter { [.noEvents, .singleMonth, .singleArea].contains($0.kind) }
        guard !left.isEmpty else { return nil }
        let named = left.prefix(5).compactMap { $0.area ?? $0.month?.description }
        return "Left out, since their own level fits them exactly: \(named.joined(separator: ", "))"
            + "\(left.count > 5 ? ", …" : "")."
    }

    private var unallocated: String? {
        findings.unallocatedShare.map {
            "\(Wording.percent($0)) of the \(findings.source.short) in these months belong to no area and are not in the comparison."
        }
    }

    private var limits: String {
        let level = "Maryland SMS level \(model.evidenceLevel), \(EvidenceLevel.version)"
        let cause =
            switch model.evidenceLevel {
            case ...2: "There are no comparison areas here (\(level)), so this cannot say why the numbers moved"
            case 3:
                "Areas were compared but not chosen by lot (\(level)), so something else in the treated area may be behind it"
            case 5:
                "The design says that areas were chosen by lot (\(level)); that holds as far as the lot was kept to"
            default:
                "Several areas were compared over time but not chosen by lot (\(level)), so other differences may be behind it"
            }
        return "\(cause); and fewer \(findings.source.short) would not by itself mean less anti-social behaviour."
    }
}
